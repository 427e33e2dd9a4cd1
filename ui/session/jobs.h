// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace luthier {

/// Long work off the window's thread. One thread a lane; in a lane, work runs in the order asked
/// for. A request with the key of one that waits or runs cancels the older one, whose answer then
/// never comes.
class Jobs : public QObject
{
    Q_OBJECT

public:
    enum class Lane { Computing, Files };

    /// One line of the status bar.
    struct Running
    {
        QString key;
        Progress progress;
    };

    explicit Jobs(QObject *parent = nullptr);
    /// Stops what runs and waits for it.
    ~Jobs() override;

    /// Runs `work(std::stop_token, const ProgressHandler &) -> Result<T>` in `lane`, then
    /// `handler(Result<T>)` in the window's thread, unless `receiver` is gone or the job was
    /// cancelled.
    template <typename Work, typename Handler>
    void start(Lane lane, const QString &key, QObject *receiver, Work work, Handler handler);

    void cancel(const QString &key);
    std::vector<Running> running() const;

Q_SIGNALS:
    /// At most 20 a second a job; begin and end always.
    void changed();
    void progressed(const QString &key, const luthier::Progress &progress);

private:
    /// What a lane's thread runs: gives what the window's thread does after it.
    using Task = std::function<std::function<void()>(std::stop_token, const ProgressHandler &)>;

    void enqueue(Lane lane, const QString &key, QObject *receiver, Task task);

    struct State;
    std::unique_ptr<State> m_state;
};

template <typename Work, typename Handler>
void Jobs::start(Lane lane, const QString &key, QObject *receiver, Work work, Handler handler)
{
    enqueue(lane, key, receiver,
            [work = std::move(work), handler = std::move(handler)](
                std::stop_token stop, const ProgressHandler &onProgress) mutable {
                using Answer = decltype(work(stop, onProgress));
                auto answer = std::make_shared<Answer>(work(stop, onProgress));
                return [answer, handler]() mutable { handler(std::move(*answer)); };
            });
}

} // namespace luthier
