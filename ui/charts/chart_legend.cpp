// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_legend.h"

#include "ui/charts/series_look.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

constexpr int star = -1, area = -2;
constexpr double lineWidth = 24, starWidth = 14, areaWidth = 16, textGap = 8, entryGap = 14;

QFont textFont()
{
    return Theme::font(Theme::Type::Caption);
}

double signWidth(int series)
{
    return scaled(series == star ? starWidth : series == area ? areaWidth : lineWidth);
}

} // namespace

ChartLegend::ChartLegend(const ChartModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setObjectName(QStringLiteral("chartLegend"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&model, &ChartModel::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ChartLegend::setBestName(const QString &name)
{
    m_best = name;
    updateGeometry();
    update();
}

std::vector<ChartLegend::Entry> ChartLegend::entries() const
{
    std::vector<Entry> out;
    for (size_t i = 0; i < m_model.series().size(); ++i) {
        const ChartModel::Series &series = m_model.series()[i];
        if (series.inLegend && series.look != ChartModel::Look::ReadOutOnly)
            out.push_back({series.name, int(i)});
    }
    const auto &marks = m_model.marks();
    const bool best = std::any_of(marks.begin(), marks.end(), [](const ChartModel::Mark &mark) {
        return mark.kind == ChartModel::Mark::Kind::Best ||
               mark.kind == ChartModel::Mark::Kind::Star;
    });
    if (best && !m_best.isEmpty())
        out.push_back({m_best, star});
    for (const ChartModel::Band &band : m_model.bands())
        if (!band.name.isEmpty())
            out.push_back({band.name, area});
    return out;
}

double ChartLegend::rowHeight() const
{
    return std::ceil(1.4 * QFontMetricsF(textFont()).height());
}

double ChartLegend::entryWidth(const Entry &entry) const
{
    return signWidth(entry.series) + scaled(textGap) +
           std::ceil(QFontMetricsF(textFont()).horizontalAdvance(entry.name));
}

template <typename Each>
int ChartLegend::layOut(int width, Each each) const
{
    double left = 0;
    int row = 0;
    for (const Entry &entry : entries()) {
        const double own = entryWidth(entry);
        if (left > 0 && left + own > width) {
            left = 0;
            ++row;
        }
        each(entry, left, row);
        left += own + scaled(entryGap);
    }
    return row + 1;
}

QSize ChartLegend::sizeHint() const
{
    double width = 0;
    for (const Entry &entry : entries())
        width += entryWidth(entry) + (width > 0 ? scaled(entryGap) : 0);
    return {int(std::ceil(width)), int(rowHeight())};
}

QSize ChartLegend::minimumSizeHint() const
{
    double widest = 0;
    for (const Entry &entry : entries())
        widest = std::max(widest, entryWidth(entry));
    return {int(std::ceil(widest)), int(rowHeight())};
}

int ChartLegend::heightForWidth(int width) const
{
    return int(rowHeight()) * layOut(width, [](const Entry &, double, int) {});
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::current();
    const double height = rowHeight();
    layOut(width(), [&](const Entry &entry, double left, int row) {
        const QRectF sign(left, row * height, signWidth(entry.series), height);
        if (entry.series == star) {
            drawStar(painter, sign.center(), scaled(7), theme.color(Theme::Token::Text));
        } else if (entry.series == area) {
            painter.setPen(QPen(theme.color(Theme::Token::WarningLine), 1));
            painter.setBrush(bandColor());
            const double inset = (height - scaled(12)) / 2;
            painter.drawRect(sign.adjusted(0.5, inset, -0.5, -inset));
        } else {
            drawSwatch(painter, sign, lookOf(m_model.series()[size_t(entry.series)]));
        }
        painter.setFont(textFont());
        painter.setPen(theme.color(Theme::Token::SecondaryText));
        painter.drawText(
            QPointF(sign.right() + scaled(textGap),
                    row * height + (height + QFontMetricsF(textFont()).capHeight()) / 2),
            entry.name);
    });
}

} // namespace luthier
