// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_document.h"

#include "core/runs/best_step.h"
#include "core/runs/event_log.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_store.h"
#include "core/runs/training_settings.h"
#include "core/train/continue_run.h"
#include "core/train/engine_info.h"
#include "ui/session/jobs.h"
#include "ui/session/run_library.h"
#include "ui/session/training_session.h"

#include <QFileInfo>

#include <cmath>
#include <fstream>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr int watchEvery = 2000;              // ms, for a run of another process
constexpr std::streamoff longestLog = 200000; // bytes of log.txt that are shown

double sizeBelow(const fs::path &folder)
{
    double bytes = 0;
    std::error_code ignored;
    for (const auto &entry : fs::recursive_directory_iterator(folder, ignored))
        if (entry.is_regular_file(ignored))
            bytes += double(entry.file_size(ignored));
    return bytes;
}

QString endOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in)
        return {};
    const std::streamoff size = in.tellg(), from = std::max<std::streamoff>(0, size - longestLog);
    std::string text(size_t(size - from), '\0');
    in.seekg(from);
    in.read(text.data(), std::streamsize(text.size()));
    if (from > 0)
        text.erase(0, text.find('\n') + 1);
    return QString::fromUtf8(text);
}

RunDocument::State stateOf(RunState state)
{
    switch (state) {
    case RunState::Running:
        return RunDocument::State::Elsewhere;
    case RunState::Done:
        return RunDocument::State::Done;
    case RunState::Stopped:
        return RunDocument::State::Stopped;
    case RunState::Failed:
        return RunDocument::State::Failed;
    case RunState::Interrupted:
        return RunDocument::State::Interrupted;
    case RunState::Missing:
        break;
    }
    return RunDocument::State::Gone;
}

RunDocument::State stateOf(TrainingSession::State state)
{
    switch (state) {
    case TrainingSession::State::Preparing:
        return RunDocument::State::Preparing;
    case TrainingSession::State::Training:
        return RunDocument::State::Training;
    case TrainingSession::State::Pausing:
        return RunDocument::State::Pausing;
    case TrainingSession::State::Paused:
        return RunDocument::State::Paused;
    case TrainingSession::State::Stopping:
        return RunDocument::State::Stopping;
    case TrainingSession::State::Idle:
        break;
    }
    return RunDocument::State::Loading;
}

bool sameFolder(const QString &a, const QString &b)
{
    return !a.isEmpty() && QFileInfo(a) == QFileInfo(b);
}

} // namespace

struct RunDocument::Reading
{
    QString folder, id;
    State state = State::Gone;
    RunHistory history;
    Json config = Json::object();
    QString log;
    double diskBytes = 0;
};

RunDocument::RunDocument(const AppContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
    connect(&context.training, &TrainingSession::eventsCame, this, &RunDocument::takeLive);
    connect(&context.training, &TrainingSession::stateChanged, this, &RunDocument::followSession);
    connect(&context.training, &TrainingSession::finished, this, &RunDocument::sessionFinished);
    connect(&m_watch, &QTimer::timeout, this, &RunDocument::read);
    m_watch.setInterval(watchEvery);
}

void RunDocument::open(const QString &id)
{
    const QString live = m_context.training.runFolder();
    m_followsSession = id.isEmpty() && m_context.training.isActive();
    m_history = {};
    m_config = Json::object();
    m_early.clear();
    m_log.clear();
    m_diskBytes.reset();
    m_saved = State::Loading;
    const RunRecord *record = m_context.runs.find(id);
    m_folder = m_followsSession ? live
               : record         ? QString::fromStdString(record->folder.string())
               : id.isEmpty()   ? QString()
                                : m_context.workspace + QStringLiteral("/runs/") + id;
    m_id = id;
    if (m_folder.isEmpty() && !m_followsSession)
        m_saved = State::Gone;
    if (!m_folder.isEmpty())
        read();
    Q_EMIT opened();
    refreshState();
}

void RunDocument::reload()
{
    if (!m_folder.isEmpty() && !isLive())
        read();
}

RunDocument::Reading RunDocument::readFolder(const std::string &workspace,
                                             const std::string &folder)
{
    Reading reading;
    reading.folder = QString::fromStdString(folder);
    if (!RunFolder::holdsRun(folder))
        return reading;
    const RunFolder run = RunFolder::open(folder);
    reading.id = QString::fromStdString(runIdOf(workspace, folder));
    reading.config = run.readConfig();
    if (!reading.config.is_object())
        reading.config = Json::object();
    readEvents(run.events(), [&](const Json &event) { reading.history.take(event); });
    reading.log = endOf(run.log());
    reading.diskBytes = sizeBelow(run.path());
    const auto record = RunStore(workspace).find(reading.id.toStdString());
    reading.state = record ? stateOf(record->state) : State::Interrupted;
    return reading;
}

