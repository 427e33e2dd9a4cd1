// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/run_page.h"

#include "ui/pages/run/evaluation_view.h"
#include "ui/pages/run/log_view.h"
#include "ui/pages/run/run_advice.h"
#include "ui/pages/run/run_banner.h"
#include "ui/pages/run/run_header.h"
#include "ui/pages/run/run_overview.h"
#include "ui/pages/run/settings_view.h"
#include "ui/session/askable_runs.h"
#include "ui/session/run_library.h"
#include "ui/session/training_session.h"
#include "ui/shell/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace luthier {

namespace {

constexpr double lowestFullWindow = 95; ///< units: below, the charts become tabs
constexpr int lowestFootPage = 60;      ///< units: below, the figures become one too
const QStringList tabNames{QString(), QStringLiteral("evaluation"), QStringLiteral("settings"),
                           QStringLiteral("log")};

} // namespace

RunPage::RunPage(const AppContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_run(context), m_header(new RunHeader(m_run, this)),
      m_banner(new RunBanner(m_run, this)), m_back(new QPushButton(this)),
      m_views(new QStackedWidget(this)), m_overview(new RunOverview(context, m_run)),
      m_evaluation(new EvaluationView(m_run)), m_settings(new SettingsView(m_run)),
      m_log(new LogView(m_run)), m_empty(new EmptyState)
{
    setObjectName(QStringLiteral("runPage"));
    const int unit = Theme::unit();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * unit, 2 * unit, 3 * unit, 2 * unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    layout->addWidget(m_views, 1);
    for (QWidget *view :
         std::initializer_list<QWidget *>{m_overview, m_evaluation, m_settings, m_log, m_empty})
        m_views->addWidget(view);
    m_back->setObjectName(QStringLiteral("backToCurves"));
    m_back->setProperty("role", QStringLiteral("quiet"));
    // Space pauses wherever nothing else takes it.
    setFocusPolicy(Qt::ClickFocus);
    setProperty("drawsFocus", true);
    m_back->setIcon(icon(QStringLiteral("back"), 16));
    m_empty->setIcon(QStringLiteral("runs"));
    m_empty->button()->setObjectName(QStringLiteral("allRuns"));
    m_empty->button()->setProperty("role", QStringLiteral("primary"));
    buildMenu();
    connectBanner();
    connect(m_empty->button(), &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({QStringLiteral("runs"), {}});
    });
    connect(m_back, &QPushButton::clicked, this, [this] { askForTab({}); });
    connect(m_header, &RunHeader::pauseRequested, this, &RunPage::pauseOrContinue);
    connect(m_header, &RunHeader::stopRequested, this, &RunPage::stop);
    connect(&m_run, &RunDocument::opened, this, &RunPage::refresh);
    connect(&m_run, &RunDocument::stateChanged, this, &RunPage::refresh);
    connect(&m_run, &RunDocument::grew, this, &RunPage::refreshFigures);
    connect(&m_run, &RunDocument::failed, this, &RunPage::showFault);
    connect(&context.runs, &RunLibrary::changed, this, &RunPage::refreshLinks);
    auto *stopKey = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F5), this);
    stopKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(stopKey, &QShortcut::activated, this, &RunPage::stop);
    connect(&m_clock, &QTimer::timeout, this, &RunPage::refreshFigures);
    m_clock.setInterval(1000);
}

void RunPage::buildMenu()
{
    for (const QString &tab : tabNames) {
        QAction *action = m_header->menu()->addAction(QString());
        action->setObjectName(QStringLiteral("view/") + tab);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, tab] { askForTab(tab); });
        m_tabActions << action;
    }
    m_header->menu()->addSeparator();
    m_try = m_header->menu()->addAction(QString());
    m_try->setObjectName(QStringLiteral("tryRun"));
    connect(m_try, &QAction::triggered, this, [this] {
        Q_EMIT routeRequested({QStringLiteral("try"), m_run.id()});
    });
}

void RunPage::connectBanner()
{
    connect(m_banner, &RunBanner::bestRequested, this, &RunPage::goBackToBest);
    connect(m_banner, &RunBanner::keepGoingRequested, this, [this] {
        m_context.training.keepGoing();
        refreshFigures();
    });
    connect(m_banner, &RunBanner::continueRequested, this, &RunPage::continueRun);
    connect(m_banner, &RunBanner::adviceRequested, this, [this] {
        if (m_run.history().verdict())
            showAdvice(this, m_run.history().verdict()->kind);
    });
    connect(m_banner, &RunBanner::pageRequested, this, [this](const QString &page) {
        Q_EMIT routeRequested({page, m_run.id()});
    });
    connect(m_banner, &RunBanner::compareRequested, this, [this] {
        Q_EMIT routeRequested(
            {QStringLiteral("runs"), {}, {{QStringLiteral("compare"), m_run.id()}}});
    });
    connect(m_banner, &RunBanner::testRequested, this, [this] { askForTab(tabNames[1]); });
}

void RunPage::open(const Route &route)
{
    m_tab = tabNames.contains(route.query.value(QStringLiteral("tab")))
                ? route.query.value(QStringLiteral("tab"))
                : QString();
    m_route = route;
    const bool sameRun = route.item.isEmpty() ? m_run.isLive() : route.item == m_run.id();
    if (sameRun)
        m_run.reload();
    else
        m_run.open(route.item);
    m_banner->setFault(std::nullopt);
    refresh();
}

QWidget *RunPage::firstFocus()
{
    return m_views->currentWidget() == m_overview ? m_overview->mainChart()
                                                  : m_views->currentWidget();
}

