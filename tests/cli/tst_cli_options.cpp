// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/command.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace luthier::test;

class CliOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void changedSettingsAreAcceptedWhenTold();
    void changedDataIsAcceptedWhenTold();
    void maxLengthCutsWhatIsEvaluated();
    void theWorkspaceOfTheEnvironment();
    void anAdapterFolderIsInspected();
    void aSpoiltAdapterFolderIsNot();
    void labelsWithoutRowsAreNamed();
    void labelsWithoutRowsAreNamedAtTheEndOfARun();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList train(const QString &output, const QStringList &settings = {}) const;
    Answer evaluated(const QString &input, const QStringList &more = {}) const;
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;

    QTemporaryDir m_folder{QDir::tempPath() + "/options 옵션 XXXXXX"};
};

namespace {

const QByteArray kTwoOfThree =
    "text,label\nrose ruby brick,red\nmoss leaf fern,green\nleaf grass,green\n";

QStringList idsIn(const Answer &answer)
{
    QStringList out;
    for (const QJsonObject &event : answer.jsonLines())
        if (event["event"] == "warning")
            out << event["message"]["id"].toString();
    return out;
}

QJsonObject firstOf(const Answer &answer, const QString &kind)
{
    for (const QJsonObject &event : answer.jsonLines())
        if (event["event"] == kind)
            return event;
    return {};
}

} // namespace

QStringList CliOptionsTest::train(const QString &output, const QStringList &settings) const
{
    QStringList out{"train",    path("run.json"), "--workspace", path("workspace"),
                    "--output", path(output),     "--threads",   "1"};
    for (const QString &setting : settings)
        out << "--set" << setting;
    return out;
}

Answer CliOptionsTest::evaluated(const QString &input, const QStringList &more) const
{
    return luthierCli(QStringList{"evaluate", "--model", path("model"), "--input", path(input)} +
                      more);
}

void CliOptionsTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

QByteArray CliOptionsTest::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void CliOptionsTest::initTestCase()
{
    copyFolder(tinyCase("model"), path("model"));
    for (const char *name : {"train.csv", "test.csv", "run.json"})
        QVERIFY(QFile::copy(tinyCase(name), path(name)));
    write("two.csv", kTwoOfThree);
}

void CliOptionsTest::changedSettingsAreAcceptedWhenTold()
{
    const Answer first = luthierCli(train("changed", {"max_steps=4", "save_steps=2"}));
    QVERIFY2(first.status == 0, qPrintable(first.error));
    const QStringList again =
        train("changed", {"max_steps=6", "save_steps=2"}) + QStringList{"--resume", "--json"};
    const QByteArray before = read("changed/events.jsonl"), plan = read("changed/run.json");
    const Answer refused = luthierCli(again);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.error.contains("max_steps") && refused.error.contains("--accept-changes"),
             qPrintable(refused.error));
    QCOMPARE(read("changed/events.jsonl"), before);
    QCOMPARE(read("changed/run.json"), plan);

    const Answer accepted = luthierCli(again + QStringList{"--accept-changes"});
    QVERIFY2(accepted.status == 0, qPrintable(accepted.error));
    QCOMPARE(idsIn(accepted).count("train.changed_settings"), 1);
    QCOMPARE(firstOf(accepted, "resumed")["step"].toInt(), 4);
    QCOMPARE(firstOf(accepted, "step")["step"].toInt(), 5);
    QCOMPARE(firstOf(accepted, "done")["steps"].toInt(), 6);
}

void CliOptionsTest::changedDataIsAcceptedWhenTold()
{
    const QByteArray old = read("train.csv");
    QVERIFY(luthierCli(train("data", {"max_steps=4", "save_steps=2"})).status == 0);
    QVERIFY(QDir(path("data/checkpoint-4")).exists());
    write("train.csv", old + "rose ruby rose,red\n");
    const QStringList again =
        train("data", {"max_steps=4", "save_steps=2"}) + QStringList{"--resume", "--json"};
    const Answer refused = luthierCli(again);
    const Answer accepted = luthierCli(again + QStringList{"--accept-changes"});
    write("train.csv", old);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.error.contains("--accept-changes"), qPrintable(refused.error));
    QVERIFY2(accepted.status == 0, qPrintable(accepted.error));
    QVERIFY(idsIn(accepted).contains("train.changed_data"));
}

