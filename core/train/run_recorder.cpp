// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_recorder.h"

#include "core/runs/checkpoint.h"

namespace luthier {

namespace {

constexpr size_t kIndexBatch = 50;

} // namespace

RunRecorder::RunRecorder(const RunFolder &folder, const std::filesystem::path &workspace,
                         const EventHandler &onEvent)
    : m_folder(folder), m_onEvent(onEvent), m_events(folder.events()), m_log(folder.log()),
      m_store(workspace), m_id(m_store.enter(folder))
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
    m_events.append(event);
    m_pending.push_back(event);
    if (m_pending.size() >= kIndexBatch || event["event"] != "step")
        flushIndex();
    m_onEvent(event);
}

void RunRecorder::flushIndex()
{
    m_store.append(m_id, m_pending);
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
    m_store.enter(m_folder);
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
