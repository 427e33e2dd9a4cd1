// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_cell.h"
#include "ui/charts/axis_ticks.h"
#include "ui/charts/chart_table_model.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/label_layout.h"
#include "ui/charts/plot_ranges.h"
#include "ui/charts/smoothing.h"
#include "ui/charts/thinning.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

#include <cmath>

using namespace luthier;

namespace {

std::vector<QPointF> saw(int count)
{
    std::vector<QPointF> out;
    for (int i = 0; i < count; ++i)
        out.emplace_back(i + 1, i % 2 ? 1.0 : 0.0);
    return out;
}

ChartModel::Series series(const QString &id, std::vector<QPointF> points)
{
    ChartModel::Series out;
    out.id = id;
    out.name = id;
    out.points = std::move(points);
    return out;
}

std::vector<QString> texts(std::initializer_list<const char *> list)
{
    std::vector<QString> out;
    for (const char *text : list)
        out.push_back(QString::fromUtf8(text));
    return out;
}

} // namespace

class ChartModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void thinnedLineKeepsPeaks();
    void thinnedLineIsShort();
    void thinnedLineKeepsGaps();
    void thinnedLineGoesOnToBothEdges();
    void smoothingIsNotPulledToZero();
    void smoothingSkipsWhatIsMissing();
    void ticksAreFourToSeven_data();
    void ticksAreFourToSeven();
    void ticksOfStepsAreWhole();
    void ticksFollowTheLocale();
    void markersOfAPercentAxisStandInside_data();
    void markersOfAPercentAxisStandInside();
    void lossAxisEndsAtThreeMedians();
    void startAboveTheAxisIsSaid();
    void labelsNeverOverlap();
    void readOutSaysWhereAnOlderValueIsFrom();
    void csvHoldsEveryValueOnce();
    void csvIsTheSameInEveryLanguage();
    void cellsOfCsvAreQuotedWhereTheyMustBe();
    void keysFindEveryPoint();
    void tableGrowsWithTheChart();
    void tableOfAMissingValueIsEmpty();
    void appendedPointsAreAnnouncedAsSuch();
};

