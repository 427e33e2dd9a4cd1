// SPDX-License-Identifier: GPL-3.0-or-later
// What a run keeps of its evaluations, and what it says of its curves.
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/runs/evaluation_rows.h"
#include "core/runs/event_log.h"
#include "core/train/evaluation_log.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace luthier;
namespace fs = std::filesystem;

class tst_Evaluations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAddUpToTheEvents();
    void bestAndLastKeepTheirScores();
    void theTestPartIsKeptOnTheBestStep();
    void classWeightsAddUpToo();
    void aRunThatGoesOnKeepsTheSame();
    void lostRowsDoNotStopARun();
    void manyEvaluationsAreThinned();
    void aVerdictIsSaid();
    void aLossThatIsNoNumberIsAVerdictBeforeTheError();
    void openModulesAreWrittenByName();
    void anOlderRunGoesOn();

private:
    fs::path folder(const char *name) { return fs::path(m_folder.path().toStdString()) / name; }
    QTemporaryDir m_folder;
};

namespace {

const Json kFull{{"type", "full"}};

Json manyEvaluations(const Json &more = {})
{
    Json training{{"max_steps", 30}, {"eval_steps", 3}, {"save_steps", 6}, {"dropout", 0.1}};
    if (!more.is_null())
        training.update(more);
    return training;
}

std::vector<Json> validations(const TinyRun &run)
{
    std::vector<Json> out;
    for (const Json &event : run.events)
        if (event["event"] == "evaluation" && event["split"] == "validation")
            out.push_back(event);
    return out;
}

double meanLoss(const EvaluationRows &rows)
{
    double sum = 0;
    for (const double loss : rows.losses)
        sum += loss;
    return sum / double(rows.size());
}

double accuracy(const EvaluationRows &rows)
{
    double hits = 0;
    for (size_t i = 0; i < rows.size(); ++i)
        hits += rows.labels[i] == rows.answers[i];
    return hits / double(rows.size());
}

} // namespace

