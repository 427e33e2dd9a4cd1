// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/question_card.h"

#include "ui/shell/words.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace luthier {

namespace {

constexpr int pauseBeforeMeasuring = 150; // ms
constexpr int lowestField = 8;            // units

/// Takes what is left over instead of asking for a height of its own.
class Field : public QPlainTextEdit
{
public:
    QSize sizeHint() const override { return {Theme::units(30), Theme::units(lowestField)}; }
};

} // namespace

QuestionCard::QuestionCard(TryDocument &document, QWidget *parent)
    : Card(parent), m_document(document), m_firstName(new TextLabel(QStringLiteral("label"))),
      m_secondName(new TextLabel(QStringLiteral("label"))),
      m_text(makeField(QStringLiteral("tryText"))), m_pair(makeField(QStringLiteral("tryPair"))),
      m_fromTest(makeTool(QStringLiteral("takeTestText"))),
      m_clear(makeTool(QStringLiteral("clearText"))), m_ask(new QPushButton),
      m_tokensIcon(new IconLabel(QStringLiteral("check"), 16, Theme::Token::Good)),
      m_tokens(new TextLabel(QStringLiteral("caption"))),
      m_key(new TextLabel(QStringLiteral("caption"))),
      m_truthLine(new TextLabel(QStringLiteral("caption"))), m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("questionCard"));
    const int unit = Theme::unit();
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_fromTest);
    row->addWidget(m_clear);
    setTools(tools);
    m_firstName->setBuddy(m_text);
    m_secondName->setBuddy(m_pair);
    body()->setSpacing(unit);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_firstName, m_text, m_secondName, m_pair, m_truthLine})
        body()->addWidget(part, qobject_cast<QPlainTextEdit *>(part) ? 1 : 0);
    m_truthLine->setObjectName(QStringLiteral("truthLine"));
    m_truthLine->setProperty("userText", true);
    m_truthLine->hide();
    makeFoot();
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeMeasuring);
    connect(m_pause, &QTimer::timeout, this, [this] { m_document.measure(text(), pair()); });
    connect(m_fromTest, &QPushButton::clicked, &m_document, &TryDocument::takeTestText);
    connect(m_clear, &QPushButton::clicked, this, &QuestionCard::clear);
    connect(m_ask, &QPushButton::clicked, this, &QuestionCard::ask);
    connect(&m_document, &TryDocument::measured, this, &QuestionCard::showKept);
    connect(&m_document, &TryDocument::testTextTaken, this, &QuestionCard::setQuestion);
}

QPlainTextEdit *QuestionCard::makeField(const QString &name)
{
    auto *field = new Field;
    field->setObjectName(name);
    field->setTabChangesFocus(true);
    field->setMinimumHeight(Theme::units(lowestField));
    field->document()->setDocumentMargin(Theme::unit());
    field->setProperty("userText", true);
    field->installEventFilter(this);
    connect(field, &QPlainTextEdit::textChanged, this, &QuestionCard::textEdited);
    return field;
}

QPushButton *QuestionCard::makeTool(const QString &name)
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    button->setProperty("role", QStringLiteral("quiet small"));
    return button;
}

void QuestionCard::makeFoot()
{
    m_tokens->setObjectName(QStringLiteral("tokenCount"));
    m_ask->setObjectName(QStringLiteral("askBoth"));
    m_ask->setProperty("role", QStringLiteral("primary"));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Theme::unit());
    foot->addWidget(m_tokensIcon);
    foot->addWidget(m_tokens, 1);
    foot->addWidget(m_key);
    foot->addWidget(m_ask);
    body()->addLayout(foot);
}

