// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/runs/runs_page.h"

#include "ui/charts/chart_frame.h"
#include "ui/pages/runs/run_columns.h"
#include "ui/pages/runs/run_comparison.h"
#include "ui/pages/runs/run_details.h"
#include "ui/pages/runs/runs_delegate.h"
#include "ui/session/jobs.h"
#include "ui/session/run_document.h"
#include "ui/session/run_library.h"
#include "ui/session/view_state.h"
#include "ui/shell/page_frame.h"
#include "ui/shell/words.h"
#include "ui/tables/row_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/kept_splitter.h"
#include "ui/widgets/page_header.h"

#include <QDesktopServices>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace luthier {

namespace {

constexpr double narrowPage = 125; ///< units: below, the details go under the list
const QString compareKey = QStringLiteral("compare");

} // namespace

RunsPage::RunsPage(const AppContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_continuing(new RunDocument(context, this)),
      m_header(new PageHeader(this)),
      m_compare(m_header->setMainAction(QStringLiteral("compareRuns"))),
      m_back(m_header->addAction(QStringLiteral("backToRuns"))), m_banner(new Banner(this)),
      m_views(new QStackedWidget(this)), m_empty(new EmptyState),
      m_splitter(new KeptSplitter(Qt::Horizontal)), m_list(new Card), m_filter(new QLineEdit),
      m_table(new RowTable), m_model(new RowTableModel(this)),
      m_columns(new RunColumns(*m_table, context.view, this)), m_chooseColumns(new Chip),
      m_detailsScroll(new QScrollArea), m_details(new RunDetails),
      m_comparison(new RunComparison(context.view))
{
    setObjectName(QStringLiteral("runsPage"));
    QVBoxLayout *content = PageFrame(m_header, this).content();
    content->addWidget(m_banner);
    content->addWidget(m_views, 1);
    m_banner->setObjectName(QStringLiteral("runsBanner"));
    m_banner->hide();
    m_compare->setIcon(icon(QStringLiteral("compare"), 16));
    m_back->setIcon(icon(QStringLiteral("back"), 16));
    m_empty->setIcon(QStringLiteral("runs"));
    m_empty->button()->setObjectName(QStringLiteral("newTraining"));
    m_empty->button()->setProperty("role", QStringLiteral("primary"));
    makeList();
    for (QWidget *view : std::initializer_list<QWidget *>{m_splitter, m_comparison, m_empty})
        m_views->addWidget(view);
    connect(m_views, &QStackedWidget::currentChanged, this, &RunsPage::fitViews);
    fitViews();
    connectActions();
    connectKeys();
    setTexts();
}

void RunsPage::makeList()
{
    const int unit = Theme::unit();
    m_filter->setObjectName(QStringLiteral("filterRuns"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search"), 16), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(30 * unit);
    m_table->setObjectName(QStringLiteral("runs"));
    m_table->setRowUnits(5);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RunsDelegate(*m_model, m_table));
    m_model->setCheckable(true);
    m_model->setMostChecked(mostCompared);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    tools->addWidget(m_filter, 1);
    tools->addStretch(1);
    tools->addWidget(m_chooseColumns);
    m_chooseColumns->setObjectName(QStringLiteral("chooseColumns"));
    m_chooseColumns->setMenu(m_columns->menu());
    // The list ends where the card's round corners begin.
    m_list->body()->setContentsMargins(1, 1, 1, unit);
    m_list->body()->addLayout(tools);
    m_list->body()->addWidget(m_table, 1);
    m_list->setMinimumWidth(70 * unit);
    m_detailsScroll->setObjectName(QStringLiteral("detailsScroll"));
    m_detailsScroll->setFrameShape(QFrame::NoFrame);
    m_detailsScroll->setWidgetResizable(true);
    m_detailsScroll->setFocusPolicy(Qt::NoFocus);
    m_detailsScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detailsScroll->setMinimumWidth(33 * unit);
    m_detailsScroll->setWidget(m_details);
    m_detailsScroll->viewport()->setAutoFillBackground(false);
    m_details->setAutoFillBackground(false); // setWidget switches it on
    m_splitter->setObjectName(QStringLiteral("runsSplitter"));
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detailsScroll);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    // The details begin as narrow as they may be.
    m_splitter->remember(m_context.view, QStringLiteral("runs/splitter"),
                         {QWIDGETSIZE_MAX / 2, 33 * unit});
    m_details->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
}

void RunsPage::connectKeys()
{
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        if (m_filter->isVisible())
            m_filter->setFocus(Qt::ShortcutFocusReason);
    });
    auto *again = new QShortcut(QKeySequence::Refresh, this);
    again->setContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QShortcut::activated, &m_context.runs, &RunLibrary::refresh);
}

