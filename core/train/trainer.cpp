// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/base/error.h"
#include "core/methods/module_names.h"
#include "core/tasks/multi_label_classification.h"
#include "core/tasks/text_classification.h"
#include "core/train/validation_event.h"

#include <chrono>
#include <cmath>
#include <set>

namespace luthier {

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

AdamWSettings adamWSettings(const TrainingSettings &s)
{
    return {s.adam_beta1, s.adam_beta2, s.adam_epsilon, s.weight_decay, s.max_grad_norm};
}

/// A head made new learns at a rate of its own; nothing where all learn alike.
std::vector<double> rateRatios(const Model &model, double newHeadRatio)
{
    std::vector<double> out;
    if (newHeadRatio == 1 || !model.hasNewHead())
        return out;
    std::set<std::string> head;
    for (const NamedTensor &parameter : parametersOfModules(model, model.headModules()))
        head.insert(parameter.name);
    for (const NamedTensor &parameter : model.parameters().trainable())
        out.push_back(head.contains(parameter.name) ? newHeadRatio : 1.0);
    return out;
}

} // namespace

DataOrder dataOrderOf(const TrainingSettings &settings, const Examples &train)
{
    DataOrder order{.rows = train.rows(),
                    .batch_size = settings.per_device_train_batch_size,
                    .accumulation_steps = settings.gradient_accumulation_steps,
                    .seed = settings.seed,
                    .shuffle = settings.shuffle,
                    .length_grouping = settings.length_grouping};
    if (order.length_grouping)
        for (int64_t row = 0; row < train.rows(); ++row)
            order.lengths.push_back(train.length(row));
    return order;
}

std::vector<double> classWeightsOf(const TrainingSettings &settings,
                                   const std::vector<std::string> &labels, const Examples &train)
{
    const Json &weights = settings.class_weights;
    if (weights == "none")
        return {};
    if (weights == "balanced") {
        std::vector<int64_t> counts(labels.size(), 0);
        for (const int64_t label : train.labels)
            ++counts[size_t(label)];
        return train.label_offsets.empty() ? balancedWeights(counts)
                                           : balancedPositiveWeights(counts, train.rows());
    }
    std::vector<double> out(labels.size(), 1.0);
    for (const auto &[label, weight] : weights.items()) {
        const auto found = std::ranges::find(labels, label);
        if (found == labels.end())
            throw failure(
                "train.class_weight_label",
                LUTHIER_MESSAGE("class_weights names {label}, which is not a label of this data."),
                {{"label", label}});
        out[size_t(found - labels.begin())] = weight.get<double>();
    }
    return out;
}

std::unique_ptr<const Objective> objectiveOf(const TrainingSettings &settings,
                                             const std::vector<std::string> &labels,
                                             const Examples &train)
{
    return objectiveFor({.problem_type = settings.problem_type,
                         .label_smoothing = settings.label_smoothing_factor,
                         .class_weights = classWeightsOf(settings, labels, train)});
}

Trainer::Trainer(const TrainerParts &parts, RunRecorder &recorder, TrainingState state)
    : m_parts(parts), m_settings(parts.config.training), m_recorder(recorder),
      m_state(std::move(state)), m_train(parts.model, parts.train),
      m_validation(parts.model, parts.validation), m_rows(dataOrderOf(m_settings, parts.train)),
      m_totalSteps(m_rows.order().totalSteps(m_settings.num_train_epochs, m_settings.max_steps)),
      m_schedule{m_settings.lr_scheduler_type, warmupSteps(m_settings.warmup_steps, m_totalSteps),
                 m_totalSteps},
      m_objective(objectiveOf(m_settings, parts.labels, parts.train)),
      m_optimizer(parts.model.parameters().trainable(), adamWSettings(m_settings),
                  rateRatios(parts.model, m_settings.new_head_lr_ratio)),
      m_firstDropoutStage(m_settings.frozen_dropout ? 0 : parts.model.lowestTrainedStage())
{
}

