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
    void theWholeModelNeedsNoBase();
    void aFolderThatExistsStays();
    void whatIsNoRunIsRefused();

private:
    QString path(const char *name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder{QDir::tempPath() + "/export 내보내기 XXXXXX"};
};

void CliExportTest::initTestCase()
{
    const Answer trained =
        luthierCli({"train", tinyCase("../bert-tiny-lora/run.json"), "--workspace", m_folder.path(),
                    "--output", path("run"), "--set", "max_steps=10"});
    QCOMPARE(trained.status, 0);
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
