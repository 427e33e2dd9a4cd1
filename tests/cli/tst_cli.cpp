// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/command.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace luthier::test;

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpNamesEverySubcommand();
    void versionAsJson();
    void wrongUsage_data();
    void wrongUsage();
    void whatIsMissingIsNamed_data();
    void whatIsMissingIsNamed();
    void methodsHaveDefaults();
    void noQtIsNeeded();
    void initWritesAPlanThatTrainAccepts();
    void initWritesNothingOver();
    void initNamesTheModelsProblem();
    void initRefusesOneClass();
    void aMistypedSettingIsNamed();
    void importCopiesOnce();
    void aWorkspaceWithoutRuns();
};

void CliTest::helpNamesEverySubcommand()
{
    const Answer answer = luthierCli({"--help"});
    QCOMPARE(answer.status, 0);
    for (const char *name :
         {"train", "predict", "evaluate", "inspect", "init", "import", "runs", "methods"}) {
        QVERIFY2(answer.out.contains(QLatin1String(name)), name);
        const Answer help = luthierCli({QLatin1String(name), "--help"});
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.contains("Usage"));
    }
}

void CliTest::versionAsJson()
{
    const Answer answer = luthierCli({"--version", "--json"});
    QCOMPARE(answer.status, 0);
    const QJsonObject json = answer.json();
    QVERIFY(!json["version"].toString().isEmpty());
    QVERIFY(json["torch"].toString().startsWith(QLatin1Char('2')));
    QVERIFY(!json["processor"].toString().isEmpty());
    QVERIFY(json["threads"].toInt() >= 1);
    QVERIFY(json.contains("commit"));
}

void CliTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown subcommand") << QStringList{"trian"};
    QTest::newRow("unknown option") << QStringList{"train", "run.json", "--fast"};
    QTest::newRow("missing argument") << QStringList{"train"};
    QTest::newRow("missing option") << QStringList{"predict", "--text", "a"};
    QTest::newRow("two sources") << QStringList{"predict", "--model", "m", "--text",
                                                "a",       "--input", "f"};
    QTest::newRow("nothing to predict") << QStringList{"predict", "--model", tinyCase("model")};
    QTest::newRow("number") << QStringList{"train", "run.json", "--threads", "0,5"};
    QTest::newRow("json alone") << QStringList{"--json"};
}

void CliTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Answer answer = luthierCli(arguments);
    QCOMPARE(answer.status, 2);
    QVERIFY(answer.out.isEmpty());
    QVERIFY(!answer.error.isEmpty());
}

void CliTest::whatIsMissingIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const QString model = tinyCase("model");
    QTest::newRow("plan") << QStringList{"train", "no such plan.json"} << "no such plan.json";
    QTest::newRow("model") << QStringList{"predict", "--model", "/no/model", "--text", "a"}
                           << "/no/model";
    QTest::newRow("input") << QStringList{"predict", "--model", model, "--input", "/no/rows.csv"}
                           << "/no/rows.csv";
    QTest::newRow("labelled rows")
        << QStringList{"evaluate", "--model", model, "--input", "/no/rows.csv"} << "/no/rows.csv";
    QTest::newRow("import") << QStringList{"import", "/no/thing", "--workspace", QDir::tempPath()}
                            << "/no/thing";
    QTest::newRow("data of a plan")
        << QStringList{"init", "--model", model, "--data", "/no/rows.csv"} << "/no/rows.csv";
    QTest::newRow("column")
        << QStringList{"init",    "--model", model, "--data", tinyCase("train.csv"),
                       "--label", "colour"}
        << "colour";
}

void CliTest::whatIsMissingIsNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    QTemporaryDir folder;
    const Answer answer = luthierCli(arguments, folder.path());
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.error.contains(named), qPrintable(answer.error));
    QCOMPARE(answer.error.count(QLatin1Char('\n')), 1);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void CliTest::methodsHaveDefaults()
{
    const Answer answer = luthierCli({"methods", "--json"});
    QCOMPARE(answer.status, 0);
    QStringList ids;
    for (const QJsonValue method : answer.json()["methods"].toArray()) {
        ids << method["id"].toString();
        for (const QJsonValue parameter : method["parameters"].toArray()) {
            QVERIFY(parameter.toObject().contains("default"));
            QVERIFY(!parameter["help"].toString().isEmpty());
        }
    }
    QVERIFY(ids.contains("full"));
    QVERIFY(ids.contains("lora"));
    QVERIFY(luthierCli({"methods"}).out.contains("lora_alpha"));
}

