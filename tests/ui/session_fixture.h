// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/app_context.h"
#include "ui/session/jobs.h"
#include "ui/session/plan_document.h"
#include "ui/session/run_library.h"
#include "ui/session/training_session.h"
#include "ui/session/view_state.h"

#include <QTemporaryDir>

#include <filesystem>

namespace luthier {

/// A workspace of its own with all that pages work with.
struct SessionFixture
{
    QTemporaryDir folder{QDir::tempPath() + QStringLiteral("/lu thier 한글 XXXXXX")};
    Jobs jobs;
    TrainingSession training;
    RunLibrary runs{folder.path(), jobs};
    PlanDocument plan{folder.path()};
    ViewState view{folder.filePath(QStringLiteral("view.ini"))};
    AppContext context{folder.path(), jobs, training, runs, plan, view};

    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    /// runs/<name> in the workspace.
    std::filesystem::path run(const char *name) const { return path("runs") / name; }
};

/// What trains the stored tiny model as `plan` says, in runs/<name> of the fixture's workspace.
TrainRequest tinyRequest(const SessionFixture &fixture, const char *name, const Json &plan,
                         bool resume = false);

} // namespace luthier
