// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train.h"

#include <QObject>

#include <memory>

namespace luthier {

/// The run that trains, on a thread of its own. One at a time.
class TrainingSession : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Preparing, Training, Pausing, Paused, Stopping };
    Q_ENUM(State)

    explicit TrainingSession(QObject *parent = nullptr);
    /// Stops the run with everything saved and waits for it.
    ~TrainingSession() override;

    State state() const;
    bool isActive() const { return state() != State::Idle; }
    /// Folder of the run that trains; empty while it is being prepared or when none is.
    QString runFolder() const;

    /// What was measured of the run since it was started or continued here, pauses left out.
    struct Pace
    {
        double seconds = 0;        ///< since the first step began, validation and saving included
        int64_t steps = 0;         ///< done in that time
        double stepSeconds = 0;    ///< spent on steps alone
        int64_t measuredSteps = 0; ///< that `stepSeconds` counts
    };
    Pace pace() const;

    /// Begins or, with `request.resume`, goes on. False while another run trains.
    bool start(const TrainRequest &request);
    void pause();
    void goOn();
    void stopAndSave();
    void stopAndDiscard();
    /// Switches early stopping off for this run.
    void keepGoing();
    /// Stops now and makes the best step the result.
    void stopAndUseBest();

Q_SIGNALS:
    void stateChanged(luthier::TrainingSession::State state);
    /// New events of the run, in order, at most 20 times a second; a change of phase at once.
    void eventsCame(const std::vector<luthier::Json> &events);
    /// The run is over: done, stopped, or `error` says why it failed. A discarded run's folder is
    /// in the trash by now.
    void finished(const QString &runFolder, const std::optional<luthier::Error> &error);

private:
    class Run;
    struct Outcome;

    void setState(State state);
    void deliver();
    void heedPhase(const Json &event);
    void end(const Outcome &outcome);

    std::unique_ptr<Run> m_run;
    State m_state = State::Idle;
    QString m_folder;
};

} // namespace luthier
