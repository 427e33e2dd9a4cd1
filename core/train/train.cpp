// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train.h"

#include "core/base/error.h"
#include "core/runs/checkpoint.h"
#include "core/runs/run_lock.h"
#include "core/runs/trainer_state.h"
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
        : m_request(request), m_stop(stop), m_onEvent(onEvent), m_config(request.config)
    {
    }

    TrainResult run();

private:
    void prepare();
    void resolve();
    TrainResult rehearse();
    TrainResult trainInFolder();
    TrainResult trainWith(RunRecorder &recorder, TrainingState state,
                          const std::optional<Checkpoint> &from);
    TrainResult finish(RunRecorder &recorder, Trainer &trainer, Trainer::End end);
    SaveContext saveContext() const { return {m_config.model.string()}; }

    const TrainRequest &m_request;
    std::stop_token m_stop;
    const EventHandler &m_onEvent;
    RunConfig m_config;
    PreparedRun m_prepared;
    RunFacts m_facts;
    bool m_errorIsSaid = false;
};

TrainResult TrainingCall::run()
try {
    lowerPriority();
    m_facts.threads = useThreads(m_request.threads);
    return m_request.dryRun ? rehearse() : trainInFolder();
} catch (const Error &error) {
    if (!m_errorIsSaid)
        m_onEvent(errorEvent(error));
    throw;
}

void TrainingCall::prepare()
{
    const PrepareOptions options{m_facts.threads, m_request.acceptNonFinite};
    m_prepared = prepareRun(m_config, options, m_stop, [this](const std::string &phase) {
        m_onEvent({{"event", "phase"}, {"phase", phase}});
    });
    resolve();
}

/// Replaces what the plan leaves open by what it comes to, so that run.json holds everything.
void TrainingCall::resolve()
{
    m_config.modelHash = m_prepared.model_hash;
    m_config.training.max_length = m_prepared.max_length;
    const DataOrder order = dataOrderOf(m_config.training, m_prepared.train);
    m_facts.steps_per_epoch = order.stepsPerEpoch();
    m_facts.steps =
        order.totalSteps(m_config.training.num_train_epochs, m_config.training.max_steps);
    checkAgainstSteps(m_config.training, m_facts.steps);
    const double rows = double(m_facts.steps) * double(order.batch_size * order.accumulation_steps);
    const double trainTokens = double(m_prepared.train.tokens()) * rows /
                               double(std::max<int64_t>(1, m_prepared.train.rows()));
    if (!m_config.training.eval_steps)
        m_config.training.eval_steps =
            automaticEvalSteps(m_facts.steps, trainTokens, double(m_prepared.validation.tokens()));
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
    ResumePoint point;
    if (known)
        point = resumePoint(folder, m_config, m_request.acceptChanges);
    else if (m_request.resume)
        point.notes.push_back(nothingToResume(folder));
    clearLeftovers(folder.path(), point.from ? point.state.step : 0);
    if (!known)
        folder.writeConfig(toJson(m_config));
    RunRecorder recorder(folder, m_request.workspace, m_onEvent);
    try {
        if (known)
            prepare();
        refuseLittleSpace(folder.path(), m_prepared, m_config.training);
        folder.writeConfig(toJson(m_config));
        recorder.cutBackTo(point.state);
        for (const Message &note : point.notes)
            recorder.warning(note);
        return trainWith(recorder, point.state, point.from);
    } catch (const Error &error) {
        m_errorIsSaid = true;
        recorder.setState(error.code == Error::Code::Cancelled ? RunState::Stopped
                                                               : RunState::Failed);
        recorder.event(errorEvent(error));
        throw;
    }
}

TrainResult TrainingCall::trainWith(RunRecorder &recorder, TrainingState state,
                                    const std::optional<Checkpoint> &from)
{
    recorder.setModelExtras({{"schema", 1},
                             {"task", m_config.task},
                             {"max_length", m_prepared.max_length},
                             {"labels", m_prepared.labels},
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
    const TrainingState now{.data_hash = m_prepared.data_hash,
                            .model_hash = m_prepared.model_hash,
                            .threads = m_facts.threads,
                            .processor = processorPath()};
    if (from)
        for (const Message &note : changesSince(state, now, m_request.acceptChanges))
            recorder.warning(note);
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
                             saveContext()};
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
    const RunFolder &folder = recorder.folder();
    recorder.setBest(trainer.state());
    writeTrainerState(folder, m_config.training);
    if (end == Trainer::End::StoppedByUser) {
        recorder.setState(RunState::Stopped);
        return {.runFolder = folder.path(), .stopped = true, .done = {}};
    }
    recorder.saveModel("final", [&](const auto &target) {
        m_prepared.method->save(*m_prepared.model, target, saveContext());
    });
    if (end == Trainer::End::StoppedEarly)
        recorder.warning({"train.stopped_early",
                          LUTHIER_MESSAGE("Stopped early: {metric} has not improved for "
                                          "{evaluations} validations; best was step {step}."),
                          {{"metric", m_config.training.metric_for_best_model},
                           {"evaluations", trainer.state().evaluations_without_improvement},
                           {"step", trainer.state().best_step}}});
    Json test;
    if (m_prepared.test.rows() > 0) {
        if (trainer.state().best_step != trainer.state().step)
            m_prepared.method->load(*m_prepared.model, folder.best());
        test = testScores(m_prepared);
        Json event{{"event", "evaluation"}, {"step", trainer.state().best_step}, {"split", "test"}};
        event.update(test);
        recorder.event(event);
    }
    const Json done = doneEvent(folder, trainer, test, m_prepared);
    recorder.event(done);
    writeTrainerState(folder, m_config.training);
    recorder.setState(RunState::Done);
    return {.runFolder = folder.path(), .stopped = false, .done = done};
}

} // namespace

Result<TrainResult> train(const TrainRequest &request, std::stop_token stop,
                          const EventHandler &onEvent)
{
    return guarded([&] { return TrainingCall(request, stop, onEvent).run(); });
}

} // namespace luthier
