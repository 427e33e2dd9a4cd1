// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/try_page.h"

#include "ui/pages/try/answer_card.h"
#include "ui/pages/try/earlier_card.h"
#include "ui/pages/try/file_card.h"
#include "ui/pages/try/question_card.h"
#include "ui/pages/try/reading_card.h"
#include "ui/session/view_state.h"
#include "ui/shell/page_frame.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/kept_splitter.h"
#include "ui/widgets/page_header.h"

#include <QAccessible>
#include <QEvent>
#include <QFileDialog>
#include <QHideEvent>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace luthier {

namespace {

constexpr double narrowPage = 127; // units: below, the right column goes under the left
constexpr double lowestQuestion = 20, lowestAnswers = 30; // units
const QList<int> leftShares{400, 328};                    // of the picture
const QString fileQuery = QStringLiteral("file"), folderKey = QStringLiteral("try/folder");

} // namespace

TryPage::TryPage(const AppContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_document(context), m_header(new PageHeader(this)),
      m_back(m_header->addAction(QStringLiteral("backToText"))),
      m_file(m_header->addAction(QStringLiteral("openTexts"))), m_banner(new Banner),
      m_empty(new EmptyState), m_content(new QWidget), m_side(new QWidget), m_answers(new QWidget),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight, m_content)),
      m_left(new KeptSplitter(Qt::Vertical)), m_question(new QuestionCard(m_document)),
      m_before(new AnswerCard(Before, m_document)), m_after(new AnswerCard(After, m_document)),
      m_earlier(new EarlierCard(m_document)), m_reading(new ReadingCard(m_document)),
      m_fileCard(new FileCard(context, m_document))
{
    setObjectName(QStringLiteral("tryPage"));
    makeContent();
    QVBoxLayout *states = PageFrame(m_header, this).content();
    states->addWidget(m_banner);
    for (QWidget *state : std::initializer_list<QWidget *>{m_empty, m_content, m_fileCard})
        states->addWidget(state, 1);
    m_banner->setObjectName(QStringLiteral("tryBanner"));
    m_banner->hide();
    m_empty->setObjectName(QStringLiteral("tryEmpty"));
    m_empty->setIcon(QStringLiteral("try"));
    m_empty->button()->setObjectName(QStringLiteral("tryEmptyButton"));
    m_empty->button()->setProperty("role", QStringLiteral("primary"));
    m_file->setIcon(icon(QStringLiteral("file"), 16));
    m_back->setIcon(icon(QStringLiteral("back"), 16));
    connectParts();
    showState();
}

void TryPage::makeContent()
{
    const int gap = Theme::units(2);
    auto *answers = new QHBoxLayout(m_answers);
    answers->setContentsMargins(0, 0, 0, 0);
    answers->setSpacing(gap);
    answers->addWidget(m_before, 1);
    answers->addWidget(m_after, 1);
    m_left->setObjectName(QStringLiteral("trySplitter"));
    m_left->addWidget(m_question);
    m_left->addWidget(m_answers);
    m_left->setStretchFactor(0, 1);
    m_left->remember(m_context.view, QStringLiteral("try/splitter"), leftShares);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(gap);
    side->addWidget(m_earlier, 3);
    side->addWidget(m_reading, 1);
    m_side->setMinimumWidth(Theme::units(36));
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(gap);
    m_columns->addWidget(m_left, 7);
    m_columns->addWidget(m_side, 4);
    for (QWidget *pane : std::initializer_list<QWidget *>{m_question, m_answers})
        pane->installEventFilter(this);
}

void TryPage::connectParts()
{
    connect(&m_document, &TryDocument::stateChanged, this, &TryPage::showState);
    connect(&m_document, &TryDocument::askedChanged, this, [this] {
        m_shown = m_document.asked().size() - 1;
        showAsked();
        if (shown() && isVisible()) {
            QAccessibleEvent alert(m_after, QAccessible::Alert);
            QAccessible::updateAccessibility(&alert);
        }
    });
    connect(&m_document, &TryDocument::failed, this, &TryPage::tell);
    connect(m_earlier, &EarlierCard::failed, this, &TryPage::tell);
    connect(m_earlier, &EarlierCard::chosen, this, [this](qsizetype index) {
        m_shown = index;
        if (const AskedText *asked = shown())
            m_question->setQuestion(QString::fromStdString(asked->text),
                                    QString::fromStdString(asked->pair.value_or(std::string())),
                                    asked->truth);
        showAsked();
    });
    connectFile();
    connect(m_empty->button(), &QPushButton::clicked, this, &TryPage::leaveEmpty);
}

void TryPage::connectFile()
{
    connect(m_fileCard, &FileCard::failed, this, [this](const Message &message) {
        if (!m_fileCard->hasAnswers())
            leaveFile();
        tell(message);
    });
    connect(m_fileCard, &FileCard::stopped, this, &TryPage::leaveFile);
    connect(m_fileCard, &FileCard::done, this, [this] {
        if (m_showsFile)
            m_fileCard->firstFocus()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_fileCard, &FileCard::chosen, this,
            [this](const QString &text, const QString &pair, const TrueLabels &labels) {
                leaveFile();
                m_question->setQuestion(text, pair, labels);
                m_question->ask();
            });
    connect(m_file, &QPushButton::clicked, this, &TryPage::askForFile);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_fileCard->stop();
        leaveFile();
    });
}

void TryPage::open(const Route &route)
{
    m_banner->hide();
    m_pendingFile = route.query.value(fileQuery);
    m_shownRun = route.item;
    m_wantsFocus = true;
    m_document.open(route.item);
}

