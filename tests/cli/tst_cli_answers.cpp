// SPDX-License-Identifier: GPL-3.0-or-later
// docs/events.md and docs/answers.md name the keys that are given, and no others.
#include "tests/cli/command.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace luthier::test;

class CliAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyEventIsDescribed();
    void keysOfTables_data();
    void keysOfTables();
    void keysOfShortEvents_data();
    void keysOfShortEvents();
    void keysOfEvaluations();
    void keysOfPhases();
    void predict();
    void evaluate();
    void inspect_data();
    void inspect();
    void exportProof();
    void runs();
    void methods();
    void version();

private:
    using Names = QSet<QString>;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList train(const QStringList &settings) const;
    Names keysGiven(const QString &event) const;
    QString cell(const QString &name) const;

    QTemporaryDir m_folder{QDir::tempPath() + "/answers 답 XXXXXX"};
    QString m_events, m_answers;
    QList<QJsonObject> m_given;
};

namespace {

using Names = QSet<QString>;

Names quoted(const QString &text)
{
    static const QRegularExpression word("`([a-z][a-z0-9_]*)`");
    Names out;
    for (const auto &match : word.globalMatch(text))
        out << match.captured(1);
    return out;
}

/// What stands in brackets describes values.
Names keysNamed(QString text)
{
    static const QRegularExpression brackets("\\([^()]*\\)");
    return quoted(text.remove(brackets));
}

Names keysOf(const QJsonObject &object)
{
    const QStringList keys = object.keys();
    return {keys.begin(), keys.end()};
}

Names keysOfAll(const QJsonValue &list)
{
    Names out;
    for (const QJsonValue each : list.toArray())
        out += keysOf(each.toObject());
    return out;
}

QString section(const QString &text, const QString &title)
{
    const qsizetype begin = text.indexOf("\n## " + title + "\n");
    return begin < 0 ? QString() : text.mid(begin, text.indexOf("\n## ", begin + 4) - begin);
}

/// The first column of a section's table.
Names firstColumn(const QString &text)
{
    Names out;
    for (const QString &line : text.split('\n'))
        if (line.startsWith("| `"))
            out += quoted(line.section('|', 1, 1));
    return out;
}

/// Empty when both are the same.
QString difference(const Names &given, const Names &named)
{
    QString out;
    for (const QString &key : given - named)
        out += "not described: " + key + "; ";
    for (const QString &key : named - given)
        out += "not given: " + key + "; ";
    return out;
}

QString fileOf(const char *name)
{
    QFile file(QStringLiteral(LUTHIER_TEST_DATA "/../../docs/") + name);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QStringList CliAnswersTest::train(const QStringList &settings) const
{
    QStringList out{"train",
                    tinyCase("../bert-tiny-lora/run.json"),
                    "--workspace",
                    path("workspace"),
                    "--output",
                    path("run"),
                    "--json",
                    "--threads",
                    "1"};
    for (const QString &setting : settings)
        out << "--set" << setting;
    return out;
}

void CliAnswersTest::initTestCase()
{
    m_events = fileOf("events.md");
    m_answers = fileOf("answers.md");
    QVERIFY(!m_events.isEmpty() && !m_answers.isEmpty());
    const Answer first =
        luthierCli(train({"max_steps=4", "save_steps=2", "eval_steps=2", "dropout=0.1"}));
    QVERIFY2(first.status == 0, qPrintable(first.error));
    const Answer second =
        luthierCli(train({"max_steps=6", "save_steps=2", "eval_steps=2", "dropout=0.1"}) +
                   QStringList{"--resume", "--accept-changes"});
    QVERIFY2(second.status == 0, qPrintable(second.error));
    const Answer failed =
        luthierCli({"train", tinyCase("run.json"), "--workspace", path("workspace"), "--json",
                    "--set", "dataset.columns.label=colour"});
    QCOMPARE(failed.status, 1);
    const Answer frozen =
        luthierCli({"train", tinyCase("run.json"), "--workspace", path("workspace"), "--json",
                    "--set", "max_steps=60", "--set", "method={\"type\": \"feature-extraction\"}"});
    QVERIFY2(frozen.status == 0, qPrintable(frozen.error));
    const Answer several =
        luthierCli({"train", tinyCase("../bert-tiny-several/run.json"), "--workspace",
                    path("workspace"), "--output", path("several"), "--set", "max_steps=2"});
    QVERIFY2(several.status == 0, qPrintable(several.error));
    for (const Answer &answer : {first, second, failed, frozen})
        m_given += answer.jsonLines();
}

CliAnswersTest::Names CliAnswersTest::keysGiven(const QString &event) const
{
    Names out;
    for (const QJsonObject &each : m_given)
        if (each["event"] == event)
            out += keysOf(each);
    out.remove("event");
    return out;
}

/// The last column of the row of answers.md that `name` begins, else of events.md.
QString CliAnswersTest::cell(const QString &name) const
{
    for (const QString &text : {m_answers, m_events})
        for (const QString &line : text.split('\n'))
            if (line.startsWith("| `" + name + "` |"))
                return line.section('|', -2, -2);
    return {};
}

void CliAnswersTest::everyEventIsDescribed()
{
    Names given;
    for (const QJsonObject &event : m_given)
        given << event["event"].toString();
    const qsizetype table = m_events.indexOf("| event | when |");
    QVERIFY(table > 0);
    const Names named = firstColumn(m_events.mid(table, m_events.indexOf("\n## ") - table));
    QCOMPARE(difference(given, named), QString());
}

void CliAnswersTest::keysOfTables_data()
{
    QTest::addColumn<QString>("event");
    for (const char *event : {"start", "verdict", "done"})
        QTest::newRow(event) << event;
}

void CliAnswersTest::keysOfTables()
{
    QFETCH(QString, event);
    QCOMPARE(difference(keysGiven(event), firstColumn(section(m_events, event))), QString());
}

void CliAnswersTest::keysOfShortEvents_data()
{
    QTest::addColumn<QString>("event");
    for (const char *event : {"step", "resumed", "checkpoint", "warning", "error"})
        QTest::newRow(event) << event;
}

void CliAnswersTest::keysOfShortEvents()
{
    QFETCH(QString, event);
    QCOMPARE(difference(keysGiven(event), keysNamed(cell(event))), QString());
}

void CliAnswersTest::keysOfEvaluations()
{
    const Names metrics = quoted(section(m_events, "Metrics of `text-classification`"));
    const Names named = keysNamed(cell("evaluation")) - Names{"metric_for_best_model"};
    const Names given = keysGiven("evaluation");
    QVERIFY(metrics.contains("roc_auc"));
    QCOMPARE(difference(given, named + (metrics & given)), QString());
}

void CliAnswersTest::keysOfPhases()
{
    const Names given = keysGiven("phase");
    QCOMPARE(difference(given, quoted(cell("phase")) & given), QString());
    QVERIFY(given.contains("total") && given.contains("output"));
}

void CliAnswersTest::predict()
{
    const auto asked = [](const QString &model) {
        const Answer answer =
            luthierCli({"predict", "--model", model, "--text", "leaf", "--logits", "--all-scores"});
        return keysOf(answer.jsonLines().value(0));
    };
    const Names several = asked(path("several"));
    QVERIFY(several.contains("label_scores"));
    QCOMPARE(difference(asked(tinyCase("model")) + several, keysNamed(cell("predict"))), QString());
}

void CliAnswersTest::evaluate()
{
    const auto scored = [](const QString &model, const QString &input) {
        return keysOf(
            luthierCli({"evaluate", "--model", model, "--input", input, "--json"}).json());
    };
    const QString metrics = section(m_events, "Metrics of `text-classification`");
    const Names row = keysNamed(cell("evaluate --json"));
    const Names one = keysNamed(metrics.left(metrics.indexOf("With `problem_type`")));
    QCOMPARE(difference(scored(tinyCase("model"), tinyCase("test.csv")), row + one), QString());
    const Names several = scored(path("several"), tinyCase("../bert-tiny-several/test.csv"));
    const Names without{"ece", "confusion_matrix"}, more{"hamming_loss"};
    QVERIFY(quoted(metrics).contains(more));
    QCOMPARE(difference(several, row + one - without + more), QString());
    // A run's end says the same.
    Names test;
    for (const QJsonObject &event : m_given)
        if (event["event"] == "done")
            test += keysOf(event["test"].toObject());
    QCOMPARE(difference(test, one + Names{"eval_loss"}), QString());
}

void CliAnswersTest::inspect_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("paths");
    QTest::newRow("model") << "model" << QStringList{tinyCase("model")};
    QTest::newRow("adapter") << "adapter" << QStringList{tinyCase("../bert-tiny-lora/adapter")};
    QTest::newRow("weights") << "weights" << QStringList{tinyCase("model/model.safetensors")};
    QTest::newRow("run") << "run" << QStringList{path("run")};
    for (const char *label : {"ham", "spam"}) {
        QVERIFY(QDir().mkpath(path("texts/") + label));
        QFile file(path("texts/") + label + "/1.txt");
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("some words");
    }
    QTest::newRow("dataset") << "dataset" << QStringList{tinyCase("train.csv"), path("texts")};
}

void CliAnswersTest::inspect()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, paths);
    Names given;
    for (const QString &each : paths) {
        const QJsonObject answer = luthierCli({"inspect", each, "--json"}).json();
        QCOMPARE(answer["kind"].toString(), kind);
        given += keysOf(answer);
    }
    Names named = keysNamed(cell("inspect PATH --json")) + keysNamed(cell(kind));
    if (kind == "adapter")
        named += keysNamed(cell("weights"));
    // Only with damaged weights.
    QCOMPARE(difference(given, named - Names{"non_finite"}), QString());
}

