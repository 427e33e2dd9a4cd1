// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_report.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/evaluate/classification_metrics.h"
#include "core/train/threads.h"

#include <sys/resource.h>

namespace luthier {

namespace {

constexpr int kSchema = 1;

double majorityShare(const Examples &examples, size_t labelCount)
{
    std::vector<int64_t> counts(labelCount, 0);
    for (const int64_t label : examples.labels)
        ++counts[size_t(label)];
    return examples.rows() > 0 ? double(*std::ranges::max_element(counts)) / double(examples.rows())
                               : 0;
}

int64_t peakMemoryMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
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
            {"majority_baseline", majorityShare(run.validation, run.labels.size())}};
}

Json warningEvent(const Message &message)
{
    return {{"event", "warning"}, {"message", toJson(message)}};
}

Json errorEvent(const Error &error)
{
    return {{"event", "error"}, {"message", toJson(error.message)}};
}

Json testScores(const PreparedRun &run)
{
    const EvaluationScores scores = evaluateRows(*run.model, run.test, ClassificationLoss(0, {}));
    Json out{{"eval_loss", scores.loss}};
    out.update(
        toJson(classificationMetrics(run.test.labels, scores.predicted, int64_t(run.labels.size())),
               run.labels));
    return out;
}

Json doneEvent(const RunFolder &folder, const Trainer &trainer, const Json &test,
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
        {"peak_rss_mb", peakMemoryMegabytes()},
        {"best_step", trainer.state().best_step},
        {"best_metric", trainer.state().best_metric}};
    if (!test.is_null()) {
        done["test"] = test;
        done["majority_baseline"] = test["majority_baseline"];
    } else {
        done["majority_baseline"] = majorityShare(run.validation, run.labels.size());
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
    return number * (checkpoints * (saved + 2 * trained) + 3 * saved);
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