void RunsPage::connectActions()
{
    connect(&m_context.runs, &RunLibrary::changed, this, &RunsPage::readRuns);
    connect(&m_context.runs, &RunLibrary::failed, this,
            [this](const Message &message) { tell(words::of(message)); });
    connect(m_compare, &QPushButton::clicked, this, &RunsPage::compareTicked);
    connect(m_back, &QPushButton::clicked, this, &RunsPage::leaveComparison);
    connect(m_filter, &QLineEdit::textChanged, m_model,
            [this](const QString &text) { m_model->setFilter(text.trimmed()); });
    connect(m_model, &RowTableModel::checkedChanged, this, &RunsPage::showTicks);
    connect(m_model, &RowTableModel::arranged, this, &RunsPage::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunsPage::showCurrent);
    connect(m_table, &RowTable::opened, this, &RunsPage::openRun);
    connect(m_table, &RowTable::renameRequested, this, &RunsPage::renameRun);
    connect(m_table, &RowTable::removeRequested, this, &RunsPage::removeRun);
    connect(m_details, &RunDetails::openRequested, this, &RunsPage::openRun);
    connect(m_details, &RunDetails::tryRequested, this, [this] {
        if (const auto run = current())
            Q_EMIT routeRequested({QStringLiteral("try"), run->id()});
    });
    connect(m_details, &RunDetails::continueRequested, this, &RunsPage::continueRun);
    connect(m_details, &RunDetails::renameRequested, this, &RunsPage::renameRun);
    connect(m_details, &RunDetails::removeRequested, this, &RunsPage::removeRun);
    connect(m_details, &RunDetails::folderRequested, this, &RunsPage::showFolder);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({QStringLiteral("train"), {}});
    });
    connect(m_continuing, &RunDocument::failed, this,
            [this](const Message &message) { tell(words::of(message)); });
    connect(m_continuing, &RunDocument::opened, this, [this] {
        if (!std::exchange(m_continuePending, false))
            return;
        m_continuing->continueRun();
        Q_EMIT routeRequested({QStringLiteral("run"), m_continuing->id()});
    });
}

void RunsPage::setTexts()
{
    m_header->setTitle(isComparing() ? tr("Compare runs") : tr("Runs"));
    m_back->setText(tr("All runs"));
    m_back->setAccessibleName(tr("Back to all runs"));
    m_back->setToolTip(tr("Back to the list of all runs"));
    m_chooseColumns->setText(tr("Columns"));
    m_chooseColumns->setAccessibleName(tr("Columns"));
    m_chooseColumns->setToolTip(tr("Chooses the columns of the list"));
    m_columns->setTexts();
    m_filter->setPlaceholderText(tr("Search runs"));
    m_filter->setAccessibleName(tr("Search runs"));
    m_filter->setToolTip(tr("Keeps the runs in whose name, method, model, data, status or verdict "
                            "these letters stand"));
    m_table->setAccessibleName(tr("Runs"));
    m_empty->setTexts(tr("No runs yet"),
                      tr("A run is one training with its curves, settings and best weights. "
                         "Everything about it is kept in this workspace."));
    m_empty->button()->setText(tr("New training"));
    m_empty->button()->setAccessibleName(tr("New training"));
    m_details->setTexts();
    m_comparison->setTexts();
    showRuns(m_runs);
}

QWidget *RunsPage::firstFocus()
{
    if (m_views->currentWidget() == m_empty)
        return m_empty->button();
    if (isComparing())
        return m_comparison->chart()->plot();
    return m_table;
}

bool RunsPage::isComparing() const
{
    return m_views->currentWidget() == m_comparison;
}

void RunsPage::open(const Route &route)
{
    const QString wanted = route.query.value(compareKey);
    m_compared = wanted.split(u',', Qt::SkipEmptyParts);
    m_toTick = m_compared.size() == 1 ? m_compared.front() : QString();
    stopAsking();
    m_context.runs.refresh();
    if (m_compared.size() >= 2)
        showComparison(m_compared);
    else
        showList();
    tickAsked();
}

