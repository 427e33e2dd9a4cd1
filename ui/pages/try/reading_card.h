// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/try/try_document.h"
#include "ui/widgets/card.h"

namespace luthier {

class TextLabel;

/// What the percentages mean, how often they held on validation, and who "before" is.
class ReadingCard : public Card
{
    Q_OBJECT

public:
    explicit ReadingCard(TryDocument &document, QWidget *parent = nullptr);

    void setTexts();
    /// `asked`: the text that is shown.
    void showAsked(const AskedText *asked);

private:
    QString ofEachLabel() const;
    QString held(const Answer &answer) const;
    QString whoIsBefore() const;

    TryDocument &m_document;
    TextLabel *m_meaning, *m_each, *m_held, *m_before;
};

} // namespace luthier
