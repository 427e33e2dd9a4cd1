// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/method.h"

namespace luthier {

/// A method whose result is the model itself, all of its weights: it only says which of them train.
class WholeModelMethod : public Method
{
public:
    void save(const Model &model, const std::filesystem::path &folder,
              const SaveContext &context) const override;
    void load(const Model &model, const std::filesystem::path &folder) const override;

protected:
    /// Everything below the head modules trains: a new head, and the pooler that feeds it.
    static void trainHead(const Model &model);
};

/// The rate that replaces the general default where a method has one of its own. `reason`: one
/// sentence on what the value rests on. It falls for models wider than the ones it was found with.
Parameter learningRate(double initial, std::string reason);
/// The same where the head alone trains: the width does not matter.
Parameter headLearningRate(double initial, std::string reason);
/// The same for how much faster a head learns that the base model lacks.
Parameter newHeadRatio(double initial, std::string reason);

} // namespace luthier
