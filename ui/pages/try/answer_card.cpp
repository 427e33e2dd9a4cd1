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
#include <cmath>
#include <numeric>

namespace luthier {

namespace {

constexpr size_t mostBars = 6, shownOfMany = 5, mostOfMany = 12;
constexpr double sureFrom = 0.9, unsureLead = 0.2;

/// Of several labels each is a question of its own, given or not: the one that is least sure.
size_t closestCall(const Answer &answer)
{
    const auto fromHalf = [](double share) { return std::abs(share - 0.5); };
    return size_t(std::ranges::min_element(answer.probabilities, {}, fromHalf) -
                  answer.probabilities.begin());
}

/// How sure of the answer: of several labels as sure as of the least sure one.
double surenessOf(const Answer &answer)
{
    if (!answer.several)
        return given(answer).share();
    return 0.5 + std::abs(answer.probabilities[closestCall(answer)] - 0.5);
}

/// How far the first label is ahead of the second; of several how far each is from being the
/// other way round.
double leadOf(const Answer &answer)
{
    if (answer.several)
        return 2 * surenessOf(answer) - 1;
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
    m_answer->setText(namesOf(m_document.labels(), answer.labels));
    if (leadOf(answer) < unsureLead)
        m_sure->setState(Badge::Warning, QStringLiteral("help"), tr("Unsure"));
    else if (surenessOf(answer) >= sureFrom)
        m_sure->setState(Badge::Good, QStringLiteral("check"), tr("Sure"));
    showBars(*asked);
    m_sentence->setText(sentence(*asked));
    setAccessibleDescription(QStringLiteral("%1. %2").arg(
        withShares(m_document.labels(), given(answer), 1), m_sentence->text()));
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
    const size_t shown = order.size() <= mostBars
                             ? order.size()
                             : std::clamp(leading.labels.size(), shownOfMany, mostOfMany);
    std::vector<LabelBars::Bar> bars;
    double sum = 0, largest = 0;
    for (const size_t label : order) {
        const double share = answer.probabilities[label];
        if (bars.size() < shown) {
            bars.push_back({QString::fromStdString(m_document.labels()[label]), share, int(label)});
            continue;
        }
        sum += share;
        largest = std::max(largest, share);
    }
    m_bars->setBars(std::move(bars), int(order.size()),
                    answer.several ? LabelBars::Others::Largest : LabelBars::Others::Sum,
                    answer.several ? largest : sum);
}

QString AnswerCard::whoAnswers() const
{
    const Party &party = m_document.party(m_side);
    if (party.name.isEmpty())
        return tr("Opening…");
    if (party.run.isEmpty())
        return tr("%1, as it came").arg(party.name);
    if (isLastLayer(party))
        return tr("%1, only a last layer").arg(party.base);
    return party.bestStep > 0 ? tr("%1, best step %2").arg(party.name, words::whole(party.bestStep))
                              : party.name;
}

/// Such a run stands for its base model.
bool AnswerCard::isLastLayer(const Party &party) const
{
    return m_side == Before && party.method == "feature-extraction";
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
    const auto &before = asked.answers[Before];
    if (m_side == After && before)
        return changeFrom(*before, answer);
    if (leadOf(answer) >= unsureLead)
        return {};
    const auto name = [&](int64_t label) {
        return QString::fromStdString(m_document.labels()[size_t(label)]);
    };
    return answer.several
               ? tr("It is unsure of %1, which is close to 50%.")
                     .arg(name(int64_t(closestCall(answer))))
               : tr("Leans to %1, but another label is close behind.").arg(name(answer.labels[0]));
}

QString AnswerCard::changeFrom(const Answer &before, const Answer &after) const
{
    const QString was = namesOf(m_document.labels(), before.labels),
                  is = namesOf(m_document.labels(), after.labels);
    if (before.labels == after.labels)
        return tr("Training did not change the answer.");
    if (before.labels.empty())
        return tr("Training turned the answer from no label to %1.").arg(is);
    return after.labels.empty() ? tr("Training turned the answer from %1 to no label.").arg(was)
                                : tr("Training turned the answer from %1 to %2.").arg(was, is);
}

QString AnswerCard::howGood() const
{
    const Party &party = m_document.party(m_side);
    if (party.silence == Party::Silence::NewHead)
        return howGoodIsAlways();
    if (!party.accuracy)
        return isLastLayer(party) ? party.name : QString();
    const QString share = words::percent(*party.accuracy);
    if (isLastLayer(party))
        return party.severalLabels
                   ? tr("%1, all labels right for %2 on validation").arg(party.name, share)
                   : tr("%1, %2 right on validation").arg(party.name, share);
    return party.severalLabels ? tr("All labels right for %1 on validation").arg(share)
                               : tr("%1 right on validation").arg(share);
}

/// Of an answer that does not depend on the text.
QString AnswerCard::howGoodIsAlways() const
{
    const Parties &all = m_document.parties();
    if (all.majorityLabel.empty())
        return {};
    const QString share = words::percent(all.majorityShare);
    return all.severalLabels && all.majorityLabel == "[]"
               ? tr("Always giving no label would be right for %1 of the validation texts.")
                     .arg(share)
               : tr("Always saying “%1” would be right for %2 of the validation texts.")
                     .arg(QString::fromStdString(all.majorityLabel), share);
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