void CliOptionsTest::maxLengthCutsWhatIsEvaluated()
{
    const auto loss = [this](const QStringList &more) {
        return evaluated("test.csv", QStringList{"--json"} + more).json()["eval_loss"].toDouble(-1);
    };
    // The model has 48 positions.
    const double whole = loss({}), asMany = loss({"--max-length", "48"}),
                 few = loss({"--max-length", "5"});
    QVERIFY(whole > 0 && few > 0);
    QCOMPARE(asMany, whole);
    QVERIFY2(qAbs(few - whole) > 1e-4, qPrintable(QString::number(few)));

    // Cut by hand, a text scores what it scores cut by the option.
    write("long.csv", "text,label\nrose moss leaf fern grass sky rain,red\n");
    write("short.csv", "text,label\nrose moss leaf,red\n");
    const auto lossOf = [this](const char *file, const QStringList &more) {
        return evaluated(file, QStringList{"--json"} + more).json()["eval_loss"].toDouble(-1);
    };
    QCOMPARE(lossOf("long.csv", {"--max-length", "5"}), lossOf("short.csv", {}));
    QVERIFY(lossOf("long.csv", {}) != lossOf("short.csv", {}));
    QCOMPARE(evaluated("test.csv", {"--max-length", "0"}).status, 2);
}

