// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/nearest_key.h"
#include "core/runs/run_config.h"
#include "core/runs/setting_check.h"
#include "core/runs/training_parameters.h"
#include "runs_test.h"

#include <cmath>
#include <set>

using namespace luthier;
using namespace luthier::runstest;

namespace {

RunConfig parsed(const Json &json, const fs::path &folder = "/plans")
{
    return parseRunConfig(json, folder, methodsOfTest(), tasksOfTest());
}

std::string refusal(const Json &json)
{
    return sentenceOf([&json] { parsed(json); });
}

/// The minimal plan with one value more; `path` is a JSON pointer.
Json planWith(const std::string &path, const Json &value)
{
    Json plan = minimalPlan();
    if (path.starts_with("/method"))
        plan["method"]["type"] = "lora";
    plan[Json::json_pointer(path)] = value;
    return plan;
}

void describe(const std::string &path, const char *value, const char *part, const char *number = "")
{
    QTest::newRow((number + path + " = " + value).c_str())
        << QString::fromStdString(path) << QString::fromUtf8(value) << QString::fromUtf8(part);
}

void refusesEach()
{
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, part);
    const std::string sentence =
        refusal(planWith(path.toStdString(), Json::parse(value.toStdString())));
    QVERIFY2(has(sentence, part.toStdString()), sentence.c_str());
}

void columnsOfRefusals()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("part");
}

} // namespace

class tst_RunConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMinimalPlanGetsAllDefaults();
    void theExampleOfTheFormatIsRead();
    void writtenAndReadAgainIsTheSame_data();
    void writtenAndReadAgainIsTheSame();
    void everyDescriptorIsComplete();
    void defaultsFitTheirOwnRanges();
    void theMethodBringsItsLearningRate();
    void widerModelsTakeSmallerRates_data();
    void widerModelsTakeSmallerRates();
    void transformersSpellingsAreRead();
    void oneSettingInTwoSpellings();
    void unknownKeysNameTheNearest_data();
    void unknownKeysNameTheNearest() { refusesEach(); }
    void whatIsNotBuiltIsRefused_data();
    void whatIsNotBuiltIsRefused() { refusesEach(); }
    void badValuesNameKeyValueAndRange_data();
    void badValuesNameKeyValueAndRange() { refusesEach(); }
    void notANumberIsRefused();
    void whatIsAlwaysNeeded();
    void aNewerFormIsRefused();
    void relativePathsCountFromTheFile();
    void partsWithFilesHaveNoShare();
    void warmUpLongerThanTheRun_data();
    void warmUpLongerThanTheRun();
    void metricsAndTheirDirection();
    void editDistances();
};

void tst_RunConfig::aMinimalPlanGetsAllDefaults()
{
    const RunConfig config = parsed(minimalPlan());
    QCOMPARE(config.method, std::string("full"));
    QCOMPARE(config.name, std::string("mails-full"));
    QCOMPARE(config.training.per_device_train_batch_size, int64_t(16));
    QCOMPARE(config.training.max_steps, int64_t(-1));
    QVERIFY(!config.training.eval_steps);
    QVERIFY(!config.training.dropout);
    QCOMPARE(config.dataset.split.validation, 0.15);
    QCOMPARE(config.dataset.split.test, 0.15);
    const Json written = toJson(config)["training"];
    for (const TrainingField &field : trainingFields())
        QVERIFY2(written.contains(field.parameter.id), field.parameter.id.c_str());
    QCOMPARE(written["eval_steps"], Json("auto"));
    QVERIFY(written["dropout"].is_null());
}

