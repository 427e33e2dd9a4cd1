// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <span>

namespace luthier {

/// The method that "method" of run.json names (peft's spelling, "LORA", is read too); the first one
/// when it names none. Throws an Error for one that is not built yet and for an unknown one.
const Descriptor &chosenMethod(const Json &method, std::span<const Descriptor> methods);

/// The same for "task".
const Descriptor &chosenTask(const Json &task, std::span<const Descriptor> tasks);

} // namespace luthier