QWidget *TryPage::firstFocus()
{
    if (!m_empty->isHidden())
        return m_empty->button();
    return m_showsFile ? m_fileCard->firstFocus() : m_question->field();
}

void TryPage::setTexts()
{
    setAccessibleName(tr("Try"));
    m_header->setTitle(tr("Try"));
    m_file->setText(tr("Open a file of texts…"));
    m_file->setToolTip(tr("Ask both sides every text of a table: CSV, JSON, Parquet and others"));
    m_back->setText(tr("Back to one text"));
    m_back->setToolTip(tr("Leave the table of texts"));
    for (QPushButton *button : {m_file, m_back})
        button->setAccessibleName(button->text());
    setEmptyTexts();
    m_question->setTexts();
    m_before->setTexts();
    m_after->setTexts();
    m_earlier->setTexts();
    m_reading->setTexts();
    m_fileCard->setTexts();
    showHeader();
    showAsked();
}

void TryPage::setEmptyTexts()
{
    const bool gone = m_document.state() == TryDocument::State::Gone;
    m_empty->setTexts(
        gone ? tr("This run is not here") : tr("Nothing to try yet"),
        gone ? tr("It was deleted, or has no weights to ask yet. Only a run that is done, or was "
                  "stopped after a validation, can be asked.")
             : tr("A finished run answers here, beside the model that it started "
                  "from."));
    m_empty->button()->setText(gone ? tr("All runs") : tr("New training"));
    m_empty->button()->setAccessibleName(m_empty->button()->text());
    m_empty->button()->setToolTip(gone ? tr("Open the list of all runs")
                                       : tr("Open the steps of a new training"));
}

void TryPage::leaveEmpty()
{
    const bool gone = m_document.state() == TryDocument::State::Gone;
    Q_EMIT routeRequested({gone ? QStringLiteral("runs") : QStringLiteral("train"), {}});
}

/// A table of answers belongs to the run that gave them.
void TryPage::leaveForeignFile()
{
    if (!m_showsFile || m_document.run() == m_fileRun)
        return;
    m_showsFile = false;
    m_fileCard->stop();
}

void TryPage::showState()
{
    leaveForeignFile();
    const TryDocument::State state = m_document.state();
    const bool empty = state == TryDocument::State::Gone || state == TryDocument::State::NoRuns;
    const bool models = state == TryDocument::State::Opening || state == TryDocument::State::Ready;
    setEmptyTexts();
    m_empty->setVisible(empty);
    m_content->setVisible(models && !m_showsFile);
    m_fileCard->setVisible(models && m_showsFile);
    showHeader();
    m_question->refresh();
    showAsked();
    if (!models)
        return;
    if (!m_pendingFile.isEmpty() && state == TryDocument::State::Ready)
        openFile(std::exchange(m_pendingFile, {}));
    // The window gave the focus before there was anything to take it.
    if (isVisible() && std::exchange(m_wantsFocus, false))
        firstFocus()->setFocus(Qt::OtherFocusReason);
    if (isVisible() && m_shownRun != m_document.run()) {
        m_shownRun = m_document.run();
        Q_EMIT routeChanged({QStringLiteral("try"), m_shownRun});
    }
}

void TryPage::showHeader()
{
    const TryDocument::State state = m_document.state();
    m_header->setSubtitle(tr("The same text, before and after training"));
    m_back->setVisible(m_showsFile && m_empty->isHidden());
    const bool someone = m_document.party(Before).answers() || m_document.party(After).answers();
    m_file->setVisible(state == TryDocument::State::Ready && someone);
}

const AskedText *TryPage::shown() const
{
    const auto &asked = m_document.asked();
    return m_shown >= 0 && m_shown < qsizetype(asked.size()) ? &asked[size_t(m_shown)] : nullptr;
}

void TryPage::showAsked()
{
    m_before->showAsked(shown());
    m_after->showAsked(shown());
    m_reading->showAsked(shown());
}

void TryPage::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a file of texts"),
                                                      m_context.view.value(folderKey).toString());
    if (path.isEmpty())
        return;
    m_context.view.setValue(folderKey, QFileInfo(path).absolutePath());
    openFile(path);
}

void TryPage::openFile(const QString &path)
{
    m_banner->hide();
    m_showsFile = true;
    m_fileRun = m_document.run();
    m_fileCard->open(path);
    showState();
    if (isVisible())
        firstFocus()->setFocus(Qt::OtherFocusReason);
}

void TryPage::leaveFile()
{
    m_showsFile = false;
    showState();
    if (isVisible())
        firstFocus()->setFocus(Qt::OtherFocusReason);
}

void TryPage::tell(const Message &message)
{
    m_banner->setMessage(Banner::Error, words::of(message), {});
    m_banner->show();
}

void TryPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < Theme::units(narrowPage);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

/// Where no field has taken it already.
void TryPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier && m_question->isVisible())
        m_question->ask();
    else
        Page::keyPressEvent(event);
}

/// Leaving the page frees the models; a minimised window keeps them.
void TryPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (event->spontaneous())
        return;
    m_fileCard->finish();
    m_document.close();
}

/// A splitter does not ask its panes how high they must be at their width.
bool TryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        auto *pane = static_cast<QWidget *>(watched);
        const int lowest = Theme::units(pane == m_question ? lowestQuestion : lowestAnswers);
        const int wanted = pane->layout()->hasHeightForWidth()
                               ? pane->layout()->totalHeightForWidth(pane->width())
                               : pane->layout()->totalMinimumSize().height();
        pane->setMinimumHeight(std::max(lowest, wanted));
    }
    return Page::eventFilter(watched, event);
}

Page *createTryPage(const AppContext &context)
{
    return new TryPage(context);
}

} // namespace luthier