void CliOptionsTest::theWorkspaceOfTheEnvironment()
{
    const auto run = [this](const QStringList &arguments, const QString &set) {
        QProcess process;
        prepare(process, arguments);
        QProcessEnvironment environment = process.processEnvironment();
        environment.insert("HOME", path("home"));
        if (!set.isNull())
            environment.insert("LUTHIER_WORKSPACE", set);
        process.setProcessEnvironment(environment);
        process.start();
        process.closeWriteChannel();
        Answer answer;
        if (process.waitForFinished(120'000))
            answer.status = process.exitCode();
        answer.out = QString::fromUtf8(process.readAllStandardOutput());
        answer.error = QString::fromUtf8(process.readAllStandardError());
        return answer;
    };
    const QStringList list{"runs", "--json"};
    const Answer done =
        run({"train", path("run.json"), "--json", "--set", "max_steps=1"}, path("of mine"));
    QVERIFY2(done.status == 0, qPrintable(done.error));
    const QString folder = firstOf(done, "done")["output"].toString();
    QVERIFY2(folder.startsWith(path("of mine") + "/runs/"), qPrintable(folder));
    QCOMPARE(run(list, path("of mine")).json()["runs"][0]["folder"].toString(), folder);
    // What is named goes before, and without either it is the home folder's.
    QCOMPARE(run(list + QStringList{"--workspace", path("other")}, path("of mine"))
                 .json()["runs"]
                 .toArray(),
             QJsonArray());
    QCOMPARE(run(list, {}).json()["runs"].toArray(), QJsonArray());
    QVERIFY(QDir().mkpath(path("home")));
    QVERIFY(QDir().rename(path("of mine"), path("home/Luthier")));
    QCOMPARE(run(list, {}).json()["runs"].toArray().size(), 1);
    QCOMPARE(run(list, QString("")).json()["runs"].toArray().size(), 1);
}

void CliOptionsTest::anAdapterFolderIsInspected()
{
    const QString adapter = tinyCase("../bert-tiny-lora/adapter");
    const Answer answer = luthierCli({"inspect", adapter, "--json"});
    QCOMPARE(answer.status, 0);
    const QJsonObject json = answer.json();
    QCOMPARE(json["kind"].toString(), QString("adapter"));
    QCOMPARE(json["usable"].toBool(), true);
    QCOMPARE(json["peft_type"].toString(), QString("LORA"));
    QCOMPARE(json["task_type"].toString(), QString("SEQ_CLS"));
    QCOMPARE(json["r"].toInt(), 4);
    QCOMPARE(json["lora_alpha"].toInt(), 8);
    QCOMPARE(json["use_rslora"].toBool(true), false);
    QCOMPARE(json["target_modules"].toArray(), (QJsonArray{"query", "value"}));
    QVERIFY(json["modules_to_save"].toArray().contains("classifier"));
    QCOMPARE(json["tensors"].toInt(), 12);
    QCOMPARE(json["parameters"].toInt(), 2 * 2 * 4 * (36 + 36) + 36 * 37 + 3 * 37);
    QCOMPARE(json["problems"].toArray(), QJsonArray());
    const QString words = luthierCli({"inspect", adapter}).out;
    for (const char *said : {"LORA", "query, value", "2,595"})
        QVERIFY2(words.contains(said), qPrintable(words));
}

void CliOptionsTest::aSpoiltAdapterFolderIsNot()
{
    copyFolder(tinyCase("../bert-tiny-lora/adapter"), path("adapter"));
    const QByteArray config = read("adapter/adapter_config.json");
    write("adapter/adapter_config.json", QByteArray(config).replace("\"r\": 4", "\"r\": 0"));
    const Answer rank = luthierCli({"inspect", path("adapter"), "--json"});
    QCOMPARE(rank.status, 1);
    QCOMPARE(rank.json()["usable"].toBool(true), false);
    QCOMPARE(rank.json()["problems"].toArray().size(), 1);
    QVERIFY2(rank.out.contains("adapter_config.json"), qPrintable(rank.out));
    write("adapter/adapter_config.json", config);
    QCOMPARE(luthierCli({"inspect", path("adapter")}).status, 0);
    write("adapter/adapter_model.safetensors", "short");
    const Answer weights = luthierCli({"inspect", path("adapter")});
    QCOMPARE(weights.status, 1);
    QVERIFY2(weights.out.contains("Problem: ") && weights.out.contains("adapter_model.safetensors"),
             qPrintable(weights.out));
}

void CliOptionsTest::labelsWithoutRowsAreNamed()
{
    const QString sentence =
        "These labels have no rows here, so their precision, recall and F1 are "
        "unknown: blue.\n";
    const Answer answer = evaluated("two.csv", {"--json"});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    const QJsonObject json = answer.json();
    for (const char *key : {"precision", "recall", "f1"}) {
        QVERIFY2(json["per_class"]["blue"][key].isNull(), key);
        QVERIFY2(json["per_class"]["green"]["recall"].isDouble(), key);
    }
    QCOMPARE(json["per_class"]["blue"]["support"].toInt(-1), 0);
    QCOMPARE(json["notes"][0]["id"].toString(), QString("evaluate.labels_without_rows"));
    QCOMPARE(json["notes"][0]["values"]["labels"].toString(), QString("blue"));
    QVERIFY2(evaluated("two.csv").out.endsWith(sentence), qPrintable(evaluated("two.csv").out));
    QCOMPARE(evaluated("test.csv", {"--json"}).json()["notes"].toArray(), QJsonArray());
    QVERIFY(!evaluated("test.csv").out.contains("no rows here"));
}

void CliOptionsTest::labelsWithoutRowsAreNamedAtTheEndOfARun()
{
    const QStringList settings{"max_steps=2", "dataset.test=two.csv"};
    const Answer json = luthierCli(train("without blue", settings) + QStringList{"--json"});
    QVERIFY2(json.status == 0, qPrintable(json.error));
    const QJsonValue test = firstOf(json, "done")["test"];
    QVERIFY(test["per_class"]["blue"]["f1"].isNull());
    QCOMPARE(test["notes"][0]["values"]["labels"].toString(), QString("blue"));
    const Answer words = luthierCli(train("without blue, in words", settings));
    QVERIFY2(words.out.contains("F1 are unknown: blue.\n"), qPrintable(words.out));
}

QTEST_GUILESS_MAIN(CliOptionsTest)
#include "tst_cli_options.moc"
