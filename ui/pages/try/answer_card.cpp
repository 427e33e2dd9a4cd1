// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/answer_card.h"

#include "ui/pages/try/label_bars.h"
#include "ui/shell/run_words.h"
#include "ui/shell/style_paint.h"
#include "ui/shell/words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QFrame>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace luthier {

namespace {

constexpr size_t mostBars = 6, shownOfMany = 5;
constexpr double sureFrom = 0.9, unsureLead = 0.2;

/// How far the first label is ahead of the second.
double leadOf(const Answer &answer)
{
    double first = 0, second = 0;
    for (const double share : answer.probabilities) {
        second = std::max(second, std::min(first, share));
        first = std::max(first, share);
    }
    return first - second;
}

QFrame *line(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(1);
    return line;
}

} // namespace

AnswerCard::AnswerCard(Side side, TryDocument &document, QWidget *parent)
    : Card(parent), m_side(side), m_document(document),
      m_role(new TextLabel(QStringLiteral("caption"))), m_who(new TextLabel), m_change(new Chip),
      m_menu(new QMenu(this)), m_answer(new TextLabel(QStringLiteral("answer"))), m_sure(new Badge),
      m_bars(new LabelBars), m_sentence(new TextLabel(QStringLiteral("secondary"))),
      m_quality(new TextLabel(QStringLiteral("caption"))),
      m_time(new TextLabel(QStringLiteral("caption")))
{
    const QString name = side == Before ? QStringLiteral("before") : QStringLiteral("after");
    setObjectName(name + QStringLiteral("Card"));
    m_who->setObjectName(name + QStringLiteral("Who"));
    m_change->setObjectName(name + QStringLiteral("Change"));
    m_menu->setObjectName(name + QStringLiteral("Menu"));
    m_answer->setObjectName(name + QStringLiteral("Answer"));
    m_sure->setObjectName(name + QStringLiteral("Sure"));
    m_bars->setObjectName(name + QStringLiteral("Bars"));
    m_sentence->setObjectName(name + QStringLiteral("Sentence"));
    m_quality->setObjectName(name + QStringLiteral("Quality"));
    m_time->setObjectName(name + QStringLiteral("Time"));
    for (TextLabel *own : {m_answer, m_who, m_sentence, m_quality})
        own->setProperty("userText", true); // names and labels of the user's own
    m_who->setElided(Qt::ElideMiddle);
    m_answer->setElided(Qt::ElideRight);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignBottom);
    makeHead();
    const int unit = Theme::unit();
    body()->addSpacing(unit);
    auto *answer = new QHBoxLayout;
    answer->setSpacing(unit);
    answer->addWidget(m_answer, 1);
    answer->addWidget(m_sure);
    body()->addLayout(answer);
    body()->addWidget(m_bars);
    body()->addWidget(m_sentence);
    body()->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(unit);
    foot->addWidget(m_quality, 1);
    foot->addWidget(m_time);
    body()->addLayout(foot);
}

void AnswerCard::makeHead()
{
    const int unit = Theme::unit();
    body()->setContentsMargins(2 * unit, unit, 2 * unit, 2 * unit);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_role);
    names->addWidget(m_who);
    auto *head = new QHBoxLayout;
    head->setSpacing(unit);
    head->addLayout(names, 1);
    head->addWidget(m_change);
    body()->addLayout(head);
    body()->addWidget(line(this));
    m_change->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &AnswerCard::fillMenu);
    connect(m_menu, &QMenu::triggered, this,
            [this](QAction *action) { m_document.choose(m_side, action->data().toString()); });
}

void AnswerCard::setTexts()
{
    m_role->setText(m_side == Before ? tr("Before") : tr("After"));
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(m_side == Before ? tr("Change who answers before")
                                                 : tr("Change who answers after"));
    m_change->setToolTip(
        m_side == Before ? tr("Choose what the run is set beside: the base model or another run")
                         : tr("Choose the run that answers"));
    setAccessibleName(m_role->text());
}

void AnswerCard::fillMenu()
{
    m_menu->clear();
    const QString now = m_document.party(m_side).run;
    const auto add = [&](const QString &text, const QString &run) {
        QAction *action = m_menu->addAction(text);
        action->setData(run);
        action->setCheckable(true);
        action->setChecked(run == now);
    };
    if (m_side == Before)
        add(tr("The base model as it came"), QString());
    for (const RunRecord *run : m_document.choices(m_side))
        add(tr("%1 (%2)", "name of a run (method)")
                .arg(QString::fromStdString(run->name), methodName(run->method)),
            QString::fromStdString(run->id));
}

void AnswerCard::showAsked(const AskedText *asked)
{
    showParty();
    showAnswer(asked);
}

void AnswerCard::showParty()
{
    m_who->setText(whoAnswers());
    // Nothing to choose from: no button that would do nothing.
    m_change->setVisible(m_document.choices(m_side).size() > (m_side == After ? 1 : 0));
    m_quality->setText(howGood());
}

