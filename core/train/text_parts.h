// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/data/examples.h"
#include "core/runs/run_config.h"

namespace luthier {

/// The rows of a plan's data set, cut into its parts.
struct TextParts
{
    TextRows train, validation, test;
    LabelOrder labels;
    std::vector<Message> notes; ///< what the user should know: guesses, leaks, rows kept aside
};

/// Reads the files of `dataset`, finds the columns, orders the labels and splits.
/// `baseLabels`: the model's own labels by number, used when they cover all. `problemType`: that of
/// the training settings; it says whether a cell holds one label or several.
TextParts readTextParts(const DatasetSettings &dataset, const std::string &task,
                        const std::vector<std::string> &baseLabels, std::stop_token stop,
                        const ProgressHandler &onProgress,
                        const std::string &problemType = "single_label_classification");

} // namespace luthier
