// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QString>

namespace luthier {

/// Name of a key of "model", "dataset" or "method" in run.json; empty for any other.
QString sectionKeyName(const std::string &section, const std::string &key);

/// A part of "dataset" in words, such as "text: body, label: kind" or "validation 10%, test 10%,
/// stratified, seed 42"; empty for what is no object.
QString datasetPartText(const std::string &key, const Json &value);

} // namespace luthier
