// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/training_session.h"

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <mutex>

namespace luthier {

namespace {

using Clock = std::chrono::steady_clock;
constexpr int shortestPause = 50; // ms between two batches of events

/// Whether whoever watches should know at once.
bool isUrgent(const Json &event)
{
    const std::string kind = event.value("event", "");
    return kind != "step";
}

} // namespace

struct TrainingSession::Outcome
{
    QString folder;
    std::optional<Error> error;
};

/// One run: its thread, what it is told and what it has said. The events wait here until the
/// window's thread fetches them.
class TrainingSession::Run
{
public:
    Run(TrainingSession &session, TrainRequest request)
        : m_session(session), m_request(std::move(request))
    {
        m_request.control = std::make_shared<TrainingControl>();
        m_clock.start();
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &session, &TrainingSession::deliver);
        m_thread.reset(QThread::create([this] { train(); }));
        m_thread->start();
    }

    ~Run()
    {
        m_stop.request_stop();
        m_thread->wait();
    }

    TrainingControl &control() { return *m_request.control; }
    void stop() { m_stop.request_stop(); }

    std::vector<Json> takeEvents()
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = false;
        // A delivery that came late does not put off the next ones.
        const qint64 now = m_clock.elapsed();
        const bool late = now >= m_due && now < m_due + shortestPause;
        m_due = (late ? m_due : now) + shortestPause;
        return std::exchange(m_events, {});
    }

    Pace pace() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_pace;
    }

    /// In the window's thread: fetches now, or when the next batch is due.
    void schedule(bool urgent)
    {
        const qint64 left = m_due - m_clock.elapsed();
        if (urgent || left <= 0)
            m_session.deliver();
        else if (!m_timer.isActive())
            m_timer.start(int(left));
    }

private:
    void train()
    {
        const Result<TrainResult> result = luthier::train(
            m_request, m_stop.get_token(), [this](const Json &event) { onEvent(event); });
        Outcome outcome;
        if (result)
            outcome.folder = QString::fromStdString(result.value().runFolder.string());
        else
            outcome.error = result.error();
        QMetaObject::invokeMethod(&m_session, [&session = m_session, outcome] {
            session.deliver();
            session.end(outcome);
        });
    }

    void onEvent(const Json &event)
    {
        const bool urgent = isUrgent(event);
        {
            const std::scoped_lock lock(m_mutex);
            measure(event);
            m_events.push_back(event);
            if (m_waiting && !urgent)
                return;
            m_waiting = true;
        }
        QMetaObject::invokeMethod(&m_session, [&session = m_session, urgent] {
            if (session.m_run)
                session.m_run->schedule(urgent);
        });
    }

    void measure(const Json &event)
    {
        const std::string kind = event.value("event", ""), phase = event.value("phase", "");
        const auto now = Clock::now();
        if (kind == "step") {
            // The first step only starts the clock: it is not known when it began.
            if (m_last)
                measureStep(std::chrono::duration<double>(now - *m_last).count());
            m_last = now;
            m_isStepAlone = true;
        } else if (phase == "continued") {
            m_last = now;
        } else if (phase == "paused" && m_last) {
            m_pace.seconds += std::chrono::duration<double>(now - *m_last).count();
            m_isStepAlone = false;
        } else {
            m_isStepAlone = false;
        }
    }

    void measureStep(double seconds)
    {
        m_pace.seconds += seconds;
        ++m_pace.steps;
        if (!m_isStepAlone)
            return;
        m_pace.stepSeconds += seconds;
        ++m_pace.measuredSteps;
    }

    TrainingSession &m_session;
    TrainRequest m_request;
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    std::vector<Json> m_events;
    bool m_waiting = false; ///< the window's thread is about to fetch
    Pace m_pace;
    std::optional<Clock::time_point> m_last;
    bool m_isStepAlone = false; ///< nothing but a step has happened since `m_last`
    QElapsedTimer m_clock;
    qint64 m_due = 0; ///< when the next batch may go, by `m_clock`
    QTimer m_timer;
    std::unique_ptr<QThread> m_thread;
};

TrainingSession::TrainingSession(QObject *parent) : QObject(parent)
{
    qRegisterMetaType<State>();
    qRegisterMetaType<std::vector<Json>>();
    qRegisterMetaType<std::optional<Error>>();
}

TrainingSession::~TrainingSession() = default;

TrainingSession::State TrainingSession::state() const
{
    return m_state;
}

QString TrainingSession::runFolder() const
{
    return m_folder;
}

TrainingSession::Pace TrainingSession::pace() const
{
    return m_run ? m_run->pace() : Pace{};
}

bool TrainingSession::start(const TrainRequest &request)
{
    if (m_run)
        return false;
    m_folder.clear();
    m_run = std::make_unique<Run>(*this, request);
    setState(State::Preparing);
    return true;
}

void TrainingSession::pause()
{
    if (m_state != State::Training && m_state != State::Preparing)
        return;
    m_run->control().pause();
    // Paused anew before the loop has noticed that it may go on: it rests still and says nothing.
    setState(m_run->control().isResting() ? State::Paused : State::Pausing);
}

void TrainingSession::goOn()
{
    if (m_state != State::Paused && m_state != State::Pausing)
        return;
    m_run->control().goOn();
    setState(State::Training);
}

void TrainingSession::stopAndSave()
{
    if (!m_run)
        return;
    m_run->stop();
    setState(State::Stopping);
}

void TrainingSession::stopAndDiscard()
{
    if (!m_run)
        return;
    m_run->control().discard();
    m_run->stop();
    setState(State::Stopping);
}

void TrainingSession::keepGoing()
{
    if (m_run)
        m_run->control().keepGoing();
}

void TrainingSession::stopAndUseBest()
{
    if (!m_run)
        return;
    m_run->control().useBest();
    setState(State::Stopping);
}

void TrainingSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void TrainingSession::heedPhase(const Json &event)
{
    const std::string kind = event.value("event", ""), phase = event.value("phase", "");
    if (phase == "folder")
        m_folder = QString::fromStdString(event.value("output", ""));
    if (m_state == State::Stopping)
        return;
    // A pause asked for while the run got ready holds from its first step on.
    if (kind == "start" && m_state == State::Preparing)
        setState(State::Training);
    else if (phase == "paused" || phase == "continued")
        // The wish may have changed again since the loop said this.
        setState(!m_run->control().isPaused() ? State::Training
                 : phase == "paused"          ? State::Paused
                                              : State::Pausing);
}

void TrainingSession::deliver()
{
    if (!m_run)
        return;
    const std::vector<Json> events = m_run->takeEvents();
    if (events.empty())
        return;
    for (const Json &event : events)
        heedPhase(event);
    Q_EMIT eventsCame(events);
}

void TrainingSession::end(const Outcome &outcome)
{
    const QString folder = outcome.folder.isEmpty() ? m_folder : outcome.folder;
    m_run.reset();
    m_folder.clear();
    setState(State::Idle);
    Q_EMIT finished(folder, outcome.error);
}

} // namespace luthier
