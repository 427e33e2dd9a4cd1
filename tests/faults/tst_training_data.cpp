// SPDX-License-Identifier: GPL-3.0-or-later
// Data with faults, from the file to the end of the run.
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/base/message_json.h"
#include "core/evaluate/predict.h"
#include "core/runs/run_store.h"

#include <QtTest>

#include <cmath>

using namespace luthier;
namespace fs = std::filesystem;

class tst_TrainingData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aBatchIsNoLargerThanTheData_data();
    void aBatchIsNoLargerThanTheData();
    void refuses_data();
    void refuses();
    void rowsAreLeftOutAndCounted_data();
    void rowsAreLeftOutAndCounted();
    void textsThatSayLittleAreTrainedOn_data();
    void textsThatSayLittleAreTrainedOn();
    void aTextWithoutAnyTokenIsNamed();
    void labelsThatTheBaseDoesNotHave_data();
    void labelsThatTheBaseDoesNotHave();
    void evaluationNamesAnUnknownLabel_data();
    void evaluationNamesAnUnknownLabel();
    void aRunGoesOnOnlyWithItsData_data();
    void aRunGoesOnOnlyWithItsData();
    void aFileDeletedWhileItTrainsChangesNothing_data();
    void aFileDeletedWhileItTrainsChangesNothing();
    void aRunWaitsForItsData_data();
    void aRunWaitsForItsData();

private:
    fs::path path(const char *name) const { return m_folder / name; }
    Json planOn(const std::string &train, const std::string &validation, Json training) const;
    void layOutCase();

    QTemporaryDir m_all{QDir::tempPath() + QStringLiteral("/rows 자료 XXXXXX")};
    fs::path m_folder;
    int m_count = 0;
};

namespace {

const Json kFull{{"type", "full"}};

/// A row a label; every text is another one.
std::string table(const QByteArrayList &labels, int first = 0)
{
    std::string out = "text,label\n";
    for (qsizetype i = 0; i < labels.size(); ++i)
        out += "a leaf and the moss number " + std::to_string(first + i) + "," +
               labels[i].toStdString() + "\n";
    return out;
}

const std::string kValidation = table({"red", "green", "blue"}, 100);

std::vector<Json> messages(const TinyRun &run)
{
    std::vector<Json> out;
    for (const Json &event : run.events)
        if (event["event"] == "warning")
            out.push_back(event["message"]);
    return out;
}

const Json *said(const std::vector<Json> &messages, const std::string &id)
{
    const auto found =
        std::ranges::find_if(messages, [&](const Json &message) { return message["id"] == id; });
    return found == messages.end() ? nullptr : &*found;
}

bool areFinite(const std::vector<double> &losses)
{
    return !losses.empty() &&
           std::ranges::all_of(losses, [](double loss) { return std::isfinite(loss); });
}

const char *what(const std::optional<Error> &error)
{
    return error ? error->what() : "";
}

} // namespace

void tst_TrainingData::init()
{
    m_folder = fs::path(m_all.path().toStdString()) / std::to_string(m_count++);
    fs::create_directory(m_folder);
}

Json tst_TrainingData::planOn(const std::string &train, const std::string &validation,
                              Json training) const
{
    files::writeWhole(path("train.csv"), train);
    files::writeWhole(path("validation.csv"), validation);
    Json plan = tinyPlan(kFull, training);
    plan["dataset"]["train"] = path("train.csv").string();
    plan["dataset"]["validation"] = path("validation.csv").string();
    return plan;
}

void tst_TrainingData::aBatchIsNoLargerThanTheData_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("E1 6 rows, a batch of 16") << 6;
    QTest::newRow("E1 2 rows, a batch of 16") << 2;
}

