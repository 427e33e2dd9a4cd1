// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of texts is taken wherever a data file is.
#include "tests/cli/command.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace luthier::test;

class TextFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isInspected();
    void isImportedWithoutLinks();
    void isTrainedOn();

private:
    void write(const QString &name, const QByteArray &content) const;
    QString path(const QString &name) const { return m_outer.filePath(name); }

    QTemporaryDir m_outer;
};

void TextFolderTest::write(const QString &name, const QByteArray &content) const
{
    const QString file = path("메일 folder/" + name);
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QFile out(file);
    QVERIFY(out.open(QFile::WriteOnly));
    out.write(content);
}

void TextFolderTest::initTestCase()
{
    for (int i = 0; i < 12; ++i)
        for (const char *label : {"red", "green"})
            for (const char *part : {"train", "dev"})
                write(QString("%1/%2/%3.txt").arg(part, label).arg(i),
                      QByteArray(label) + " text " + QByteArray::number(i) + " of " + part + "\n");
    write("train/red/.hidden.txt", "no row");
    write("README", "no row");
    write("../secret.txt", "no row");
    QVERIFY(QFile::link(path("secret.txt"), path("메일 folder/train/red/link.txt")));
}

void TextFolderTest::isInspected()
{
    const Answer answer = luthierCli({"inspect", path("메일 folder"), "--json"});
    QCOMPARE(answer.status, 0);
    const QJsonObject found = answer.json();
    QCOMPARE(found["kind"].toString(), QString("dataset"));
    QCOMPARE(found["rows"].toInt(), 48);
    QCOMPARE(found["files"].toInt(), 51);
    QCOMPARE(found["unreadable_count"].toInt(), 3);
    QCOMPARE(found["label_count"].toInt(), 2);
}

void TextFolderTest::isImportedWithoutLinks()
{
    const Answer answer =
        luthierCli({"import", path("메일 folder/"), "--workspace", path("workspace")});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    QDirIterator files(path("workspace/datasets/메일 folder"), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        files.next();
        QVERIFY(!files.fileInfo().isSymLink());
        ++count;
    }
    QCOMPARE(count, 48);
}

void TextFolderTest::isTrainedOn()
{
    copyFolder(tinyCase("../bert-tiny-prefixless/model"), path("model"));
    const QString folder = path("메일 folder"), run = path("run");
    const Answer init = luthierCli(
        {"init", "--model", path("model"), "--data", folder, "--output", path("run.json")});
    QVERIFY2(init.status == 0, qPrintable(init.error));
    const Answer train = luthierCli({"train", path("run.json"), "--workspace", path("workspace"),
                                     "--output", run, "--json", "--set", "training.max_steps=4"});
    QVERIFY2(train.status == 0, qPrintable(train.error));
    const QList<QJsonObject> events = train.jsonLines();
    const auto start = std::ranges::find_if(
        events, [](const QJsonObject &event) { return event["event"].toString() == "start"; });
    QVERIFY(start != events.end());
    const QJsonObject rows = (*start)["rows"].toObject();
    QCOMPARE(rows["train"].toInt(), 24);
    QCOMPARE(rows["validation"].toInt(), 24);
    const Answer answers =
        luthierCli({"predict", "--model", run, "--task", "text-classification", "--input", folder});
    QVERIFY2(answers.status == 0, qPrintable(answers.error));
    QCOMPARE(answers.jsonLines().size(), 48);
    const Answer scores = luthierCli(
        {"evaluate", "--model", run, "--task", "text-classification", "--input", folder, "--json"});
    QCOMPARE(scores.json()["samples"].toInt(), 48);
}

QTEST_GUILESS_MAIN(TextFolderTest)
#include "tst_cli_text_folder.moc"
