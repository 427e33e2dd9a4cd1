// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_report.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/majority_answer.h"
#include "core/train/engine_info.h"
#include "core/train/threads.h"
#include "core/train/validation_event.h"

namespace luthier {

namespace {

constexpr int kSchema = 1;

/// Share of the rows that the most frequent answer has.
double majorityShare(const Examples &examples)
{
    return examples.rows() > 0 ? double(majorityOf(examples.truth()).rows) / double(examples.rows())
                               : 0.0;
}

/// "earn", or of several labels "earn, grain"; "[]", as data has it, for rows without any.
std::string majorityLabel(const PreparedRun &run)
{
    std::string names;
    for (const int64_t label : majorityOf(run.validation.truth()).labels)
        names += (names.empty() ? "" : ", ") + run.labels[size_t(label)];
    return names.empty() ? "[]" : names;
}

} // namespace

Json startEvent(const RunConfig &config, const PreparedRun &run, const RunFacts &facts)
{
    const int64_t rows = run.train.rows() + run.validation.rows() + run.test.rows();
    const int64_t cut = run.train.rows_cut + run.validation.rows_cut + run.test.rows_cut;
    return {{"event", "start"},
            {"schema", kSchema},
            {"version", LUTHIER_VERSION},
            {"run", config.name},
            {"task", config.task},
            {"method", config.method},
            {"rows",
             {{"train", run.train.rows()},
              {"validation", run.validation.rows()},
              {"test", run.test.rows()}}},
            {"tokens", run.train.tokens()},
            {"rows_cut", cut},
            {"rows_cut_share", rows > 0 ? double(cut) / double(rows) : 0.0},
            {"steps", facts.steps},
            {"steps_per_epoch", facts.steps_per_epoch},
            {"eval_steps", *config.training.eval_steps},
            {"parameters", run.model->parameters().count()},
            {"trainable_parameters", run.model->parameters().trainableCount()},
            {"new_modules", run.model->newModules()},
            {"labels", run.labels},
            {"learning_rate", config.training.learning_rate},
            {"max_length", run.max_length},
            {"device", "cpu"},
            {"precision", "fp32"},
            {"threads", facts.threads},
            {"processor", processorPath()},
            {"disk_bytes", diskBytes(run, config.training)},
            {"cache_bytes", facts.cache.bytes},
            {"majority_baseline", majorityShare(run.validation)},
            {"majority_label", majorityLabel(run)}};
}

Json warningEvent(const Message &message)
{
    return {{"event", "warning"}, {"message", toJson(message)}};
}

Json errorEvent(const Error &error)
{
    return {{"event", "error"}, {"message", toJson(error.message)}};
}

Json testScores(const PreparedRun &run, int64_t step, RunRecorder &recorder)
{
    const auto objective = objectiveFor({.problem_type = run.problem_type});
    const EvaluationScores scores = evaluateRows(*run.model, run.test, *objective);
    recorder.testRows(step, rowsOf(scores, run.test));
    Json out{{"eval_loss", scores.loss}};
    out.update(objective->metrics(run.test.truth(), scores.answers.view(), scores.probabilities(),
                                  run.labels));
    return out;
}

Json doneEvent(const RunFolder &folder, const Trainer &trainer, int64_t finalStep, const Json &test,
               const PreparedRun &run)
{
    const auto &timing = trainer.timing();
    const double seconds = timing.seconds + timing.eval_seconds + timing.save_seconds;
    Json done{
        {"event", "done"},
        {"output", folder.path().string()},
        {"steps", trainer.state().step},
        {"seconds", seconds},
        {"eval_seconds", timing.eval_seconds},
        {"save_seconds", timing.save_seconds},
        {"samples_per_second", timing.seconds > 0 ? double(timing.rows) / timing.seconds : 0.0},
        {"tokens_per_second", timing.seconds > 0 ? double(timing.tokens) / timing.seconds : 0.0},
        {"peak_rss_mb", peakMemoryBytes() >> 20},
        {"best_step", trainer.state().best_step},
        {"best_metric", trainer.state().best_metric},
        {"final_step", finalStep}};
    if (!test.is_null()) {
        done["test"] = test;
        done["majority_baseline"] = test["majority_baseline"];
    } else {
        done["majority_baseline"] = majorityShare(run.validation);
    }
    return done;
}

int64_t diskBytes(const PreparedRun &run, const TrainingSettings &settings)
{
    const int64_t number = int64_t(sizeof(float));
    const int64_t trained = run.model->parameters().trainableCount();
    const int64_t saved = run.method->isAdapter() ? trained : run.model->parameters().count();
    // One checkpoint more than the limit stands while the oldest is not yet removed.
    const int64_t checkpoints =
        settings.save_steps > 0 ? std::max<int64_t>(settings.save_total_limit, 1) + 1 : 1;
    return number * (checkpoints * (saved + 2 * trained) + 3 * saved) +
           EvaluationLog::diskBytes(run.validation.rows(), run.test.rows(),
                                    int64_t(run.labels.size()));
}

void refuseLittleSpace(const std::filesystem::path &folder, const PreparedRun &run,
                       const TrainingSettings &settings)
{
    const int64_t needed = diskBytes(run, settings), free = int64_t(files::freeSpace(folder));
    if (free < needed)
        throw failure(
            "train.no_space",
            LUTHIER_MESSAGE("The run needs {needed} MB in {folder}, but only {free} MB are free; "
                            "make room, or lower save_total_limit."),
            {{"needed", needed / 1000000}, {"folder", folder.string()}, {"free", free / 1000000}},
            Error::Code::Io);
}

} // namespace luthier
