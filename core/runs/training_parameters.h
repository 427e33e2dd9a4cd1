// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/runs/training_settings.h"

#include <map>
#include <variant>

namespace luthier {

/// The place of a setting in TrainingSettings.
using TrainingMember =
    std::variant<double TrainingSettings::*, int64_t TrainingSettings::*,
                 uint64_t TrainingSettings::*, bool TrainingSettings::*,
                 std::string TrainingSettings::*, std::optional<double> TrainingSettings::*,
                 std::optional<int64_t> TrainingSettings::*,
                 std::optional<bool> TrainingSettings::*, Json TrainingSettings::*>;

/// One key of "training": the only place that knows its default, range, words and member.
struct TrainingField
{
    Parameter parameter;
    TrainingMember member;
    std::vector<std::string> notBuilt{};            ///< values that are known but not built yet
    std::map<std::string, std::string> spellings{}; ///< transformers' words for our values
    bool zeroTrainsNothing = false;
};

const std::vector<TrainingField> &trainingFields();

/// What of a model the defaults depend on; 0: not known.
struct ModelSize
{
    int64_t max_length = 0;  ///< tokens that it reads
    int64_t hidden_size = 0; ///< width of its blocks

    bool operator==(const ModelSize &) const = default;
};

/// A rate found with models of `found` hidden units, for one of `hidden_size`: wider ones bear
/// smaller steps only. A rule of thumb: with the power 2.5, what is best for full fine-tuning of
/// MiniLM (384) becomes about what BERT's authors advise at 768 and 1024 (2e-5 to 5e-5, arXiv
/// 1810.04805, A.3). Two digits; never more than `rate`.
double rateForWidth(double rate, int64_t found, int64_t hidden_size);

/// Descriptors of all keys of "training", for forms, help and checks. A parameter of `method` that
/// bears the name of one of them replaces its default and reason. Defaults are those for `model`.
std::vector<Parameter> trainingParameters(const Descriptor *method = nullptr,
                                          const ModelSize &model = {});

/// All defaults.
TrainingSettings trainingDefaults(const Descriptor *method = nullptr, const ModelSize &model = {});

/// Every spelling that "training" may hold, transformers' flags (bf16, fp16, use_cpu) included.
std::vector<std::string> trainingKeys();

/// Reads "training", whose unknown keys have been refused before; what it leaves out takes its
/// default. Throws an Error with the key's place.
TrainingSettings parseTrainingSettings(const Json &training, const Descriptor &method,
                                       const ModelSize &model = {});

Json toJson(const TrainingSettings &settings);

} // namespace luthier