void tst_TrainingData::aBatchIsNoLargerThanTheData()
{
    QFETCH(int, rows);
    QByteArrayList labels;
    for (int i = 0; i < rows; ++i)
        labels << (i % 2 ? "red" : "blue");
    const auto run = [&](int64_t batch, const char *name) {
        const Json training{{"max_steps", -1},
                            {"num_train_epochs", 3},
                            {"eval_steps", 1},
                            {"per_device_train_batch_size", batch}};
        return runTiny(planOn(table(labels), table({"red", "blue"}, 100), training), path(name));
    };
    const TinyRun large = run(16, "large"), fitting = run(rows, "fitting");
    QVERIFY2(!large.error, what(large.error));
    const Json &start = *large.find("start");
    QVERIFY(start["rows"]["train"] == rows);
    QVERIFY(start["steps_per_epoch"] == 1 && start["steps"] == 3);
    QCOMPARE(large.losses().size(), size_t(3));
    // The mean is over the rows that are there.
    QCOMPARE(large.losses(), fitting.losses());
    QVERIFY(areFinite(large.losses()));
    // Nothing is said that three validations of two rows do not show.
    QCOMPARE(large.find("done")->at("steps").get<int>(), 3);
    double accuracy = 0;
    for (const Json &event : large.events) {
        if (event["event"] == "evaluation")
            accuracy = event["accuracy"];
        if (event["event"] != "verdict" || event["kind"] == "too_early")
            continue;
        QVERIFY2(event["kind"] == "underfitting", event.dump().c_str());
        QCOMPARE(event["message"]["values"]["x"].get<double>(), 100 * accuracy);
        QCOMPARE(event["message"]["values"]["y"].get<double>(), 50.0);
    }
    const auto warnings = messages(large);
    QVERIFY2(warnings.empty(), Json(warnings).dump().c_str());
}

void tst_TrainingData::refuses_data()
{
    QTest::addColumn<QByteArrayList>("labels");
    QTest::addColumn<QByteArrayList>("validation");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("named");
    const QByteArrayList three{"red", "green", "blue"};
    QTest::newRow("E1 one class only") << QByteArrayList{"red", "red"} << QByteArrayList{"red"}
                                       << QByteArray("data.one_class") << QByteArray("are red;");
    QTest::newRow("E1 no label at all") << QByteArrayList{"", "NaN"} << three
                                        << QByteArray("data.no_labels") << QByteArray("label");
    QTest::newRow("E1 validation without labels")
        << three << QByteArrayList{"", ""} << QByteArray("data.empty_validation")
        << QByteArray("validation");
    QTest::newRow("E4 unseen in validation")
        << three << QByteArrayList{"red", "purple", "Red", "purple"}
        << QByteArray("data.unseen_labels") << QByteArray("\"Red\" (1), \"purple\" (2)");
    QTest::newRow("E4 ids out of range")
        << QByteArrayList{"0", "1", "2"} << QByteArrayList{"0", "7", "-1", "7"}
        << QByteArray("data.unseen_labels") << QByteArray("\"-1\" (1), \"7\" (2)");
    QTest::newRow("E4 id written as a fraction")
        << QByteArrayList{"0", "1"} << QByteArrayList{"0", "1.0"}
        << QByteArray("data.unseen_labels") << QByteArray("\"1.0\" (1)");
}

void tst_TrainingData::refuses()
{
    QFETCH(QByteArrayList, labels);
    QFETCH(QByteArrayList, validation);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, named);
    const TinyRun run = runTiny(planOn(table(labels), table(validation, 100), {}), path("refused"));
    QVERIFY(run.error);
    QCOMPARE(QByteArray::fromStdString(run.error->message.id), id);
    QVERIFY2(QByteArray(run.error->what()).contains(named), run.error->what());
    QVERIFY(!fs::exists(path("refused")));
}

void tst_TrainingData::rowsAreLeftOutAndCounted_data()
{
    QTest::addColumn<QByteArray>("faulty");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("sentence");
    const auto add = [](const char *tag, const char *lines, const char *id, const char *sentence) {
        QTest::newRow(tag) << QByteArray(lines) << QByteArray(id) << QByteArray(sentence);
    };
    add("E4 missing", "a leaf,\nthe moss, \n", "data.missing_labels",
        "Rows of train.csv without a label: 2 (lines 8, 9); they are not trained on.");
    add("E4 NaN", "a leaf,NaN\nthe moss,nan\n", "data.missing_labels",
        "Rows of train.csv without a label: 2 (lines 8, 9); they are not trained on.");
    add("E5 invalid UTF-8", "a leaf,red\xFF\nth\xC3( moss,red\n", "data.kept_aside", "2");
}

void tst_TrainingData::rowsAreLeftOutAndCounted()
{
    QFETCH(QByteArray, faulty);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, sentence);
    const std::string sound = table({"red", "green", "blue", "red", "green", "blue"});
    const Json training{{"max_steps", 4}, {"dropout", 0.0}};
    const TinyRun run =
        runTiny(planOn(sound + faulty.toStdString(), kValidation, training), path("faulty"));
    QVERIFY2(!run.error, what(run.error));
    QVERIFY(run.find("start")->at("rows")["train"] == 6);
    const auto warnings = messages(run);
    const Json *note = said(warnings, id.toStdString());
    QVERIFY2(note, Json(warnings).dump().c_str());
    const auto text = messageFrom(*note).english();
    QVERIFY2(QByteArray::fromStdString(text).contains(sentence), text.c_str());
    const TinyRun clean = runTiny(planOn(sound, kValidation, training), path("clean"));
    QCOMPARE(run.losses(), clean.losses());
}