void RunDocument::read()
{
    m_reading = true;
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("run/%1").arg(quintptr(this)), this,
        [workspace = m_context.workspace.toStdString(),
         folder = m_folder.toStdString()](std::stop_token, const ProgressHandler &) {
            return guarded([&] { return readFolder(workspace, folder); });
        },
        [this](const Result<Reading> &reading) {
            m_reading = false;
            if (reading) {
                take(reading.value());
                return;
            }
            m_saved = State::Gone;
            Q_EMIT failed(reading.error().message);
            refreshState();
        });
}

void RunDocument::take(const Reading &reading)
{
    if (reading.folder != m_folder)
        return;
    m_saved = reading.state;
    m_history = reading.history;
    m_config = reading.config;
    m_log = reading.log;
    m_diskBytes = reading.diskBytes;
    if (!reading.id.isEmpty())
        m_id = reading.id;
    for (const Json &event : std::exchange(m_early, {}))
        m_history.take(event);
    if (m_saved == State::Elsewhere && !isLive())
        m_watch.start();
    else
        m_watch.stop();
    Q_EMIT opened();
    refreshState();
}

void RunDocument::takeLive(const std::vector<Json> &events)
{
    if (m_followsSession && m_folder.isEmpty() && !m_context.training.runFolder().isEmpty()) {
        m_folder = m_context.training.runFolder();
        read();
    }
    if (!isLive())
        return;
    bool wrote = false;
    for (const Json &event : events) {
        m_history.take(event);
        const std::string kind = event.value("event", "");
        wrote = wrote || kind == "checkpoint" || kind == "evaluation";
        if (m_reading)
            m_early.push_back(event);
    }
    if (wrote && !m_folder.isEmpty())
        measureDisk();
    Q_EMIT grew();
}

void RunDocument::measureDisk()
{
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("run/disk/%1").arg(quintptr(this)), this,
        [folder = m_folder](std::stop_token, const ProgressHandler &) {
            return guarded([&] { return std::pair(folder, sizeBelow(folder.toStdString())); });
        },
        [this](const Result<std::pair<QString, double>> &measured) {
            if (measured && measured.value().first == m_folder)
                m_diskBytes = measured.value().second;
        });
}

void RunDocument::followSession()
{
    refreshState();
}

void RunDocument::sessionFinished(const QString &folder, const std::optional<Error> &error)
{
    const bool ours = sameFolder(folder, m_folder) || (m_followsSession && m_folder.isEmpty());
    if (!ours)
        return;
    m_followsSession = false;
    if (error && error->code != Error::Code::Cancelled)
        Q_EMIT failed(error->message);
    if (m_folder.isEmpty()) {
        m_saved = State::Gone;
        refreshState();
    } else {
        read();
    }
}

void RunDocument::refreshState()
{
    const State now = state();
    if (now == m_shown)
        return;
    m_shown = now;
    Q_EMIT stateChanged();
}

bool RunDocument::isLive() const
{
    return m_context.training.isActive() &&
           (m_folder.isEmpty() ? m_followsSession
                               : sameFolder(m_context.training.runFolder(), m_folder));
}

RunDocument::State RunDocument::state() const
{
    return isLive() ? stateOf(m_context.training.state()) : m_saved;
}

QString RunDocument::name() const
{
    const std::string name = json::text(m_config, "name", json::text(m_history.start(), "run"));
    return name.empty() ? m_id : QString::fromStdString(name);
}

const Json &RunDocument::training() const
{
    return json::part(m_config, "training");
}

std::string RunDocument::metricKey() const
{
    TrainingSettings settings;
    settings.metric_for_best_model = json::text(training(), "metric_for_best_model", "eval_loss");
    return settings.metricKey();
}

bool RunDocument::greaterIsBetter() const
{
    TrainingSettings settings;
    settings.metric_for_best_model = json::text(training(), "metric_for_best_model", "eval_loss");
    if (const auto given = training().find("greater_is_better");
        given != training().end() && given->is_boolean())
        settings.greater_is_better = given->get<bool>();
    return settings.greaterIsBetter();
}

