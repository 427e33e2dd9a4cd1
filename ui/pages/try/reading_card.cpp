// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/reading_card.h"

#include "ui/shell/words.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

#include <cmath>

namespace luthier {

namespace {

/// Validation texts that were as sure, within this; fewer say nothing.
constexpr double asSure = 0.03;
constexpr int64_t enoughRows = 20;

} // namespace

ReadingCard::ReadingCard(TryDocument &document, QWidget *parent)
    : Card(parent), m_document(document), m_meaning(new TextLabel(QStringLiteral("secondary"))),
      m_each(new TextLabel(QStringLiteral("secondary"))),
      m_held(new TextLabel(QStringLiteral("secondary"))),
      m_before(new TextLabel(QStringLiteral("secondary")))
{
    setObjectName(QStringLiteral("readingCard"));
    m_each->setObjectName(QStringLiteral("eachLabelSentence"));
    m_held->setObjectName(QStringLiteral("heldSentence"));
    m_before->setObjectName(QStringLiteral("beforeSentence"));
    for (TextLabel *label : {m_meaning, m_each, m_held, m_before})
        body()->addWidget(label);
    body()->addStretch(1);
    m_held->setProperty("userText", true); // the run's name
    m_held->hide();
}

void ReadingCard::setTexts()
{
    setTitle(tr("How to read this"));
    m_meaning->setText(tr("The percentages are how sure the model is, not how often it is right."));
}

void ReadingCard::showAsked(const AskedText *asked)
{
    m_before->setText(whoIsBefore());
    const bool answered = asked && asked->answers[After];
    const QString sentence = answered ? held(*asked->answers[After]) : QString();
    m_held->setText(sentence);
    m_held->setVisible(!sentence.isEmpty());
    const QString each = ofEachLabel();
    m_each->setText(each);
    m_each->setVisible(!each.isEmpty());
}

/// Where a side gives any number of labels.
QString ReadingCard::ofEachLabel() const
{
    const Party &before = m_document.party(Before), &after = m_document.party(After);
    const bool one =
        (before.answers() && !before.severalLabels) || (after.answers() && !after.severalLabels);
    if (!before.severalLabels && !after.severalLabels)
        return {};
    if (!one)
        return tr("Each label has a percentage of its own and is given when that is above 50%; "
                  "they need not add up to 100%.");
    return after.severalLabels
               ? tr("After, each label has a percentage of its own and is given when that is above "
                    "50%. Before, each text gets one label, and the percentages add up to 100%.")
               : tr("Before, each label has a percentage of its own and is given when that is "
                    "above 50%. After, each text gets one label, and the percentages add up to "
                    "100%.");
}

QString ReadingCard::held(const Answer &answer) const
{
    const double share = given(answer).share();
    int64_t rows = 0, right = 0;
    for (const SureAnswer &row : m_document.parties().sure)
        if (std::abs(row.share - share) <= asSure) {
            ++rows;
            right += row.right;
        }
    if (rows < enoughRows || answer.labels.empty())
        return {};
    if (answer.several)
        return tr("On validation, of %4 labels that %1 was about %2 sure of, %3 were right.")
            .arg(m_document.party(After).name, words::percent(share, 0), words::whole(right),
                 words::whole(rows));
    return tr("On validation, where %1 was about %2 sure, it was right for %3 of %4 texts.")
        .arg(m_document.party(After).name, words::percent(share, 0), words::whole(right),
             words::whole(rows));
}

QString ReadingCard::whoIsBefore() const
{
    const Party &before = m_document.party(Before);
    if (before.run.isEmpty())
        return before.silence == Party::Silence::NewHead
                   ? tr("Before means: the model as it came. It has no last layer for these "
                        "labels, and a model without one cannot answer at all.")
                   : tr("Before means: the model as it came, with the last layer that it brought "
                        "along.");
    return before.method == "feature-extraction"
               ? tr("Before means: the model as it came, with only a last layer trained on your "
                    "labels, because a model without one cannot answer at all.")
               : tr("Before means: the run that you have chosen to set this one beside.");
}

} // namespace luthier