void tst_RunConfig::theExampleOfTheFormatIsRead()
{
    const Json plan =
        Json::parse(R"({ "schema": 1, "name": "reviews-lora", "task": "text-classification",
        "model": { "path": "models/minilm-l6" },
        "dataset": { "path": "datasets/mails.csv", "columns": { "text": "body", "label": "kind" },
                     "split": { "validation": 0.2, "test": 0.1, "stratify": false, "seed": 7 } },
        "method": { "type": "lora", "r": 4, "lora_alpha": 32, "target_modules": ["key"] },
        "training": { "learning_rate": 2e-4, "num_train_epochs": 2.5, "max_steps": 900,
          "per_device_train_batch_size": 8,
          "gradient_accumulation_steps": 2, "lr_scheduler_type": "cosine", "warmup_steps": 0.1,
          "weight_decay": 0.5,
          "max_grad_norm": 0.3, "precision": "auto", "max_length": 64, "seed": 9,
          "shuffle": false, "length_grouping": true,
          "eval_steps": 30, "save_steps": 70, "early_stopping_patience": 0,
          "metric_for_best_model": "eval_accuracy",
          "class_weights": {"ham": 1, "spam": 2.5}, "dropout": 0.2 } })");
    const RunConfig config = parsed(plan);
    QCOMPARE(config.name, std::string("reviews-lora"));
    QCOMPARE(*config.dataset.columns.text, std::string("body"));
    QCOMPARE(*config.dataset.columns.label, std::string("kind"));
    QVERIFY(!config.dataset.columns.id);
    QCOMPARE(config.dataset.split.seed, uint64_t(7));
    QVERIFY(!config.dataset.split.stratify);
    QCOMPARE(config.methodSettings["r"], Json(4));
    QCOMPARE(config.methodSettings["target_modules"], Json::array({"key"}));
    QCOMPARE(config.training.learning_rate, 2e-4);
    QCOMPARE(config.training.num_train_epochs, 2.5);
    QCOMPARE(config.training.eval_steps, std::optional<int64_t>(30));
    QCOMPARE(config.training.seed, uint64_t(9));
    QCOMPARE(config.training.class_weights["spam"], Json(2.5));
    QCOMPARE(config.training.dropout, std::optional(0.2));
    QCOMPARE(config.training.metricKey(), std::string("accuracy"));
    // Every number of the file comes back: none is lost between key and member.
    const Json training = toJson(config)["training"];
    for (const auto &[key, value] : plan["training"].items())
        QVERIFY2(training[key] == value, key.c_str());
}

void tst_RunConfig::writtenAndReadAgainIsTheSame_data()
{
    QTest::addColumn<QString>("more");
    QTest::newRow("defaults") << "{}";
    QTest::newRow("D9 numbers where the decimal point is a comma")
        << R"({"training": {"learning_rate": 0.00012345678901234567, "adam_epsilon": 1e-13,
                             "warmup_steps": 100}})";
    QTest::newRow("words") << R"({"training": {"class_weights": "balanced", "eval_steps": 12,
                             "greater_is_better": true}})";
    QTest::newRow("map") << R"({"training": {"class_weights": {"스팸": 2.5, "a.b": 1}}})";
    QTest::newRow("lora") << R"({"name": "메일 둘",
                "method": {"type": "LORA", "lora_alpha": 3, "target_modules": ".*query"}})";
    QTest::newRow("files") << R"({"dataset": {"train": "a.csv", "validation": "b.csv",
                            "columns": {"split": "part"}}})";
    QTest::newRow("version") << R"({"dataset": {"path": "a.csv",
                            "version": {"sha256": {"path": "00ff"}, "remedies": []}}})";
}

void tst_RunConfig::writtenAndReadAgainIsTheSame()
{
    QFETCH(QString, more);
    Json plan = minimalPlan();
    const Json settings = Json::parse(more.toStdString());
    for (const auto &[key, value] : settings.items())
        plan[key] = value;
    const RunConfig config = parsed(plan);
    const CommaLocale comma;
    const std::string text = toJson(config).dump(2);
    const RunConfig again = parsed(parseJson(text, "run.json"), "/elsewhere");
    QVERIFY2(again == config, text.c_str());
    QCOMPARE(toJson(again).dump(2), text);
}

void tst_RunConfig::everyDescriptorIsComplete()
{
    std::set<std::string> names;
    for (const Parameter &parameter : trainingParameters()) {
        QVERIFY2(names.insert(parameter.id).second, parameter.id.c_str());
        for (const std::string &alias : parameter.aliases)
            QVERIFY2(names.insert(alias).second, alias.c_str());
        QVERIFY2(!parameter.label.empty() && !parameter.help.empty() && !parameter.reason.empty(),
                 parameter.id.c_str());
    }
}

void tst_RunConfig::defaultsFitTheirOwnRanges()
{
    for (const Descriptor &method : methodsOfTest())
        for (const Parameter &parameter : trainingParameters(&method))
            QVERIFY2(checkedValue(parameter, parameter.initial, parameter.id) == parameter.initial,
                     parameter.id.c_str());
}

void tst_RunConfig::theMethodBringsItsLearningRate()
{
    QCOMPARE(parsed(minimalPlan()).training.learning_rate, 3e-4);
    QCOMPARE(parsed(planWith("/method/r", 8)).training.learning_rate, 2e-3);
    Json plan = planWith("/method/r", 8);
    plan["training"]["learning_rate"] = 5e-5;
    QCOMPARE(parsed(plan).training.learning_rate, 5e-5);
    QVERIFY(!parsed(plan).methodSettings.contains("learning_rate"));
}

