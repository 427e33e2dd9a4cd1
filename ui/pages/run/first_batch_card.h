// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QScrollArea;

namespace luthier {

class RunFirstBatch;
class TokenStrip;

/// The rows that a run learned from first, token by token: what it learned to answer, what it read
/// and what was cut off. The legend stays while the rows scroll.
class FirstBatchCard : public Card
{
    Q_OBJECT

public:
    explicit FirstBatchCard(const RunFirstBatch &batch, QWidget *parent = nullptr);

    void setTexts();

private:
    void refresh();

    const RunFirstBatch &m_batch;
    TokenStrip *m_legend, *m_rows;
    QScrollArea *m_scroll;
};

} // namespace luthier
