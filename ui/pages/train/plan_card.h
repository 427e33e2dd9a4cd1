// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/plan_words.h"
#include "ui/widgets/card.h"

#include <array>

namespace luthier {

class TextLabel;

/// "Your plan": what was chosen so far.
class PlanCard : public Card
{
    Q_OBJECT

public:
    explicit PlanCard(QWidget *parent = nullptr);

    void setLines(const std::vector<PlanLine> &lines);

private:
    struct Row
    {
        TextLabel *name, *value, *note;
    };

    void addRow(const PlanLine &line);

    std::vector<Row> m_rows;
};

} // namespace luthier
