// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/ask.h"
#include "tests/support/tiny_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace luthier;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> texts{"fire more off",
                                     "but before lake day- more from into fern day", "",
                                     "berry now only On may dayed his berry about newing one lake. "
                                     "Into even go for? have fire more off but before lake day"};

fs::path tinyModel()
{
    return fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model";
}

fs::path write(const QTemporaryDir &folder, const char *name, const std::string &content)
{
    const fs::path file = fs::path(folder.path().toStdString()) / name;
    std::ofstream(file) << content;
    return file;
}

} // namespace

class AskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAreThoseOfPredict();
    void aCutTextIsMeasured();
    void severalLabelsAreThoseOfPredict();
    void aStopIsHeard();
    void aRunWithoutWeightsIsOneSentence();
    void whatIsGoneIsOneSentence();
    void questionsOfAFile();
    void aMissingPairColumnIsSaid();

private:
    QTemporaryDir m_folder;
    fs::path m_run;
};

void AskTest::initTestCase()
{
    m_run = fs::path(m_folder.path().toStdString()) / "run";
    const TinyRun run = runTiny(tinyPlan({{"type", "lora"}}, {}), m_run);
    QVERIFY(!run.error);
}

void AskTest::answersAreThoseOfPredict()
{
    for (const fs::path &path : {tinyModel(), m_run}) {
        const auto model = AskedModel::open({.model = path});
        QVERIFY(model);
        const auto answers = model.value()->answer(texts, {});
        QVERIFY(answers);
        QCOMPARE(answers.value().rows.size(), texts.size());
        QVERIFY(answers.value().seconds > 0);
        size_t row = 0;
        const auto predicted =
            predict({.model = {.model = path}, .texts = texts, .allScores = true}, {},
                    [&](const Json &expected) {
                        const Answer &answer = answers.value().rows[row++];
                        const auto &labels = model.value()->labels();
                        QVERIFY(!answer.several);
                        QCOMPARE(answer.labels.size(), size_t(1));
                        QCOMPARE(labels[size_t(answer.labels.front())],
                                 expected["label"].get<std::string>());
                        for (size_t label = 0; label < labels.size(); ++label)
                            QCOMPARE(answer.probabilities[label],
                                     expected["scores"][labels[label]].get<double>());
                    });
        QVERIFY(predicted);
        QCOMPARE(row, texts.size());
    }
}

void AskTest::aCutTextIsMeasured()
{
    const auto model = AskedModel::open({.model = m_run});
    QVERIFY(model);
    QCOMPARE(model.value()->maxLength(), int64_t(32));
    const auto kept = model.value()->measure(texts.back() + texts.back(), std::nullopt);
    QVERIFY(kept);
    QVERIFY(kept.value().isCut());
    QCOMPARE(kept.value().tokens, int64_t(32));
    QVERIFY(kept.value().text_bytes > 20 && kept.value().text_bytes < 2 * texts.back().size());
}

void AskTest::severalLabelsAreThoseOfPredict()
{
    const fs::path data = fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-several";
    Json plan = tinyPlan({{"type", "full"}}, {{"learning_rate", 5e-3}, {"max_steps", 60}});
    plan["training"]["problem_type"] = "multi_label_classification";
    plan["dataset"]["train"] = (data / "train.csv").string();
    plan["dataset"]["validation"] = (data / "test.csv").string();
    const fs::path run = m_run.parent_path() / "several";
    QVERIFY(!runTiny(plan, run).error);
    const auto model = AskedModel::open({.model = run});
    QVERIFY(model && model.value()->givesSeveralLabels());
    const auto questions = readQuestions(data / "test.csv", {.text = "text", .label = "label"},
                                         "text-classification", true);
    QVERIFY(questions);
    QCOMPARE(questions.value().labels[2], std::string("red;green"));
    QCOMPARE(questions.value().cells.of("red;green").value(),
             (std::vector<std::string>{"red", "green"}));
    const auto answers = model.value()->answer(questions.value().rows.text, {});
    QVERIFY(answers);
    size_t row = 0, notOne = 0;
    PredictRequest request{.model = {.model = run}, .allScores = true};
    request.input = data / "test.csv";
    const auto predicted = predict(request, {}, [&](const Json &expected) {
        const Answer &answer = answers.value().rows[row++];
        std::vector<std::string> given;
        for (const int64_t label : answer.labels)
            given.push_back(model.value()->labels()[size_t(label)]);
        QVERIFY(answer.several);
        QCOMPARE(given, expected["labels"].get<std::vector<std::string>>());
        for (size_t label = 0; label < answer.probabilities.size(); ++label)
            QCOMPARE(answer.probabilities[label],
                     expected["scores"][model.value()->labels()[label]].get<double>());
        notOne += given.size() != 1;
    });
    QVERIFY(predicted);
    QCOMPARE(row, answers.value().rows.size());
    QVERIFY2(notOne > 0, "all texts got one label: nothing was tested");
}

void AskTest::aStopIsHeard()
{
    const auto model = AskedModel::open({.model = m_run});
    QVERIFY(model);
    std::stop_source stop;
    stop.request_stop();
    const auto answers = model.value()->answer(texts, {}, stop.get_token());
    QVERIFY(!answers);
    QVERIFY(answers.error().code == Error::Code::Cancelled);
}

void AskTest::aRunWithoutWeightsIsOneSentence()
{
    const fs::path copy = m_run.parent_path() / "emptied";
    fs::copy(m_run, copy, fs::copy_options::recursive);
    fs::remove_all(copy / "best");
    fs::remove_all(copy / "final");
    const auto model = AskedModel::open({.model = copy});
    QVERIFY(!model);
    QCOMPARE(model.error().message.id, std::string("evaluate.run_has_no_weights"));
    QVERIFY(model.error().message.english().find(copy.string()) != std::string::npos);
}

void AskTest::whatIsGoneIsOneSentence()
{
    const auto model = AskedModel::open({.model = m_run.parent_path() / "nowhere"});
    QVERIFY(!model);
    QCOMPARE(model.error().message.id, std::string("evaluate.run_is_gone"));
}

void AskTest::questionsOfAFile()
{
    const fs::path file =
        write(m_folder, "mails.csv", "id,body,kind\n1,fire more off,red\n2,lake day,\n3,,blue\n");
    const auto named =
        readQuestions(file, {.text = "body", .label = "kind"}, "text-classification");
    QVERIFY(named);
    QCOMPARE(named.value().rows.text, (std::vector<std::string>{"fire more off", "lake day", ""}));
    QCOMPARE(named.value().labels, (std::vector<std::string>{"red", "", "blue"}));
    QVERIFY(named.value().rows.textPair.empty());
    const auto guessed =
        readQuestions(file, {.text = "text", .label = "label"}, "text-classification");
    QVERIFY(guessed);
    QCOMPARE(guessed.value().rows.text[0], std::string("fire more off"));
}

void AskTest::aMissingPairColumnIsSaid()
{
    const fs::path file = write(m_folder, "single.csv", "text,label\nfire more,red\nlake,blue\n");
    const auto questions =
        readQuestions(file, {.text = "text", .textPair = "answer"}, "text-classification");
    QVERIFY(!questions);
    QVERIFY(questions.error().message.english().find("answer") != std::string::npos);
}

QTEST_APPLESS_MAIN(AskTest)
#include "tst_ask.moc"
