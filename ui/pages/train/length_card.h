// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"
#include "ui/pages/train/plan_facts.h"
#include "ui/widgets/card.h"

namespace luthier {

class ChartLegend;
class PlotView;
class TextLabel;

/// What the settings come to: steps, validations and the learning rate over the run.
class LengthCard : public Card
{
    Q_OBJECT

public:
    explicit LengthCard(QWidget *parent = nullptr);
    ~LengthCard() override;

    /// Nothing while the data or the model are not known, or a setting cannot be used.
    void setLength(const std::optional<PlannedLength> &length,
                   const std::optional<TrainingSettings> &settings);
    void setTexts();

private:
    void draw();

    ChartModel m_model;
    PlotView *m_plot;
    ChartLegend *m_legend;
    TextLabel *m_cut;
    std::optional<PlannedLength> m_length;
    std::optional<TrainingSettings> m_settings;
};

} // namespace luthier
