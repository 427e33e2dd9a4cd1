// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/findings.h"

namespace luthier {

/// One inspection for each kind of thing. They may throw: `inspect` turns that into a problem.
void inspectModel(const std::filesystem::path &folder, Findings &findings);
void inspectAdapter(const std::filesystem::path &folder, Findings &findings);
/// A safetensors file without its model.
void inspectWeights(const std::filesystem::path &file, Findings &findings);
void inspectData(const std::filesystem::path &file, Findings &findings);
void inspectRun(const std::filesystem::path &folder, Findings &findings);

} // namespace luthier