void RunsPage::readRuns()
{
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("runs/summaries"), this,
        [records = m_context.runs.runs(), known = m_runs](std::stop_token stop,
                                                          const ProgressHandler &) {
            return guarded([&] { return summarize(records, known, stop); });
        },
        [this](Result<RunSummaries> runs) {
            if (runs)
                showRuns(std::move(runs.value()));
            else
                tell(words::of(runs.error().message));
        });
}

void RunsPage::showRuns(RunSummaries runs)
{
    const auto now = current();
    const QString currentId = now ? now->id() : QString();
    const QStringList ticked = tickedIds();
    const bool sameRuns = std::ranges::equal(
        runs, m_runs, {}, [](const auto &run) { return run->id(); },
        [](const auto &run) { return run->id(); });
    m_runs = std::move(runs);
    auto source = std::make_shared<RunsSource>(m_runs);
    m_model->setArrange(&m_context.jobs, QStringLiteral("runs/order"), arrangeRuns(*source));
    if (sameRuns) {
        // The view keeps its place while a run goes on.
        m_model->replaceSource(source);
        showCurrent();
    } else {
        m_model->setSource(source);
        keepChoices(currentId, ticked);
    }
    m_columns->fit();
    if (isComparing())
        showComparison(m_compared);
    else
        showList();
    tickAsked();
}

/// Which others it is compared with is chosen here.
void RunsPage::tickAsked()
{
    const auto run = m_toTick.isEmpty() ? nullptr : summary(m_toTick);
    if (!run)
        return;
    m_toTick.clear();
    m_filter->clear();
    for (const int64_t row : std::set<int64_t>(m_model->checkedRows()))
        m_model->setChecked(row, false);
    const int64_t row = std::ranges::find(m_runs, run) - m_runs.begin();
    m_model->setChecked(row, true);
    if (const QModelIndex at = m_model->indexOfSource(row); at.isValid())
        m_table->setCurrentIndex(at.siblingAtColumn(1));
    m_banner->setMessage(
        Banner::Info,
        tr("Tick the runs to compare %1 with.").arg(QString::fromStdString(run->record.name)),
        tr("Then press Compare: two to six runs stand on one chart."));
    m_banner->show();
    m_asksForMore = true;
}

void RunsPage::stopAsking()
{
    if (std::exchange(m_asksForMore, false))
        m_banner->hide();
}

void RunsPage::keepChoices(const QString &currentId, const QStringList &ticked)
{
    int64_t row = 0;
    for (size_t i = 0; i < m_runs.size(); ++i) {
        if (ticked.contains(m_runs[i]->id()))
            m_model->setChecked(int64_t(i), true);
        if (m_runs[i]->id() == currentId)
            row = int64_t(i);
    }
    if (const QModelIndex at = m_model->indexOfSource(row); at.isValid())
        m_table->setCurrentIndex(at.siblingAtColumn(1));
    showCurrent();
}

void RunsPage::showList()
{
    const bool empty = m_runs.empty() && m_context.runs.isRead();
    m_compared.clear();
    m_views->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_splitter);
    showHeader();
}

void RunsPage::leaveComparison()
{
    showList();
    firstFocus()->setFocus();
    Q_EMIT routeChanged({QStringLiteral("runs"), {}});
}

void RunsPage::showHeader()
{
    const bool comparing = isComparing();
    m_header->setTitle(comparing ? tr("Compare runs") : tr("Runs"));
    QStringList names;
    for (const QString &id : m_compared)
        if (const auto run = summary(id))
            names << QString::fromStdString(run->record.name);
    m_header->setSubtitle(
        comparing ? names.join(QStringLiteral(" · "))
                  : tr("%n run(s), all kept in this workspace", nullptr, int(m_runs.size())));
    m_back->setVisible(comparing);
    m_compare->setVisible(!comparing && !m_runs.empty());
    showTicks();
}

void RunsPage::showTicks()
{
    const int count = int(m_model->checkedRows().size());
    m_compare->setText(count < 2 ? tr("Compare") : tr("Compare %n selected", nullptr, count));
    m_compare->setAccessibleName(m_compare->text());
    m_compare->setToolTip(tr("Show the ticked runs on one chart"));
    setBlocked(m_compare, count < 2 ? tr("Tick two to six runs to compare them.") : QString());
    if (count != 1)
        stopAsking();
}

void RunsPage::showCurrent()
{
    m_details->setRun(current());
}

std::shared_ptr<const RunSummary> RunsPage::current() const
{
    const int64_t row = m_model->sourceRow(m_table->currentIndex());
    return row < 0 || size_t(row) >= m_runs.size() ? nullptr : m_runs[size_t(row)];
}

