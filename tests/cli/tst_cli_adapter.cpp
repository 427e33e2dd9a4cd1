// SPDX-License-Identifier: GPL-3.0-or-later
// An adapter answers with the base that it was trained on, wherever that one lies now.
#include "tests/cli/command.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace luthier::test;

class CliAdapterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aMovedBaseIsFoundInTheWorkspaceByItsWeights();
    void aMovedBaseIsNamed();
    void anAdapterFolderAnswersAsItsRun();
    void withoutItsBaseItIsAskedFor();
    void anotherBaseIsRefused();

private:
    QString path(const char *name) const { return m_folder.filePath(name); }
    Answer ask(const char *model, const char *workspace, const QStringList &more = {}) const;

    QTemporaryDir m_folder{QDir::tempPath() + "/adapter 어댑터 XXXXXX"};
    QString m_answer;
};

Answer CliAdapterTest::ask(const char *model, const char *workspace, const QStringList &more) const
{
    return luthierCli(QStringList{"predict", "--model", path(model), "--text", "leaf fern moss",
                                  "--logits", "--workspace", path(workspace)} +
                      more);
}

void CliAdapterTest::initTestCase()
{
    copyFolder(tinyCase("model"), path("base"));
    const Answer trained =
        luthierCli({"train", tinyCase("run.json"), "--workspace", path("workspace"), "--output",
                    path("run"), "--set", "model.path=" + path("base"), "--set",
                    "method={\"type\": \"lora\"}", "--set", "max_steps=6"});
    QVERIFY2(trained.status == 0, qPrintable(trained.error));
    const Answer imported = luthierCli({"import", path("base"), "--workspace", path("workspace")});
    QVERIFY2(imported.status == 0, qPrintable(imported.error));
    const Answer answer = ask("run", "elsewhere");
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    m_answer = answer.out;
    QVERIFY(m_answer.contains("logits"));
    QVERIFY(QDir().rename(path("base"), path("moved")));
}

void CliAdapterTest::aMovedBaseIsFoundInTheWorkspaceByItsWeights()
{
    const Answer answer = ask("run", "workspace");
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    QCOMPARE(answer.out, m_answer);
}

void CliAdapterTest::aMovedBaseIsNamed()
{
    const Answer answer = ask("run", "elsewhere", {"--base", path("moved")});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    QCOMPARE(answer.out, m_answer);
}

void CliAdapterTest::anAdapterFolderAnswersAsItsRun()
{
    const Answer answer = ask("run/best", "elsewhere", {"--base", path("moved")});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    QCOMPARE(answer.out, m_answer);
}

void CliAdapterTest::withoutItsBaseItIsAskedFor()
{
    const Answer answer = ask("run", "elsewhere");
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.error.contains("--base") && answer.error.contains(path("run/best")),
             qPrintable(answer.error));
}

void CliAdapterTest::anotherBaseIsRefused()
{
    const Answer answer =
        ask("run", "workspace", {"--base", tinyCase("../bert-tiny-several/model")});
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.error.contains("bert-tiny-several") && answer.error.contains("was trained on"),
             qPrintable(answer.error));
}

QTEST_GUILESS_MAIN(CliAdapterTest)
#include "tst_cli_adapter.moc"