void QuestionCard::setTexts()
{
    setTitle(tr("Your text"));
    m_firstName->setText(tr("First text"));
    m_secondName->setText(tr("Second text"));
    m_text->setAccessibleName(tr("Text to ask"));
    m_text->setToolTip(tr("Any text; Ctrl+Enter asks both sides"));
    m_text->setPlaceholderText(tr("Write or paste a text, then press Ctrl+Enter."));
    m_pair->setAccessibleName(tr("Second text to ask"));
    m_pair->setToolTip(tr("This run was trained on pairs of texts; Ctrl+Enter asks both sides"));
    m_fromTest->setText(tr("Take a text from the test part"));
    m_fromTest->setToolTip(
        tr("The next text that the run has neither learned from nor been chosen by"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Empty the text field"));
    m_key->setText(tr("Ctrl+Enter"));
    m_ask->setText(tr("Ask both"));
    m_ask->setToolTip(tr("Ask both sides (Ctrl+Enter)"));
    for (QPushButton *button : {m_fromTest, m_clear, m_ask})
        button->setAccessibleName(button->text());
    refresh();
}

void QuestionCard::refresh()
{
    if (m_document.state() == TryDocument::State::Opening)
        forgetKept();
    const bool pairs = m_document.takesPairs();
    for (QWidget *part : std::initializer_list<QWidget *>{m_firstName, m_secondName, m_pair})
        part->setVisible(pairs);
    m_fromTest->setVisible(m_document.parties().testRows > 0);
    const bool empty = text().empty() && pair().value_or(std::string()).empty();
    const bool nobody = m_document.state() == TryDocument::State::Ready &&
                        !m_document.party(Before).answers() && !m_document.party(After).answers();
    setBlocked(m_ask, empty    ? tr("Write a text first.")
                      : nobody ? tr("Neither side can answer; the cards below say why.")
                               : QString());
    showTruth();
    showTokens();
    if (!m_kept && m_document.state() == TryDocument::State::Ready && !empty)
        m_pause->start();
}

void QuestionCard::setQuestion(const QString &text, const QString &pair, const TrueLabels &labels)
{
    m_text->setPlainText(text);
    m_pair->setPlainText(pair);
    m_truth = labels;
    refresh();
}

void QuestionCard::showTruth()
{
    m_truthLine->setVisible(m_truth.has_value());
    if (!m_truth)
        return;
    m_truthLine->setText(m_truth->isEmpty()     ? tr("Its true label: none")
                         : m_truth->size() == 1 ? tr("Its true label: %1").arg(m_truth->first())
                                                : tr("Its true labels: %1").arg(namesOf(*m_truth)));
}

void QuestionCard::clear()
{
    m_text->clear();
    m_pair->clear();
    m_text->setFocus(Qt::OtherFocusReason);
}

std::string QuestionCard::text() const
{
    return m_text->toPlainText().toStdString();
}

std::optional<std::string> QuestionCard::pair() const
{
    return m_document.takesPairs() ? std::optional(m_pair->toPlainText().toStdString())
                                   : std::nullopt;
}

void QuestionCard::ask()
{
    if (blockedReason(m_ask).isEmpty())
        m_document.ask(text(), pair(), m_truth);
}

void QuestionCard::textEdited()
{
    forgetKept();
    m_truth.reset();
    refresh();
    m_pause->start();
}

void QuestionCard::forgetKept()
{
    m_kept.reset();
    for (QPlainTextEdit *field : {m_text, m_pair})
        field->setExtraSelections({});
}

void QuestionCard::showKept(const KeptText &kept)
{
    m_kept = kept;
    strike(*m_text, kept.text_bytes);
    if (m_document.takesPairs())
        strike(*m_pair, kept.pair_bytes);
    showTokens();
}

void QuestionCard::strike(QPlainTextEdit &field, size_t bytes) const
{
    const QByteArray text = field.toPlainText().toUtf8();
    if (bytes >= size_t(text.size())) {
        field.setExtraSelections({});
        return;
    }
    const Theme &theme = Theme::current();
    QTextEdit::ExtraSelection cut;
    cut.cursor = QTextCursor(field.document());
    cut.cursor.setPosition(int(QString::fromUtf8(text.first(qsizetype(bytes))).size()));
    cut.cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cut.format.setFontStrikeOut(true);
    cut.format.setForeground(theme.color(Theme::Token::Warning));
    cut.format.setBackground(theme.color(Theme::Token::WarningSoft));
    field.setExtraSelections({cut});
}

void QuestionCard::showTokens()
{
    const bool known = m_kept && !text().empty();
    m_tokensIcon->setVisible(known);
    if (!known) {
        m_tokens->setText({});
        return;
    }
    const QString read = words::whole(m_kept->tokens);
    const auto model = m_document.measuringModel();
    const int64_t most = model ? model->maxLength() : m_kept->tokens;
    if (m_kept->isCut()) {
        m_tokensIcon->setIcon(QStringLiteral("warning"), Theme::Token::WarningMark);
        m_tokens->setText(tr("%1 of %2 tokens are read; what is struck through is cut off")
                              .arg(read, words::whole(m_kept->needed)));
    } else {
        m_tokensIcon->setIcon(QStringLiteral("check"), Theme::Token::Good);
        m_tokens->setText(tr("%1 of %2 tokens, nothing is cut").arg(read, words::whole(most)));
    }
}

bool QuestionCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() & Qt::ControlModifier) {
            ask();
            return true;
        }
    }
    if (event->type() == QEvent::PaletteChange && m_kept) {
        strike(*m_text, m_kept->text_bytes);
        if (m_document.takesPairs())
            strike(*m_pair, m_kept->pair_bytes);
    }
    return Card::eventFilter(watched, event);
}

} // namespace luthier