std::shared_ptr<const RunSummary> RunsPage::summary(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_runs, [&](const auto &run) { return run->id() == id; });
    return found == m_runs.end() ? nullptr : *found;
}

QStringList RunsPage::tickedIds() const
{
    QStringList out;
    for (const int64_t row : m_model->checkedRows())
        out << m_runs[size_t(row)]->id();
    return out;
}

void RunsPage::compareTicked()
{
    const QStringList ids = tickedIds();
    if (ids.size() < 2)
        return;
    showComparison(ids);
    Q_EMIT routeChanged({QStringLiteral("runs"), {}, {{compareKey, ids.join(u',')}}});
    m_comparison->chart()->plot()->setFocus();
}

void RunsPage::showComparison(const QStringList &ids)
{
    RunSummaries runs;
    for (const QString &id : ids)
        if (const auto run = summary(id); run && int(runs.size()) < mostCompared)
            runs.push_back(run);
    if (runs.size() < 2 && !m_runs.empty()) {
        showList();
        return;
    }
    m_compared = ids;
    m_comparison->setRuns(std::move(runs));
    m_views->setCurrentWidget(m_comparison);
    showHeader();
}

void RunsPage::openRun()
{
    if (const auto run = current())
        Q_EMIT routeRequested({QStringLiteral("run"), run->id()});
}

void RunsPage::continueRun()
{
    const auto run = current();
    if (!run)
        return;
    m_banner->hide();
    m_asksForMore = false;
    m_continuePending = true;
    m_continuing->open(run->id());
}

void RunsPage::renameRun()
{
    const auto run = current();
    if (!run)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("renameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename run"));
    dialog->setLabelText(tr("New name"));
    dialog->setTextValue(QString::fromStdString(run->record.name));
    dialog->setOkButtonText(tr("Rename"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id = run->id()](const QString &name) {
                if (!name.trimmed().isEmpty())
                    m_context.runs.rename(id, name.trimmed());
            });
    dialog->open();
}

void RunsPage::removeRun()
{
    const auto run = current();
    if (!run)
        return;
    if (run->record.state == RunState::Running) {
        tell(tr("%1 is training. Stop it first, then delete it.")
                 .arg(QString::fromStdString(run->record.name)));
        return;
    }
    auto *question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("removeDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Question);
    question->setText(tr("Delete %1?").arg(QString::fromStdString(run->record.name)));
    question->setInformativeText(
        tr("Its folder moves to the trash folder of this workspace; nothing is erased."));
    QPushButton *remove = question->addButton(tr("Move to trash"), QMessageBox::AcceptRole);
    remove->setObjectName(QStringLiteral("moveToTrash"));
    question->setEscapeButton(question->addButton(tr("Keep"), QMessageBox::RejectRole));
    connect(remove, &QPushButton::clicked, this,
            [this, id = run->id()] { m_context.runs.remove(id); });
    question->open();
}

void RunsPage::showFolder()
{
    if (const auto run = current())
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QString::fromStdString(run->record.folder.string())));
}

void RunsPage::tell(const QString &sentence)
{
    m_continuePending = false;
    m_asksForMore = false;
    m_banner->setMessage(Banner::Warning, sentence, {});
    m_banner->show();
}

/// Only the view that is shown says how much room the page needs.
void RunsPage::fitViews()
{
    for (int i = 0; i < m_views->count(); ++i) {
        const auto policy =
            i == m_views->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_views->widget(i)->setSizePolicy(policy, policy);
    }
}

/// Under the list the details stand at their full height, and the page scrolls.
void RunsPage::fitDetails()
{
    const bool narrow = m_splitter->orientation() == Qt::Vertical;
    m_detailsScroll->setVerticalScrollBarPolicy(narrow ? Qt::ScrollBarAlwaysOff
                                                       : Qt::ScrollBarAsNeeded);
    const int needed = m_details->heightForWidth(m_detailsScroll->viewport()->width());
    m_detailsScroll->setMinimumHeight(narrow ? needed : 0);
    m_list->setMinimumHeight(Theme::units(narrow ? 38 : 24));
}

bool RunsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_details &&
        (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        fitDetails();
    else if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        m_columns->fit();
    return Page::eventFilter(watched, event);
}

void RunsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < Theme::units(narrowPage);
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    fitDetails();
}

Page *createRunsPage(const AppContext &context)
{
    return new RunsPage(context);
}

} // namespace luthier
