// SPDX-License-Identifier: GPL-3.0-or-later
// How much a run that trains on all cores holds up the window, and how much the window holds up
// the run. Three processes after one another: the run alone, the run and a timer without a window,
// the run and the Run page with two curves of 100,000 points. The page must be told of new events
// 20 times a second, which is the most that it is told.
#include "tests/benchmarks/window/lateness.h"
#include "tests/benchmarks/window/long_run.h"
#include "ui/pages/run/run_page.h"
#include "ui/session/jobs.h"
#include "ui/session/plan_document.h"
#include "ui/session/run_library.h"
#include "ui/session/training_session.h"
#include "ui/session/view_state.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

using namespace luthier;

namespace {

constexpr int warmUp = 3000; // ms before anything counts
constexpr int64_t wantedUpdates = 20;

struct Options
{
    QString plan, mode;
    int seconds = 20, points = 100'000;
};

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption plan(QStringLiteral("plan"), QStringLiteral("run.json to train"),
                                  QStringLiteral("FILE"));
    const QCommandLineOption mode(QStringLiteral("mode"), QStringLiteral("one process alone"),
                                  QStringLiteral("headless|timer|window"));
    const QCommandLineOption seconds(QStringLiteral("seconds"), QStringLiteral("measured"),
                                     QStringLiteral("N"), QStringLiteral("20"));
    const QCommandLineOption points(QStringLiteral("points"), QStringLiteral("of a curve"),
                                    QStringLiteral("N"), QStringLiteral("100000"));
    parser.addOptions({plan, mode, seconds, points});
    parser.addHelpOption();
    parser.process(arguments);
    return {parser.value(plan), parser.value(mode), parser.value(seconds).toInt(),
            parser.value(points).toInt()};
}

void print(const Lateness *lateness, int64_t steps, int64_t updates, double seconds)
{
    Json out{{"steps_per_second", double(steps) / seconds}};
    if (lateness) {
        out["updates_per_second"] = double(updates) / seconds;
        out["p50"] = lateness->at(0.5);
        out["p99"] = lateness->at(0.99);
        out["max"] = lateness->at(1);
        out["due"] = lateness->count();
    }
    std::puts(out.dump().c_str());
}

int trainAlone(const TrainRequest &request, const Options &options)
{
    using Clock = std::chrono::steady_clock;
    std::stop_source stop;
    std::optional<Clock::time_point> first;
    int64_t steps = 0;
    const auto result = train(request, stop.get_token(), [&](const Json &event) {
        if (event["event"] != "step")
            return;
        if (!first)
            first = Clock::now();
        const double ms = std::chrono::duration<double, std::milli>(Clock::now() - *first).count();
        steps += ms > warmUp;
        if (ms > warmUp + options.seconds * 1000)
            stop.request_stop();
    });
    if (!result)
        throw result.error();
    print(nullptr, steps, 0, options.seconds);
    return 0;
}

/// With or without the Run page in a window.
int trainInSession(const TrainRequest &request, const Options &options, const QString &workspace)
{
    Jobs jobs;
    TrainingSession session;
    RunLibrary runs(workspace, jobs);
    PlanDocument plan(workspace);
    ViewState view(workspace + QStringLiteral("/view.ini"));
    const AppContext context{workspace, jobs, session, runs, plan, view};
    std::unique_ptr<RunPage> page;
    session.start(request);
    if (options.mode == QStringLiteral("window")) {
        Theme(Theme::Scheme::Light).apply(*qApp);
        page = std::make_unique<RunPage>(context);
        page->resize(1440, 900);
        page->open({QStringLiteral("run"), QStringLiteral("long")});
        page->show();
    }
    Lateness lateness;
    int64_t before = -1, updates = 0;
    QObject::connect(&session, &TrainingSession::eventsCame, qApp, [&] {
        ++updates;
        if (before >= 0 || session.pace().steps == 0)
            return;
        before = 0;
        QTimer::singleShot(warmUp, qApp, [&] {
            before = session.pace().steps;
            updates = 0;
            lateness.start();
            QTimer::singleShot(options.seconds * 1000, Qt::PreciseTimer, qApp, [&] {
                print(&lateness, session.pace().steps - before, updates, options.seconds);
                QCoreApplication::quit();
            });
        });
    });
    QObject::connect(&session, &TrainingSession::finished, qApp,
                     [](const QString &, const std::optional<Error> &error) {
                         if (error)
                             std::fprintf(stderr, "%s\n", error->what());
                         QCoreApplication::exit(error ? 1 : 0);
                     });
    return qApp->exec();
}

int runOne(const Options &options)
{
    const QTemporaryDir folder;
    const Json plan = options.plan.isEmpty() ? Json() : readJson(options.plan.toStdString());
    const TrainRequest request = longRun(folder.path().toStdString(), plan, options.points);
    return options.mode == QStringLiteral("headless")
               ? trainAlone(request, options)
               : trainInSession(request, options, folder.path());
}

Json child(const QStringList &arguments, const char *mode)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  arguments.mid(1) + QStringList{QStringLiteral("--mode"), QLatin1String(mode)});
    process.waitForFinished(-1);
    return Json::parse(process.readAllStandardOutput().toStdString(), nullptr, false);
}

/// False when the page was told too seldom.
bool tellUpdates(const Json &result)
{
    const double updates = result["updates_per_second"];
    const bool enough = std::llround(updates) >= wantedUpdates;
    std::printf("%.1f updates a second%s\n", updates,
                enough ? "" : ": FAILED, there should be 20 (are there 20 steps a second?)");
    return enough;
}

int runAll(const QStringList &arguments)
{
    Json alone;
    bool enough = true;
    for (const char *mode : {"headless", "timer", "window"}) {
        const Json result = child(arguments, mode);
        if (result.is_discarded())
            return 1;
        if (alone.is_null())
            alone = result;
        std::printf(
            "%-8s  %8.2f steps/s, %.3f of headless", mode, result["steps_per_second"].get<double>(),
            result["steps_per_second"].get<double>() / alone["steps_per_second"].get<double>());
        if (result.contains("p99"))
            std::printf("; lateness in ms: p50 %.2f, p99 %.2f, max %.2f (%lld due times)",
                        result["p50"].get<double>(), result["p99"].get<double>(),
                        result["max"].get<double>(),
                        static_cast<long long>(result["due"].get<int64_t>()));
        std::puts("");
        if (result.contains("updates_per_second"))
            enough = tellUpdates(result) && enough;
        std::fflush(stdout);
    }
    return enough ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
try {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const bool window = arguments.contains(QStringLiteral("window"));
    const std::unique_ptr<QCoreApplication> app(window ? new QApplication(argc, argv)
                                                       : new QCoreApplication(argc, argv));
    const Options options = readOptions(arguments);
    return options.mode.isEmpty() ? runAll(arguments) : runOne(options);
} catch (const Error &error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