void tst_Evaluations::rowsAddUpToTheEvents()
{
    const fs::path output = folder("rows");
    const TinyRun run = runTiny(tinyPlan(kFull, manyEvaluations()), output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    const EvaluationFolder kept(output);
    QCOMPARE(kept.steps("validation").size(), size_t(10));
    std::vector<float> lowest;
    double lowestLoss = INFINITY;
    for (const Json &event : validations(run)) {
        const EvaluationRows rows = kept.read("validation", event["step"]);
        QCOMPARE(rows.size(), event["samples"].get<size_t>());
        QVERIFY(std::abs(meanLoss(rows) - event["eval_loss"].get<double>()) < 1e-6);
        QCOMPARE(accuracy(rows), event["accuracy"].get<double>());
        QVERIFY(event["roc_auc"].is_number() && event["ece"].is_number());
        QCOMPARE(event["eval_loss_rise_stderr"].is_null(), lowest.empty());
        if (!lowest.empty()) {
            double sum = 0, squares = 0;
            for (size_t i = 0; i < rows.size(); ++i) {
                sum += double(rows.losses[i]) - double(lowest[i]);
                squares += std::pow(double(rows.losses[i]) - double(lowest[i]), 2);
            }
            const double n = double(rows.size()), mean = sum / n;
            const double error = std::sqrt((squares - n * mean * mean) / (n - 1) / n);
            QVERIFY(std::abs(event["eval_loss_rise_stderr"].get<double>() - error) < 1e-9);
        }
        if (event["eval_loss"] < lowestLoss) {
            lowestLoss = event["eval_loss"];
            lowest = rows.losses;
        }
    }
}

void tst_Evaluations::bestAndLastKeepTheirScores()
{
    const fs::path output = folder("scores");
    const TinyRun run =
        runTiny(tinyPlan(kFull, manyEvaluations({{"learning_rate", 0.01}})), output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    const int64_t best = (*run.find("done"))["best_step"];
    for (const int64_t step : evaluatedSteps(output, "validation")) {
        const auto rows = evaluatedRows(output, "validation", step);
        QVERIFY(rows);
        const EvaluatedRow &row = rows.value().front();
        QCOMPARE(row.scores.empty(), step != best && step != 30);
        if (row.scores.empty())
            continue;
        QVERIFY(std::abs(std::accumulate(row.scores.begin(), row.scores.end(), 0.0) - 1) < 1e-9);
        QVERIFY(std::abs(-std::log(row.scores[size_t(row.label)]) - row.loss) < 1e-5);
    }
}

void tst_Evaluations::theTestPartIsKeptOnTheBestStep()
{
    const fs::path output = folder("test part");
    Json plan = tinyPlan(kFull, manyEvaluations({{"learning_rate", 0.01}}));
    plan["dataset"]["test"] = plan["dataset"]["validation"];
    const TinyRun run = runTiny(plan, output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    const Json done = *run.find("done");
    QCOMPARE(evaluatedSteps(output, "test"), std::vector<int64_t>{done["best_step"]});
    const EvaluationRows rows = EvaluationFolder(output).read("test", done["best_step"]);
    QCOMPARE(accuracy(rows), done["test"]["accuracy"].get<double>());
    QVERIFY(!rows.logits.empty());
    // The same rows as the validation part here, and the same weights.
    QCOMPARE(rows.answers, EvaluationFolder(output).read("validation", done["best_step"]).answers);
}

void tst_Evaluations::classWeightsAddUpToo()
{
    const fs::path output = folder("weights");
    const TinyRun run = runTiny(
        tinyPlan(kFull, manyEvaluations({{"class_weights", {{"red", 3.0}, {"blue", 0.5}}}})),
        output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    const Json last = validations(run).back();
    QVERIFY(std::abs(meanLoss(EvaluationFolder(output).read("validation", last["step"])) -
                     last["eval_loss"].get<double>()) < 1e-6);
}

void tst_Evaluations::aRunThatGoesOnKeepsTheSame()
{
    const Json plan = tinyPlan(kFull, manyEvaluations({{"learning_rate", 0.01}}));
    const fs::path straight = folder("straight"), broken = folder("broken");
    QVERIFY(!runTiny(plan, straight).error);
    // Stopped at 20, thrown back to 18: the validation of 18 is the last that both have.
    QVERIFY(runTiny(plan, broken, {.stopAfter = 20}).stopped);
    fs::remove_all(broken / "checkpoint-20");
    const TinyRun rest = runTiny(plan, broken, {.resume = true});
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QVERIFY(comparableEvents(straight) == comparableEvents(broken));
    QVERIFY(filesBelow(straight / "evaluations") == filesBelow(broken / "evaluations"));
}

void tst_Evaluations::lostRowsDoNotStopARun()
{
    const Json plan = tinyPlan(kFull, manyEvaluations());
    const fs::path output = folder("lost rows");
    QVERIFY(runTiny(plan, output, {.stopAfter = 13}).stopped);
    fs::remove_all(output / "evaluations");
    const TinyRun rest = runTiny(plan, output, {.resume = true});
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QVERIFY(!evaluatedSteps(output, "validation").empty());
}

void tst_Evaluations::manyEvaluationsAreThinned()
{
    // 300,000 rows: eight evaluations are all that is kept, beside the best and the last.
    const fs::path output = folder("many rows");
    fs::create_directories(output);
    constexpr size_t count = 300000;
    EvaluationRows rows;
    rows.row_ids.assign(count, 0);
    rows.labels.assign(count, 0);
    rows.answers.assign(count, 0);
    rows.losses.assign(count, 1.0f);
    EvaluationLog log(output);
    for (int64_t i = 1; i <= 20; ++i)
        log.addValidation(5 * i, rows, i == 7 ? 0.5 : 1.0, i == 7, 5);
    QCOMPARE(evaluatedSteps(output, "validation"), (std::vector<int64_t>{20, 35, 40, 60, 80, 100}));
    fs::remove_all(output);
}

void tst_Evaluations::aVerdictIsSaid()
{
    const fs::path output = folder("verdict");
    const TinyRun run = runTiny(tinyPlan(kFull, manyEvaluations()), output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    std::vector<Json> verdicts;
    for (size_t i = 0; i < run.events.size(); ++i)
        if (run.events[i]["event"] == "verdict") {
            QVERIFY(run.events[i - 1]["event"] == "evaluation");
            QCOMPARE(run.events[i]["step"], run.events[i - 1]["step"]);
            verdicts.push_back(run.events[i]);
        }
    QVERIFY(verdicts.size() >= 3);
    QCOMPARE(verdicts[0]["kind"].get<std::string>(), std::string("too_early"));
    QCOMPARE(verdicts[1]["message"]["id"].get<std::string>(),
             std::string("verdict.too_early_by_one"));
    QVERIFY(verdicts[2]["kind"] != "too_early");
    const std::string log = files::read(output / "log.txt");
    QVERIFY(log.find("Too early to say.") != std::string::npos);
}

void tst_Evaluations::aLossThatIsNoNumberIsAVerdictBeforeTheError()
{
    const Json plan = overflowingPlan(tinyPlan(kFull, {}), folder("huge model"));
    const TinyRun run = runTiny(plan, folder("huge"));
    QVERIFY(run.error && run.events.size() > 2);
    const Json &verdict = run.events[run.events.size() - 2];
    QCOMPARE(verdict["event"].get<std::string>(), std::string("verdict"));
    QCOMPARE(verdict["kind"].get<std::string>(), std::string("divergence"));
    QCOMPARE(verdict["since_step"].get<int>(), 1);
    QCOMPARE(run.events.back()["event"].get<std::string>(), std::string("error"));
}

void tst_Evaluations::openModulesAreWrittenByName()
{
    const fs::path output = folder("modules");
    const Json plan = tinyPlan({{"type", "lora"}}, {{"max_steps", 3}, {"save_steps", 1}});
    QVERIFY(runTiny(plan, output, {.stopAfter = 1}).stopped);
    const Json written = readJson(output / "run.json");
    QCOMPARE(written["method"]["modules_to_save"], Json({"pooler", "classifier"}));
    QCOMPARE(written["training"]["optim"], Json("adamw_torch_fused"));
    QVERIFY(!runTiny(plan, output, {.resume = true}).error);
}

void tst_Evaluations::anOlderRunGoesOn()
{
    const fs::path output = folder("older");
    const Json plan = tinyPlan({{"type", "lora"}}, {{"max_steps", 3}, {"save_steps", 1}});
    QVERIFY(runTiny(plan, output, {.stopAfter = 1}).stopped);
    Json written = readJson(output / "run.json");
    written["method"]["modules_to_save"] = "auto";
    written["training"]["optim"] = "adamw";
    writeJson(output / "run.json", written);
    const TinyRun rest = runTiny(plan, output, {.resume = true});
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QCOMPARE(rest.losses().size(), size_t(2));
}

QTEST_APPLESS_MAIN(tst_Evaluations)
#include "tst_evaluations.moc"
