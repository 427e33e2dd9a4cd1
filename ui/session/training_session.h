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

    explicit TrainingSession(QObject *parent = nullptr);
    /// Stops the run with everything saved and waits for it.
    ~TrainingSession() override;

    State state() const;
    /// Folder of the run that trains; empty while it is being prepared or when none is.
    QString runFolder() const;

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
    /// The run is over: done, stopped, or `error` says why it failed.
    void finished(const QString &runFolder, const std::optional<luthier::Error> &error);

private:
    struct Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace luthier
