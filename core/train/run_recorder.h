// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/event_log.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_log.h"
#include "core/runs/run_store.h"
#include "core/runs/tensorboard_log.h"
#include "core/train/evaluation_log.h"
#include "core/train/run_curves.h"
#include "core/train/train.h"
#include "core/train/training_state.h"

namespace luthier {

/// Everything that a run leaves on the disk while it trains: events, checkpoints, best and final.
class RunRecorder
{
public:
    using Save = std::function<void(const std::filesystem::path &folder)>;

    /// `modelNotes` goes into luthier.json beside each saved model, as do the tokenizer's files.
    RunRecorder(const RunFolder &folder, const std::filesystem::path &workspace,
                const EventHandler &onEvent);
    void setModelExtras(Json modelNotes, std::vector<std::filesystem::path> tokenizerFiles);

    /// Into events.jsonl, to the caller and, by and by, into the index of runs; a verdict follows
    /// when what the curves say has changed (before an error, which stays the last event).
    void event(const Json &event);
    void warning(const Message &message);
    /// The event of a validation; completes it by what its rows tell, and keeps them.
    void validation(Json event, EvaluationRows rows);
    /// Keeps the rows of the test part, scored at `step`.
    void testRows(int64_t step, const EvaluationRows &rows) { m_evaluations.addTest(step, rows); }
    /// To the caller alone.
    void tell(const Json &event) { m_onEvent(event); }
    void log(const std::string &text) { m_log.write(text); }
    /// Writes checkpoint-<step>, says so and removes what `limit` leaves over.
    void checkpoint(TrainingState &state, int64_t limit, const Save &save);
    /// Replaces best/ or final/ as a whole.
    void saveModel(const std::string &name, const Save &save);
    /// Takes back the events after a checkpoint.
    void cutBackTo(const TrainingState &state);
    void setState(RunState state);
    void setBest(const TrainingState &state);

    const RunFolder &folder() const { return m_folder; }
    /// Where a failed run goes on: a path, or the beginning.
    std::string newestCheckpoint() const;

private:
    void write(const Json &event);
    void sayVerdict();
    void flushIndex();

    const RunFolder &m_folder;
    const EventHandler &m_onEvent;
    EventLog m_events;
    RunLog m_log;
    RunStore m_store;
    TensorBoardLog m_tensorBoard;
    RunCurves m_curves;
    EvaluationLog m_evaluations;
    Json m_verdict; ///< the newest verdict event
    std::string m_id;
    std::vector<Json> m_pending;
    Json m_modelNotes;
    std::vector<std::filesystem::path> m_tokenizerFiles;
};

} // namespace luthier