bool RunPage::isCompact() const
{
    return window()->height() < Theme::units(lowestFullWindow);
}

void RunPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool compact = isCompact();
    const int unit = Theme::unit(), side = width() < 127 * unit ? 2 * unit : 3 * unit;
    layout()->setContentsMargins(side, compact ? unit : 2 * unit, side, compact ? unit : 2 * unit);
    layout()->setSpacing(compact ? unit : 2 * unit);
    m_header->setCompact(compact);
    m_banner->setCompact(compact);
    m_overview->setCompact(compact, height() < lowestFootPage * unit);
}

void RunPage::setTexts()
{
    setAccessibleName(tr("Run"));
    const QStringList names{tr("Curves"), tr("Test results"), tr("Settings"), tr("Log")};
    for (int i = 0; i < names.size(); ++i)
        m_tabActions[i]->setText(names[i]);
    m_try->setText(tr("Try it"));
    m_back->setText(tr("Back to the curves"));
    m_back->setAccessibleName(m_back->text());
    setEmptyTexts();
    m_header->setTexts();
    m_overview->setTexts();
    m_evaluation->setTexts();
    m_settings->setTexts();
    m_log->setTexts();
    m_banner->refresh();
}

void RunPage::setEmptyTexts()
{
    const bool neverStarted = m_run.folder().isEmpty() && m_banner->hasFault();
    m_empty->setTexts(neverStarted ? tr("The run could not start") : tr("This run is not here"),
                      neverStarted
                          ? tr("Nothing was written. Change the plan and start it again.")
                          : tr("It may have been deleted, or its folder was moved. Deleted runs "
                               "lie in the trash folder of the workspace."));
    m_empty->button()->setText(tr("All runs"));
    m_empty->button()->setAccessibleName(m_empty->button()->text());
}

void RunPage::askForTab(const QString &tab)
{
    m_route = {QStringLiteral("run"), m_run.id()};
    if (!tab.isEmpty())
        m_route.query[QStringLiteral("tab")] = tab;
    showTab(tab);
    Q_EMIT routeChanged(m_route);
}

void RunPage::showTab(const QString &tab)
{
    m_tab = tab;
    const bool gone = m_run.state() == RunDocument::State::Gone;
    const int index = int(tabNames.indexOf(tab));
    for (int i = 0; i < m_tabActions.size(); ++i)
        m_tabActions[i]->setChecked(i == index);
    m_views->setCurrentIndex(gone ? m_views->indexOf(m_empty) : index);
    m_header->setVisible(!gone);
    m_back->setVisible(!gone && index > 0);
}

void RunPage::refresh()
{
    if (m_run.isLive())
        m_clock.start();
    else
        m_clock.stop();
    showTab(m_tab);
    refreshLinks();
    m_settings->refresh();
    m_log->refresh();
    refreshFigures();
    // A run that was shown as "the one that trains" has got its folder.
    if (m_route.item != m_run.id() && m_run.isLive()) {
        m_route.item = m_run.id();
        Q_EMIT routeChanged(m_route);
    }
}

void RunPage::refreshLinks()
{
    const RunRecord *record = m_context.runs.find(m_run.id());
    m_try->setVisible(record && canBeAsked(*record));
    m_banner->setCanCompare(
        record && std::ranges::any_of(m_context.runs.runs(), [record](const RunRecord &run) {
            return run.id != record->id && run.state != RunState::Missing;
        }));
}

void RunPage::refreshFigures()
{
    m_header->refresh();
    m_banner->refresh();
    m_overview->refresh();
    m_evaluation->refresh();
    if (m_views->currentWidget() == m_log)
        m_log->refresh();
}

void RunPage::showFault(const Message &message)
{
    m_banner->setFault(message);
    setEmptyTexts();
}

void RunPage::keyPressEvent(QKeyEvent *event)
{
    // Fields and buttons have taken the key already where it means something to them.
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier &&
        !event->isAutoRepeat())
        pauseOrContinue();
    else
        Page::keyPressEvent(event);
}

void RunPage::pauseOrContinue()
{
    if (!m_run.isLive())
        return;
    if (m_run.state() == RunDocument::State::Paused || m_run.state() == RunDocument::State::Pausing)
        m_context.training.goOn();
    else
        m_context.training.pause();
}

void RunPage::stop()
{
    if (!m_run.isLive())
        return;
    const StopChoice choice = askHowToStop(this, m_run.name());
    if (choice == StopChoice::Save)
        m_context.training.stopAndSave();
    else if (choice == StopChoice::Discard)
        m_context.training.stopAndDiscard();
}

void RunPage::goBackToBest()
{
    const RunEvaluation *best = m_run.history().best();
    if (!best)
        return;
    if (!m_run.isLive() || agreesToUseBest(this, best->step, m_run.history().step())) {
        leaveBanner();
        m_run.useBest();
    }
}

/// A button that is about to go would hand the focus to the next one: Space is to mean the run.
void RunPage::leaveBanner()
{
    if (m_banner->isAncestorOf(focusWidget()))
        setFocus(Qt::OtherFocusReason);
}

void RunPage::continueRun(bool acceptChanges)
{
    if (m_context.training.isActive())
        showFault({"ui.another_run",
                   tr("Another run is training; only one trains at a time.").toStdString(),
                   {}});
    else {
        leaveBanner();
        m_run.continueRun(acceptChanges);
    }
}

Page *createRunPage(const AppContext &context)
{
    return new RunPage(context);
}

} // namespace luthier
