// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/module_names.h"

#include "core/base/error.h"

#include <regex>
#include <set>

namespace luthier {

namespace {

std::string lastPart(const std::string &path)
{
    return path.substr(path.rfind('.') + 1);
}

bool endsWithModule(const std::string &path, const std::string &module)
{
    return path == module || path.ends_with("." + module);
}

std::string targetText(const Json &target)
{
    return target.is_string() ? target.get<std::string>() : target.dump();
}

std::regex patternOf(const std::string &text)
{
    try {
        return std::regex(text, std::regex::ECMAScript);
    } catch (const std::regex_error &) {
        throw failure("methods.bad_pattern",
                      LUTHIER_MESSAGE("target_modules {pattern} is not a regular expression; give "
                                      "a list of names instead."),
                      {{"pattern", text}});
    }
}

} // namespace

std::vector<Linear *> targetedLinears(const Model &model, const Json &target)
{
    std::vector<Linear *> out;
    const auto add = [&](auto matches) {
        std::ranges::copy_if(model.linears(), std::back_inserter(out), matches);
    };
    if (target.is_string() && target != "all-linear") {
        const std::regex pattern = patternOf(target.get<std::string>());
        add([&](const Linear *linear) { return std::regex_match(linear->name(), pattern); });
    } else if (target.is_string()) {
        // As in peft: every linear layer but the output head.
        add([&](const Linear *linear) { return linear->name() != model.headModules().back(); });
    } else {
        const auto names = target.get<std::vector<std::string>>();
        add([&](const Linear *linear) {
            return std::ranges::any_of(names, [&](const std::string &name) {
                return endsWithModule(linear->name(), name);
            });
        });
    }
    if (out.empty()) {
        std::set<std::string> known;
        for (const Linear *linear : model.linears())
            known.insert(lastPart(linear->name()));
        std::string list;
        for (const std::string &name : known)
            list += (list.empty() ? "" : ", ") + name;
        throw failure(
            "methods.no_target",
            LUTHIER_MESSAGE(
                "target_modules {target} matches no layer of this model; it has {known}."),
            {{"target", targetText(target)}, {"known", list}});
    }
    return out;
}

std::vector<NamedTensor> parametersOfModules(const Model &model,
                                             const std::vector<std::string> &modules)
{
    std::vector<NamedTensor> out;
    std::set<std::string> unmatched(modules.begin(), modules.end());
    for (const NamedTensor &parameter : model.parameters().all()) {
        for (size_t dot = parameter.name.find('.'); dot != std::string::npos;
             dot = parameter.name.find('.', dot + 1)) {
            const std::string path = parameter.name.substr(0, dot);
            const auto found = std::ranges::find_if(
                modules, [&](const std::string &module) { return path.ends_with(module); });
            if (found == modules.end())
                continue;
            unmatched.erase(*found);
            out.push_back(parameter);
            break;
        }
    }
    if (!unmatched.empty())
        throw failure(
            "methods.no_module",
            LUTHIER_MESSAGE("modules_to_save names {module}, which this model does not have."),
            {{"module", *unmatched.begin()}});
    return out;
}

} // namespace luthier