void tst_RunConfig::widerModelsTakeSmallerRates_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<double>("rate");
    QTest::newRow("as in the sweep") << QByteArray(R"({"hidden_size": 384})") << 2e-3;
    QTest::newRow("narrower") << QByteArray(R"({"hidden_size": 128})") << 2e-3;
    QTest::newRow("twice as wide") << QByteArray(R"({"hidden_size": 768})") << 3.5e-4;
    QTest::newRow("DistilBERT's key") << QByteArray(R"({"dim": 768})") << 3.5e-4;
    QTest::newRow("BERT large") << QByteArray(R"({"hidden_size": 1024})") << 1.7e-4;
    QTest::newRow("no number") << QByteArray(R"({"hidden_size": "768"})") << 2e-3;
    QTest::newRow("negative") << QByteArray(R"({"hidden_size": -768})") << 2e-3;
    QTest::newRow("broken") << QByteArray("{") << 2e-3;
}

void tst_RunConfig::widerModelsTakeSmallerRates()
{
    QFETCH(QByteArray, config);
    QFETCH(double, rate);
    const Folder folder;
    files::writeWhole(folder / "config.json", config.toStdString());
    Json plan = planWith("/method/r", 8);
    plan["model"]["path"] = folder.path().string();
    QCOMPARE(parsed(plan).training.learning_rate, rate);
    plan["training"]["learning_rate"] = 0.5;
    QCOMPARE(parsed(plan).training.learning_rate, 0.5);
}

void tst_RunConfig::transformersSpellingsAreRead()
{
    const TrainingSettings settings =
        parsed(planWith("/training", {{"optim", "adamw"},
                                      {"warmup_ratio", 0.2},
                                      {"warmup_steps", 0},
                                      {"group_by_length", true},
                                      {"max_seq_length", 99},
                                      {"bf16", false},
                                      {"fp16", nullptr},
                                      {"use_cpu", true},
                                      {"metric_for_best_model", "accuracy"}}))
            .training;
    QCOMPARE(settings.optim, std::string("adamw_torch_fused"));
    QCOMPARE(settings.warmup_steps, 0.2);
    QVERIFY(settings.length_grouping);
    QCOMPARE(settings.max_length, int64_t(99));
    QCOMPARE(settings.metric_for_best_model, std::string("eval_accuracy"));
    QCOMPARE(parsed(planWith("/problem_type", "single_label_classification")).training.problem_type,
             std::string("single_label_classification"));
}

void tst_RunConfig::oneSettingInTwoSpellings()
{
    const std::string sentence =
        refusal(planWith("/training", {{"max_length", 10}, {"max_seq_length", 20}}));
    QVERIFY2(has(sentence, "max_length") && has(sentence, "max_seq_length"), sentence.c_str());
    QCOMPARE(refusal(planWith("/training", {{"max_length", 10}, {"max_seq_length", 10}})),
             std::string());
}

void tst_RunConfig::unknownKeysNameTheNearest_data()
{
    columnsOfRefusals();
    describe("/training/learning_rat", "0.1",
             "training.learning_rat; the nearest is training.learning_rate.");
    describe("/training/batch_size", "8", "_batch_size.");
    describe("/training/epochs", "3", "training.num_train_epochs.");
    describe("/learning_rate", "0.1",
             "There is no setting learning_rate; the nearest is training.learning_rate.");
    describe("/method/rr", "4", "method.rr; the nearest is method.r.");
    describe("/method/learning_rate", "4",
             "method.learning_rate; the nearest is training.learning_rate.");
    describe("/dataset/columns/labels", "\"x\"", "dataset.columns.label.");
    describe("/dataset/spilt", "{}", "dataset.spilt; the nearest is dataset.split.");
    describe("/dataset/split/valid", "0.1", "dataset.split.validation.");
    describe("/model/pth", "\"x\"", "model.path.");
    describe("/modle", "{}", "the nearest is model.");
}

