// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/data_document.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QSpinBox;
class QTimer;

namespace luthier {

class IconLabel;
class PartsBar;
class TextLabel;

/// How the rows are spread over training, validation and test; the shares can be changed.
class SplitCard : public Card
{
    Q_OBJECT

public:
    explicit SplitCard(DataDocument &document, QWidget *parent = nullptr);

    void setTexts();

private:
    void makeRows();
    void apply();
    void showDocument();
    void showShares();
    void showVerdict();

    DataDocument &m_document;
    PartsBar *m_bar;
    std::array<TextLabel *, 3> m_names;
    std::array<TextLabel *, 3> m_counts;
    std::array<TextLabel *, 3> m_labels; ///< the most frequent label's share there
    TextLabel *m_trainShare;
    std::array<QSpinBox *, 2> m_shares; ///< validation, test
    QCheckBox *m_stratify;
    IconLabel *m_verdictIcon;
    TextLabel *m_verdict;
    TextLabel *m_note;
    QTimer *m_applySoon;
};

} // namespace luthier
