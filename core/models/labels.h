// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace luthier {

/// The labels of a config's id2label by number; empty when there are none or when all are
/// unnamed: LABEL_0, LABEL_1, … as transformers fills them in.
std::vector<std::string> labelsOf(const Json &config);

/// id2label, label2id and problem_type as transformers writes them.
void setLabels(Json &config, const std::vector<std::string> &labels,
               const std::string &problemType);

} // namespace luthier