void tst_TrainingData::textsThatSayLittleAreTrainedOn_data()
{
    QTest::addColumn<QByteArrayList>("texts");
    QTest::addColumn<int>("cut");
    QTest::newRow("E5 empty text") << QByteArrayList{"\"\"", "\"\""} << 0;
    QTest::newRow("E5 empty after cleaning") << QByteArrayList{"\" \t \"", "\"\xE2\x80\x8B\""} << 0;
    QTest::newRow("E5 only special tokens")
        << QByteArrayList{"[SEP]", "[CLS] [SEP] [PAD] [MASK]"} << 0;
    QTest::newRow("E5 longer than the context")
        << QByteArrayList(2, QByteArray("moss ").repeated(90)) << 2;
}

void tst_TrainingData::textsThatSayLittleAreTrainedOn()
{
    QFETCH(QByteArrayList, texts);
    QFETCH(int, cut);
    // Whole batches of them, and batches with others.
    std::string rows = table({"red", "green", "blue"});
    for (const QByteArray &text : texts)
        rows += text.toStdString() + ",red\n";
    for (const char *method : {"full", "lora", "feature-extraction"}) {
        Json plan = planOn(rows, kValidation,
                           {{"max_steps", 12},
                            {"per_device_train_batch_size", 2},
                            {"eval_steps", 4},
                            {"dropout", 0.1}});
        plan["method"] = {{"type", method}};
        const TinyRun run = runTiny(plan, path(method));
        QVERIFY2(!run.error, what(run.error));
        QCOMPARE(run.losses().size(), size_t(12));
        QVERIFY(areFinite(run.losses()));
        QVERIFY(run.find("start")->at("rows")["train"] == 5);
        QVERIFY(run.find("start")->at("rows_cut") == cut);
        const auto warnings = messages(run);
        const Json *note = said(warnings, "train.rows_without_words");
        QCOMPARE(note != nullptr, cut == 0);
        if (note)
            QVERIFY2((*note)["values"]["count"] == 2 && (*note)["values"]["lines"] == "5, 6",
                     note->dump().c_str());
    }
}

void tst_TrainingData::aTextWithoutAnyTokenIsNamed()
{
    layOutCase();
    Json tokenizer = readJson(path("model/tokenizer.json"));
    tokenizer["post_processor"] = nullptr;
    writeJson(path("model/tokenizer.json"), tokenizer);
    const std::string sound = table({"red", "green", "blue"});
    Json bare = planOn(sound + "\"\",red\n", kValidation, {});
    bare["model"]["path"] = path("model").string();
    const TinyRun refused = runTiny(bare, path("refused"));
    QVERIFY(refused.error);
    QCOMPARE(refused.error->message.id, std::string("train.no_token"));
    QVERIFY2(QByteArray(refused.error->what()).contains("row 5 "), refused.error->what());
    QVERIFY(!fs::exists(path("refused")));
    files::writeWhole(path("train.csv"), sound);
    const TinyRun run = runTiny(bare, path("run"));
    QVERIFY2(!run.error, what(run.error));
    QVERIFY(said(messages(run), "train.no_special_tokens"));
}

void tst_TrainingData::labelsThatTheBaseDoesNotHave_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArrayList>("labels");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("E4 as many labels as the base has, of other names")
        << QStringLiteral("bert") << QByteArrayList{"0", "1", "2"}
        << QByteArray("models.other_labels")
        << QByteArray("labels (0, 1, 2) are not the model's own (red, green, blue)");
    const QByteArray replaced("models.replaced_head");
    QTest::newRow("E4 fewer labels than the base has")
        << QStringLiteral("bert") << QByteArrayList{"up", "down"} << replaced
        << QByteArray("The head classifier in the model's files tells 3 labels apart, the data "
                      "has 2;");
    QTest::newRow("E4 more labels than the base has")
        << QStringLiteral("distilbert") << QByteArrayList{"a", "b", "c", "d"} << replaced
        << QByteArray("The head classifier in the model's files tells 3 labels apart, the data "
                      "has 4;");
    QTest::newRow("E4 fewer labels than the base has, in a head of two layers")
        << QStringLiteral("roberta") << QByteArrayList{"up", "down"} << replaced
        << QByteArray("The head classifier.out_proj in the model's files tells 3 labels apart, "
                      "the data has 2;");
}

