// SPDX-License-Identifier: GPL-3.0-or-later
// What the Run page draws and writes is what the run's events say.
#include "core/runs/event_log.h"
#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"
#include "ui/charts/chart_frame.h"
#include "ui/pages/run/run_page.h"
#include "ui/shell/words.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/stat_tile.h"

#include <QtTest>
#include <QtWidgets>

#include <cmath>

using namespace luthier;
namespace fs = std::filesystem;
using Look = ChartModel::Look;
using State = TrainingSession::State;

class RunFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void theCurvesAreTheEvents();
    void liveCurvesAreTheEventsSoFar();
    void theBestStepIsMarked();
    void progressAndTimeLeftOfALiveRun();
    void theEvaluationIsWhatTheRunEndedWith();
};

namespace {

Json planOf(const Json &training)
{
    Json plan = tinyPlan({{"type", "full"}}, training);
    plan["dataset"]["test"] = plan["dataset"]["validation"];
    return plan;
}

Json longTraining(int64_t steps, double rate = 0.05)
{
    return {{"max_steps", steps},
            {"eval_steps", 5},
            {"learning_rate", rate},
            {"warmup_steps", 3},
            {"lr_scheduler_type", "linear"}};
}

std::vector<Json> eventsOf(const fs::path &run, const char *kind)
{
    std::vector<Json> out;
    for (const Json &event : allEvents(run / "events.jsonl"))
        if (event["event"] == kind && event.value("split", "validation") == "validation")
            out.push_back(event);
    return out;
}

std::vector<QPointF> curve(const std::vector<Json> &events, const char *key)
{
    std::vector<QPointF> out;
    for (const Json &event : events)
        out.emplace_back(event["step"].get<double>(), event[key].get<double>());
    return out;
}

struct Shown
{
    SessionFixture fixture;
    RunPage page{fixture.context};

    Shown() { fs::create_directories(fixture.path("runs")); }

    fs::path run() const { return fixture.run("run"); }
    void show(const QString &id = QStringLiteral("run"), const QString &tab = {})
    {
        page.resize(1240, 836);
        page.open({QStringLiteral("run"), id, {{QStringLiteral("tab"), tab}}});
        page.show();
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return page.findChild<Widget *>(QLatin1String(name));
    }
    const ChartModel &chart(const char *name) const { return find<ChartFrame>(name)->model(); }
    const ChartModel::Series &series(const char *name, const char *id) const
    {
        const ChartModel::Series *found = chart(name).find(QLatin1String(id));
        if (!found)
            qFatal("%s has no series %s", name, id);
        return *found;
    }

    /// Whether the three charts hold what the run's log holds, no more and no less.
    bool holdsTheEvents() const
    {
        const std::vector<Json> steps = eventsOf(run(), "step");
        const std::vector<Json> checks = eventsOf(run(), "evaluation");
        return series("lossChart", "train").points == curve(steps, "loss") &&
               series("lossChart", "validation").points == curve(checks, "eval_loss") &&
               series("metricChart", "accuracy").points == curve(checks, "accuracy") &&
               series("metricChart", "f1_macro").points == curve(checks, "f1_macro") &&
               series("rateChart", "rate").points == curve(steps, "learning_rate");
    }
};

QString textsIn(const QWidget *widget)
{
    QStringList out;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        out << label->text();
    return out.join(u'\n');
}

QString percentOf(const Json &value)
{
    return value.is_number() ? words::percent(value.get<double>()) : QStringLiteral("–");
}

} // namespace

void RunFiguresTest::theCurvesAreTheEvents()
{
    Shown shown;
    QVERIFY(!runTiny(planOf(longTraining(40)), shown.run()).error);
    shown.show();
    QTRY_COMPARE(shown.chart("lossChart").series().size(), size_t(3));
    QTRY_COMPARE(shown.series("lossChart", "train").points.size(), size_t(40));
    QCOMPARE(shown.series("lossChart", "validation").points.size(), size_t(8));
    QVERIFY(shown.holdsTheEvents());
    const ChartModel::Series &training = shown.series("lossChart", "train");
    QVERIFY(training.look == Look::FaintLine);
    QVERIFY(training.smoothed);
    const ChartModel::Series &validation = shown.series("lossChart", "validation");
    QVERIFY(validation.look == Look::LineWithMarkers);
    QVERIFY(!validation.smoothed);
    QVERIFY(training.style != validation.style);
    QVERIFY(shown.series("metricChart", "accuracy").points !=
            shown.series("metricChart", "f1_macro").points);
    QVERIFY(shown.chart("metricChart").y().percent);
}

void RunFiguresTest::liveCurvesAreTheEventsSoFar()
{
    Shown shown;
    QVERIFY(
        shown.fixture.training.start(tinyRequest(shown.fixture, "run", planOf(longTraining(400)))));
    shown.show({});
    QTRY_VERIFY(shown.series("lossChart", "validation").points.size() >= 4);
    shown.fixture.training.pause();
    QTRY_COMPARE(shown.fixture.training.state(), State::Paused);
    QTRY_VERIFY(shown.holdsTheEvents());
    const size_t before = shown.series("lossChart", "train").points.size();
    QVERIFY(before >= 20 && before < 400);
    shown.fixture.training.goOn();
    QTRY_VERIFY(shown.series("lossChart", "train").points.size() > before + 5);
    shown.fixture.training.stopAndSave();
    QTRY_COMPARE(shown.fixture.training.state(), State::Idle);
    QTRY_VERIFY(shown.holdsTheEvents());
}

