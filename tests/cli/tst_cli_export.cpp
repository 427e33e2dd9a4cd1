// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/command.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace luthier::test;

class CliExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anAdapterBecomesAWholeModel();
    void theProofTakesTheDataOfTheRun_data();
    void theProofTakesTheDataOfTheRun();
    void rowsThatAreGoneLeaveNoFolder();
    void theWholeModelNeedsNoBase();
    void aFolderThatExistsStays();
    void whatIsNoRunIsRefused();

private:
    QString path(const char *name) const { return m_folder.filePath(name); }
    QString write(const char *name, const QByteArray &bytes) const;
    Answer trained(const QString &plan, const char *run, const QStringList &settings) const;
    QTemporaryDir m_folder{QDir::tempPath() + "/export 내보내기 XXXXXX"};
};

QString CliExportTest::write(const char *name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (file.open(QFile::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

Answer CliExportTest::trained(const QString &plan, const char *run,
                              const QStringList &settings) const
{
    QStringList arguments{"train",    tinyCase(plan), "--workspace", m_folder.path(),
                          "--output", path(run),      "--set",       "max_steps=10"};
    for (const QString &setting : settings)
        arguments << "--set" << setting;
    return luthierCli(arguments);
}

void CliExportTest::initTestCase()
{
    const Answer done = trained("../bert-tiny-lora/run.json", "run", {});
    QVERIFY2(done.status == 0, qPrintable(done.error));
}

void CliExportTest::anAdapterBecomesAWholeModel()
{
    const Answer done = luthierCli({"export", path("run"), "--output", path("whole"), "--json",
                                    "--workspace", m_folder.path()});
    QVERIFY2(done.status == 0, qPrintable(done.error));
    const QJsonObject proof = done.json();
    QCOMPARE(proof["proven"].toBool(), true);
    QVERIFY(proof["rows"].toInt() > 50);
    QCOMPARE(proof["agreeing"].toInt(), proof["rows"].toInt());
    QVERIFY(proof["largest_difference"].toDouble() <= proof["allowed_difference"].toDouble());
    QVERIFY(!QFile::exists(path("whole/adapter_config.json")));
    for (const char *file : {"config.json", "model.safetensors", "tokenizer.json"})
        QVERIFY2(QFile::exists(path("whole/") + QLatin1String(file)), file);
}

namespace {

/// `rows` different texts with three labels.
QByteArray manyTexts(int rows)
{
    QByteArray out("text,label\n");
    for (int row = 0; row < rows; ++row) {
        const QByteArray label = QByteArrayList{"red", "green", "blue"}[row % 3];
        out += "sky " + QByteArray::number(row) + " and " + label + ',' + label + '\n';
    }
    return out;
}

} // namespace

void CliExportTest::theProofTakesTheDataOfTheRun_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("allThereAre");
    const QStringList adapter{"method.type=lora"};
    QTest::newRow("pairs") << "../bert-tiny-pair/run.json" << adapter << 0 << true;
    QTest::newRow("several labels") << "../bert-tiny-several/run.json" << adapter << 0 << true;
    QTest::newRow("more rows than are asked")
        << "../bert-tiny-lora/run.json" << QStringList{"dataset.train=many.csv"} << 200 << false;
}

void CliExportTest::theProofTakesTheDataOfTheRun()
{
    QFETCH(QString, plan);
    QFETCH(QStringList, settings);
    QFETCH(int, rows);
    QFETCH(bool, allThereAre);
    settings.replaceInStrings("many.csv", write("many.csv", manyTexts(260)));
    const QByteArray run = QByteArray("run of ") + QTest::currentDataTag();
    const Answer training = trained(plan, run, settings);
    QVERIFY2(training.status == 0, qPrintable(training.error));
    const auto exported = [&](const char *name, const QStringList &more) {
        return luthierCli(QStringList{"export", path(run), "--output", path(run + name),
                                      "--workspace", m_folder.path()} +
                          more);
    };
    const Answer json = exported(" json", {"--json"});
    QVERIFY2(json.status == 0, qPrintable(json.error));
    const QJsonObject proof = json.json();
    QCOMPARE(proof["proven"].toBool(), true);
    QCOMPARE(proof["agreeing"].toInt(), proof["rows"].toInt());
    QVERIFY(proof["rows"].toInt() >= rows);
    QVERIFY(proof["rows"].toInt() > 50);
    const Answer words = exported(" words", {});
    QVERIFY2(words.out.contains(QString(" of %1 rows").arg(proof["rows"].toInt())),
             qPrintable(words.out));
    QCOMPARE(words.out.contains("fewer than 200"), allThereAre);
}

void CliExportTest::rowsThatAreGoneLeaveNoFolder()
{
    const QString data = write("soon gone.csv", manyTexts(60));
    const Answer training =
        trained("../bert-tiny-lora/run.json", "without data", {"dataset.train=" + data});
    QVERIFY2(training.status == 0, qPrintable(training.error));
    QVERIFY(QFile::remove(data));
    const Answer done = luthierCli({"export", path("without data"), "--output", path("unproven"),
                                    "--workspace", m_folder.path()});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.error.contains("soon gone.csv"), qPrintable(done.error));
    QVERIFY(!QFile::exists(path("unproven")));
}

void CliExportTest::theWholeModelNeedsNoBase()
{
    const QString text = "a red apple";
    const auto answer = [&](const QString &model) {
        const Answer done = luthierCli({"predict", "--model", model, "--text", text, "--workspace",
                                        m_folder.path(), "--logits"});
        return done.json();
    };
    const QJsonObject tuned = answer(path("run")), whole = answer(path("whole"));
    QVERIFY(!tuned.isEmpty());
    QCOMPARE(whole["label"], tuned["label"]);
    QVERIFY(std::abs(whole["score"].toDouble() - tuned["score"].toDouble()) < 1e-5);
}

void CliExportTest::aFolderThatExistsStays()
{
    QVERIFY(QDir(m_folder.path()).mkdir("mine"));
    const Answer done = luthierCli(
        {"export", path("run"), "--output", path("mine"), "--workspace", m_folder.path()});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.error.contains("exists already"), qPrintable(done.error));
    QVERIFY(QDir(path("mine")).isEmpty());
}

void CliExportTest::whatIsNoRunIsRefused()
{
    const Answer done = luthierCli(
        {"export", tinyCase("model"), "--output", path("other"), "--workspace", m_folder.path()});
    QCOMPARE(done.status, 1);
    QVERIFY(!QFile::exists(path("other")));
}

QTEST_GUILESS_MAIN(CliExportTest)
#include "tst_cli_export.moc"
