// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QTableWidget;

namespace luthier {

class RunSamples;

/// Validation texts with their true label and what was answered at the best step and now.
class SamplesCard : public Card
{
    Q_OBJECT

public:
    explicit SamplesCard(const RunSamples &samples, QWidget *parent = nullptr);

    void setTexts();

private:
    void refresh();
    void fillRow(int row);

    const RunSamples &m_samples;
    QTableWidget *m_table;
};

} // namespace luthier
