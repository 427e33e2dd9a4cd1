// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train.h"

#include "core/base/error.h"
#include "core/kernels/torch_errors.h"
#include "core/runs/checkpoint.h"
#include "core/runs/run_lock.h"
#include "core/runs/trainer_state.h"
#include "core/runs/trash.h"
#include "core/train/planned_steps.h"
#include "core/train/prepared_run.h"
#include "core/train/resume.h"
#include "core/train/run_report.h"
#include "core/train/threads.h"
#include "core/train/trainer.h"

namespace luthier {

namespace {

/// One call of `train`: the pieces in the order in which they come to be.
class TrainingCall
{
public:
    TrainingCall(const TrainRequest &request, std::stop_token stop, const EventHandler &onEvent)
        : m_request(request), m_stop(stop), m_onEvent(onEvent), m_config(request.config),
          m_control(request.control ? request.control : std::make_shared<TrainingControl>())
    {
    }

    TrainResult run();

private:
    void prepare();
    void resolve();
    void planCache();
    TrainResult rehearse();
    TrainResult trainInFolder();
    TrainingState here() const;
    TrainResult trainWith(RunRecorder &recorder, TrainingState state,
                          const std::optional<Checkpoint> &from);
    TrainResult finish(RunRecorder &recorder, Trainer &trainer, Trainer::End end);
    void sayWhyItEnds(RunRecorder &recorder, const TrainingState &state, Trainer::End end) const;
    Json saveResult(RunRecorder &recorder, const Trainer &trainer, bool bestIsFinal);
    bool discard();
    SaveContext saveContext() const { return {m_config.model.string()}; }

