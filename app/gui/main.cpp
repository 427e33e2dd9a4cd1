// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/start_clock.h"
#include "ui/session/jobs.h"
#include "ui/session/plan_document.h"
#include "ui/session/run_library.h"
#include "ui/session/training_session.h"
#include "ui/session/view_state.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

#include <cstdio>
#include <optional>

namespace {

struct Start
{
    QString workspace;
    QString route;                 ///< the page that shows first
    std::optional<int> exitStatus; ///< when the command line asked for no window
};

QString defaultWorkspace()
{
    const QString named = qEnvironmentVariable("LUTHIER_WORKSPACE");
    return named.isEmpty() ? QDir::home().filePath(QStringLiteral("Luthier")) : named;
}

int usageError(const QString &sentence)
{
    std::fprintf(stderr, "luthier: %s\n", qPrintable(sentence));
    return 2;
}

/// Without a QApplication, so that --help and --version need no display.
Start readCommandLine(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption workspace(QStringLiteral("workspace"),
                                       QStringLiteral("Folder of models, data sets and runs."),
                                       QStringLiteral("DIR"), defaultWorkspace());
    const QCommandLineOption route(QStringLiteral("open"),
                                   QStringLiteral("Page to begin with: data, train, runs, run/ID."),
                                   QStringLiteral("PAGE"), QStringLiteral("home"));
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions({workspace, route});
    if (!parser.parse(QCoreApplication::arguments()))
        return {{}, {}, usageError(parser.errorText())};
    if (!parser.positionalArguments().isEmpty())
        return {{},
                {},
                usageError(QStringLiteral("%1 is no option; see luthier --help.")
                               .arg(parser.positionalArguments().constFirst()))};
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return {{}, {}, 0};
    }
    if (parser.isSet(version)) {
        std::puts("luthier " LUTHIER_VERSION);
        return {{}, {}, 0};
    }
    const QFileInfo folder(parser.value(workspace));
    if (folder.exists() && !folder.isDir())
        return {{}, {}, usageError(QStringLiteral("%1 is not a folder.").arg(folder.filePath()))};
    return {folder.absoluteFilePath(), parser.value(route), std::nullopt};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("luthier"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LUTHIER_VERSION));
    const Start start = readCommandLine(argc, argv);
    if (start.exitStatus)
        return *start.exitStatus;

    QGuiApplication::setDesktopFileName(QStringLiteral("luthier"));
    QApplication app(argc, argv);
    luthier::ViewState view;
    luthier::Preferences(view).apply();
    luthier::Jobs jobs;
    luthier::TrainingSession training;
    luthier::RunLibrary runs(start.workspace, jobs);
    luthier::PlanDocument plan(start.workspace);
    const luthier::AppContext context{start.workspace, jobs, training, runs, plan, view};
    luthier::MainWindow window(context);
    window.open(luthier::Route::parse(start.route));
    luthier::reportFirstPaint(&window);
    window.show();
    return app.exec();
}
