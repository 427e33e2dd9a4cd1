// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tiny_run.h"
#include "tests/ui/pictures/states.h"
#include "ui/forms/number_box.h"
#include "ui/session/plan_document.h"
#include "ui/session/view_state.h"

#include <QLineEdit>
#include <QTest>

namespace luthier::pictures {

namespace fs = std::filesystem;

namespace {

const fs::path stored = fs::path(LUTHIER_TEST_DATA) / "parity" / "bert-tiny-full";

/// A sound model, a spoilt one and a data file.
void place(SessionFixture &fixture)
{
    fs::create_directories(fixture.path("models"));
    for (const char *name : {"models/bert-tiny", "models/news-tiny"})
        fs::copy(stored / "model", fixture.path(name), fs::copy_options::recursive);
    fs::resize_file(fixture.path("models/news-tiny/model.safetensors"), 1000);
    fs::copy_file(stored / "train.csv", fixture.path("mails.csv"));
}

void plan(SessionFixture &fixture)
{
    place(fixture);
    const auto set = [&fixture](const char *pointer, const Json &value) {
        fixture.plan.set(pointer, value, {});
    };
    set("/task", "text-classification");
    set("/model", {{"path", fixture.path("models/bert-tiny").string()}});
    set("/dataset", {{"path", fixture.path("mails.csv").string()},
                     {"columns", {{"text", "text"}, {"label", "label"}}},
                     {"split", {{"validation", 0.15}, {"test", 0.15}}}});
    set("/method", {{"type", "lora"}});
    set("/training", {{"num_train_epochs", 5.0}, {"max_length", 24}});
}

void allSettings(SessionFixture &fixture)
{
    plan(fixture);
    fixture.view.setValue(QStringLiteral("train/simple"), false);
}

void cannotStart(SessionFixture &fixture)
{
    plan(fixture);
    fixture.plan.set("/training/warmup_steps", 5000, {});
}

/// Parts in files of their own.
void threeFiles(SessionFixture &fixture)
{
    fixture.plan.set({}, tinyPlan({{"type", "lora"}}, {}), {});
}

void noData(Scene &scene)
{
    scene.settle();
    auto *file = scene.find<QLineEdit>("dataFile");
    file->setText(QStringLiteral("nowhere.csv"));
    QTest::keyClick(file, Qt::Key_Return);
}

void typedWrong(Scene &scene)
{
    auto *box = scene.find<NumberBox>("learningRate");
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("5"));
}

} // namespace

std::vector<State> trainStates()
{
    return {
        {"train-task", "train?step=task"},
        {"train-model", "train?step=model", plan},
        {"train-model-none", "train?step=model",
         [](SessionFixture &fixture) { fixture.plan.set("/task", "text-classification", {}); }},
        {"train-data", "train?step=data", plan},
        {"train-data-files", "train?step=data", threeFiles},
        {"train-data-wrong", "train?step=data", plan, noData},
        {"train-method", "train?step=method", plan},
        {"train-settings", "train?step=settings", plan},
        {"train-settings-all", "train?step=settings", allSettings},
        {"train-settings-wrong", "train?step=settings", plan, typedWrong},
        {"train-review", "train?step=review", plan},
        {"train-review-wrong", "train?step=review", cannotStart},
    };
}

} // namespace luthier::pictures
