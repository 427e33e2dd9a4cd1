// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_config.h"
#include "core/train/cache_plan.h"
#include "core/train/data_order.h"
#include "core/train/evaluation_pass.h"
#include "core/train/run_recorder.h"
#include "core/train/schedule.h"
#include "core/train/training_control.h"
#include "core/train/training_state.h"

#include <stop_token>

namespace luthier {

/// What one training run works on; all of it outlives the Trainer.
struct TrainerParts
{
    Model &model;
    const Method &method;
    const Examples &train;
    const Examples &validation;
    const std::vector<std::string> &labels;
    const RunConfig &config;
    int64_t eval_steps = 0; ///< resolved from "auto"
    CachePlan cache;
    std::filesystem::path workspace; ///< keeps what earlier runs computed of it
    SaveContext saveContext;
    TrainingControl &control;
};

/// The one training loop: the same for every method, task and family.
class Trainer
{
public:
    Trainer(const TrainerParts &parts, RunRecorder &recorder, TrainingState state);

    AdamW &optimizer() { return m_optimizer; }
    int64_t totalSteps() const { return m_totalSteps; }

    enum class End { Finished, StoppedEarly, StoppedByUser, BestTaken, Discarded };
    /// Trains from `state().step` to the end. When stopped by the user a checkpoint is written
    /// first; when the best step is taken there is one.
    End run(std::stop_token stop);
    const TrainingState &state() const { return m_state; }

    struct Timing
    {
        double seconds = 0, eval_seconds = 0, save_seconds = 0;
        int64_t rows = 0, tokens = 0;
    };
    const Timing &timing() const { return m_timing; }

private:
    struct StepResult
    {
        double loss = 0, norm = 0;
    };

    StepResult forwardBackward(int64_t step);
    void refuseNonFinite(int64_t step, const StepResult &result) const;
    void trainStep(int64_t step);
    void validate(int64_t step);
    void cacheFrozen(const std::stop_token &stop);
    void cacheFrozen(RowInputs &inputs, const FeatureCache &kept, const std::stop_token &stop);
    bool improves(double value) const;
    bool patienceIsOver() const;
    /// Does what the stop token and the control ask between two steps; an end when that is one.
    std::optional<End> obey(const std::stop_token &stop);
    void pauseWhileAsked(const std::stop_token &stop);
    void stopNoLongerEarly();
    End takeBest();
    void checkpoint();

    TrainerParts m_parts;
    const TrainingSettings &m_settings;
    RunRecorder &m_recorder;
    TrainingState m_state;
    RowInputs m_train, m_validation;
    StepRows m_rows;
    int64_t m_totalSteps;
    Schedule m_schedule;
    std::unique_ptr<const Objective> m_objective;
    AdamW m_optimizer;
    size_t m_firstDropoutStage;
    Timing m_timing;
    int64_t m_savedStep = 0; ///< of the newest checkpoint
};

/// Data order and number of steps as a plan and its training part give them.
DataOrder dataOrderOf(const TrainingSettings &settings, const Examples &train);

/// Loss and metrics of a plan.
std::unique_ptr<const Objective> objectiveOf(const TrainingSettings &settings,
                                             const std::vector<std::string> &labels,
                                             const Examples &train);

/// Class weights of a plan by label order; empty for equal ones. `counts`: rows of each label in
/// train.
std::vector<double> classWeightsOf(const TrainingSettings &settings,
                                   const std::vector<std::string> &labels, const Examples &train);

} // namespace luthier