void ChartModelTest::thinnedLineKeepsPeaks()
{
    std::vector<QPointF> points = saw(100000);
    points[50000].setY(9);
    points[70001].setY(-7);
    const std::vector<QPointF> out = thinned(points, 1, 100000, 700);
    const auto has = [&](const QPointF &point) {
        return std::find(out.begin(), out.end(), point) != out.end();
    };
    QVERIFY(has(points[50000]));
    QVERIFY(has(points[70001]));
    QVERIFY(std::is_sorted(out.begin(), out.end(),
                           [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
}

void ChartModelTest::thinnedLineIsShort()
{
    QVERIFY(thinned(saw(1000000), 1, 1000000, 700).size() <= 2 * 701);
    QCOMPARE(thinned(saw(500), 1, 500, 700).size(), size_t(500));
    QVERIFY(thinned({}, 0, 1, 700).empty());
}

void ChartModelTest::thinnedLineKeepsGaps()
{
    std::vector<QPointF> points = saw(100000);
    for (size_t i = 40000; i < 60000; ++i)
        points[i].setY(NAN);
    const std::vector<QPointF> out = thinned(points, 1, 100000, 700);
    const auto gaps = std::count_if(out.begin(), out.end(),
                                    [](const QPointF &point) { return std::isnan(point.y()); });
    QCOMPARE(gaps, 1);
    for (const QPointF &point : out)
        QVERIFY(std::isnan(point.y()) || point.x() <= 40000 || point.x() > 60000);
}

void ChartModelTest::thinnedLineGoesOnToBothEdges()
{
    const std::vector<QPointF> out = thinned(saw(1000), 100.5, 200.5, 700);
    QCOMPARE(out.front().x(), 100);
    QCOMPARE(out.back().x(), 201);
}

void ChartModelTest::smoothingIsNotPulledToZero()
{
    const std::vector<QPointF> out = smoothed({{1, 2}, {2, 2}, {3, 4}}, 0.5);
    QCOMPARE(out[0].y(), 2.0);
    QCOMPARE(out[1].y(), 2.0);
    // Weights 1/4, 1/2, 1: (2 * 0.25 + 2 * 0.5 + 4) / 1.75.
    QCOMPARE(out[2].y(), 5.5 / 1.75);
    QCOMPARE(smoothed({{1, 3}, {2, 7}}, 0)[1].y(), 7.0);
}

void ChartModelTest::smoothingSkipsWhatIsMissing()
{
    const std::vector<QPointF> out = smoothed({{1, 2}, {2, NAN}, {3, 2}}, 0.9);
    QVERIFY(std::isnan(out[1].y()));
    QCOMPARE(out[2].y(), 2.0);
}

void ChartModelTest::ticksAreFourToSeven_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    for (const auto &[from, to] : std::initializer_list<std::pair<double, double>>{{0, 0.3},
                                                                                   {0, 1},
                                                                                   {0, 660},
                                                                                   {0, 1280},
                                                                                   {0.9, 0.99},
                                                                                   {0, 5e-5},
                                                                                   {0, 17},
                                                                                   {-3, 4},
                                                                                   {0, 1e6}})
        QTest::newRow(qPrintable(QStringLiteral("%1 to %2").arg(from).arg(to))) << from << to;
}

void ChartModelTest::ticksAreFourToSeven()
{
    QFETCH(double, from);
    QFETCH(double, to);
    const std::vector<double> ticks = linearTicks(from, to);
    QVERIFY2(ticks.size() >= 4 && ticks.size() <= 7, qPrintable(QString::number(ticks.size())));
    QVERIFY(ticks.front() >= from - 1e-9 * (to - from) && ticks.back() <= to + 1e-9 * (to - from));
}

void ChartModelTest::ticksOfStepsAreWhole()
{
    for (const double tick : linearTicks(0, 3, 7, true))
        QCOMPARE(tick, std::round(tick));
}

void ChartModelTest::ticksFollowTheLocale()
{
    QCOMPARE(tickTexts({0, 0.05, 0.1}, false), texts({"0", "0.05", "0.10"}));
    QCOMPARE(tickTexts({0.9, 0.93}, true), texts({"90%", "93%"}));
    QCOMPARE(tickTexts({0, 2.5e-5, 5e-5}, false), texts({"0", "2.5e-5", "5.0e-5"}));
    QCOMPARE(valueText(1280, false), QStringLiteral("1,280"));
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(tickTexts({0, 0.05}, false), texts({"0", "0,05"}));
}

void ChartModelTest::lossAxisEndsAtThreeMedians()
{
    const std::vector<QPointF> validation{{50, 0.284}, {100, 0.1}, {150, NAN}, {200, 0.09}};
    const auto end = lossCeiling(validation);
    QVERIFY(end);
    QVERIFY(*end >= 3 * 0.1 && *end <= 0.35);
    QVERIFY(!lossCeiling({}));
    QVERIFY(!lossCeiling({{1, NAN}}));
}

void ChartModelTest::markersOfAPercentAxisStandInside_data()
{
    QTest::addColumn<double>("best");
    QTest::newRow("all right") << 1.0;
    QTest::newRow("on a tick") << 0.9;
    QTest::newRow("between ticks") << 0.873;
    QTest::newRow("just below a tick") << 0.798;
}

/// Half a marker is 6 px high; the plot of a metric has 90 px.
void ChartModelTest::markersOfAPercentAxisStandInside()
{
    QFETCH(double, best);
    ChartModel model;
    ChartModel::Axis y;
    y.percent = true;
    model.setAxes({}, y);
    model.setSeries({series(QStringLiteral("accuracy"), {{10, 0.5}, {20, best}, {30, 0.7}})});
    const double marker = 6.0 / 90;
    const PlotRange range = plotRangeY(model, {}, {.ticks = 4, .marker = marker}).range;
    const double room = marker * range.span() - 1e-9;
    QVERIFY2(range.to - best >= room, qPrintable(QString::number(range.to)));
    QVERIFY2(0.5 - range.from >= room, qPrintable(QString::number(range.from)));
    // No tick of more than all.
    for (const double tick : linearTicks(range.from, range.to))
        QVERIFY(tick <= 1 + 1e-9);
}

void ChartModelTest::startAboveTheAxisIsSaid()
{
    ChartModel model;
    ChartModel::Axis y;
    y.cappedBy = QStringLiteral("validation");
    model.setAxes({}, y);
    model.setSeries({series(QStringLiteral("training"), {{1, 2.0}, {50, 0.1}, {100, 0.1}}),
                     series(QStringLiteral("validation"), {{50, 0.1}, {100, 0.1}})});
    const PlotRangeY cut = plotRangeY(model, {});
    QVERIFY(cut.cutAbove);
    QVERIFY(*cut.cutAbove < 0.5);
    QVERIFY(cut.cutAtStartOnly);
    PlotOptions all;
    all.showAll = true;
    QVERIFY(!plotRangeY(model, all).cutAbove);
    QVERIFY(plotRangeY(model, all).range.to >= 2.0);
    model.append(QStringLiteral("training"), {{110, 5.0}});
    QVERIFY(!plotRangeY(model, {}).cutAtStartOnly);
}

void ChartModelTest::labelsNeverOverlap()
{
    const QRectF here(10, 10, 40, 10), beside(60, 10, 40, 10);
    const std::vector<LabelWish> wishes{{{here}, 1}, {{here}, 5}, {{here, beside}, 2}};
    QCOMPARE(placedLabels(wishes, QRectF(0, 0, 200, 100)), (std::vector<int>{-1, 0, 1}));
    QCOMPARE(placedLabels(wishes, QRectF(0, 0, 70, 100)), (std::vector<int>{-1, 0, -1}));
}

void ChartModelTest::readOutSaysWhereAnOlderValueIsFrom()
{
    ChartModel model;
    ChartModel::Axis x;
    x.title = QStringLiteral("step");
    model.setAxes(x, {});
    model.setSeries({series(QStringLiteral("training"), {{49, 0.5}, {60, 0.25}}),
                     series(QStringLiteral("validation"), {{50, 0.125}})});
    model.setMarks({{ChartModel::Mark::Kind::Best, 50, QStringLiteral("Best step 50"), {}, {}}});
    const std::vector<ReadOutLine> lines = readOut(model, 60);
    QCOMPARE(lines.size(), size_t(3));
    QCOMPARE(lines[0].value, QStringLiteral("60"));
    QCOMPARE(lines[1].value, QStringLiteral("0.2500"));
    QVERIFY(lines[1].note.isEmpty());
    QCOMPARE(lines[2].value, QStringLiteral("0.1250"));
    QVERIFY(lines[2].note.contains(QStringLiteral("50")));
    // The label that a collision took away stands in the read-out.
    QCOMPARE(readOut(model, 50).back().name, QStringLiteral("Best step 50"));
}

void ChartModelTest::csvHoldsEveryValueOnce()
{
    ChartModel model;
    ChartModel::Axis x;
    x.title = QStringLiteral("step");
    model.setAxes(x, {});
    model.setSeries({series(QStringLiteral("a, \"b\""), {{1, 0.1}, {2, NAN}}),
                     series(QStringLiteral("c"), {{2, 3}})});
    QCOMPARE(csv(model), QByteArray("step,\"a, \"\"b\"\"\",c\r\n1,0.1,\r\n2,,3\r\n"));
}

void ChartModelTest::cellsOfCsvAreQuotedWhereTheyMustBe()
{
    QVERIFY(csvCell("") == "" && csvCell("plain; text") == "plain; text");
    QVERIFY(csvCell("a,b") == "\"a,b\"");
    QVERIFY(csvCell("say \"a\"") == "\"say \"\"a\"\"\"");
    QVERIFY(csvCell("a\nb") == "\"a\nb\"" && csvCell("a\rb") == "\"a\rb\"");
}

void ChartModelTest::csvIsTheSameInEveryLanguage()
{
    ChartModel model;
    model.setSeries({series(QStringLiteral("loss"), {{1000, 0.5}})});
    const QByteArray english = csv(model);
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(csv(model), english);
    QVERIFY(english.contains("1000,0.5"));
}

void ChartModelTest::keysFindEveryPoint()
{
    ChartModel model;
    model.setSeries(
        {series(QStringLiteral("a"), {{1, 0}, {3, 0}}), series(QStringLiteral("b"), {{2, 0}})});
    QCOMPARE(neighbourX(model, 1, 1), std::optional(2.0));
    QCOMPARE(neighbourX(model, 2, 1), std::optional(3.0));
    QCOMPARE(neighbourX(model, 3, 1), std::nullopt);
    QCOMPARE(neighbourX(model, 3, -1), std::optional(2.0));
    QCOMPARE(nearestX(model, 2.4), std::optional(2.0));
}

void ChartModelTest::tableGrowsWithTheChart()
{
    ChartModel model;
    model.setSeries({series(QStringLiteral("loss"), {{1, 0.5}})});
    ChartTableModel table(model);
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.rowCount(), 0);
    table.setActive(true);
    QCOMPARE(table.rowCount(), 1);
    model.append(QStringLiteral("loss"), {{2, 0.25}});
    QTRY_COMPARE(table.rowCount(), 2);
    QCOMPARE(table.index(1, 1).data().toString(), QStringLiteral("0.2500"));
    model.setSeries({});
    QCOMPARE(table.rowCount(), 0);
}

void ChartModelTest::tableOfAMissingValueIsEmpty()
{
    ChartModel model;
    model.setSeries(
        {series(QStringLiteral("a"), {{1, 0.5}}), series(QStringLiteral("b"), {{2, NAN}})});
    ChartTableModel table(model);
    table.setActive(true);
    QVERIFY(!table.index(0, 2).data().isValid());
    QCOMPARE(table.index(1, 2).data().toString(), QStringLiteral("NaN"));
}

void ChartModelTest::appendedPointsAreAnnouncedAsSuch()
{
    ChartModel model;
    model.setSeries({series(QStringLiteral("a"), {})});
    int changes = 0;
    QString appendedTo;
    connect(&model, &ChartModel::changed, this, [&] { ++changes; });
    connect(&model, &ChartModel::appended, this, [&](const QString &id) { appendedTo = id; });
    model.append(QStringLiteral("nobody"), {{1, 1}});
    QVERIFY(appendedTo.isEmpty());
    model.append(QStringLiteral("a"), {{1, 1}});
    QCOMPARE(appendedTo, QStringLiteral("a"));
    QCOMPARE(changes, 0);
    QCOMPARE(model.find(QStringLiteral("a"))->points.size(), size_t(1));
}

QTEST_GUILESS_MAIN(ChartModelTest)
#include "tst_chart_model.moc"
