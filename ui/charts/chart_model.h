// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace luthier {

/// What a chart shows, without how: drawn by a QCustomPlot or a Qt Charts adapter; table view, CSV,
/// read-out and the text for screen readers come from the same model.
class ChartModel : public QObject
{
    Q_OBJECT

public:
    /// ReadOutOnly: not drawn; in the read-out, the table and the CSV (epoch, rate).
    enum class Look { Line, FaintLine, Markers, LineWithMarkers, Steps, Bars, ReadOutOnly };

    /// One curve. `style` is the number of the theme's series (1 to 6): colour, dash and marker
    /// together; 0: grey.
    struct Series
    {
        QString id;
        QString name;
        int style = 1;
        Look look = Look::Line;
        bool dashed = false; ///< what is planned, not measured
        bool inLegend = true;
        bool labelled = false;         ///< the last value stands at the line's end
        std::vector<QPointF> points{}; ///< x ascending; y may be NaN: a gap
        /// The line is smoothed by the reader's setting; with FaintLine the raw line stays, faint,
        /// below the smoothed one. `points` are always the raw values.
        bool smoothed = false;
        /// `style` counts runs: 2 is then dashed with squares; else 2 is validation, solid with
        /// hollow circles.
        bool countsRuns = false;
    };

    /// A vertical line at x; a Star is a star on the point of `series` at x, without a line.
    struct Mark
    {
        enum class Kind { Best, Overfitting, Epoch, Stop, CutOff, Star };
        Kind kind = Kind::Epoch;
        double x = 0;
        QString label{};
        QString note{};   ///< second line
        QString series{}; ///< Best and Star: on whose point the star sits; empty: the first with
                          ///< markers
    };

    /// Filled area between two series from `from` to `to`.
    struct Band
    {
        QString upper, lower; ///< series ids
        double from = 0, to = 0;
        QString name;
    };

    struct Axis
    {
        QString title{};
        bool logarithmic = false;
        bool percent = false;
        std::optional<double> minimum{}, maximum{}; ///< none: fits the data
        std::vector<QString> categories{};          ///< bars: names instead of numbers
        /// Id of a series: the axis ends at `lossCeiling` of its values, what is above is cut and
        /// the reader is told so. Not with `logarithmic`.
        QString cappedBy{};
    };

    using QObject::QObject;

    const std::vector<Series> &series() const { return m_series; }
    const std::vector<Mark> &marks() const { return m_marks; }
    const std::vector<Band> &bands() const { return m_bands; }
    const Axis &x() const { return m_x; }
    const Axis &y() const { return m_y; }
    QString title() const { return m_title; }
    /// For screen readers: the sentence above the chart with last and best values.
    QString description() const { return m_description; }
    /// What the reader is told while something is missing: "No validation yet: first at step 50".
    QString note() const { return m_note; }
    /// Nothing when no series has that id.
    const Series *find(const QString &seriesId) const;
    /// True when any series holds a point.
    bool hasPoints() const;

    void setSeries(std::vector<Series> series);
    /// Adds points at a series' end; cheap.
    void append(const QString &seriesId, const std::vector<QPointF> &points);
    void setMarks(std::vector<Mark> marks);
    void setBands(std::vector<Band> bands);
    void setAxes(Axis x, Axis y);
    void setTitle(const QString &title, const QString &description);
    void setNote(const QString &note);

Q_SIGNALS:
    void changed();                         ///< anything but new points
    void appended(const QString &seriesId); ///< only new points at the end

private:
    std::vector<Series> m_series;
    std::vector<Mark> m_marks;
    std::vector<Band> m_bands;
    Axis m_x, m_y;
    QString m_title, m_description, m_note;
};

} // namespace luthier
