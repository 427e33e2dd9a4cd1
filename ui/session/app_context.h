// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace luthier {

class Jobs;
class PlanDocument;
class RunLibrary;
class TrainingSession;
class ViewState;

/// What every page works with; all of it outlives the pages.
struct AppContext
{
    QString workspace;         ///< absolute folder of runs, models and data sets
    Jobs &jobs;                ///< long work in lanes, off the window's thread
    TrainingSession &training; ///< the run that trains, if any
    RunLibrary &runs;          ///< the workspace's runs
    PlanDocument &plan;        ///< the plan behind wizard and review
    ViewState &view;           ///< remembered by page id: columns, splitters, chart options
};

} // namespace luthier