void CliAnswersTest::exportProof()
{
    const Answer answer = luthierCli({"export", path("run"), "--output", path("exported"),
                                      "--workspace", path("workspace"), "--json"});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    // Only where labels differ.
    QCOMPARE(difference(keysOf(answer.json()),
                        keysNamed(cell("export RUN --json")) - Names{"first_difference"}),
             QString());
}

void CliAnswersTest::runs()
{
    const QJsonObject json =
        luthierCli({"runs", "--workspace", path("workspace"), "--json"}).json();
    QCOMPARE(difference(keysOf(json) + keysOfAll(json["runs"]), keysNamed(cell("runs --json"))),
             QString());
}

void CliAnswersTest::methods()
{
    const QJsonObject json = luthierCli({"methods", "--json"}).json();
    Names given = keysOf(json) + keysOfAll(json["methods"]);
    for (const QJsonValue method : json["methods"].toArray())
        given += keysOfAll(method["parameters"]);
    // No method's setting has a second name.
    QCOMPARE(difference(given, keysNamed(cell("methods --json")) - Names{"aliases"}), QString());
}

void CliAnswersTest::version()
{
    QCOMPARE(difference(keysOf(luthierCli({"--version", "--json"}).json()),
                        keysNamed(cell("--version --json"))),
             QString());
}

QTEST_GUILESS_MAIN(CliAnswersTest)
#include "tst_cli_answers.moc"
