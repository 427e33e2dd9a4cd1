// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bars_view.h"
#include "ui/charts/chart_frame.h"
#include "ui/session/view_state.h"
#include "ui/shell/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace luthier;
using Mark = ChartModel::Mark;

namespace {

ChartModel::Series validation(std::vector<QPointF> points)
{
    ChartModel::Series out;
    out.id = QStringLiteral("validation");
    out.name = QStringLiteral("Validation");
    out.style = 2;
    out.look = ChartModel::Look::LineWithMarkers;
    out.labelled = true;
    out.points = std::move(points);
    return out;
}

ChartModel::Series training(std::vector<QPointF> points)
{
    ChartModel::Series out;
    out.id = QStringLiteral("training");
    out.name = QStringLiteral("Training");
    out.style = 1;
    out.look = ChartModel::Look::FaintLine;
    out.smoothed = true;
    out.points = std::move(points);
    return out;
}

std::vector<QPointF> falling(int count)
{
    std::vector<QPointF> out;
    for (int i = 1; i <= count; ++i)
        out.emplace_back(i, 0.5 * std::exp(-i / (0.3 * count)) + (i % 2 ? 0.02 : 0));
    return out;
}

double likeness(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
           std::abs(a.blue() - b.blue());
}

/// Pixels of about this colour in `rect`.
int count(const QImage &image, const QRectF &rect, const QColor &color, double tolerance = 30)
{
    int out = 0;
    const QRect area = rect.toAlignedRect().intersected(image.rect());
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            out += likeness(image.pixelColor(x, y), color) <= tolerance;
    return out;
}

QColor token(Theme::Token token)
{
    return Theme::current().color(token);
}

} // namespace

class PlotViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme(Theme::Scheme::Light).apply(*qApp); }
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void bestStepLineIsWhereItShouldBe();
    void valueAtMissingPointIsAGap();
    void collidingLabelOfLowerWeightGoes();
    void oneAndNoPoint();
    void aMillionPoints();
    void bandIsOnlyWhereItShouldBe();
    void arrowKeysReadPointByPoint();
    void wheelNeedsFocusOrControl();
    void newPointsAreFollowedUntilZoomed();
    void shiftDragZoomsAndDoubleClickLeaves();
    void resetShowsWhatTheAxisCuts();
    void colorsFollowTheTheme();
    void atMostTwentyRedrawsASecond();
    void tableTakesTheChartsPlace();
    void filesHoldTheChart();
    void whatCannotBeWrittenIsSaid();
    void smoothingIsRemembered();
    void copiedValuesAreTheNumbers();
    void emptyChartSaysWhatComes();
    void barsFromTheCutOffOnAreHatched();
    void cutOffMovesByKeys();

private:
    QImage shown(QWidget &widget)
    {
        widget.resize(800, 320);
        widget.show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&widget)); }();
        if (auto *plot = qobject_cast<PlotView *>(&widget))
            plot->redrawNow();
        return widget.grab().toImage();
    }
};

void PlotViewTest::bestStepLineIsWhereItShouldBe()
{
    ChartModel model;
    model.setSeries({validation({{50, 0.28}, {100, 0.1}, {150, 0.12}})});
    model.setMarks({{Mark::Kind::Best, 100, QStringLiteral("Best step 100"), {}, {}}});
    PlotView view(model);
    const QImage image = shown(view);
    const QPointF best = view.pixelOf({100, 0.1});
    const QRectF above(best.x() - 1, view.plotArea().top() + 2, 3,
                       best.y() - view.plotArea().top() - 30);
    const QColor text = token(Theme::Token::Text);
    QVERIFY2(count(image, above, text) >= int(above.height()),
             qPrintable(QString::number(count(image, above, text))));
    QCOMPARE(count(image, above.translated(12, 0), text), 0);
    // The star sits on the point, in the line's own colour there is nothing left of it.
    QVERIFY(count(image, QRectF(best.x() - 3, best.y() - 3, 7, 7), text) > 20);
    const double below = view.plotArea().bottom() - best.y() - 20;
    QCOMPARE(count(image, QRectF(best.x() - 1, best.y() + 14, 3, below - 8), text), 0);
}

void PlotViewTest::valueAtMissingPointIsAGap()
{
    ChartModel model;
    ChartModel::Series line = training({{1, 0.5}, {2, 0.5}, {3, NAN}, {4, 0.5}, {5, 0.5}});
    line.look = ChartModel::Look::Line;
    line.smoothed = false;
    model.setSeries({line});
    PlotView view(model);
    const QImage image = shown(view);
    const QColor blue = Theme::current().series(1).color;
    const auto around = [&](double x) {
        const QPointF at = view.pixelOf({x, 0.5});
        return QRectF(at.x() - 4, at.y() - 4, 9, 9);
    };
    QVERIFY(count(image, around(1.5), blue) > 0);
    QVERIFY(count(image, around(4.5), blue) > 0);
    QCOMPARE(count(image, around(2.5), blue), 0);
    QCOMPARE(count(image, around(3.5), blue), 0);
    const QPointF gap = view.pixelOf({3, 0});
    QVERIFY2(count(image, QRectF(gap.x() - 6, gap.y() - 14, 13, 13),
                   token(Theme::Token::WarningMark), 90) > 4,
             "the gap has its mark");
}

