// SPDX-License-Identifier: GPL-3.0-or-later
// Every method of the catalog goes on from a checkpoint with the same bits, dropout on.
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/methods/catalog.h"

#include <QtTest>

using namespace luthier;
namespace fs = std::filesystem;

class tst_MethodsResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWithTheSameBits_data();
    void goesOnWithTheSameBits();

private:
    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/go on 이어서 XXXXXX")};
};

namespace {

/// All that can drop out does; of two blocks, one is frozen.
Json dropping(const MethodInfo &info)
{
    Json method{{"type", info.descriptor.id}};
    for (const Parameter &parameter : info.descriptor.parameters) {
        if (parameter.id == "trainable_layers")
            method[parameter.id] = 1;
        if (parameter.id.ends_with("dropout"))
            method[parameter.id] = 0.2;
    }
    return method;
}

} // namespace

void tst_MethodsResume::goesOnWithTheSameBits_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("frozenDropout");
    for (const MethodInfo &info : methods()) {
        const QString id = QString::fromStdString(info.descriptor.id);
        QTest::newRow(qPrintable(id)) << id << false;
        QTest::newRow(qPrintable(id + QStringLiteral(", frozen parts drop out"))) << id << true;
    }
}

void tst_MethodsResume::goesOnWithTheSameBits()
{
    QFETCH(QString, id);
    QFETCH(bool, frozenDropout);
    const MethodInfo &info = methodNamed(id.toStdString());
    const Json plan = tinyPlan(
        dropping(info), {{"dropout", 0.1}, {"frozen_dropout", frozenDropout}, {"save_steps", 6}});
    const fs::path all = fs::path(m_folder.path().toStdString()) / QTest::currentDataTag(),
                   straight = all / "undisturbed/run", broken = all / "stopped/run";
    const TinyRun undisturbed = runTiny(plan, straight);
    QVERIFY2(!undisturbed.error, undisturbed.error ? undisturbed.error->what() : "");
    const bool frozenBottom = info.learns.embeddings == MethodInfo::Share::Nothing;
    QCOMPARE(undisturbed.find("start")->at("cache_bytes") > 0, frozenBottom && !frozenDropout);
    QVERIFY(runTiny(plan, broken, {.stopAfter = 12}).stopped);
    const TinyRun rest = runTiny(plan, broken, {.resume = true});
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QCOMPARE(rest.find("resumed")->at("step").get<int64_t>(), int64_t(12));
    QVERIFY(filesBelow(straight / "final") == filesBelow(broken / "final"));
    QVERIFY(filesBelow(straight / "best") == filesBelow(broken / "best"));
    QCOMPARE(files::read(broken / "checkpoint-20/optimizer.safetensors"),
             files::read(straight / "checkpoint-20/optimizer.safetensors"));
    QVERIFY(comparableEvents(straight) == comparableEvents(broken));
}

QTEST_APPLESS_MAIN(tst_MethodsResume)
#include "tst_methods_resume.moc"
