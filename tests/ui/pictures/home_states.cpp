// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures/states.h"
#include "tests/ui/pictures/stored_run.h"

#include <QDir>
#include <QFile>

namespace luthier::pictures {

namespace {

/// Stands for the sample's model and data; nothing of them is read before a click.
void placeSample(SessionFixture &fixture)
{
    const QDir workspace(fixture.folder.path());
    workspace.mkpath(QStringLiteral("models/minilm-l6"));
    workspace.mkpath(QStringLiteral("datasets/reuters-r8"));
    for (const char *name : {"datasets/reuters-r8/train.csv", "datasets/reuters-r8/test.csv"}) {
        QFile file(workspace.filePath(QLatin1String(name)));
        file.open(QIODevice::WriteOnly);
    }
}

void someRuns(SessionFixture &fixture)
{
    store(fixture, {.name = "mails-features", .method = "feature-extraction", .floor = 0.1});
    store(fixture, {.name = "mails-freeze-4", .method = "freeze", .floor = 0.07});
    store(fixture,
          {.name = "mails-full", .method = "full", .state = RunState::Failed, .lastStep = 120});
    store(fixture, {.name = "mails-lora-r16", .state = RunState::Interrupted, .lastStep = 410});
    store(fixture, {.name = "mails-lora-r8"});
}

} // namespace

std::vector<State> homeStates()
{
    return {
        {"home-first", "home", placeSample},
        {"home", "home", someRuns},
        {"settings", "settings"},
        {"help", "help"},
        {"unknown", "publish/mails"},
    };
}

} // namespace luthier::pictures