    const TrainRequest &m_request;
    std::stop_token m_stop;
    const EventHandler &m_onEvent;
    RunConfig m_config;
    PreparedRun m_prepared;
    RunFacts m_facts;
    std::shared_ptr<TrainingControl> m_control;
    std::optional<RunFolder> m_folder;
    bool m_errorIsSaid = false;
};

TrainResult TrainingCall::run()
try {
    lowerPriority();
    m_facts.threads = useThreads(m_request.threads);
    if (m_request.dryRun)
        return withErrors([this] { return rehearse(); });
    TrainResult result = withErrors([this] { return trainInFolder(); });
    result.discarded = discard();
    return result;
} catch (const Error &error) {
    if (!m_errorIsSaid)
        m_onEvent(errorEvent(error));
    discard();
    throw;
}

/// Needs the run to have ended: nothing may be written into the folder any more.
bool TrainingCall::discard()
{
    if (!m_control->discards() || !m_folder)
        return false;
    moveToTrash(m_request.workspace, *m_folder);
    return true;
}

void TrainingCall::prepare()
{
    const PrepareOptions options{m_facts.threads, m_request.acceptNonFinite};
    m_prepared = prepareRun(m_config, options, m_stop, [this](const std::string &phase) {
        m_onEvent({{"event", "phase"}, {"phase", phase}});
    });
    // Weights for labels that are not there are refused before there is a folder.
    objectiveOf(m_config.training, m_prepared.labels, m_prepared.train);
    resolve();
}

/// Replaces what the plan leaves open by what it comes to, so that run.json holds everything.
void TrainingCall::resolve()
{
    m_config.modelHash = m_prepared.model_hash;
    m_config.dataset.version = m_prepared.data_version;
    m_config.training.max_length = m_prepared.max_length;
    m_prepared.method->resolve(m_config.methodSettings);
    const PlannedSteps planned =
        plannedSteps(m_config.training, {m_prepared.train.rows(), m_prepared.train.tokens(),
                                         m_prepared.validation.tokens()});
    m_facts.steps_per_epoch = planned.stepsPerEpoch;
    m_facts.steps = planned.steps;
    checkAgainstSteps(m_config.training, m_facts.steps);
    m_config.training.eval_steps = planned.evalSteps;
    planCache();
}

void TrainingCall::planCache()
{
    const Model &model = *m_prepared.model;
    const TrainingSettings &settings = m_config.training;
    m_facts.cache =
        cachePlan(RowInputs(model, m_prepared.train), RowInputs(model, m_prepared.validation),
                  {.frozen_dropout = settings.frozen_dropout,
                   .epochs = double(m_facts.steps) / double(m_facts.steps_per_epoch),
                   .validations = double(m_facts.steps) / double(*settings.eval_steps),
                   .limit = cacheLimit()});
    if (m_facts.cache.note)
        m_prepared.notes.push_back(*m_facts.cache.note);
}

TrainResult TrainingCall::rehearse()
{
    prepare();
    for (const Message &note : m_prepared.notes)
        m_onEvent(warningEvent(note));
    m_onEvent(startEvent(m_config, m_prepared, m_facts));
    return {};
}

TrainResult TrainingCall::trainInFolder()
{
    const std::optional<RunFolder> known = runToResume(m_request);
    // A plan that cannot train leaves no run folder behind.
    if (!known)
        prepare();
    const RunFolder folder = known ? *known : newRunFolder(m_request);
    const RunLock lock(folder.path());
    m_folder = folder;
    ResumePoint point;
    if (known)
        point = resumePoint(folder, m_config, m_request.acceptChanges);
    else if (m_request.resume)
        point.notes.push_back(nothingToResume(folder));
    if (!known)
        folder.writeConfig(toJson(m_config));
    // From here on it can be read as a run.
    m_onEvent({{"event", "phase"}, {"phase", "folder"}, {"output", folder.path().string()}});
    // What cannot go on leaves the run as it was, its log and its state.
    if (known)
        prepare();
    if (point.from)
        for (const Message &note :
             changesSince(point, here(), m_config.dataset, m_request.acceptChanges))
            point.notes.push_back(note);
    clearLeftovers(folder.path(), point.from ? point.state.step : 0);
    RunRecorder recorder(folder, m_request.workspace, m_onEvent);
    try {
        refuseLittleSpace(folder.path(), m_prepared, m_config.training);
        folder.writeConfig(toJson(m_config));
        recorder.cutBackTo(point.state);
        for (const Message &note : point.notes)
            recorder.warning(note);
        return withErrors([&] { return trainWith(recorder, point.state, point.from); });
    } catch (const Error &error) {
        // What was stopped while it got ready has not failed: its log stays as it was.
        if (error.code == Error::Code::Cancelled) {
            recorder.setState(RunState::Stopped);
            throw;
        }
        m_errorIsSaid = true;
        recorder.setState(RunState::Failed);
        recorder.event(errorEvent(error));
        throw;
    }
}

/// What the bits depend on beside the plan, at the first step.
TrainingState TrainingCall::here() const
{
    return {.data_hash = m_prepared.data_hash,
            .model_hash = m_prepared.model_hash,
            .threads = m_facts.threads,
            .processor = processorPath()};
}

TrainResult TrainingCall::trainWith(RunRecorder &recorder, TrainingState state,
                                    const std::optional<Checkpoint> &from)
{
    recorder.setModelExtras({{"schema", 1},
                             {"task", m_config.task},
                             {"max_length", m_prepared.max_length},
                             {"labels", m_prepared.labels},
                             {"problem_type", m_config.training.problem_type},
                             {"base_weights_sha256", m_prepared.model_hash}},
                            m_prepared.tokenizerFiles);
    if (!from) {
        for (const Message &note : m_prepared.notes)
            recorder.warning(note);
        recorder.event(startEvent(m_config, m_prepared, m_facts));
    } else {
        // The log has it from the first time; whoever watches now needs it too.
        m_onEvent(startEvent(m_config, m_prepared, m_facts));
    }
    const TrainingState now = here();
    state.data_hash = now.data_hash;
    state.model_hash = now.model_hash;
    state.threads = now.threads;
    state.processor = now.processor;
    const TrainerParts parts{*m_prepared.model,
                             *m_prepared.method,
                             m_prepared.train,
                             m_prepared.validation,
                             m_prepared.labels,
                             m_config,
                             *m_config.training.eval_steps,
                             m_facts.cache,
                             m_request.workspace,
                             saveContext(),
                             *m_control};
    Trainer trainer(parts, recorder, state);
    if (from) {
        restoreTraining(from->path, state, *m_prepared.model, *m_prepared.method,
                        trainer.optimizer());
        recorder.event(
            {{"event", "resumed"}, {"step", state.step}, {"path", from->path.filename().string()}});
    }
    return finish(recorder, trainer, trainer.run(m_stop));
}

TrainResult TrainingCall::finish(RunRecorder &recorder, Trainer &trainer, Trainer::End end)
{
    recorder.setBest(trainer.state());
    writeTrainerState(*m_folder, m_config.training);
    if (end == Trainer::End::StoppedByUser || end == Trainer::End::Discarded) {
        recorder.setState(RunState::Stopped);
        return {.runFolder = m_folder->path(), .stopped = true};
    }
    sayWhyItEnds(recorder, trainer.state(), end);
    const Json done = saveResult(recorder, trainer, end == Trainer::End::BestTaken);
    recorder.event(done);
    writeTrainerState(*m_folder, m_config.training);
    recorder.setState(RunState::Done);
    return {.runFolder = m_folder->path(), .done = done};
}

void TrainingCall::sayWhyItEnds(RunRecorder &recorder, const TrainingState &state,
                                Trainer::End end) const
{
    if (end == Trainer::End::StoppedEarly)
        recorder.warning({"train.stopped_early",
                          LUTHIER_MESSAGE("Stopped early: {metric} has not improved for "
                                          "{evaluations} validations; best was step {step}."),
                          {{"metric", m_config.training.metric_for_best_model},
                           {"evaluations", state.evaluations_without_improvement},
                           {"step", state.best_step}}});
    if (end == Trainer::End::BestTaken)
        recorder.warning({"train.best_taken",
                          LUTHIER_MESSAGE("Stopped at step {step}, as asked; the result is the "
                                          "best step, {best}."),
                          {{"step", state.step}, {"best", state.best_step}}});
}

/// Writes final/ and scores the test part on the best step; gives the last event.
Json TrainingCall::saveResult(RunRecorder &recorder, const Trainer &trainer, bool bestIsFinal)
{
    const TrainingState &state = trainer.state();
    const auto loadBest = [&] { m_prepared.method->load(*m_prepared.model, m_folder->best()); };
    if (bestIsFinal)
        loadBest();
    recorder.saveModel("final", [&](const auto &target) {
        m_prepared.method->save(*m_prepared.model, target, saveContext());
    });
    Json test;
    if (m_prepared.test.rows() > 0) {
        if (!bestIsFinal && state.best_step != state.step)
            loadBest();
        test = testScores(m_prepared, state.best_step, recorder);
        Json event{{"event", "evaluation"}, {"step", state.best_step}, {"split", "test"}};
        event.update(test);
        recorder.event(event);
    }
    return doneEvent(*m_folder, trainer, bestIsFinal ? state.best_step : state.step, test,
                     m_prepared);
}

} // namespace

Result<TrainResult> train(const TrainRequest &request, std::stop_token stop,
                          const EventHandler &onEvent)
{
    return guarded([&] { return TrainingCall(request, stop, onEvent).run(); });
}

} // namespace luthier