void AnswerCard::showAnswer(const AskedText *asked)
{
    const bool answered = asked && asked->answers[m_side];
    for (QWidget *part : std::initializer_list<QWidget *>{m_answer, m_bars, m_time})
        part->setVisible(answered);
    m_sure->setState(Badge::Neutral, {}, {});
    if (!answered) {
        m_sentence->setText(silence());
        setAccessibleDescription(m_sentence->text());
        return;
    }
    const Answer &answer = *asked->answers[m_side];
    m_answer->setText(QString::fromStdString(m_document.labels()[size_t(answer.best)]));
    if (leadOf(answer) < unsureLead)
        m_sure->setState(Badge::Warning, QStringLiteral("help"), tr("Unsure"));
    else if (given(answer).share >= sureFrom)
        m_sure->setState(Badge::Good, QStringLiteral("check"), tr("Sure"));
    showBars(*asked);
    m_sentence->setText(sentence(*asked));
    setAccessibleDescription(
        QStringLiteral("%1, %2. %3")
            .arg(m_answer->text(), words::percent(given(answer).share), m_sentence->text()));
    const double milliseconds = 1000 * asked->seconds[m_side];
    m_time->setText(tr("%1 ms").arg(milliseconds < 10 ? words::fixed(milliseconds, 1)
                                                      : words::whole(qRound64(milliseconds))));
    m_time->setToolTip(tr("From the text to the answer, once the model is open"));
}

/// In the order of the After side, so that the bars of both cards stand beside each other.
void AnswerCard::showBars(const AskedText &asked)
{
    const Answer &answer = *asked.answers[m_side];
    const Answer &leading = asked.answers[After] ? *asked.answers[After] : answer;
    std::vector<size_t> order(answer.probabilities.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::stable_sort(order, std::greater(),
                             [&](size_t label) { return leading.probabilities[label]; });
    if (order.size() > mostBars)
        order.resize(shownOfMany);
    std::vector<LabelBars::Bar> bars;
    double others = 1;
    for (const size_t label : order) {
        bars.push_back({QString::fromStdString(m_document.labels()[label]),
                        answer.probabilities[label], int(label)});
        others -= answer.probabilities[label];
    }
    m_bars->setBars(std::move(bars), int(answer.probabilities.size()), std::max(others, 0.0));
}

QString AnswerCard::whoAnswers() const
{
    const Party &party = m_document.party(m_side);
    if (party.name.isEmpty())
        return tr("Opening…");
    if (party.run.isEmpty())
        return tr("%1, as it came").arg(party.name);
    if (m_side == Before && party.method == "feature-extraction")
        return tr("%1, only a last layer").arg(party.name);
    return party.bestStep > 0 ? tr("%1, best step %2").arg(party.name, words::whole(party.bestStep))
                              : party.name;
}

QString AnswerCard::silence() const
{
    const Party &party = m_document.party(m_side);
    switch (party.silence) {
    case Party::Silence::Opening:
        return tr("The model is being opened.");
    case Party::Silence::NewHead:
        return tr("No answer: this model came without a last layer for these labels, and a new one "
                  "would only guess. Train the same data by feature extraction to see here what a "
                  "last layer alone can do.");
    case Party::Silence::OtherLabels:
        return tr("No answer: it was trained on other labels, so it cannot be set beside this "
                  "run.");
    case Party::Silence::Fault:
        return party.fault ? words::of(*party.fault) : QString();
    case Party::Silence::None:
        break;
    }
    return m_document.isAsking() ? tr("Asking…") : tr("The answer will stand here.");
}

QString AnswerCard::sentence(const AskedText &asked) const
{
    const Answer &answer = *asked.answers[m_side];
    const QString own = QString::fromStdString(m_document.labels()[size_t(answer.best)]);
    const auto &other = asked.answers[Before];
    if (m_side == After && other) {
        const QString was = QString::fromStdString(m_document.labels()[size_t(other->best)]);
        return other->best != answer.best
                   ? tr("Training turned the answer from %1 to %2.").arg(was, own)
                   : tr("Training did not change the answer.");
    }
    if (leadOf(answer) < unsureLead)
        return tr("Leans to %1, but another label is close behind.").arg(own);
    return {};
}

QString AnswerCard::howGood() const
{
    const Party &party = m_document.party(m_side);
    const Parties &all = m_document.parties();
    if (party.silence == Party::Silence::NewHead && !all.majorityLabel.empty())
        return tr("Always saying “%1” would be right for %2 of the validation texts.")
            .arg(QString::fromStdString(all.majorityLabel), words::percent(all.majorityShare));
    return party.accuracy ? tr("%1 right on validation").arg(words::percent(*party.accuracy))
                          : QString();
}

void AnswerCard::paintEvent(QPaintEvent *event)
{
    if (m_side == Before) {
        Card::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const Theme &theme = Theme::current();
    paint::panel(painter, rect(), Theme::units(1), theme.color(Theme::Token::Base),
                 theme.color(Theme::Token::Accent));
}

} // namespace luthier
