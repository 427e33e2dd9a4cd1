// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_recorder.h"

#include "core/base/or_null.h"
#include "core/runs/checkpoint.h"
#include "core/train/verdict.h"

#include <chrono>

namespace luthier {

namespace {

constexpr size_t kIndexBatch = 50;

/// Seconds since 1970.
double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace

RunRecorder::RunRecorder(const RunFolder &folder, const std::filesystem::path &workspace,
                         const EventHandler &onEvent)
    : m_folder(folder), m_onEvent(onEvent), m_events(folder.events()), m_log(folder.log()),
      m_store(workspace), m_tensorBoard(folder.path(), now()), m_evaluations(folder.path()),
      m_id(m_store.enter(folder))
{
    m_store.setState(m_id, RunState::Running);
}

void RunRecorder::setModelExtras(Json modelNotes, std::vector<std::filesystem::path> tokenizerFiles)
{
    m_modelNotes = std::move(modelNotes);
    m_tokenizerFiles = std::move(tokenizerFiles);
}

void RunRecorder::event(const Json &event)
{
    m_curves.add(event);
    const bool failed = event["event"] == "error";
    if (failed && m_curves.nonFiniteStep() > 0)
        sayVerdict();
    write(event);
    if (event["event"] == "evaluation" && event["split"] == "validation")
        sayVerdict();
}

void RunRecorder::validation(Json event, EvaluationRows rows)
{
    const int64_t step = event["step"];
    event["eval_loss_rise_stderr"] = orNull(m_evaluations.riseStandardError(rows));
    m_evaluations.addValidation(step, std::move(rows), event["eval_loss"], event["best"],
                                m_curves.evalSteps());
    this->event(event);
}

/// Looks at the events alone, so that a run that goes on says what an undisturbed one says.
void RunRecorder::sayVerdict()
{
    const Verdict verdict = verdictOf(m_curves);
    const Json event = toJson(verdict);
    if (!m_verdict.is_null() && event["message"] == m_verdict["message"])
        return;
    if (m_verdict.is_null() || event["kind"] != m_verdict["kind"])
        m_log.write(verdict.message);
    m_verdict = event;
    write(event);
}

void RunRecorder::write(const Json &event)
{
    m_events.append(event);
    m_pending.push_back(event);
    if (m_pending.size() >= kIndexBatch || event["event"] != "step")
        flushIndex();
    m_onEvent(event);
}

void RunRecorder::flushIndex()
{
    m_store.append(m_id, m_pending);
    m_tensorBoard.append(m_pending, now());
    m_pending.clear();
}

void RunRecorder::warning(const Message &message)
{
    m_log.write(message);
    event({{"event", "warning"}, {"message", toJson(message)}});
}

void RunRecorder::checkpoint(TrainingState &state, int64_t limit, const Save &save)
{
    // The event is in the log that the checkpoint remembers, so that a resumed run's log is the
    // same.
    const Json event{{"event", "checkpoint"},
                     {"step", state.step},
                     {"path", m_folder.checkpoint(state.step).filename().string()}};
    m_events.append(event);
    m_events.sync();
    state.event_bytes = m_events.size();
    CheckpointWriter writer(m_folder.path(), state.step);
    save(writer.folder());
    writer.commit();
    m_curves.add(event);
    m_evaluations.checkpointed(m_curves.evalSteps());
    for (const Message &left : prune(m_folder.path(), limit, {}))
        m_log.write(left);
    flushIndex();
    m_onEvent(event);
}

void RunRecorder::saveModel(const std::string &name, const Save &save)
{
    FolderWriter writer(m_folder.path() / name);
    save(writer.folder());
    for (const auto &file : m_tokenizerFiles)
        files::writeWhole(writer.folder() / file.filename(), files::read(file));
    writeJson(writer.folder() / "luthier.json", m_modelNotes);
    writer.commit();
}

void RunRecorder::cutBackTo(const TrainingState &state)
{
    m_events.cutBackTo(state.event_bytes);
    m_curves = {};
    m_verdict = {};
    readEvents(m_folder.events(), [this](const Json &event) {
        m_curves.add(event);
        if (event["event"] == "verdict")
            m_verdict = event;
    });
    m_evaluations.goOnFrom(state.step, m_curves, state.best_step);
    m_store.enter(m_folder);
    m_tensorBoard.rewrite(allEvents(m_folder.events()), now());
}

void RunRecorder::setState(RunState state)
{
    flushIndex();
    m_store.setState(m_id, state);
}

void RunRecorder::setBest(const TrainingState &state)
{
    if (state.best_step > 0)
        m_store.setBest(m_id, state.best_metric, state.best_step);
}

std::string RunRecorder::newestCheckpoint() const
{
    const auto found = newestComplete(m_folder.path());
    return found.newest ? found.newest->path.string() : "the beginning";
}

} // namespace luthier