void PlotViewTest::collidingLabelOfLowerWeightGoes()
{
    ChartModel model;
    model.setSeries({validation({{50, 0.3}, {100, 0.1}, {150, 0.12}})});
    // Two epochs at the same place: only one can be written; the best step's label always stays.
    const auto darkPixels = [&](std::vector<Mark> marks) {
        model.setMarks(std::move(marks));
        PlotView view(model);
        const QImage image = shown(view);
        return count(image, QRectF(0, 0, 800, view.plotArea().top() - 1), token(Theme::Token::Off),
                     120);
    };
    const Mark first{Mark::Kind::Epoch, 90, QStringLiteral("epoch 1"), {}, {}};
    const Mark second{Mark::Kind::Epoch, 92, QStringLiteral("epoch 2"), {}, {}};
    const Mark far{Mark::Kind::Epoch, 140, QStringLiteral("epoch 2"), {}, {}};
    const int one = darkPixels({first});
    QVERIFY(one > 0);
    QCOMPARE(darkPixels({first, second}), one);
    QVERIFY(darkPixels({first, far}) > one * 3 / 2);
}

void PlotViewTest::oneAndNoPoint()
{
    ChartModel model;
    model.setSeries({validation({})});
    PlotView view(model);
    shown(view);
    model.append(QStringLiteral("validation"), {{50, 0.28}});
    view.redrawNow();
    const QImage image = view.grab().toImage();
    const QPointF at = view.pixelOf({50, 0.28});
    QVERIFY(view.plotArea().contains(at));
    const QColor color = Theme::current().series(2).color;
    QVERIFY(count(image, QRectF(at.x() - 6, at.y() - 6, 13, 13), color, 90) > 8);
    QVERIFY2(count(image, QRectF(at.x() + 8, at.y() - 10, 60, 20), color, 120) > 20,
             "the value stands beside the point");
}

void PlotViewTest::aMillionPoints()
{
    ChartModel model;
    model.setSeries({training(falling(1000000))});
    PlotView view(model);
    const QImage image = shown(view);
    QVERIFY(count(image, view.plotArea(), Theme::current().series(1).color) > 300);
}

void PlotViewTest::bandIsOnlyWhereItShouldBe()
{
    ChartModel model;
    ChartModel::Series lower = validation({{0, 0.1}, {100, 0.1}, {200, 0.1}});
    lower.id = QStringLiteral("lower");
    model.setSeries({validation({{0, 0.3}, {100, 0.3}, {200, 0.3}}), lower});
    model.setBands({{QStringLiteral("validation"), QStringLiteral("lower"), 100, 200, {}}});
    PlotView view(model);
    const QImage image = shown(view);
    const QColor base = token(Theme::Token::Base);
    const auto at = [&](double x) { return image.pixelColor(view.pixelOf({x, 0.22}).toPoint()); };
    QCOMPARE(at(50), base);
    QVERIFY(at(150) != base);
    QVERIFY2(at(150).red() > at(150).blue(), "vermilion, faint");
}

void PlotViewTest::arrowKeysReadPointByPoint()
{
    ChartModel model;
    model.setSeries({validation({{50, 0.28}, {100, 0.125}, {150, 0.12}})});
    PlotView view(model);
    shown(view);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Home);
    QVERIFY(view.readOutText().contains(QStringLiteral("0.2800")));
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.readOutText().contains(QStringLiteral("0.1250")));
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("0.1250")));
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY(view.readOutText().contains(QStringLiteral("150")));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(view.readOutText().isEmpty());
}

