// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace luthier {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds shortestPause(50);

} // namespace

struct Jobs::State
{
    struct Job
    {
        QString key;
        QPointer<QObject> receiver;
        Task task;
        std::stop_source stop{};
        Progress progress{};
        bool began = false;
        Clock::time_point lastSaid{};
    };
    using JobPointer = std::shared_ptr<Job>;

    struct Queue
    {
        std::deque<JobPointer> waiting;
        std::jthread thread;
    };

    mutable std::mutex mutex;
    std::condition_variable_any arrived;
    std::vector<JobPointer> alive; ///< waiting and running, in the order asked for
    std::array<Queue, 2> queues;

    JobPointer next(Queue &queue, const std::stop_token &end)
    {
        std::unique_lock lock(mutex);
        if (!arrived.wait(lock, end, [&] { return !queue.waiting.empty(); }))
            return nullptr;
        JobPointer job = queue.waiting.front();
        queue.waiting.pop_front();
        job->began = true;
        return job;
    }

    /// True when whoever watches shall be told now.
    bool note(const JobPointer &job, const Progress &progress)
    {
        const std::scoped_lock lock(mutex);
        job->progress = progress;
        if (Clock::now() - job->lastSaid < shortestPause)
            return false;
        job->lastSaid = Clock::now();
        return true;
    }

    void cancel(const QString &key)
    {
        const std::scoped_lock lock(mutex);
        for (const JobPointer &job : alive)
            if (job->key == key)
                job->stop.request_stop();
        std::erase_if(alive, [&](const JobPointer &job) { return job->key == key; });
        for (Queue &queue : queues)
            std::erase_if(queue.waiting, [&](const JobPointer &job) { return job->key == key; });
    }

    bool takeOut(const JobPointer &job)
    {
        const std::scoped_lock lock(mutex);
        return std::erase(alive, job) > 0;
    }
};

Jobs::Jobs(QObject *parent) : QObject(parent), m_state(std::make_unique<State>())
{
    for (State::Queue &queue : m_state->queues)
        queue.thread = std::jthread([this, &queue](const std::stop_token &end) {
            while (const State::JobPointer job = m_state->next(queue, end)) {
                const auto tell = [this, &job](const Progress &progress) {
                    if (!m_state->note(job, progress))
                        return;
                    QMetaObject::invokeMethod(this, [this, key = job->key, progress] {
                        Q_EMIT progressed(key, progress);
                        Q_EMIT changed();
                    });
                };
                auto answer = job->task(job->stop.get_token(), tell);
                QMetaObject::invokeMethod(this, [this, job, answer = std::move(answer)] {
                    const bool wanted = m_state->takeOut(job);
                    Q_EMIT changed();
                    if (wanted && job->receiver)
                        answer();
                });
            }
        });
}

Jobs::~Jobs()
{
    {
        const std::scoped_lock lock(m_state->mutex);
        for (const State::JobPointer &job : m_state->alive)
            job->stop.request_stop();
    }
    for (State::Queue &queue : m_state->queues)
        queue.thread.request_stop();
    for (State::Queue &queue : m_state->queues)
        queue.thread.join();
}

void Jobs::enqueue(Lane lane, const QString &key, QObject *receiver, Task task)
{
    m_state->cancel(key);
    auto job = std::make_shared<State::Job>();
    job->key = key;
    job->receiver = receiver;
    job->task = std::move(task);
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->alive.push_back(job);
        m_state->queues[size_t(lane)].waiting.push_back(job);
        m_state->arrived.notify_all();
    }
    Q_EMIT changed();
}

void Jobs::cancel(const QString &key)
{
    m_state->cancel(key);
    Q_EMIT changed();
}

std::vector<Jobs::Running> Jobs::running() const
{
    const std::scoped_lock lock(m_state->mutex);
    std::vector<Running> out;
    for (const State::JobPointer &job : m_state->alive)
        out.push_back({job->key, job->progress});
    return out;
}

} // namespace luthier
