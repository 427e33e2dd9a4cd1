// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/data_page.h"

#include "ui/pages/data/labels_card.h"
#include "ui/pages/data/problem_texts.h"
#include "ui/pages/data/problems_card.h"
#include "ui/pages/data/rows_card.h"
#include "ui/pages/data/split_card.h"
#include "ui/pages/data/tokens_card.h"
#include "ui/session/jobs.h"
#include "ui/shell/choose_data.h"
#include "ui/shell/page_frame.h"
#include "ui/shell/words.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/kept_splitter.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace luthier {

namespace {

// Shares of the picture; a splitter scales them to its size.
const QList<int> columnSizes{816, 376};
const QList<int> chartSizes{432, 296};

/// A splitter does not ask its widgets how high they must be at their width.
void keepHeight(QWidget &widget, int least)
{
    const QLayout *layout = widget.layout();
    const int needed = layout->hasHeightForWidth() ? layout->minimumHeightForWidth(widget.width())
                                                   : layout->minimumSize().height();
    widget.setMinimumHeight(qMax(least, needed));
}

} // namespace

DataPage::DataPage(const AppContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_document(context), m_header(new PageHeader(this)),
      m_use(m_header->setMainAction(QStringLiteral("dataUse"))),
      m_openOther(m_header->addAction(QStringLiteral("dataOpen"))),
      m_openFolder(m_header->addAction(QStringLiteral("dataOpenFolder"))),
      m_columns(new KeptSplitter(Qt::Horizontal)), m_left(new KeptSplitter(Qt::Vertical)),
      m_charts(new QWidget), m_side(new QWidget),
      m_rows(new RowsCard(m_document, context.jobs, context.view)), m_labels(new LabelsCard),
      m_tokens(new TokensCard(m_document)), m_problems(new ProblemsCard(m_document)),
      m_split(new SplitCard(m_document))
{
    setObjectName(QStringLiteral("dataPage"));
    m_states = PageFrame(m_header, this).content();
    makeStates();
    makeContent();
    connectParts();
    arrange();
    showState();
}

void DataPage::makeStates()
{
    m_empty = new EmptyState;
    m_empty->setIcon(QStringLiteral("data"));
    m_empty->button()->setObjectName(QStringLiteral("dataOpenFirst"));
    m_empty->button()->setProperty("role", QStringLiteral("primary"));
    m_loadingPane = new QWidget;
    m_loading = new LoadingState(m_loadingPane);
    auto *layout = new QVBoxLayout(m_loadingPane);
    layout->setContentsMargins(0, Theme::units(2), 0, 0);
    layout->addWidget(m_loading);
    layout->addStretch();
    m_failed = new EmptyState;
    m_failed->setObjectName(QStringLiteral("dataFailed"));
    m_failed->setIcon(QStringLiteral("error"));
    m_failed->button()->setObjectName(QStringLiteral("dataOpenAgain"));
    m_failed->button()->setProperty("role", QStringLiteral("primary"));
    for (QWidget *pane :
         {static_cast<QWidget *>(m_empty), m_loadingPane, static_cast<QWidget *>(m_failed)})
        m_states->addWidget(pane, 1);
}

void DataPage::makeContent()
{
    const int gap = Theme::units(2);
    m_chartsLayout = new QBoxLayout(QBoxLayout::LeftToRight, m_charts);
    m_chartsLayout->setContentsMargins(0, 0, 0, 0);
    m_chartsLayout->setSpacing(gap);
    m_chartsLayout->addWidget(m_labels, 3);
    m_chartsLayout->addWidget(m_tokens, 5);
    m_rows->setMinimumWidth(Theme::units(70));
    m_left->setObjectName(QStringLiteral("dataLeft"));
    m_left->addWidget(m_rows);
    m_left->addWidget(m_charts);
    m_sideLayout = new QBoxLayout(QBoxLayout::TopToBottom, m_side);
    m_sideLayout->setContentsMargins(0, 0, 0, 0);
    m_sideLayout->setSpacing(gap);
    m_problems->setMinimumHeight(Theme::units(24));
    m_sideLayout->addWidget(m_problems, 1);
    m_sideLayout->addWidget(m_split);
    m_side->setMinimumWidth(Theme::units(40));
    m_columns->setObjectName(QStringLiteral("dataColumns"));
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_side);
    m_columns->setStretchFactor(0, 1);
    for (QWidget *pane : {m_charts, m_side})
        pane->installEventFilter(this);
    m_left->setStretchFactor(0, 1);
    m_columns->remember(m_context.view, QStringLiteral("data/splitter"), columnSizes);
    m_left->remember(m_context.view, QStringLiteral("data/charts"), chartSizes);
    m_content = m_columns;
    m_states->addWidget(m_content, 1);
}