void PlotViewTest::wheelNeedsFocusOrControl()
{
    ChartModel model;
    model.setSeries({training(falling(500))});
    PlotView view(model);
    shown(view);
    view.clearFocus();
    const auto wheel = [&](Qt::KeyboardModifiers keys) {
        const QPointF at = view.plotArea().center();
        QWheelEvent event(at, view.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, keys,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
        return event.isAccepted();
    };
    QVERIFY(!wheel(Qt::NoModifier));
    QVERIFY(!view.isZoomed());
    QVERIFY(wheel(Qt::ControlModifier));
    QVERIFY(view.isZoomed());
}

void PlotViewTest::newPointsAreFollowedUntilZoomed()
{
    ChartModel model;
    model.setSeries({validation(falling(100))});
    PlotView view(model);
    shown(view);
    auto *follow = view.findChild<QPushButton *>(QStringLiteral("follow"));
    QVERIFY(follow && !follow->isVisible());
    model.append(QStringLiteral("validation"), {{200, 0.1}});
    view.redrawNow();
    QVERIFY(view.plotArea().contains(view.pixelOf({200, 0.1})));
    view.zoom(0.5, 50);
    view.redrawNow();
    QVERIFY(follow->isVisible());
    model.append(QStringLiteral("validation"), {{400, 0.1}});
    view.redrawNow();
    QVERIFY(!view.plotArea().contains(view.pixelOf({400, 0.1})));
    QTest::mouseClick(follow, Qt::LeftButton);
    view.redrawNow();
    QVERIFY(view.plotArea().contains(view.pixelOf({400, 0.1})));
    QVERIFY(!follow->isVisible());
}

void PlotViewTest::shiftDragZoomsAndDoubleClickLeaves()
{
    ChartModel model;
    model.setSeries({validation({{0, 0.1}, {100, 0.5}, {200, 0.2}})});
    PlotView view(model);
    shown(view);
    const QPoint from = view.pixelOf({50, 0.4}).toPoint(), to = view.pixelOf({150, 0.2}).toPoint();
    QTest::mousePress(&view, Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(&view, to);
    QTest::mouseRelease(&view, Qt::LeftButton, Qt::ShiftModifier, to);
    view.redrawNow();
    QVERIFY(view.isZoomed());
    QVERIFY(!view.plotArea().contains(view.pixelOf({0, 0.1})));
    QVERIFY(std::abs(view.pixelOf({50, 0.4}).x() - view.plotArea().left()) < 4);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, view.plotArea().center().toPoint());
    view.redrawNow();
    QVERIFY(!view.isZoomed());
    QVERIFY(view.plotArea().contains(view.pixelOf({150, 0.2})));
}

void PlotViewTest::resetShowsWhatTheAxisCuts()
{
    ChartModel model;
    ChartModel::Axis y;
    y.cappedBy = QStringLiteral("validation");
    model.setAxes({}, y);
    model.setSeries(
        {training({{1, 2.0}, {50, 0.1}, {100, 0.1}}), validation({{50, 0.1}, {100, 0.1}})});
    PlotView view(model);
    shown(view);
    QVERIFY(!view.plotArea().contains(view.pixelOf({1, 2.0})));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_0);
    view.redrawNow();
    QVERIFY(view.plotArea().contains(view.pixelOf({1, 1.99})));
    QTest::keyClick(&view, Qt::Key_0);
    view.redrawNow();
    QVERIFY(!view.plotArea().contains(view.pixelOf({1, 2.0})));
}

void PlotViewTest::colorsFollowTheTheme()
{
    ChartModel model;
    model.setSeries({validation({{50, 0.28}, {100, 0.1}})});
    PlotView view(model);
    shown(view);
    const QColor light = token(Theme::Token::Base);
    Theme(Theme::Scheme::Dark).apply(*qApp);
    view.redrawNow();
    const QImage dark = view.grab().toImage();
    const QPoint empty = view.plotArea().bottomRight().toPoint() - QPoint(5, 5);
    const QColor now = dark.pixelColor(empty), expected = token(Theme::Token::Base);
    const int series = count(dark, view.plotArea(), Theme::current().series(2).color);
    Theme(Theme::Scheme::Light).apply(*qApp);
    QCOMPARE(now, expected);
    QVERIFY(light != expected);
    QVERIFY(series > 50);
}

void PlotViewTest::atMostTwentyRedrawsASecond()
{
    ChartModel model;
    model.setSeries({training(falling(100))});
    PlotView view(model);
    shown(view);
    const double before = view.pixelOf({1000, 0}).x();
    model.append(QStringLiteral("training"), {{1000, 0.1}});
    // The first of several new points is not drawn at once but queued with those that follow.
    model.append(QStringLiteral("training"), {{2000, 0.1}});
    QCOMPARE(view.pixelOf({1000, 0}).x(), before);
    QTRY_VERIFY(view.plotArea().contains(view.pixelOf({2000, 0.1})));
}

void PlotViewTest::tableTakesTheChartsPlace()
{
    ChartFrame frame;
    frame.model().setSeries({validation({{50, 0.28}})});
    shown(frame);
    auto *table = frame.findChild<QTableView *>(QStringLiteral("chartTable"));
    frame.plot()->setFocus();
    QTest::keyClick(frame.plot(), Qt::Key_T);
    QVERIFY(table->isVisible());
    QVERIFY(!frame.plot()->isVisible());
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("0.2800"));
    QTest::keyClick(table, Qt::Key_T);
    QVERIFY(frame.plot()->isVisible());
}

