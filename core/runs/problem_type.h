// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace luthier {

/// `problem_type` of transformers' config for any number of labels a row.
inline constexpr const char *multiLabelProblem = "multi_label_classification";

} // namespace luthier