void tst_RunConfig::whatIsNotBuiltIsRefused_data()
{
    columnsOfRefusals();
    describe("/training/precision", "\"bf16\"",
             "training.precision bf16 is not built yet; choose one of: auto, fp32.");
    describe("/training/bf16", "true", "training.precision bf16 is not built yet");
    describe("/training/device", "\"cuda:1\"", "training.device cuda:1 is not built yet");
    describe("/training/optim", "\"adafactor\"", "training.optim adafactor is not built yet");
    describe("/training/gradient_checkpointing", "true",
             "training.gradient_checkpointing true is not built yet; leave it out.");
    describe("/problem_type", "\"regression\"",
             "training.problem_type regression is not built yet");
    describe("/training/lr_scheduler_type", "\"polynomial\"", "is not built yet");
    describe("/method/type", "\"qlora\"",
             "method.type qlora is not built yet; choose one of: full, lora.");
    describe("/method/type", "\"PREFIX_TUNING\"", "method.type prefix-tuning is not built yet");
    describe("/method/use_dora", "true", "method.use_dora is not built yet");
    describe("/task", "\"causal-lm\"",
             "task causal-lm is not built yet; choose one of: text-classification.");
    describe("/dataset/remedies", "[]", "dataset.remedies is not built yet");
}

void tst_RunConfig::badValuesNameKeyValueAndRange_data()
{
    columnsOfRefusals();
    const char *d9 = "D9 ";
    describe("/training/learning_rate", "0", "training.learning_rate is 0, so nothing would train",
             d9);
    describe("/training/learning_rate", "-0.0", "nothing would train", d9);
    describe("/training/learning_rate", "-0.1",
             "training.learning_rate is -0.1; it must be from 1e-09 to 1.", d9);
    describe("/training/learning_rate", "1e9", "training.learning_rate is 1e+09; it must be from",
             d9);
    describe("/training/learning_rate", "\"0,1\"",
             "training.learning_rate is \"0,1\", which is no number", d9);
    describe("/training/learning_rate", "null", "is null, which is no number");
    describe("/training/learning_rate", "true", "is true, which is no number");
    describe("/training/per_device_train_batch_size", "0",
             "is 0; it must be a whole number from 1 to 65536.", d9);
    describe("/training/per_device_train_batch_size", "2.5", "is 2.5; it must be a whole number");
    describe("/training/num_train_epochs", "1e12",
             "training.num_train_epochs is 1e+12; it must be from", d9);
    describe("/training/num_train_epochs", "1000000000000",
             "training.num_train_epochs is 1000000000000; it must be from", d9);
    describe("/training/num_train_epochs", "0", "nothing would train");
    describe("/training/max_steps", "0", "nothing would train");
    describe("/training/max_steps", "18446744073709551615",
             "training.max_steps is 18446744073709551615; it must be a whole number");
    describe("/training/seed", "-1", "training.seed is -1");
    describe(
        "/training/eval_steps", "0",
        "training.eval_steps is 0; it must be a number from 1 to 1000000000, or one of: auto.");
    describe("/training/eval_steps", "\"often\"", "\"often\", which is no number");
    describe("/training/warmup_steps", "1.5", "training.warmup_steps is 1.5");
    describe("/training/warmup_ratio", "2", "training.warmup_ratio is 2");
    describe("/training/shuffle", "1", "training.shuffle is 1; write true or false.");
    describe("/training/lr_scheduler_type", "\"lineer\"",
             "is \"lineer\"; it must be one of: linear, cosine, constant, constant_with_warmup.");
    describe("/training/class_weights", "{\"ham\": -1}", "training.class_weights.ham is -1");
    describe("/training/class_weights", "\"even\"", "it must be one of: none, balanced.");
    describe("/training/label_smoothing_factor", "1", "training.label_smoothing_factor is 1");
    describe("/training", "[]", "training is []; it must be an object");
    describe("/method/r", "0", "method.r is 0; it must be a whole number from 1 to 1024.");
    describe("/method/target_modules", "[1]", "method.target_modules is [1]");
    describe("/method/type", "\"lorra\"",
             "method.type is \"lorra\", which is unknown; the nearest is lora.");
    describe("/task", "\"text-clasification\"", "the nearest is text-classification.");
    describe("/model", "\"minilm\"", "model is \"minilm\"; it must be an object in braces.");
    describe("/model/path", "\"\"", "model.path is \"\"");
    describe("/dataset/path", "7", "dataset.path is 7");
    describe("/dataset/split/validation", "1.5",
             "dataset.split.validation is 1.5; it must be from 0 to 0.9.");
    describe("/dataset/split", "{\"validation\": 0.6, \"test\": 0.6}",
             "leaves too little to train on");
    describe("/dataset/train", "\"a.csv\"", "dataset has path as well as train");
    describe("/name", "\"a\\nb\"", "name must have");
    describe("/schema", "\"one\"", "schema is \"one\"");
}

