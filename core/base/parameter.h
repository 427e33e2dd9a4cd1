// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/message.h"

#include <string>
#include <vector>

namespace luthier {

/// One setting as forms, command-line help and the check of a run configuration see it.
/// `id` is the key in run.json: the name that transformers and peft use, where they have one.
struct Parameter
{
    enum class Kind { Whole, Number, Flag, Text, Choice, Names };
    enum class Scale { Linear, Logarithmic };

    std::string id;
    Kind kind = Kind::Number;
    std::string label{};    ///< "Learning rate" (translated by the window)
    std::string help{};     ///< one sentence: what it does
    std::string reason{};   ///< one sentence: why the default is what it is
    Json initial{};         ///< default value
    int64_t initialFor = 0; ///< hidden size of the models it was found with; 0: for all alike
    double minimum = 0;
    double maximum = 0; ///< inclusive; ignored unless Whole or Number
    Scale scale = Scale::Linear;
    std::vector<std::string> choices{}; ///< for Choice
    std::vector<std::string> aliases{}; ///< other spellings read from run.json
    bool advanced = false;              ///< hidden in the simple form
};

/// What a catalog tells of a method, a task, a model family or a reader.
struct Descriptor
{
    std::string id;
    std::string name;
    std::string summary; ///< one sentence
    std::vector<Parameter> parameters{};
};

} // namespace luthier