bool DataPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_charts || watched == m_side) {
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
            keepHeight(*static_cast<QWidget *>(watched),
                       watched == m_charts ? Theme::units(25) : 0);
        return false;
    }
    return Page::eventFilter(watched, event);
}

void DataPage::connectParts()
{
    m_openOther->setIcon(icon(QStringLiteral("open")));
    for (QPushButton *button : {m_openOther, m_empty->button(), m_failed->button()})
        connect(button, &QPushButton::clicked, this, &DataPage::askForFile);
    m_openFolder->setIcon(icon(QStringLiteral("open")));
    connect(m_openFolder, &QPushButton::clicked, this, &DataPage::askForFolder);
    connect(m_use, &QPushButton::clicked, this, &DataPage::use);
    connect(m_loading, &LoadingState::cancelled, this, [this] { m_document.cancel(); });
    connect(&m_document, &DataDocument::stateChanged, this, &DataPage::showState);
    connect(&m_document, &DataDocument::overviewChanged, this, [this] {
        m_labels->setOverview(m_document.overview());
        showHeader();
    });
    connect(m_rows, &RowsCard::roleChosen, &m_document, &DataDocument::setRole);
    connect(m_problems, &ProblemsCard::showRequested, m_rows, &RowsCard::showProblem);
    connect(m_tokens, &TokensCard::modelWanted, this, [this] {
        Q_EMIT routeRequested(
            {QStringLiteral("train"), {}, {{QStringLiteral("step"), QStringLiteral("model")}}});
    });
    connect(&m_context.jobs, &Jobs::progressed, this, &DataPage::showProgress);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this,
            [this] { m_rows->filter()->setFocus(Qt::ShortcutFocusReason); });
    auto *again = new QShortcut(QKeySequence::Refresh, this);
    again->setContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QShortcut::activated, this, [this] {
        if (!m_document.path().isEmpty())
            m_document.open(m_document.path(), true);
    });
}

void DataPage::open(const Route &route)
{
    const QString path = route.query.value(QStringLiteral("open"), route.item);
    if (!path.isEmpty())
        m_document.open(QFileInfo(path).absoluteFilePath());
    m_document.refreshTokens();
}

QWidget *DataPage::firstFocus()
{
    switch (m_document.state()) {
    case DataDocument::State::Ready:
        return m_rows->table();
    case DataDocument::State::Failed:
        return m_failed->button();
    case DataDocument::State::Reading:
        return m_loading;
    case DataDocument::State::Empty:
        break;
    }
    return m_empty->button();
}

void DataPage::askForFile()
{
    if (const auto route = chooseData(this, m_context.view))
        Q_EMIT routeRequested(*route);
}

void DataPage::askForFolder()
{
    if (const auto route = chooseDataFolder(this, m_context.view))
        Q_EMIT routeRequested(*route);
}

void DataPage::use()
{
    m_document.use();
    Q_EMIT routeRequested({QStringLiteral("train"), {}, {}});
}

void DataPage::setTexts()
{
    setAccessibleName(tr("Data"));
    m_empty->setTexts(tr("No data yet"),
                      tr("Open a table with a text and a label in each row: CSV, JSON Lines, "
                         "JSON, Parquet or Arrow. You can also drop it on the window. It is only "
                         "read, never changed."));
    m_empty->button()->setText(tr("Open data…"));
    m_failed->button()->setText(tr("Open another file…"));
    m_openOther->setText(tr("Open another…"));
    m_openOther->setToolTip(tr("Shows another file (Ctrl+O)"));
    m_openFolder->setText(tr("Open folder…"));
    m_openFolder->setToolTip(
        tr("Shows a folder with a folder of text files for each label (Ctrl+Shift+O)"));
    m_use->setText(tr("Train with this data"));
    m_use->setToolTip(tr("Takes file, roles and split into your plan and goes to Train"));
    for (QPushButton *button :
         {m_empty->button(), m_failed->button(), m_openOther, m_openFolder, m_use})
        button->setAccessibleName(button->text());
    m_rows->setTexts();
    m_labels->setTexts();
    m_tokens->setTexts();
    m_problems->setTexts();
    m_split->setTexts();
    showState();
}