void tst_TrainingData::labelsThatTheBaseDoesNotHave()
{
    QFETCH(QString, base);
    QFETCH(QByteArrayList, labels);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, sentence);
    Json plan = planOn(table(labels), table(labels, 100), {{"max_steps", 3}, {"dropout", 0.0}});
    plan["model"]["path"] =
        std::string(LUTHIER_TEST_DATA) + "/parity/" + base.toStdString() + "-tiny-full/model";
    const TinyRun run = runTiny(plan, path("run"));
    QVERIFY2(!run.error, what(run.error));
    QVERIFY(areFinite(run.losses()));
    const auto warnings = messages(run);
    QCOMPARE(warnings.size(), size_t(1));
    QCOMPARE(warnings[0]["id"].get<std::string>(), id.toStdString());
    const std::string text = messageFrom(warnings[0]).english();
    QVERIFY2(QByteArray::fromStdString(text).contains(sentence), text.c_str());
    // The result knows the data's labels, and no others.
    PredictRequest request{.model = {.model = path("run")}, .allScores = true};
    request.texts = {"leaf"};
    std::vector<std::string> known;
    const auto answered = predict(request, {}, [&](const Json &row) {
        for (const auto &[label, score] : row["scores"].items())
            known.push_back(label);
    });
    QVERIFY2(answered, answered ? "" : answered.error().what());
    std::vector<std::string> expected;
    for (const QByteArray &label : labels)
        expected.push_back(label.toStdString());
    std::ranges::sort(expected);
    std::ranges::sort(known);
    QCOMPARE(known, expected);
}

void tst_TrainingData::evaluationNamesAnUnknownLabel_data()
{
    QTest::addColumn<QByteArrayList>("labels");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("E4 label that the model lacks")
        << QByteArrayList{"red", "purple"} << QByteArray("purple");
    QTest::newRow("E4 id in place of a label") << QByteArrayList{"red", "2"} << QByteArray("2");
}

void tst_TrainingData::evaluationNamesAnUnknownLabel()
{
    QFETCH(QByteArrayList, labels);
    QFETCH(QByteArray, named);
    files::writeWhole(path("rows.csv"), table(labels));
    const fs::path model = fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model";
    const auto found = evaluate({.model = {.model = model}, .input = path("rows.csv")}, {});
    QVERIFY(!found);
    const QByteArray sentence = found.error().what();
    QVERIFY2(sentence.contains("rows.csv") && sentence.contains(named), sentence.constData());
    QVERIFY2(found.error().message.id.starts_with("data."), found.error().message.id.c_str());
}

/// Model and data of the tiny case, in files of this test's own.
void tst_TrainingData::layOutCase()
{
    const fs::path stored = fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full";
    fs::copy(stored / "model", path("model"));
    for (const char *name : {"train.csv", "test.csv"})
        fs::copy_file(stored / name, path(name), fs::copy_options::overwrite_existing);
}

namespace {

Json caseIn(const fs::path &folder, const Json &training)
{
    Json plan = tinyPlan({{"type", "full"}}, training);
    plan["model"]["path"] = (folder / "model").string();
    plan["dataset"]["train"] = (folder / "train.csv").string();
    plan["dataset"]["validation"] = (folder / "test.csv").string();
    return plan;
}

const Json kStopping{{"save_steps", 5}, {"dropout", 0.1}};

/// All that a run holds but the lock, and how the list of runs calls its state.
std::pair<std::map<std::string, std::string>, RunState> runAt(const fs::path &output)
{
    auto held = filesBelow(output);
    held.erase("run.lock");
    const auto record = RunStore(output.parent_path()).find(output.string());
    return {held, record ? record->state : RunState::Missing};
}

} // namespace

void tst_TrainingData::aRunGoesOnOnlyWithItsData_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("id");
    QTest::newRow("E12 training rows edited")
        << QStringLiteral("train.csv") << QStringLiteral("train.changed_data");
    QTest::newRow("E12 validation rows edited")
        << QStringLiteral("test.csv") << QStringLiteral("train.changed_data");
    QTest::newRow("E12 base weights edited")
        << QStringLiteral("model/model.safetensors") << QStringLiteral("train.changed_model");
}