Trainer::StepResult Trainer::forwardBackward(int64_t step)
{
    const std::vector<int64_t> rows = m_rows.rows(step);
    const auto labels = labelsOf(m_parts.train, rows);
    const double denominator = m_objective->denominator(labels);
    const ForwardContext context{.training = true,
                                 .seed = m_settings.seed,
                                 .step = step,
                                 .first_dropout_stage = m_firstDropoutStage};
    StepResult result;
    const int64_t size = m_settings.per_device_train_batch_size;
    for (int64_t first = 0; first < int64_t(rows.size()); first += size) {
        const std::span micro(rows.data() + first,
                              size_t(std::min(size, int64_t(rows.size()) - first)));
        const at::Tensor loss = m_objective->sum(m_train.logits(micro, first, context),
                                                 labels.narrow(0, first, int64_t(micro.size()))) /
                                denominator;
        loss.backward();
        result.loss += loss.item<double>();
        m_timing.rows += int64_t(micro.size());
        for (const int64_t row : micro)
            m_timing.tokens += m_parts.train.length(row);
    }
    result.norm = m_optimizer.gradientNorm();
    return result;
}

void Trainer::refuseNonFinite(int64_t step, const StepResult &result) const
{
    if (std::isfinite(result.loss) && std::isfinite(result.norm))
        return;
    const char *text =
        std::isfinite(result.loss)
            ? LUTHIER_MESSAGE("Step {step}: the gradient is not a finite number, so nothing was "
                              "updated. The last good state is in {checkpoint}; try a lower "
                              "learning_rate, more warmup_steps or max_grad_norm 1.")
            : LUTHIER_MESSAGE("Step {step}: the loss is not a finite number, so nothing was "
                              "updated. The last good state is in {checkpoint}; try a lower "
                              "learning_rate, more warmup_steps or max_grad_norm 1.");
    throw failure("train.non_finite", text,
                  {{"step", step}, {"checkpoint", m_recorder.newestCheckpoint()}},
                  Error::Code::Failed);
}

void Trainer::trainStep(int64_t step)
{
    const auto start = Clock::now();
    const StepResult result = forwardBackward(step);
    refuseNonFinite(step, result);
    const double rate = m_settings.learning_rate * m_schedule.factor(step);
    m_optimizer.step(rate, result.norm);
    m_optimizer.zeroGradients();
    m_timing.seconds += since(start);
    m_state.step = step;
    m_recorder.event({{"event", "step"},
                      {"step", step},
                      {"epoch", double(step) / double(m_rows.order().stepsPerEpoch())},
                      {"loss", result.loss},
                      {"learning_rate", rate},
                      {"grad_norm", result.norm}});
}

bool Trainer::improves(double value) const
{
    if (m_state.best_step == 0)
        return true;
    const double gain =
        m_settings.greaterIsBetter() ? value - m_state.best_metric : m_state.best_metric - value;
    return gain > m_settings.early_stopping_threshold;
}

bool Trainer::patienceIsOver() const
{
    return m_settings.early_stopping_patience > 0 && !m_state.early_stopping_off &&
           m_state.evaluations_without_improvement >= m_settings.early_stopping_patience;
}

void Trainer::validate(int64_t step)
{
    const auto start = Clock::now();
    const EvaluationScores scores =
        evaluateRows(m_validation, *m_objective, m_settings.per_device_eval_batch_size);
    Json event = validationEvent(step, scores, m_parts.validation, *m_objective, m_parts.labels);
    const double value = event.at(m_settings.metricKey());
    const bool best = improves(value);
    event["best"] = best;
    m_timing.eval_seconds += since(start);
    const auto saving = Clock::now();
    if (best) {
        m_state.best_metric = value;
        m_state.best_step = step;
        m_state.evaluations_without_improvement = 0;
        m_recorder.saveModel("best", [&](const auto &folder) {
            m_parts.method.save(m_parts.model, folder, m_parts.saveContext);
        });
    } else {
        ++m_state.evaluations_without_improvement;
    }
    m_recorder.validation(std::move(event), rowsOf(scores, m_parts.validation));
    m_timing.save_seconds += since(saving);
}

