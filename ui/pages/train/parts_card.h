// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/data_facts.h"
#include "ui/widgets/card.h"

#include <array>

namespace luthier {

class StatTile;
class TextLabel;

/// How many rows are learned from, checked on and kept for the last test, and what the labels are.
class PartsCard : public Card
{
    Q_OBJECT

public:
    explicit PartsCard(QWidget *parent = nullptr);

    void setData(const DataFacts &data);

private:
    std::array<StatTile *, 3> m_parts;
    TextLabel *m_rows;
    TextLabel *m_labels;
    TextLabel *m_baseline;
};

} // namespace luthier
