// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <memory>
#include <vector>

namespace luthier {

class Method;

/// A fine-tuning method as the window and the command line see it. `descriptor.id` is "method.type"
/// in run.json; the parameters are the other keys of "method", and may hold a "learning_rate" whose
/// default replaces the general one.
struct MethodInfo
{
    enum class Share { Nothing, Some, All };

    /// Which of the base model's own weights train at the default settings, from bottom to top;
    /// `additions`: the method puts small layers of its own beside them.
    struct Learns
    {
        Share embeddings = Share::Nothing;
        Share lowerBlocks = Share::Nothing;
        Share upperBlocks = Share::Nothing;
        Share head = Share::All;
        bool additions = false;
    };

    Descriptor descriptor;
    Learns learns;
    std::unique_ptr<Method> (*create)(const Json &settings);
};

const std::vector<MethodInfo> &methods();
const MethodInfo &methodNamed(const std::string &id);
std::vector<Descriptor> methodDescriptors();

} // namespace luthier