void tst_RunConfig::notANumberIsRefused()
{
    for (const double value : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
        const std::string sentence = refusal(planWith("/training/learning_rate", value));
        QVERIFY2(has(sentence, "training.learning_rate is"), sentence.c_str());
        QVERIFY(!refusal(planWith("/training/weight_decay", value)).empty());
    }
}

void tst_RunConfig::whatIsAlwaysNeeded()
{
    for (const char *key : {"task", "model", "dataset"}) {
        Json plan = minimalPlan();
        plan.erase(key);
        QVERIFY2(has(refusal(plan), std::string("lack ") + key), key);
    }
    QVERIFY(has(refusal(Json::array()), "one JSON object"));
    QVERIFY(has(refusal(planWith("/dataset", Json::object())), "dataset names no file"));
    QVERIFY(has(refusal(planWith("/model", Json::object())), "lack model.path"));
}

void tst_RunConfig::aNewerFormIsRefused()
{
    QVERIFY(has(refusal(planWith("/schema", 2)), "newer version"));
}

void tst_RunConfig::relativePathsCountFromTheFile()
{
    Json plan = planWith("/method/adapter", "../어댑터 하나/");
    plan["dataset"] = {{"train", "자료/메일 1.csv"}, {"test", "/data/test.csv"}};
    const RunConfig config = parsed(plan, "/home/민지/내 계획/.");
    QCOMPARE(config.model.string(), std::string("/home/민지/내 계획/models/minilm"));
    QCOMPARE(config.dataset.train.string(), std::string("/home/민지/내 계획/자료/메일 1.csv"));
    QCOMPARE(config.dataset.test.string(), std::string("/data/test.csv"));
    QCOMPARE(config.methodSettings["adapter"], Json("/home/민지/어댑터 하나"));
    QCOMPARE(config.name, std::string("메일 1-lora"));
}

void tst_RunConfig::partsWithFilesHaveNoShare()
{
    Json plan = minimalPlan();
    plan["dataset"] = {{"train", "a.csv"}, {"test", "c.csv"}};
    const RunConfig config = parsed(plan);
    QCOMPARE(config.dataset.split.test, 0.0);
    QCOMPARE(config.dataset.split.validation, 0.15);
    plan["dataset"]["split"]["test"] = 0.2;
    QVERIFY(has(refusal(plan), "dataset.split.test"));
}

void tst_RunConfig::warmUpLongerThanTheRun_data()
{
    QTest::addColumn<double>("warmUp");
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("fits");
    QTest::newRow("D9 one step more of warm-up than of training") << 101.0 << 100 << false;
    QTest::newRow("D9 warm-up as long as the run") << 101.0 << 101 << true;
    QTest::newRow("D9 a share of one step") << 0.9 << 1 << true;
}

void tst_RunConfig::warmUpLongerThanTheRun()
{
    QFETCH(double, warmUp);
    QFETCH(int, steps);
    QFETCH(bool, fits);
    TrainingSettings settings = trainingDefaults();
    settings.warmup_steps = warmUp;
    const std::string sentence = sentenceOf([&] { checkAgainstSteps(settings, steps); });
    QCOMPARE(sentence.empty(), fits);
    if (!fits)
        QVERIFY2(has(sentence, "101") && has(sentence, "100 steps"), sentence.c_str());
}

void tst_RunConfig::metricsAndTheirDirection()
{
    TrainingSettings settings = trainingDefaults();
    QVERIFY(!settings.greaterIsBetter());
    QCOMPARE(settings.metricKey(), std::string("eval_loss"));
    settings.metric_for_best_model = "eval_f1_macro";
    QVERIFY(settings.greaterIsBetter());
    QCOMPARE(settings.metricKey(), std::string("f1_macro"));
    settings.greater_is_better = false;
    QVERIFY(!settings.greaterIsBetter());
}

void tst_RunConfig::editDistances()
{
    QCOMPARE(editDistance("", ""), 0);
    QCOMPARE(editDistance("abc", ""), 3);
    QCOMPARE(editDistance("kitten", "sitting"), 3);
    QCOMPARE(editDistance("spilt", "split"), 1);
    QCOMPARE(editDistance(std::string(1000, 'a'), std::string(1000, 'a')), 0);
}

QTEST_APPLESS_MAIN(tst_RunConfig)
#include "tst_run_config.moc"
