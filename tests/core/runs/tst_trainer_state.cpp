// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/event_log.h"
#include "core/runs/trainer_state.h"
#include "core/runs/training_parameters.h"
#include "runs_test.h"

#include <set>

using namespace luthier;
using namespace luthier::runstest;

namespace {

const std::vector<Json> events{
    {{"event", "start"}, {"steps", 4}, {"steps_per_epoch", 2}},
    {{"event", "step"},
     {"step", 1},
     {"loss", 0.75},
     {"learning_rate", 0.0},
     {"grad_norm", 3.5},
     {"epoch", 0.5}},
    {{"event", "step"}, {"step", 2}, {"loss", 0.5}, {"learning_rate", 1e-4}, {"grad_norm", 2.5}},
    {{"event", "evaluation"},
     {"step", 2},
     {"split", "validation"},
     {"eval_loss", 0.4},
     {"accuracy", 0.9},
     {"samples", 7}},
    {{"event", "checkpoint"}, {"step", 2}},
    {{"event", "step"},
     {"step", 3},
     {"loss", 0.25},
     {"learning_rate", 5e-5},
     {"grad_norm", nullptr}},
    {{"event", "evaluation"},
     {"step", 3},
     {"split", "validation"},
     {"eval_loss", 0.6},
     {"accuracy", 0.8},
     {"best", false}},
    {{"event", "evaluation"}, {"step", 3}, {"split", "test"}, {"eval_loss", 0.1}},
    {{"event", "done"}, {"seconds", 6.0}, {"samples_per_second", 8.0}},
};

/// The fields of transformers' TrainerState (5.23): one too many would fail its reading.
const std::set<std::string> fields{"epoch",
                                   "global_step",
                                   "max_steps",
                                   "logging_steps",
                                   "eval_steps",
                                   "save_steps",
                                   "train_batch_size",
                                   "num_train_epochs",
                                   "num_input_tokens_seen",
                                   "total_flos",
                                   "log_history",
                                   "best_metric",
                                   "best_global_step",
                                   "best_model_checkpoint",
                                   "is_local_process_zero",
                                   "is_world_process_zero",
                                   "is_hyper_param_search",
                                   "trial_name",
                                   "trial_params",
                                   "stateful_callbacks"};

} // namespace

class tst_TrainerState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheKeysOfTransformers();
    void everyStepAndEvaluationIsThere();
    void theBestEvaluationIsNamed();
    void aRunWithoutEvents();
    void writtenFromTheRunFolder();
};

void tst_TrainerState::exactlyTheKeysOfTransformers()
{
    const Json state = trainerState(trainingDefaults(), events);
    std::set<std::string> keys;
    std::vector<std::string> order;
    for (const auto &[key, value] : state.items()) {
        keys.insert(key);
        order.push_back(key);
    }
    QCOMPARE(keys, fields);
    QVERIFY(std::ranges::is_sorted(order));
}

void tst_TrainerState::everyStepAndEvaluationIsThere()
{
    const CommaLocale comma;
    const Json state = trainerState(trainingDefaults(), events);
    QCOMPARE(state["global_step"], Json(3));
    QCOMPARE(state["max_steps"], Json(4));
    QCOMPARE(state["num_train_epochs"], Json(3));
    QCOMPARE(state["epoch"], Json(1.5));
    const Json &history = state["log_history"];
    QCOMPARE(history.size(), size_t(6));
    QCOMPARE(
        history[0].dump(),
        std::string(R"({"epoch":0.5,"grad_norm":3.5,"learning_rate":0.0,"loss":0.75,"step":1})"));
    QCOMPARE(history[1]["epoch"], Json(1.0));
    QCOMPARE(history[1]["learning_rate"], Json(1e-4));
    QCOMPARE(history[2].dump(),
             std::string(R"({"epoch":1.0,"eval_accuracy":0.9,"eval_loss":0.4,"step":2})"));
    QVERIFY(!history[3].contains("grad_norm"));
    QCOMPARE(history[5]["train_runtime"], Json(6.0));
    QCOMPARE(history[5]["train_loss"], Json(0.5));
    QCOMPARE(history[5]["train_steps_per_second"], Json(0.5));
}

void tst_TrainerState::theBestEvaluationIsNamed()
{
    TrainingSettings settings = trainingDefaults();
    Json state = trainerState(settings, events);
    QCOMPARE(state["best_metric"], Json(0.4));
    QCOMPARE(state["best_global_step"], Json(2));
    QCOMPARE(state["best_model_checkpoint"], Json("best"));
    settings.metric_for_best_model = "eval_accuracy";
    state = trainerState(settings, events);
    QCOMPARE(state["best_metric"], Json(0.9));
}

void tst_TrainerState::aRunWithoutEvents()
{
    const Json state = trainerState(trainingDefaults(), {});
    QCOMPARE(state["global_step"], Json(0));
    QVERIFY(state["best_metric"].is_null() && state["best_model_checkpoint"].is_null());
    QVERIFY(state["log_history"].is_array() && state["log_history"].empty());
}

void tst_TrainerState::writtenFromTheRunFolder()
{
    const Folder place;
    const RunFolder folder = RunFolder::createAt(place / "run");
    EventLog log(folder.events());
    for (const Json &event : events)
        log.append(event);
    writeTrainerState(folder, trainingDefaults());
    QCOMPARE(readJson(folder.trainerState()), trainerState(trainingDefaults(), events));
}

QTEST_APPLESS_MAIN(tst_TrainerState)
#include "tst_trainer_state.moc"
