// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/length_card.h"

#include "core/train/schedule.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/plot_view.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace luthier {

namespace {

/// A straight piece needs its two ends only, a bent one looks smooth with this many points.
constexpr int64_t mostPoints = 400;
/// Room for the marker at the top.
constexpr double headroom = 1.1;
/// And at the end.
constexpr double sideRoom = 1.02;

std::vector<QPointF> ratesAt(const std::vector<int64_t> &steps, const Schedule &schedule,
                             double rate)
{
    std::vector<QPointF> out;
    for (const int64_t step : steps)
        out.emplace_back(double(step), rate * schedule.factor(step));
    return out;
}

} // namespace

LengthCard::LengthCard(QWidget *parent)
    : Card(parent), m_plot(new PlotView(m_model, this)), m_legend(new ChartLegend(m_model, this)),
      m_cut(new TextLabel(QStringLiteral("secondary"), this))
{
    m_plot->setObjectName(QStringLiteral("learningRatePlan"));
    m_plot->setFixedHeight(Theme::units(15));
    m_cut->setObjectName(QStringLiteral("rowsCut"));
    body()->setSpacing(Theme::units(1));
    body()->addWidget(m_cut);
    body()->addWidget(m_plot);
    body()->addWidget(m_legend);
}

LengthCard::~LengthCard()
{
    // The model must outlive what shows it.
    delete m_plot;
    delete m_legend;
}

void LengthCard::setTexts()
{
    setTitle(tr("What this gives"));
    draw();
}

void LengthCard::setLength(const std::optional<PlannedLength> &length,
                           const std::optional<TrainingSettings> &settings)
{
    m_length = length;
    m_settings = settings;
    draw();
}

void LengthCard::draw()
{
    const bool known = m_length && m_settings && m_length->steps.steps > 0;
    m_plot->setVisible(known);
    m_legend->setVisible(known);
    m_cut->setVisible(!known || m_length->rowsCut > 0);
    if (!known) {
        setSubtitle({});
        m_cut->setText(m_settings ? tr("Steps are counted once the model and the data are known.")
                                  : tr("Steps are counted once every setting can be used."));
        return;
    }
    const PlannedSteps &steps = m_length->steps;
    const QString sentence =
        m_settings->max_steps > 0
            ? tr("%1 steps, validation every %2")
                  .arg(words::whole(steps.steps), words::whole(steps.evalSteps))
            : tr("%1 epochs × %2 steps = %3 steps, validation every %4")
                  .arg(words::number(m_settings->num_train_epochs),
                       words::whole(steps.stepsPerEpoch), words::whole(steps.steps),
                       words::whole(steps.evalSteps));
    setSubtitle(sentence);
    m_cut->setText(tr("%n row(s) are longer than %1 tokens and lose their end.", nullptr,
                      int(m_length->rowsCut))
                       .arg(words::whole(m_settings->max_length)));

    const Schedule schedule{m_settings->lr_scheduler_type,
                            warmupSteps(m_settings->warmup_steps, steps.steps), steps.steps};
    std::vector<int64_t> places, validations;
    for (int64_t step = 1; step < steps.steps;
         step += std::max<int64_t>(1, steps.steps / mostPoints))
        places.push_back(step);
    // The corner of the warm-up is drawn as a corner.
    places.push_back(std::min(schedule.warmup_steps + 1, steps.steps));
    places.push_back(steps.steps);
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (int64_t step = steps.evalSteps; step <= steps.steps; step += steps.evalSteps)
        validations.push_back(step);
    if (validations.empty() || validations.back() != steps.steps)
        validations.push_back(steps.steps);
    const double rate = m_settings->learning_rate;
    m_model.setTitle(tr("Learning rate"), sentence);
    m_model.setAxes({.title = tr("Step"), .maximum = double(steps.steps) * sideRoom},
                    {.minimum = 0, .maximum = rate * headroom});
    m_model.setSeries({{.id = QStringLiteral("rate"),
                        .name = tr("Learning rate"),
                        .style = 1,
                        .points = ratesAt(places, schedule, rate)},
                       {.id = QStringLiteral("validation"),
                        .name = tr("Validation"),
                        .style = 2,
                        .look = ChartModel::Look::Markers,
                        .points = ratesAt(validations, schedule, rate)}});
}

} // namespace luthier