void CliTest::noQtIsNeeded()
{
    QProcess ldd;
    ldd.start("ldd", {QStringLiteral(LUTHIER_BINARY_DIR "/luthier-cli")});
    QVERIFY(ldd.waitForFinished());
    const QString libraries = QString::fromUtf8(ldd.readAllStandardOutput());
    QVERIFY(libraries.contains("libtorch_cpu"));
    QVERIFY2(!libraries.contains("libQt"), qPrintable(libraries));
}

void CliTest::initWritesAPlanThatTrainAccepts()
{
    QTemporaryDir folder(QDir::tempPath() + "/plan 계획 XXXXXX");
    copyFolder(tinyCase("model"), folder.filePath("my model"));
    QFile::copy(tinyCase("train.csv"), folder.filePath("글.csv"));
    const Answer init = luthierCli(
        {"init", "--model", "my model", "--data", "글.csv", "--method", "lora"}, folder.path());
    QVERIFY2(init.status == 0, qPrintable(init.error));
    QFile plan(folder.filePath("run.json"));
    QVERIFY(plan.open(QFile::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(plan.readAll()).object();
    const QJsonValue dataset = json["dataset"];
    QCOMPARE(dataset["path"].toString(), QString("글.csv"));
    QCOMPARE(dataset["columns"]["text"].toString(), "text");
    QCOMPARE(dataset["columns"]["label"].toString(), "label");
    QCOMPARE(json["method"]["type"].toString(), "lora");

    // From another folder: paths count from the plan.
    const Answer dry =
        luthierCli({"train", plan.fileName(), "--dry-run", "--workspace", folder.filePath("w")});
    QVERIFY2(dry.status == 0, qPrintable(dry.error));
    QVERIFY(dry.out.contains("Trainable"));
    QVERIFY(!QDir(folder.filePath("w/runs")).exists());
}

void CliTest::initWritesNothingOver()
{
    QTemporaryDir folder;
    QFile plan(folder.filePath("run.json"));
    QVERIFY(plan.open(QFile::WriteOnly));
    plan.write("mine");
    plan.close();
    const Answer answer = luthierCli(
        {"init", "--model", tinyCase("model"), "--data", tinyCase("train.csv")}, folder.path());
    QCOMPARE(answer.status, 1);
    QVERIFY(plan.open(QFile::ReadOnly));
    QCOMPARE(plan.readAll(), QByteArray("mine"));
}

void CliTest::initNamesTheModelsProblem()
{
    QTemporaryDir folder;
    const Answer answer = luthierCli(
        {"init", "--model", folder.path(), "--data", tinyCase("train.csv")}, folder.path());
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.error.contains("config.json"), qPrintable(answer.error));
}

void CliTest::initRefusesOneClass()
{
    QTemporaryDir folder;
    QFile data(folder.filePath("one.csv"));
    QVERIFY(data.open(QFile::WriteOnly));
    data.write("text,label\nfirst one,a\nsecond one,a\n");
    data.close();
    const Answer answer =
        luthierCli({"init", "--model", tinyCase("model"), "--data", "one.csv"}, folder.path());
    QCOMPARE(answer.status, 1);
    QVERIFY(answer.error.contains("label"));
    QVERIFY(!QFile::exists(folder.filePath("run.json")));
}

void CliTest::aMistypedSettingIsNamed()
{
    const Answer answer = luthierCli(
        {"train", tinyCase("run.json"), "--dry-run", "--set", "training.learning_rat=1e-3"});
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.error.contains("learning_rate"), qPrintable(answer.error));
}

void CliTest::importCopiesOnce()
{
    QTemporaryDir workspace;
    const QStringList arguments{"import", tinyCase("model"), "--workspace", workspace.path()};
    const Answer first = luthierCli(arguments);
    QVERIFY2(first.status == 0, qPrintable(first.error));
    const QDir imported(first.out.trimmed());
    QVERIFY(imported.exists("model.safetensors"));
    QCOMPARE(luthierCli({"inspect", imported.path()}).status, 0);
    const Answer second = luthierCli(arguments);
    QCOMPARE(second.status, 1);
    QVERIFY(second.error.contains(imported.path()));

    const Answer data =
        luthierCli({"import", tinyCase("train.csv"), "--workspace", workspace.path()});
    QCOMPARE(data.out.trimmed(), QDir(workspace.path()).filePath("datasets/train.csv"));
}

void CliTest::aWorkspaceWithoutRuns()
{
    QTemporaryDir folder;
    const QString workspace = folder.filePath("none");
    const Answer answer = luthierCli({"runs", "--json", "--workspace", workspace});
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.json()["runs"].isArray());
    QVERIFY(!QDir(workspace).exists());
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