void tst_TrainingData::aRunGoesOnOnlyWithItsData()
{
    QFETCH(QString, file);
    QFETCH(QString, id);
    layOutCase();
    const Json plan = caseIn(m_folder, kStopping);
    const fs::path run = path("run"), edited = m_folder / file.toStdString();
    QVERIFY(runTiny(plan, run, {.stopAfter = 5}).stopped);
    const auto before = runAt(run);
    QCOMPARE(before.second, RunState::Stopped);
    const std::string old = files::read(edited);
    if (file.endsWith(QLatin1String(".csv"))) {
        files::writeWhole(edited, old + "one more leaf,green\n");
    } else {
        std::string other = old;
        other[other.size() - 4] = char(other[other.size() - 4] ^ 1);
        files::writeWhole(edited, other);
    }
    const TinyRun refused = runTiny(plan, run, {.resume = true});
    QVERIFY(refused.error);
    QCOMPARE(refused.error->message.id, id.toStdString());
    const QByteArray sentence(refused.error->what());
    QVERIFY2(sentence.contains("step 5"), sentence.constData());
    if (file.endsWith(QLatin1String(".csv")))
        QVERIFY2(sentence.contains(file.toUtf8() + " changed"), sentence.constData());
    QVERIFY(refused.find("error") && refused.losses().empty());
    // The run is as it was, and may still go on either way.
    QVERIFY(runAt(run) == before);
    fs::copy(run, path("copy"), fs::copy_options::recursive);
    const TinyRun accepted = runTiny(plan, path("copy"), {.resume = true, .acceptChanges = true});
    QVERIFY2(!accepted.error, what(accepted.error));
    QVERIFY(said(messages(accepted), id.toStdString()));
    QCOMPARE(accepted.losses().size(), size_t(15));
    files::writeWhole(edited, old);
    const TinyRun rest = runTiny(plan, run, {.resume = true});
    QVERIFY2(!rest.error, what(rest.error));
    QVERIFY(!said(messages(rest), id.toStdString()));
    QVERIFY(!runTiny(plan, path("straight")).error);
    QVERIFY(filesBelow(run / "final") == filesBelow(path("straight/final")));
}

void tst_TrainingData::aFileDeletedWhileItTrainsChangesNothing_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("E12 training rows deleted") << QStringLiteral("train.csv");
    QTest::newRow("E12 validation rows deleted") << QStringLiteral("test.csv");
    QTest::newRow("E12 training rows emptied") << QStringLiteral("train.csv:");
}

void tst_TrainingData::aFileDeletedWhileItTrainsChangesNothing()
{
    QFETCH(QString, file);
    layOutCase();
    const Json plan = caseIn(m_folder, kStopping);
    QVERIFY(!runTiny(plan, path("straight")).error);
    const bool emptied = file.endsWith(QLatin1Char(':'));
    const fs::path gone = m_folder / file.remove(QLatin1Char(':')).toStdString();
    bool done = false;
    const auto result = train(tinyRequest(plan, path("run")), {}, [&](const Json &event) {
        if (event["event"] != "step" || event["step"] != 3)
            return;
        done = emptied ? (files::writeWhole(gone, ""), true) : fs::remove(gone);
    });
    QVERIFY(done);
    QVERIFY2(result, result ? "" : result.error().what());
    QVERIFY(filesBelow(path("run/final")) == filesBelow(path("straight/final")));
    QVERIFY(filesBelow(path("run/best")) == filesBelow(path("straight/best")));
}

void tst_TrainingData::aRunWaitsForItsData_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("E12 training rows gone before it goes on") << QStringLiteral("train.csv");
    QTest::newRow("E12 base model gone before it goes on")
        << QStringLiteral("model/model.safetensors");
}

void tst_TrainingData::aRunWaitsForItsData()
{
    QFETCH(QString, file);
    layOutCase();
    const Json plan = caseIn(m_folder, kStopping);
    QVERIFY(!runTiny(plan, path("straight")).error);
    const fs::path run = path("run"), gone = m_folder / file.toStdString();
    QVERIFY(runTiny(plan, run, {.stopAfter = 5}).stopped);
    const auto before = runAt(run);
    fs::rename(gone, path("elsewhere"));
    const TinyRun refused = runTiny(plan, run, {.resume = true});
    QVERIFY(refused.error);
    const std::string named = gone.parent_path().string();
    QVERIFY2(QByteArray(refused.error->what()).contains(named.c_str()), refused.error->what());
    QVERIFY(runAt(run) == before);
    fs::rename(path("elsewhere"), gone);
    const TinyRun rest = runTiny(plan, run, {.resume = true});
    QVERIFY2(!rest.error, what(rest.error));
    QVERIFY(filesBelow(run / "final") == filesBelow(path("straight/final")));
}

QTEST_APPLESS_MAIN(tst_TrainingData)
#include "tst_training_data.moc"