void Trainer::cacheFrozen(RowInputs &inputs, const FeatureCache &kept, const std::stop_token &stop)
{
    const int64_t total = inputs.examples().rows();
    const auto tell = [&](int64_t done, bool cached) {
        m_recorder.tell({{"event", "phase"},
                         {"phase", "features"},
                         {"done", done},
                         {"total", total},
                         {"cached", cached}});
    };
    if (inputs.cache(
            stop, [&](int64_t done) { tell(done, false); }, kept))
        tell(total, true);
}

void Trainer::cacheFrozen(const std::stop_token &stop)
{
    if (m_parts.cache.bytes == 0)
        return;
    const auto start = Clock::now();
    const FeatureCache kept(m_parts.workspace, frozenHash(m_parts.model));
    if (m_parts.cache.train)
        cacheFrozen(m_train, kept, stop);
    if (m_parts.cache.validation)
        cacheFrozen(m_validation, kept, stop);
    m_timing.seconds += since(start);
}

void Trainer::checkpoint()
{
    const auto start = Clock::now();
    m_recorder.checkpoint(m_state, m_settings.save_total_limit, [&](const auto &folder) {
        saveTraining(folder, m_state, m_parts.model, m_parts.method, m_optimizer,
                     m_parts.saveContext);
    });
    m_savedStep = m_state.step;
    m_timing.save_seconds += since(start);
}

void Trainer::pauseWhileAsked(const std::stop_token &stop)
{
    if (!m_parts.control.isPaused())
        return;
    m_recorder.tell({{"event", "phase"}, {"phase", "paused"}});
    m_parts.control.waitWhilePaused(stop);
    m_recorder.tell({{"event", "phase"}, {"phase", "continued"}});
}

void Trainer::stopNoLongerEarly()
{
    if (m_state.early_stopping_off || m_settings.early_stopping_patience == 0)
        return;
    m_state.early_stopping_off = true;
    m_recorder.warning({"train.keep_going",
                        LUTHIER_MESSAGE("Early stopping is off from step {step} on, as asked."),
                        {{"step", m_state.step}}});
}

Trainer::End Trainer::takeBest()
{
    if (m_state.step == 0)
        return End::StoppedByUser;
    if (m_state.best_step == 0)
        validate(m_state.step);
    return End::BestTaken;
}

std::optional<Trainer::End> Trainer::obey(const std::stop_token &stop)
{
    pauseWhileAsked(stop);
    if (m_parts.control.discards())
        return End::Discarded;
    if (m_parts.control.usesBest())
        return takeBest();
    if (stop.stop_requested()) {
        if (m_savedStep != m_state.step)
            checkpoint();
        return End::StoppedByUser;
    }
    if (m_parts.control.keepsGoing())
        stopNoLongerEarly();
    return std::nullopt;
}

Trainer::End Trainer::run(std::stop_token stop)
{
    m_savedStep = m_state.step;
    cacheFrozen(stop);
    while (m_state.step < m_totalSteps) {
        if (const std::optional<End> end = obey(stop))
            return *end;
        if (patienceIsOver())
            return End::StoppedEarly;
        const int64_t step = m_state.step + 1;
        trainStep(step);
        if (step % m_parts.eval_steps == 0 || step == m_totalSteps)
            validate(step);
        if (m_settings.save_steps > 0 &&
            (step % m_settings.save_steps == 0 || step == m_totalSteps))
            checkpoint();
    }
    return m_parts.control.usesBest() ? takeBest() : End::Finished;
}

} // namespace luthier
