// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/session/plan_document.h"
#include "ui/session/run_library.h"
#include "ui/session/view_state.h"
#include "ui/shell/about.h"
#include "ui/shell/brand.h"
#include "ui/shell/choose_data.h"
#include "ui/shell/close_question.h"
#include "ui/shell/file_drop.h"
#include "ui/shell/navigation.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/pane_walk.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/theme.h"
#include "ui/shell/window_place.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>

#include <algorithm>

namespace luthier {

namespace {

constexpr QSize usualUnits{180, 112}, leastUnits{128, 80};
constexpr int narrowBelow = 150; ///< units

QString narrowKey()
{
    return QStringLiteral("navigation/narrow");
}

} // namespace

MainWindow::MainWindow(const AppContext &context, const std::vector<PageInfo> &catalog,
                       QWidget *parent)
    : QMainWindow(parent), m_context(context), m_catalog(catalog),
      m_menu(new MainMenu(menuBar(), this)), m_navigation(new Navigation(catalog, this)),
      m_pages(new PageStack(m_context, catalog, this)), m_status(new StatusBar(m_context, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setContextMenuPolicy(Qt::NoContextMenu);
    lay();
    connectParts();
    setTexts();
    setMinimumSize(leastUnits * Theme::unit());
    restorePlace(this, m_context.view, usualUnits * Theme::unit());
    m_menu->action(Command::NarrowNavigation)
        ->setChecked(m_context.view.value(narrowKey()).toBool());
    setNavigationWidth();
    showTraining();
    m_context.runs.refresh();
}

void MainWindow::lay()
{
    menuBar()->setMinimumHeight(Theme::units(4));
    auto *middle = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    setCentralWidget(middle);
}

void MainWindow::connectParts()
{
    connect(m_menu, &MainMenu::asked, this, &MainWindow::obey);
    connect(m_menu, &MainMenu::pageAsked, this, [this](int index) {
        open({m_navigation->entries().at(index), {}});
    });
    connect(m_navigation, &Navigation::chosen, this, [this](const QString &page) {
        open({page, {}});
    });
    connect(m_pages, &PageStack::shown, this, &MainWindow::showRoute);
    connect(m_status, &StatusBar::runAsked, this, &MainWindow::openRun);
    connect(new FileDrop(this), &FileDrop::dropped, this,
            [this](const QString &path) { open(dataRoute(path)); });
    connect(&m_context.training, &TrainingSession::stateChanged, this, &MainWindow::showTraining);
    connect(&m_context.runs, &RunLibrary::changed, this, &MainWindow::showTraining);
    const QUndoStack &undo = m_context.plan.undoStack();
    connect(&undo, &QUndoStack::indexChanged, this, &MainWindow::showTraining);
}

void MainWindow::open(const Route &route)
{
    m_pages->open(route);
}

Route MainWindow::route() const
{
    return m_pages->route();
}

void MainWindow::showRoute(const Route &route)
{
    m_navigation->setCurrent(route.page);
    m_menu->action(Command::Back)->setEnabled(m_pages->canGoBack());
}

void MainWindow::obey(Command command)
{
    switch (command) {
    case Command::NewTraining:
        return open({QStringLiteral("train"), {}, {{QStringLiteral("new"), QStringLiteral("1")}}});
    case Command::OpenData:
        if (const auto chosen = chooseData(this, m_context.view))
            open(*chosen);
        return;
    case Command::OpenDataFolder:
        if (const auto chosen = chooseDataFolder(this, m_context.view))
            open(*chosen);
        return;
    case Command::Settings:
        return open({QStringLiteral("settings"), {}});
    case Command::Quit:
        close();
        return;
    case Command::Undo:
        return m_context.plan.undoStack().undo();
    case Command::Redo:
        return m_context.plan.undoStack().redo();
    case Command::Back:
        return m_pages->goBack();
    case Command::NarrowNavigation:
        return toggleNavigation(m_menu->action(command)->isChecked());
    case Command::NextPane:
        return walkPanes(this, m_pages->currentWidget(), 1);
    case Command::PreviousPane:
        return walkPanes(this, m_pages->currentWidget(), -1);
    case Command::OpenRun:
        return openRun();
    case Command::PauseOrContinue:
        return m_context.training.state() == TrainingSession::State::Paused
                   ? m_context.training.goOn()
                   : m_context.training.pause();
    case Command::Minimize:
        return showMinimized();
    case Command::FullScreen:
        return setWindowState(windowState() ^ Qt::WindowFullScreen);
    case Command::Help:
        return open({QStringLiteral("help"), {}});
    case Command::About:
        return showAbout(this);
    }
}

void MainWindow::toggleNavigation(bool narrow)
{
    m_context.view.setValue(narrowKey(), narrow);
    setNavigationWidth();
}

void MainWindow::setNavigationWidth()
{
    m_navigation->setNarrow(m_menu->action(Command::NarrowNavigation)->isChecked() ||
                            width() < narrowBelow * Theme::unit());
}

void MainWindow::showTraining()
{
    using State = TrainingSession::State;
    const State state = m_context.training.state();
    const auto &runs = m_context.runs.runs();
    const auto going = std::count_if(runs.begin(), runs.end(), [](const RunRecord &run) {
        return run.state == RunState::Running;
    });
    m_navigation->setRunsGoing(std::max(int(going), state == State::Idle ? 0 : 1));
    m_menu->action(Command::OpenRun)->setEnabled(!runId().isEmpty());
    m_menu->action(Command::PauseOrContinue)
        ->setEnabled(state == State::Training || state == State::Paused);
    m_menu->setPaused(state == State::Paused);
    m_menu->action(Command::Undo)->setEnabled(m_context.plan.undoStack().canUndo());
    m_menu->action(Command::Redo)->setEnabled(m_context.plan.undoStack().canRedo());
    if (m_closing && state == State::Idle)
        close();
}

QString MainWindow::runId() const
{
    const QString folder = m_context.training.runFolder();
    if (folder.isEmpty())
        return {};
    return QString::fromStdString(runIdOf(m_context.workspace.toStdString(), folder.toStdString()));
}

void MainWindow::openRun()
{
    if (const QString id = runId(); !id.isEmpty())
        open({QStringLiteral("run"), id});
}

bool MainWindow::agreesToClose()
{
    return m_context.training.state() == TrainingSession::State::Preparing
               ? closesWithoutRun(this)
               : savesAndCloses(this, m_status->run().history().step() + 1);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    using State = TrainingSession::State;
    const State state = m_context.training.state();
    if (state != State::Idle) {
        event->ignore();
        if (!m_closing && (state == State::Stopping || agreesToClose())) {
            m_closing = true;
            m_context.training.stopAndSave();
            setEnabled(false);
            showTraining();
        }
        return;
    }
    storePlace(this, m_context.view);
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    setNavigationWidth();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
    else if (event->type() == QEvent::PaletteChange)
        setWindowIcon(brandIcon());
    else if (event->type() == QEvent::WindowStateChange)
        m_menu->action(Command::FullScreen)->setChecked(isFullScreen());
}

void MainWindow::setTexts()
{
    setWindowTitle(tr("Luthier"));
    setAccessibleName(tr("Luthier, main window"));
    setWindowIcon(brandIcon());
    m_menu->setTexts();
    QStringList names;
    for (const QString &id : m_navigation->entries())
        for (const PageInfo &page : m_catalog)
            if (page.id == id)
                names << QCoreApplication::translate("Pages", page.name);
    m_menu->setPages(names);
}

} // namespace luthier
