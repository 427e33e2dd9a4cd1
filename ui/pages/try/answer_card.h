// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/try/try_document.h"
#include "ui/widgets/card.h"

class QMenu;

namespace luthier {

class Badge;
class Chip;
class LabelBars;
class TextLabel;

/// One side's answer to the shown text: who answers, the label, how sure of each, the time; or why
/// there is no answer.
class AnswerCard : public Card
{
    Q_OBJECT

public:
    AnswerCard(Side side, TryDocument &document, QWidget *parent = nullptr);

    void setTexts();
    /// `asked`: the text whose answer is shown; none: nothing was asked yet.
    void showAsked(const AskedText *asked);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeHead();
    void fillMenu();
    void showParty();
    void showAnswer(const AskedText *asked);
    void showBars(const AskedText &asked);
    QString whoAnswers() const;
    QString silence() const;
    QString sentence(const AskedText &asked) const;
    QString changeFrom(const Answer &before, const Answer &after) const;
    QString howGood() const;
    QString howGoodIsAlways() const;
    bool isLastLayer(const Party &party) const;

    const Side m_side;
    TryDocument &m_document;
    TextLabel *m_role, *m_who;
    Chip *m_change;
    QMenu *m_menu;
    TextLabel *m_answer;
    Badge *m_sure;
    LabelBars *m_bars;
    TextLabel *m_sentence, *m_quality, *m_time;
};

} // namespace luthier