std::optional<int64_t> RunDocument::earlyStopStep() const
{
    const auto patience = json::whole(training(), "early_stopping_patience");
    const RunEvaluation *best = m_history.best();
    if (patience <= 0 || !best || m_history.evaluationsSinceBest() == 0 ||
        m_history.earlyStoppingIsOff())
        return std::nullopt;
    const int64_t every = std::max<int64_t>(1, m_history.evalSteps());
    const int64_t step =
        m_history.evaluations().back().step + (patience - m_history.evaluationsSinceBest()) * every;
    return step < m_history.steps() ? std::optional(step) : std::nullopt;
}

bool RunDocument::stoppedEarly() const
{
    return std::ranges::any_of(m_history.notes(), [](const RunNote &note) {
        return note.message.id == "train.stopped_early";
    });
}

bool RunDocument::isPastItsBest() const
{
    const std::optional<RunVerdict> &said = m_history.verdict();
    const bool helps = said && (said->kind == "overfitting" || said->kind == "underfitting" ||
                                said->kind == "plateau");
    return helps && m_history.best() && m_history.evaluationsSinceBest() > 0;
}

std::optional<double> RunDocument::secondsGone() const
{
    if (m_history.wasResumed())
        return std::nullopt;
    if (isLive())
        return m_context.training.pace().seconds;
    const double seconds = json::number(m_history.done(), "seconds");
    return std::isfinite(seconds) ? std::optional(seconds) : std::nullopt;
}

std::optional<double> RunDocument::secondsLeft() const
{
    const TrainingSession::Pace pace = m_context.training.pace();
    if (!isLive() || pace.steps == 0)
        return std::nullopt;
    return pace.seconds / double(pace.steps) * double(m_history.steps() - m_history.step());
}

std::optional<double> RunDocument::secondsAStep() const
{
    const TrainingSession::Pace pace = m_context.training.pace();
    if (isLive())
        return pace.measuredSteps > 0 ? std::optional(pace.stepSeconds / double(pace.measuredSteps))
                                      : std::nullopt;
    const double rows = json::number(m_history.done(), "samples_per_second", 0);
    const double perStep = double(json::whole(training(), "per_device_train_batch_size") *
                                  json::whole(training(), "gradient_accumulation_steps", 1));
    return rows > 0 && perStep > 0 ? std::optional(perStep / rows) : std::nullopt;
}

std::optional<double> RunDocument::rowsASecond() const
{
    if (!isLive()) {
        const double rows = json::number(m_history.done(), "samples_per_second", 0);
        return rows > 0 ? std::optional(rows) : std::nullopt;
    }
    const auto step = secondsAStep();
    const double rows = json::number(json::part(m_history.start(), "rows"), "train", 0);
    if (!step || *step <= 0 || rows <= 0)
        return std::nullopt;
    return rows / double(std::max<int64_t>(1, m_history.stepsPerEpoch())) / *step;
}

std::optional<double> RunDocument::tokensASecond() const
{
    if (!isLive()) {
        const double tokens = json::number(m_history.done(), "tokens_per_second", 0);
        return tokens > 0 ? std::optional(tokens) : std::nullopt;
    }
    const auto step = secondsAStep();
    const double tokens = json::number(m_history.start(), "tokens", 0);
    if (!step || *step <= 0 || tokens <= 0)
        return std::nullopt;
    return tokens / double(std::max<int64_t>(1, m_history.stepsPerEpoch())) / *step;
}

std::optional<double> RunDocument::peakMemoryBytes() const
{
    if (isLive())
        return double(luthier::peakMemoryBytes());
    const double megabytes = json::number(m_history.done(), "peak_rss_mb", 0);
    return megabytes > 0 ? std::optional(megabytes * 1024 * 1024) : std::nullopt;
}

void RunDocument::continueRun(bool acceptChanges)
{
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("run/continue"), this,
        [workspace = m_context.workspace.toStdString(),
         folder = m_folder.toStdString()](std::stop_token, const ProgressHandler &) {
            return requestToContinue(workspace, folder);
        },
        [this, acceptChanges](const Result<TrainRequest> &request) {
            if (!request) {
                Q_EMIT failed(request.error().message);
                return;
            }
            TrainRequest wanted = request.value();
            wanted.acceptChanges = acceptChanges;
            m_context.training.start(wanted);
        });
}

void RunDocument::useBest()
{
    if (isLive()) {
        m_context.training.stopAndUseBest();
        return;
    }
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("run/best"), this,
        [folder = m_folder.toStdString()](std::stop_token, const ProgressHandler &) {
            return guarded([&] {
                makeBestStepFinal(RunFolder::open(folder));
                return true;
            });
        },
        [this](const Result<bool> &done) {
            if (done)
                read();
            else
                Q_EMIT failed(done.error().message);
        });
}

} // namespace luthier
