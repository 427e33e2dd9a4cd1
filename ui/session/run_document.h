// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/session/app_context.h"
#include "ui/session/run_history.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace luthier {

/// What one run knows of itself, live or saved: its folder, read off the window's thread, and what
/// the session tells while the run trains here. Pages see one history and one state.
class RunDocument : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Loading,   ///< its folder is being read
        Gone,      ///< there is no such run
        Preparing, ///< model and data are being read; there is no step yet
        Training,
        Pausing, ///< the step that runs is finished first
        Paused,
        Stopping,
        Elsewhere, ///< another process trains it
        Done,
        Stopped, ///< by the user; everything is saved
        Failed,
        Interrupted, ///< its process died
    };
    Q_ENUM(State)

    explicit RunDocument(const AppContext &context, QObject *parent = nullptr);

    /// A run of the workspace by its id; empty: the one that trains here.
    void open(const QString &id);
    /// Reads the folder of a run that does not train here once more.
    void reload();

    State state() const;
    const RunHistory &history() const { return m_history; }
    /// run.json, complete.
    const Json &config() const { return m_config; }
    QString id() const { return m_id; }
    QString folder() const { return m_folder; }
    QString name() const;
    /// Its state word is one of those in which the session trains it.
    bool isLive() const;

    /// By metric_for_best_model: "eval_loss", "accuracy", as the evaluations name it.
    std::string metricKey() const;
    bool greaterIsBetter() const;
    /// Step at which early stopping ends the run unless a validation is better; nothing when it is
    /// off or the newest validation was the best.
    std::optional<int64_t> earlyStopStep() const;
    /// True when early stopping has ended it.
    bool stoppedEarly() const;
    /// A better step lies behind, and the curves say that going on does not help.
    bool isPastItsBest() const;

    /// Training time so far and still to come; nothing where it was not measured.
    std::optional<double> secondsGone() const;
    std::optional<double> secondsLeft() const;
    /// Wall time of one optimiser step, validation and saving left out.
    std::optional<double> secondsAStep() const;
    std::optional<double> rowsASecond() const;
    std::optional<double> tokensASecond() const;
    std::optional<double> peakMemoryBytes() const;
    std::optional<double> diskBytes() const { return m_diskBytes; }
    /// The end of log.txt.
    const QString &log() const { return m_log; }

    /// Goes on from the newest checkpoint. `acceptChanges`: although data or settings changed.
    void continueRun(bool acceptChanges = false);
    /// On a live run: stops and makes the best step the result; on a finished one, makes it so.
    void useBest();

Q_SIGNALS:
    /// Another run, or the same one read again.
    void opened();
    /// New events at the end of the history.
    void grew();
    void stateChanged();
    /// A wish could not be met.
    void failed(const luthier::Message &message);

private:
    struct Reading;

    void read();
    void take(const Reading &reading);
    void takeLive(const std::vector<Json> &events);
    void followSession();
    void measureDisk();
    void sessionFinished(const QString &folder, const std::optional<Error> &error);
    void refreshState();
    static Reading readFolder(const std::string &workspace, const std::string &folder);
    const Json &training() const;

    const AppContext m_context;
    QString m_id, m_folder;
    bool m_followsSession = false; ///< opened as "the run that trains", folder not known yet
    State m_saved = State::Loading;
    State m_shown = State::Loading;
    RunHistory m_history;
    Json m_config = Json::object();
    QString m_log;
    std::optional<double> m_diskBytes;
    std::vector<Json> m_early; ///< live events that came while the folder was read
    bool m_reading = false;
    QTimer m_watch;
};

} // namespace luthier