void DataPage::showState()
{
    using State = DataDocument::State;
    const State state = m_document.state();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    QWidget *const shown = state == State::Ready     ? m_content
                           : state == State::Failed  ? m_failed
                           : state == State::Reading ? m_loadingPane
                                                     : m_empty;
    const bool changes = shown->isHidden() || m_shownPath != m_document.path();
    if (state == State::Reading && changes) {
        m_loading->setText(tr("Reading %1").arg(QFileInfo(m_document.path()).fileName()));
        m_loading->setProgress(0, 0);
    }
    m_shownPath = m_document.path();
    for (QWidget *pane : {static_cast<QWidget *>(m_empty), m_loadingPane,
                          static_cast<QWidget *>(m_failed), m_content})
        pane->setVisible(pane == shown);
    if (state == State::Failed && m_document.error())
        m_failed->setTexts(tr("%1 cannot be used").arg(QFileInfo(m_document.path()).fileName()),
                           words::of(m_document.error()->message) + u'\n' +
                               tr("The file was not changed. (%1)")
                                   .arg(QString::fromStdString(m_document.error()->message.id)));
    if (state == State::Ready && changes)
        m_rows->reset();
    if (changes && hadFocus)
        firstFocus()->setFocus(Qt::OtherFocusReason);
    showHeader();
}

void DataPage::showHeader()
{
    const bool ready = m_document.state() == DataDocument::State::Ready;
    m_use->setVisible(ready);
    m_openOther->setVisible(ready);
    m_openFolder->setVisible(m_document.state() != DataDocument::State::Reading);
    m_header->setTitle(m_document.path().isEmpty() ? tr("Data")
                                                   : QFileInfo(m_document.path()).fileName());
    m_header->setBadge(ready && m_document.isPlanned() ? Badge::Accent : Badge::Neutral,
                       QStringLiteral("check"),
                       ready && m_document.isPlanned() ? tr("In your plan") : QString());
    if (!ready) {
        m_header->setSubtitle({});
        return;
    }
    const SourceFacts &facts = m_document.table()->facts;
    const auto overview = m_document.overview();
    const QString used = tr("%Ln text(s) in use", nullptr, int(overview->counts.inUse));
    const QString size = words::bytes(double(facts.bytes));
    m_header->setSubtitle(
        facts.lines > 0
            ? tr("%1 of %2 lines · %3 · %4 · the source is not changed")
                  .arg(used, words::whole(facts.lines), size, formatText(facts))
            : tr("%1 · %2 · %3 · the source is not changed").arg(used, size, formatText(facts)));
    setBlocked(m_use, overview->obstacle ? words::of(*overview->obstacle) : QString());
}

void DataPage::showProgress(const QString &key, const Progress &progress)
{
    if (key == QLatin1String(DataDocument::readingKey())) {
        m_loading->setText(words::of(progress.phase));
        m_loading->setProgress(progress.done, progress.total);
    } else if (key == QLatin1String(DataDocument::tokensKey())) {
        m_tokens->setProgress(progress);
    }
}

/// Below 1200 the right column stands under the left one, its cards side by side; where even that
/// is too narrow (twice the text size), everything is one column.
void DataPage::arrange()
{
    constexpr double wideUnits = 150, oneColumnUnits = 100;
    const bool wide = window()->width() >= Theme::units(wideUnits);
    const bool oneColumn = width() < Theme::units(oneColumnUnits);
    m_sideLayout->setDirection(wide || oneColumn ? QBoxLayout::TopToBottom
                                                 : QBoxLayout::LeftToRight);
    m_chartsLayout->setDirection(oneColumn ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_rows->setMinimumHeight(Theme::units(wide ? 30 : 46));
    if (wide == m_wide)
        return;
    m_wide = wide;
    m_columns->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    m_sideLayout->setStretch(1, wide ? 0 : 1);
    if (wide)
        m_columns->restore();
}

void DataPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

Page *createDataPage(const AppContext &context)
{
    return new DataPage(context);
}

} // namespace luthier
