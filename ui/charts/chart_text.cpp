// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_text.h"

#include "core/data/csv_cell.h"
#include "ui/charts/axis_ticks.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace luthier {

namespace {

using Points = std::vector<QPointF>;

Points::const_iterator firstFrom(const Points &points, double x)
{
    return std::lower_bound(points.begin(), points.end(), x,
                            [](const QPointF &point, double at) { return point.x() < at; });
}

QString xName(const ChartModel &model)
{
    return model.x().title.isEmpty() ? QStringLiteral("x") : model.x().title;
}

QByteArray cell(double value)
{
    if (!std::isfinite(value))
        return {};
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return QByteArray(buffer, end - buffer);
}

QByteArray quoted(const QString &text)
{
    return QByteArray::fromStdString(csvCell(text.toStdString()));
}

bool isPercent(const ChartModel &model, const ChartModel::Series &series)
{
    return model.y().percent && series.look != ChartModel::Look::ReadOutOnly;
}

} // namespace

std::optional<QPointF> newestUpTo(const Points &points, double x)
{
    const auto after = firstFrom(points, std::nextafter(x, INFINITY));
    return after == points.begin() ? std::nullopt : std::optional(*std::prev(after));
}

std::vector<ReadOutLine> readOut(const ChartModel &model, double x, double tolerance)
{
    std::vector<ReadOutLine> out{{xName(model), valueText(x, model.x().percent)}};
    for (size_t i = 0; i < model.series().size(); ++i) {
        const ChartModel::Series &series = model.series()[i];
        const std::optional<QPointF> point = newestUpTo(series.points, x);
        if (!point || series.dashed)
            continue;
        ReadOutLine line{series.name, valueText(point->y(), isPercent(model, series))};
        if (point->x() != x && series.look != ChartModel::Look::ReadOutOnly)
            line.note = QCoreApplication::translate("Charts", "at %1")
                            .arg(valueText(point->x(), model.x().percent));
        line.series = int(i);
        out.push_back(std::move(line));
    }
    for (const ChartModel::Mark &mark : model.marks())
        if (std::abs(mark.x - x) <= tolerance && !mark.label.isEmpty())
            out.push_back({mark.label, mark.note});
    return out;
}

QString readOutSentence(const ChartModel &model, double x)
{
    QStringList parts;
    for (const ReadOutLine &line : readOut(model, x)) {
        const QStringList words{line.name, line.value, line.note};
        parts += words.join(u' ').trimmed();
    }
    return parts.join(QLatin1String(", "));
}

std::vector<double> allX(const ChartModel &model)
{
    std::vector<double> out;
    for (const ChartModel::Series &series : model.series()) {
        std::vector<double> merged;
        merged.reserve(out.size() + series.points.size());
        std::vector<double> own;
        own.reserve(series.points.size());
        for (const QPointF &point : series.points)
            own.push_back(point.x());
        std::set_union(out.begin(), out.end(), own.begin(), own.end(), std::back_inserter(merged));
        out = std::move(merged);
    }
    return out;
}

std::optional<double> nearestX(const ChartModel &model, double x)
{
    std::optional<double> best;
    const auto offer = [&](double candidate) {
        if (!best || std::abs(candidate - x) < std::abs(*best - x))
            best = candidate;
    };
    for (const ChartModel::Series &series : model.series()) {
        const auto at = firstFrom(series.points, x);
        if (at != series.points.end())
            offer(at->x());
        if (at != series.points.begin())
            offer(std::prev(at)->x());
    }
    return best;
}

std::optional<double> neighbourX(const ChartModel &model, double x, int step)
{
    std::optional<double> best;
    for (const ChartModel::Series &series : model.series()) {
        if (step > 0) {
            const auto at = firstFrom(series.points, std::nextafter(x, INFINITY));
            if (at != series.points.end() && (!best || at->x() < *best))
                best = at->x();
        } else {
            const auto at = firstFrom(series.points, x);
            if (at != series.points.begin() && (!best || std::prev(at)->x() > *best))
                best = std::prev(at)->x();
        }
    }
    return best;
}

std::optional<std::pair<double, double>> spanX(const ChartModel &model)
{
    std::optional<std::pair<double, double>> out;
    for (const ChartModel::Series &series : model.series()) {
        if (series.points.empty())
            continue;
        const double first = series.points.front().x(), last = series.points.back().x();
        out = out ? std::pair(std::min(out->first, first), std::max(out->second, last))
                  : std::pair(first, last);
    }
    return out;
}

QByteArray csv(const ChartModel &model)
{
    QByteArray out = quoted(xName(model));
    for (const ChartModel::Series &series : model.series())
        out += ',' + quoted(series.name);
    out += "\r\n";
    std::vector<size_t> next(model.series().size(), 0);
    for (const double x : allX(model)) {
        out += cell(x);
        for (size_t i = 0; i < next.size(); ++i) {
            const Points &points = model.series()[i].points;
            out += ',';
            if (next[i] < points.size() && points[next[i]].x() == x)
                out += cell(points[next[i]].y());
            while (next[i] < points.size() && points[next[i]].x() <= x)
                ++next[i];
        }
        out += "\r\n";
    }
    return out;
}

QString chartDescription(const ChartModel &model)
{
    QStringList parts;
    if (!model.description().isEmpty())
        parts += model.description();
    if (!model.hasPoints() && !model.note().isEmpty())
        parts += model.note();
    for (const ChartModel::Series &series : model.series()) {
        if (series.points.empty() || series.look == ChartModel::Look::ReadOutOnly)
            continue;
        const QPointF &last = series.points.back();
        parts += QCoreApplication::translate("Charts", "%1: last value %2 at %3.")
                     .arg(series.name, valueText(last.y(), isPercent(model, series)),
                          valueText(last.x(), model.x().percent));
    }
    return parts.join(u' ');
}

} // namespace luthier
