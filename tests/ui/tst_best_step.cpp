// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/runs/event_log.h"
#include "core/runs/run_store.h"
#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"
#include "ui/pages/home/home_page.h"
#include "ui/pages/run/run_banner.h"
#include "ui/pages/run/run_page.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/text_label.h"

#include <QtTest>
#include <QtWidgets>

#include <random>

using namespace luthier;
namespace fs = std::filesystem;
using State = TrainingSession::State;

/// A run that learns its few, partly wrong rows by heart; driven from the Run page while it trains.
class tst_BestStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overfittingIsNamedAndTheBestStepIsTheResult();
};

namespace {

constexpr int kTrainRows = 48, kRows = 120, kWrongEvery = 3;

const std::array<std::array<const char *, 4>, 3> kTelling{{{"cherry", "brick", "rose", "ruby"},
                                                           {"leaf", "fern", "moss", "grass"},
                                                           {"ocean", "whale", "denim", "rain"}}};
const std::array kLabels{"red", "green", "blue"};
const std::array kFiller{"day", "her", "his",   "how",  "made",  "know",
                         "by",  "new", "about", "much", "could", "each"};

/// Rows of eight words, one of which tells the label; every third training row has a wrong one.
class Rows
{
public:
    void write(const fs::path &train, const fs::path &validation)
    {
        std::string parts[2]{"text,label\n", "text,label\n"};
        for (int row = 0; row < kRows; ++row) {
            const bool trains = row < kTrainRows;
            const size_t label = draw(kLabels.size());
            const bool wrong = trains && row % kWrongEvery == kWrongEvery - 1;
            const std::string text = textOf(label);
            parts[trains ? 0 : 1] +=
                text + ',' + kLabels[(label + (wrong ? 1 : 0)) % kLabels.size()] + '\n';
        }
        files::writeWhole(train, parts[0]);
        files::writeWhole(validation, parts[1]);
    }

private:
    size_t draw(size_t count) { return m_random() % count; }
    std::string textOf(size_t label)
    {
        std::array<std::string, 8> words;
        for (std::string &word : words)
            word = kFiller[draw(kFiller.size())];
        const char *telling = kTelling[label][draw(kTelling[label].size())];
        words[draw(words.size())] = telling;
        std::string text;
        for (const std::string &word : words)
            text += (text.empty() ? "" : " ") + word;
        return text;
    }

    std::minstd_rand m_random{7};
};

/// Longer than anyone waits: only the button ends it.
Json overfittingPlan(const fs::path &folder)
{
    Json plan = tinyPlan({{"type", "full"}}, {{"max_steps", 20000},
                                              {"max_length", 48},
                                              {"learning_rate", 3e-4},
                                              {"warmup_steps", 5},
                                              {"lr_scheduler_type", "constant_with_warmup"},
                                              {"metric_for_best_model", "loss"}});
    Rows().write(folder / "train.csv", folder / "validation.csv");
    plan["dataset"]["train"] = (folder / "train.csv").string();
    plan["dataset"]["validation"] = (folder / "validation.csv").string();
    return plan;
}

QString titleOf(const RunPage &page)
{
    const auto *banner = page.findChild<RunBanner *>(QStringLiteral("runBanner"));
    const auto *title = banner->findChild<TextLabel *>(QString(), Qt::FindDirectChildrenOnly);
    return banner->isVisible() ? title->text() : QString();
}

void agreeToUseBest()
{
    QTimer::singleShot(0, qApp, [] {
        const QWidget *dialog = QApplication::activeModalWidget();
        auto *agree =
            dialog ? dialog->findChild<QPushButton *>(QStringLiteral("stopAndUseBest")) : nullptr;
        if (agree)
            agree->click();
        else
            agreeToUseBest();
    });
}

std::vector<Json> eventsOf(const fs::path &run, const char *kind)
{
    std::vector<Json> out;
    readEvents(run / "events.jsonl", [&](const Json &event) {
        if (event["event"] == kind)
            out.push_back(event);
    });
    return out;
}

} // namespace

void tst_BestStep::overfittingIsNamedAndTheBestStepIsTheResult()
{
    SessionFixture fixture;
    fs::create_directories(fixture.path("runs"));
    RunPage page(fixture.context);
    const Json plan = overfittingPlan(fixture.path(""));
    QVERIFY(fixture.training.start(tinyRequest(fixture, "run", plan)));
    page.resize(1240, 836);
    page.open({QStringLiteral("run"), {}});
    page.show();
    HomePage home(fixture.context);
    home.resize(1240, 836);
    home.open({QStringLiteral("home"), {}});
    home.show();
    const auto *offered = home.findChild<QPushButton *>(QStringLiteral("goBackToBest"));
    QVERIFY(offered && !offered->isVisible());

    QTRY_VERIFY_WITH_TIMEOUT(titleOf(page).startsWith(QStringLiteral("Overfitting since step ")),
                             60000);
    QPushButton *back = nullptr;
    QTRY_VERIFY((back = page.findChild<QPushButton *>(QStringLiteral("bestStepButton"))) &&
                back->isVisible());
    QTRY_VERIFY(offered->isVisible());
    agreeToUseBest();
    back->click();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.training.state(), State::Idle, 60000);

    QVERIFY(!offered->isVisible());

    const fs::path run = fixture.run("run");
    const std::vector<Json> all = eventsOf(run, "evaluation");
    const auto lowest = std::ranges::min_element(
        all, {}, [](const Json &event) { return event["eval_loss"].get<double>(); });
    const int64_t best = (*lowest)["step"];
    QVERIFY2(best > all.front()["step"].get<int64_t>(), "the validation loss never fell");
    QVERIFY(all.back()["eval_loss"].get<double>() > 1.05 * (*lowest)["eval_loss"].get<double>());
    const Json done = eventsOf(run, "done").at(0);
    QCOMPARE(done["final_step"].get<int64_t>(), best);
    QVERIFY(done["steps"].get<int64_t>() < 20000);
    QVERIFY(filesBelow(run / "final") == filesBelow(run / "best"));

    const std::optional<RunRecord> record = RunStore(fixture.path("")).find("run");
    QVERIFY(record && record->state == RunState::Done);
    QCOMPARE(record->bestStep, best);
    QCOMPARE(record->lastStep, done["steps"].get<int64_t>());
    QCOMPARE(*record->bestValue, (*lowest)["eval_loss"].get<double>());

    QTRY_COMPARE(titleOf(page), QStringLiteral("Done. Best step %1.").arg(best));
    QCOMPARE(page.findChild<Badge *>(QStringLiteral("runState"))->text(), QStringLiteral("Done"));
    QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("bestStepButton")));
    const Json verdict = eventsOf(run, "verdict").back();
    QCOMPARE(verdict["kind"].get<std::string>(), std::string("overfitting"));
    QVERIFY(verdict["since_step"].get<int64_t>() > best);
    const QString said =
        page.findChild<QWidget *>(QStringLiteral("lossChart"))->accessibleDescription();
    const auto since = QString::number(verdict["since_step"].get<int64_t>());
    QVERIFY2(said.contains(QStringLiteral("Overfitting since step %1. Best was step %2.")
                               .arg(since, QString::number(best))),
             qPrintable(said));
}

QTEST_MAIN(tst_BestStep)
#include "tst_best_step.moc"
