// SPDX-License-Identifier: GPL-3.0-or-later
// What a run says before its first step, of a model and data whose numbers are known.
#include "tests/cli/command.h"
#include "tests/support/tiny_run.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace luthier::test;

class CliStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNumbersOfAKnownCase();
    void theSameInWords();
    void loraTrainsFewOfThem();
    void autoIsFp32();
    void theFolderStaysWithinWhatWasSaid();
    void whatTheFilesLackIsSaid();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList command(const QString &plan, const QStringList &settings) const;
    QJsonObject startOf(const QString &plan, const QStringList &settings) const;

    QTemporaryDir m_folder{QDir::tempPath() + "/start 시작 XXXXXX"};
};

namespace {

// The plan says that the test rows validate too. Counted by the tokenizers library: rows of at most
// 16 tokens, and how many are longer.
const QStringList kKnown{"max_steps=6", "max_length=16", "eval_steps=3"};
constexpr int kTrain = 83, kTest = 24, kTokens = 999, kCut = 68;
constexpr int kParameters = 26135;
/// Adapters of rank 4 at query and value in two blocks of 36 numbers, the pooler, the classifier.
constexpr int kLoraParameters = 2 * 2 * 4 * (36 + 36) + 36 * 37 + 3 * 37;

QJsonObject firstOf(const Answer &answer, const QString &kind)
{
    for (const QJsonObject &event : answer.jsonLines())
        if (event["event"] == kind)
            return event;
    return {};
}

qint64 bytesBelow(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

QStringList CliStartTest::command(const QString &plan, const QStringList &settings) const
{
    QStringList out{"train", plan, "--workspace", path("workspace"), "--threads", "2"};
    for (const QString &setting : settings)
        out << "--set" << setting;
    return out;
}

QJsonObject CliStartTest::startOf(const QString &plan, const QStringList &settings) const
{
    const Answer answer = luthierCli(command(plan, settings) + QStringList{"--json", "--dry-run"});
    return answer.status == 0 ? firstOf(answer, "start") : QJsonObject{{"failed", answer.error}};
}

void CliStartTest::theNumbersOfAKnownCase()
{
    const QJsonObject start = startOf(tinyCase("run.json"), kKnown);
    QCOMPARE(start["rows"].toObject(),
             (QJsonObject{{"train", kTrain}, {"validation", kTest}, {"test", kTest}}));
    QCOMPARE(start["tokens"].toInt(), kTokens);
    QCOMPARE(start["max_length"].toInt(), 16);
    QCOMPARE(start["rows_cut"].toInt(), kCut);
    QVERIFY(qAbs(start["rows_cut_share"].toDouble() - double(kCut) / (kTrain + 2 * kTest)) < 1e-12);
    QCOMPARE(start["steps"].toInt(), 6);
    QCOMPARE(start["steps_per_epoch"].toInt(), 17);
    QCOMPARE(start["eval_steps"].toInt(), 3);
    QCOMPARE(start["parameters"].toInt(), kParameters);
    QCOMPARE(start["trainable_parameters"].toInt(), kParameters);
    QCOMPARE(start["labels"].toArray(), (QJsonArray{"red", "green", "blue"}));
    QCOMPARE(start["device"].toString(), QString("cpu"));
    QCOMPARE(start["threads"].toInt(), 2);
    QCOMPARE(start["new_modules"].toArray(), QJsonArray());
    // Weights and two moments in two checkpoints, three copies of the weights; at most 64 MiB and
    // the scores of the validations.
    const double weights = 4.0 * (2 * 3 + 3) * kParameters, rows = 64 << 20;
    QVERIFY2(qAbs(start["disk_bytes"].toDouble() - weights - rows) < 4096,
             qPrintable(QString::number(start["disk_bytes"].toDouble(), 'f', 0)));
}

void CliStartTest::theSameInWords()
{
    const Answer answer = luthierCli(command(tinyCase("run.json"), kKnown) +
                                     QStringList{"--output", path("in words")});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    for (const char *line :
         {"Rows           83 to train, 24 to validate, 24 to test\n",
          "Tokens         999 an epoch; 68 rows (51.9 %) are cut at max_length\n",
          "Steps          6, 17 an epoch, validation every 3\n", "Learning rate  0.001\n",
          "Trainable      26,135 of 26,135 parameters (100.0 %)\n",
          "Device         cpu, fp32, 2 threads\n", "Disk needed    68.1 MB\n"})
        QVERIFY2(answer.out.contains(line), qPrintable(line + ("\n" + answer.out)));
    QVERIFY(!answer.out.contains("New modules"));
}

void CliStartTest::loraTrainsFewOfThem()
{
    const QStringList lora{"method={\"type\": \"lora\", \"r\": 4, \"target_modules\": [\"query\", "
                           "\"value\"], \"modules_to_save\": [\"classifier\", \"pooler\"]}"};
    const QJsonObject start = startOf(tinyCase("run.json"), kKnown + lora);
    QCOMPARE(start["trainable_parameters"].toInt(), kLoraParameters);
    QVERIFY(start["disk_bytes"].toDouble() <
            startOf(tinyCase("run.json"), kKnown)["disk_bytes"].toDouble());
}

void CliStartTest::autoIsFp32()
{
    const Answer answer =
        luthierCli(command(tinyCase("run.json"), QStringList{"precision=auto", "max_steps=2"}) +
                   QStringList{"--json", "--output", path("auto")});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    QCOMPARE(firstOf(answer, "start")["precision"].toString(), QString("fp32"));
    const QJsonObject stored = luthierCli({"inspect", path("auto/best"), "--json"}).json();
    QCOMPARE(stored["dtypes"].toObject().keys(), QStringList{"F32"});
    const Answer other = luthierCli(command(tinyCase("run.json"), QStringList{"precision=bf16"}) +
                                    QStringList{"--dry-run"});
    QCOMPARE(other.status, 1);
    QVERIFY2(other.error.contains("bf16") && other.error.contains("fp32"), qPrintable(other.error));
}

void CliStartTest::theFolderStaysWithinWhatWasSaid()
{
    const Answer answer = luthierCli(
        command(tinyCase("run.json"), QStringList{"max_steps=8", "eval_steps=2", "save_steps=2"}) +
        QStringList{"--json", "--output", path("measured")});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    const qint64 said = firstOf(answer, "start")["disk_bytes"].toInteger();
    const qint64 taken = bytesBelow(path("measured"));
    QVERIFY2(taken > 0 && taken <= said, qPrintable(QString::number(taken)));
}

void CliStartTest::whatTheFilesLackIsSaid()
{
    const std::filesystem::path folder = m_folder.path().toStdString();
    const luthier::Json plan = luthier::editedPlan(
        luthier::tinyPlan({{"type", "full"}}, {{"max_steps", 2}}), folder / "base",
        [](const std::string &name, std::vector<float> &) {
            return !name.starts_with("bert.pooler.") && !name.starts_with("classifier.");
        });
    luthier::writeJson(folder / "plan.json", plan);
    const Answer answer = luthierCli(command(path("plan.json"), {}) +
                                     QStringList{"--json", "--output", path("new head")});
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    QCOMPARE(firstOf(answer, "start")["new_modules"].toArray(),
             (QJsonArray{"bert.pooler.dense", "classifier"}));
    QStringList said;
    for (const QJsonObject &event : answer.jsonLines())
        if (event["message"]["id"] == "models.new_module")
            said << event["message"]["values"]["module"].toString();
    QCOMPARE(said, (QStringList{"bert.pooler.dense", "classifier"}));
    const Answer words = luthierCli(command(path("plan.json"), {}) + QStringList{"--dry-run"});
    QVERIFY2(words.out.contains("New modules    bert.pooler.dense, classifier\n"),
             qPrintable(words.out));
    QVERIFY2(
        words.out.contains("bert.pooler.dense is not in the model's files and starts from random"),
        qPrintable(words.out));
}

QTEST_GUILESS_MAIN(CliStartTest)
#include "tst_cli_start.moc"