void RunFiguresTest::theBestStepIsMarked()
{
    Shown shown;
    Json plan = planOf(longTraining(40, 0.5)); // so high that an early validation is the best
    plan["training"]["lr_scheduler_type"] = "constant_with_warmup";
    QVERIFY(!runTiny(plan, shown.run()).error);
    const Json done = eventsOf(shown.run(), "done").at(0);
    const auto best = done["best_step"].get<double>();
    QVERIFY2(best < 40, "the last step must not be the best one here");
    shown.show();
    const auto marks = [&shown](const char *chart) {
        std::vector<ChartModel::Mark> out;
        std::ranges::copy_if(shown.chart(chart).marks(), std::back_inserter(out),
                             [](auto &mark) { return mark.kind == ChartModel::Mark::Kind::Best; });
        return out;
    };
    QTRY_COMPARE(marks("lossChart").size(), size_t(1));
    const ChartModel::Mark mark = marks("lossChart").front();
    QCOMPARE(mark.x, best);
    QCOMPARE(mark.series, QStringLiteral("validation"));
    QCOMPARE(mark.label, QStringLiteral("Best step %1").arg(best));
    QCOMPARE(mark.note, words::fixed(done["best_metric"].get<double>()));
    QCOMPARE(marks("metricChart").size(), size_t(1));
    QCOMPARE(marks("metricChart").front().x, best);
}

void RunFiguresTest::progressAndTimeLeftOfALiveRun()
{
    Shown shown;
    TrainingSession &training = shown.fixture.training;
    QVERIFY(training.start(tinyRequest(shown.fixture, "run", planOf(longTraining(400)))));
    shown.show({});
    QTRY_VERIFY(shown.series("lossChart", "train").points.size() > 20);
    training.pause();
    QTRY_COMPARE(training.state(), State::Paused);
    const Json last = eventsOf(shown.run(), "step").back();
    const Json start = eventsOf(shown.run(), "start").at(0);
    const auto step = last["step"].get<int64_t>();
    QVERIFY(step < 400);
    const TrainingSession::Pace pace = training.pace();
    const double left = pace.seconds / double(pace.steps) * double(400 - step);
    const double epochs = 400 / start["steps_per_epoch"].get<double>();
    QTRY_COMPARE(shown.find<QLabel>("runProgressText")->text(),
                 QStringLiteral("Step %1 of 400 · epoch %2 of %3 · %4 gone · %5 left")
                     .arg(words::whole(step), words::fixed(last["epoch"].get<double>(), 2),
                          words::number(epochs, 3), words::duration(pace.seconds),
                          words::duration(left)));
    const auto *line = shown.find<ProgressLine>("runProgress");
    const auto share = [line] { return double(line->value()) / line->maximum(); };
    QVERIFY(std::abs(share() - double(step) / 400) < 0.001);
    const double before = share();
    training.goOn();
    QTRY_VERIFY(share() > before);
}

void RunFiguresTest::theEvaluationIsWhatTheRunEndedWith()
{
    Shown shown;
    QVERIFY(!runTiny(planOf(longTraining(40)), shown.run()).error);
    const Json test = eventsOf(shown.run(), "done").at(0)["test"];
    const Json labels = eventsOf(shown.run(), "start").at(0)["labels"];
    shown.show(QStringLiteral("run"), QStringLiteral("evaluation"));
    QTRY_VERIFY(shown.find<StatTile>("accuracy"));
    for (const char *key : {"accuracy", "f1_macro", "majority_baseline"})
        QVERIFY2(textsIn(shown.find<StatTile>(key)).contains(percentOf(test[key])), key);
    QVERIFY(textsIn(shown.find<StatTile>("eval_loss"))
                .contains(words::fixed(test["eval_loss"].get<double>())));

    const auto *each = shown.find<QTableWidget>("perLabel");
    QCOMPARE(size_t(each->rowCount()), test["per_class"].size());
    for (int row = 0; row < each->rowCount(); ++row) {
        const Json &values = test["per_class"][each->item(row, 0)->text().toStdString()];
        QCOMPARE(each->item(row, 1)->text(), percentOf(values["precision"]));
        QCOMPARE(each->item(row, 2)->text(), percentOf(values["recall"]));
        QCOMPARE(each->item(row, 3)->text(), percentOf(values["f1"]));
        QCOMPARE(each->item(row, 4)->text(), words::whole(values["support"].get<int64_t>()));
    }

    const Json &matrix = test["confusion_matrix"];
    const auto *table = shown.find<QTableWidget>("confusionMatrix");
    QCOMPARE(size_t(table->rowCount()), labels.size());
    bool isSymmetric = true;
    for (size_t row = 0; row < labels.size(); ++row)
        for (size_t column = 0; column < labels.size(); ++column) {
            QCOMPARE(table->verticalHeaderItem(int(row))->text().toStdString(),
                     labels[row].get<std::string>());
            QCOMPARE(table->horizontalHeaderItem(int(column))->text().toStdString(),
                     labels[column].get<std::string>());
            QCOMPARE(table->item(int(row), int(column))->text(),
                     words::whole(matrix[row][column].get<int64_t>()));
            isSymmetric = isSymmetric && matrix[row][column] == matrix[column][row];
        }
    QVERIFY2(!isSymmetric, "rows and columns could be exchanged and nobody would know");
}

QTEST_MAIN(RunFiguresTest)
#include "tst_run_figures.moc"
