// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tiny_run.h"
#include "tests/ui/pictures/states.h"
#include "tests/ui/pictures/stored_run.h"
#include "ui/session/plan_document.h"
#include "ui/shell/choose_data.h"

#include <QFile>
#include <QSpinBox>
#include <QTest>

namespace luthier::pictures {

namespace fs = std::filesystem;

namespace {

QString mailsIn(const SessionFixture &fixture)
{
    return fixture.folder.filePath(QStringLiteral("mails.csv"));
}

/// Counts the tokens of what the Data page shows.
void chooseModel(SessionFixture &fixture)
{
    const fs::path model = fixture.path("models/bert-tiny");
    fs::create_directories(model.parent_path());
    fs::copy(fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model", model,
             fs::copy_options::recursive);
    fixture.plan.set("/model/path", model.string(), {});
}

/// A table with what people have: copies, empty texts, long texts, one line too many.
void mails(SessionFixture &fixture)
{
    chooseModel(fixture);
    constexpr int rows = 400;
    QFile file(mailsIn(fixture));
    file.open(QIODevice::WriteOnly);
    file.write("body,kind\n");
    for (int row = 0; row < rows; ++row) {
        const bool spam = row % 3 == 0;
        QByteArray text =
            spam ? "Lowest mortgage rates, act today, offer " : "Re: cups on 7.3 prints ";
        text += QByteArray::number(row % 390);
        for (int more = 0; more < row % 40; ++more)
            text += " and one more word";
        if (row % 97 == 5)
            text.clear();
        file.write('"' + text + "\"," + (spam ? "spam" : "ham") + '\n');
    }
    file.write("broken,line,of,four\n");
}

/// Its longest texts are cut off.
void openMails(Scene &scene)
{
    constexpr int cutOff = 96;
    scene.window.open(dataRoute(mailsIn(scene.fixture)));
    scene.settle();
    scene.find<QSpinBox>("dataCutOff")->setValue(cutOff);
}

void runsOfAllKinds(SessionFixture &fixture)
{
    store(fixture, {.name = "mails-features", .method = "feature-extraction", .floor = 0.1});
    store(fixture,
          {.name = "mails-full", .method = "full", .state = RunState::Failed, .lastStep = 120});
    store(fixture, {.name = "mails-freeze-4",
                    .method = "freeze",
                    .state = RunState::Stopped,
                    .lastStep = 300});
    store(fixture, {.name = "mails-lora-r16", .state = RunState::Interrupted, .lastStep = 410});
    store(fixture, {.name = "mails-lora-r8", .bestStep = 350});
}

void openRun(Scene &scene, const char *name)
{
    for (const RunRecord &run : scene.fixture.runs.runs())
        if (run.name == name)
            return scene.window.open({QStringLiteral("run"), QString::fromStdString(run.id)});
}

void compareRuns(Scene &scene)
{
    QStringList ids;
    for (const RunRecord &run : scene.fixture.runs.runs())
        if (run.state != RunState::Failed)
            ids << QString::fromStdString(run.id);
    scene.window.open({QStringLiteral("runs"), {}, {{QStringLiteral("compare"), ids.join(u',')}}});
}

template <const char *tab>
void openTab(Scene &scene)
{
    for (const RunRecord &run : scene.fixture.runs.runs())
        if (run.name == "mails-lora-r8")
            return scene.window.open({QStringLiteral("run"),
                                      QString::fromStdString(run.id),
                                      {{QStringLiteral("tab"), QLatin1String(tab)}}});
}

constexpr char settingsTab[] = "settings", logTab[] = "log", testTab[] = "evaluation";

/// Trains the tiny model until there is something to see, then pauses it.
void trainAndPause(Scene &scene)
{
    constexpr int enough = 60, longest = 60000; // steps, ms
    SessionFixture &fixture = scene.fixture;
    int64_t reached = 0;
    QObject::connect(&fixture.training, &TrainingSession::eventsCame, &scene.window,
                     [&reached, &fixture](const std::vector<Json> &events) {
                         for (const Json &event : events)
                             if (event.value("event", "") == "step")
                                 reached = event.value("step", int64_t(0));
                         if (reached >= enough)
                             fixture.training.pause();
                     });
    fixture.training.start(
        tinyRequest(fixture, "reuters-live", tinyPlan({{"type", "full"}}, {{"max_steps", 2000}})));
    const auto paused = [&] { return fixture.training.state() == TrainingSession::State::Paused; };
    if (!QTest::qWaitFor(paused, longest))
        qFatal("the tiny run did not get far enough");
    QObject::disconnect(&fixture.training, &TrainingSession::eventsCame, &scene.window, nullptr);
}

void pausedRun(Scene &scene)
{
    trainAndPause(scene);
    scene.window.open({QStringLiteral("run"), QStringLiteral("reuters-live")});
}

} // namespace

std::vector<State> dataStates()
{
    return {{"data-empty", "data"}, {"data", "data", mails, openMails}};
}

std::vector<State> runStates()
{
    return {
        {"runs-empty", "runs"},
        {"runs", "runs", runsOfAllKinds},
        {"run", "runs", runsOfAllKinds, [](Scene &scene) { openRun(scene, "mails-lora-r8"); }},
        {"runs-compare", "runs", runsOfAllKinds, compareRuns},
        {"run-settings", "runs", runsOfAllKinds, openTab<settingsTab>},
        {"run-log", "runs", runsOfAllKinds, openTab<logTab>},
        {"run-test", "runs", runsOfAllKinds, openTab<testTab>},
        {"run-interrupted", "runs", runsOfAllKinds,
         [](Scene &scene) { openRun(scene, "mails-lora-r16"); }},
        {"run-failed", "runs", runsOfAllKinds, [](Scene &scene) { openRun(scene, "mails-full"); }},
        {"run-paused", "home", nullptr, pausedRun},
        {"home-running", "home", runsOfAllKinds, trainAndPause},
    };
}

} // namespace luthier::pictures