void PlotViewTest::filesHoldTheChart()
{
    ChartFrame frame;
    frame.model().setTitle(QStringLiteral("Loss"), {});
    frame.model().setSeries({validation({{50, 0.28}, {100, 0.2}})});
    shown(frame);
    QTemporaryDir folder;
    const auto path = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    QVERIFY(!frame.save(path("chart.svg")));
    QVERIFY(!frame.save(path("chart.png")));
    QVERIFY(!frame.save(path("chart.csv")));
    QFile svg(path("chart.svg"));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray drawn = svg.readAll();
    QVERIFY(drawn.contains("<svg") && drawn.contains("0.2000") && drawn.contains("Loss"));
    QCOMPARE(QImage(path("chart.png")).width(), 2 * frame.plot()->findChild<QWidget *>()->width());
    QFile csv(path("chart.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().contains("50,0.28"));
}

void PlotViewTest::whatCannotBeWrittenIsSaid()
{
    ChartFrame frame;
    frame.model().setSeries({validation({{50, 0.28}})});
    const auto problem = frame.save(QStringLiteral("/nowhere/at/all/chart.csv"));
    QVERIFY(problem);
    QVERIFY(problem->contains(QStringLiteral("/nowhere/at/all/chart.csv")));
}

void PlotViewTest::smoothingIsRemembered()
{
    QTemporaryDir folder;
    ViewState state(folder.filePath(QStringLiteral("view.ini")));
    {
        ChartFrame frame;
        QCOMPARE(frame.plot()->options().smoothing, 0.6);
        frame.remember(state, QStringLiteral("run"));
        auto *slider = frame.findChild<QAbstractSlider *>(QStringLiteral("smoothing"));
        slider->setValue(slider->maximum());
        QCOMPARE(frame.plot()->options().smoothing, 0.9);
        frame.findChild<QAction *>(QStringLiteral("logarithmic"))->trigger();
    }
    ChartFrame again;
    again.remember(state, QStringLiteral("run"));
    QCOMPARE(again.plot()->options().smoothing, 0.9);
    QVERIFY(again.plot()->options().logarithmic);
}

void PlotViewTest::copiedValuesAreTheNumbers()
{
    ChartFrame frame;
    frame.model().setSeries({validation({{50, 0.28}})});
    shown(frame);
    frame.plot()->setFocus();
    QTest::keyClick(frame.plot(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("50,0.28")));
}

void PlotViewTest::emptyChartSaysWhatComes()
{
    ChartFrame frame;
    frame.model().setNote(QStringLiteral("No validation yet: first at step 50"));
    shown(frame);
    auto *label = frame.findChild<QLabel *>(QStringLiteral("noDataYet"));
    QVERIFY(label->isVisible());
    QCOMPARE(label->text(), QStringLiteral("No validation yet: first at step 50"));
    frame.model().setSeries({validation({{50, 0.28}})});
    QVERIFY(!label->isVisible());
    QVERIFY(frame.plot()->isVisible());
}

void PlotViewTest::barsFromTheCutOffOnAreHatched()
{
    ChartModel model;
    ChartModel::Series bins;
    bins.look = ChartModel::Look::Bars;
    for (int i = 0; i < 8; ++i)
        bins.points.emplace_back(32 * i, 100);
    model.setSeries({bins});
    model.setMarks({{Mark::Kind::CutOff, 128, QStringLiteral("Cut-off 128"), {}, {}}});
    BarsView view(model);
    const QImage image = shown(view);
    const auto inBin = [&](double x, const QColor &color) {
        const QPointF top = view.pixelOf({x, 100});
        return count(image, QRectF(top.x() - 10, top.y() + 20, 20, 60), color);
    };
    const QColor accent = token(Theme::Token::Accent), mark = token(Theme::Token::WarningMark);
    QVERIFY(inBin(96, accent) > 1000);
    QCOMPARE(inBin(96, mark), 0);
    QCOMPARE(inBin(128, accent), 0);
    QVERIFY(inBin(128, mark) > 100 && inBin(128, mark) < 1000);
}

void PlotViewTest::cutOffMovesByKeys()
{
    ChartModel model;
    ChartModel::Series bins;
    for (int i = 0; i < 8; ++i)
        bins.points.emplace_back(32 * i, 100);
    model.setSeries({bins});
    model.setMarks({{Mark::Kind::CutOff, 128, {}, {}, {}}});
    BarsView view(model);
    shown(view);
    double moved = 0;
    connect(&view, &BarsView::cutOffMoved, this, [&](double x) { moved = x; });
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(moved, 160);
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(moved, 96);
}

QTEST_MAIN(PlotViewTest)
#include "tst_plot_view.moc"
