// SPDX-License-Identifier: GPL-3.0-or-later
// A config.json that asks for what no model is: one sentence, before any memory is taken.
#include "tests/support/tiny_run.h"

#include <QtTest>

#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

using namespace luthier;
namespace fs = std::filesystem;

class tst_ModelConfigs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isRefused_data();
    void isRefused();
    void weightsWithoutTensorsAreRefused();

private:
    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/configs 설정 XXXXXX")};
};

/// No more than 1 GiB beyond what the process has, so that a size which is believed ends in
/// "base.out_of_memory".
void tst_ModelConfigs::initTestCase()
{
    uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_AS, &limit), 0);
    limit.rlim_cur = pages * uint64_t(sysconf(_SC_PAGESIZE)) + (uint64_t(1) << 30);
    QCOMPARE(setrlimit(RLIMIT_AS, &limit), 0);
}

void tst_ModelConfigs::isRefused_data()
{
    QTest::addColumn<QByteArray>("family");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QByteArray>("id");
    const auto add = [](const char *family, const char *key, qint64 value, const char *id) {
        QTest::newRow(qPrintable(QStringLiteral("D2 %1 %2 %3")
                                     .arg(QLatin1String(family), QLatin1String(key))
                                     .arg(value)))
            << QByteArray(family) << QByteArray(key) << value << QByteArray(id);
    };
    constexpr qint64 milliard = 1'000'000'000, beyond = qint64(1) << 31;
    for (const char *family : {"bert", "roberta", "electra"}) {
        for (const qint64 heads : {5, 37})
            add(family, "num_attention_heads", heads, "models.heads");
        add(family, "num_attention_heads", 0, "config.whole_range");
        for (const qint64 layers : {qint64(0), qint64(-1), milliard})
            add(family, "num_hidden_layers", layers, "config.whole_range");
        add(family, "num_hidden_layers", 1024, "models.missing_tensor");
        for (const qint64 tokens : {qint64(0), beyond})
            add(family, "vocab_size", tokens, "config.whole_range");
        add(family, "vocab_size", 1 << 24, "models.shape");
        add(family, "hidden_size", beyond, "config.whole_range");
    }
    for (const qint64 heads : {5, 37})
        add("distilbert", "n_heads", heads, "models.heads");
    for (const qint64 layers : {qint64(0), milliard})
        add("distilbert", "n_layers", layers, "config.whole_range");
    add("distilbert", "vocab_size", beyond, "config.whole_range");
    add("distilbert", "vocab_size", 1 << 24, "models.shape");
}

void tst_ModelConfigs::isRefused()
{
    QFETCH(QByteArray, family);
    QFETCH(QByteArray, key);
    QFETCH(qint64, value);
    QFETCH(QByteArray, id);
    const fs::path folder = fs::path(m_folder.path().toStdString()) / QTest::currentDataTag();
    const fs::path model = folder / "model", output = folder / "run";
    fs::create_directories(folder);
    fs::copy(fs::path(LUTHIER_TEST_DATA) / "parity" / (family.toStdString() + "-tiny-full") /
                 "model",
             model);
    Json config = readJson(model / "config.json");
    QVERIFY(config.contains(key.toStdString()));
    config[key.toStdString()] = value;
    writeJson(model / "config.json", config);
    Json plan = tinyPlan({{"type", "full"}}, {{"max_steps", 1}});
    plan["model"]["path"] = model.string();
    const TinyRun run = runTiny(plan, output);
    QVERIFY(run.error);
    QVERIFY2(run.error->message.id == id.toStdString(), run.error->what());
    const QByteArray said = run.error->what();
    if (id != "models.missing_tensor")
        QVERIFY2(said.contains(QByteArray::number(value)), said.constData());
    QVERIFY2(said.contains("model"), said.constData());
    QVERIFY(!fs::exists(output));
}

void tst_ModelConfigs::weightsWithoutTensorsAreRefused()
{
    const fs::path folder = m_folder.path().toStdString();
    const Json plan = editedPlan(tinyPlan({{"type", "full"}}, {{"max_steps", 1}}), folder / "bare",
                                 [](const std::string &, std::vector<float> &) { return false; });
    const TinyRun run = runTiny(plan, folder / "bare run");
    QVERIFY(run.error);
    QVERIFY2(run.error->message.id == "models.missing_tensor", run.error->what());
    QVERIFY(!fs::exists(folder / "bare run"));
}

QTEST_APPLESS_MAIN(tst_ModelConfigs)
#include "tst_model_configs.moc"
