// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_overrides.h"

#include "core/runs/catalog_choice.h"
#include "core/runs/nearest_key.h"
#include "core/runs/setting_check.h"
#include "core/runs/training_parameters.h"

#include <algorithm>
#include <array>

namespace luthier {

namespace {

constexpr std::array topKeys{"schema", "name", "task", "model", "dataset", "method", "training"};

bool isCalled(const Parameter &parameter, const std::string &key)
{
    return parameter.id == key || std::ranges::count(parameter.aliases, key) > 0;
}

const Parameter *parameterCalled(const std::vector<Parameter> &parameters, const std::string &key)
{
    const auto found = std::ranges::find_if(
        parameters, [&key](const Parameter &parameter) { return isCalled(parameter, key); });
    return found == parameters.end() ? nullptr : &*found;
}

std::vector<std::string> partsOf(const std::string &path)
{
    std::vector<std::string> parts(1);
    for (const char c : path) {
        if (c == '.')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// "0.1", "true" and ["query"] are JSON; what is none is a text.
Json valueOf(const std::string &text)
{
    const Json value = Json::parse(text, nullptr, false);
    return value.is_discarded() ? Json(text) : value;
}

Json &objectAt(Json &json, const std::string &key)
{
    Json &value = json[key];
    if (!value.is_object())
        value = Json::object();
    return value;
}

class Overrides
{
public:
    Overrides(Json &config, std::span<const Descriptor> methods)
        : m_config(config), m_methods(methods)
    {
    }

    void apply(const std::string &assignment)
    {
        const size_t equals = assignment.find('=');
        if (equals == 0 || equals == std::string::npos)
            throw failure("settings.assignment",
                          LUTHIER_MESSAGE("--set {text} is no assignment; write --set key=value, "
                                          "such as --set learning_rate=1e-4."),
                          {{"text", assignment}}, Error::Code::Usage);
        std::vector<std::string> path = partsOf(assignment.substr(0, equals));
        if (std::ranges::count(topKeys, path.front()) == 0)
            path.insert(path.begin(), sectionOfBareKey(path.front()));
        if (path.size() == 2)
            removeOtherSpellings(path[0], path[1]);
        Json *place = &m_config;
        for (size_t i = 0; i + 1 < path.size(); ++i)
            place = &objectAt(*place, path[i]);
        (*place)[path.back()] = valueOf(assignment.substr(equals + 1));
    }

private:
    const std::vector<Parameter> &methodParameters()
    {
        return chosenMethod(sectionOf(m_config, "method", "method"), m_methods).parameters;
    }

    std::string sectionOfBareKey(const std::string &key)
    {
        const std::vector<std::string> training = trainingKeys();
        if (std::ranges::count(training, key) > 0)
            return "training";
        if (key == "type" || parameterCalled(methodParameters(), key))
            return "method";
        std::vector<std::string> all(topKeys.begin(), topKeys.end());
        all.insert(all.end(), training.begin(), training.end());
        std::ranges::transform(methodParameters(), std::back_inserter(all), &Parameter::id);
        throw failure(
            "settings.unknown_set_key",
            LUTHIER_MESSAGE("--set {key}: there is no such setting; the nearest is {nearest}."),
            {{"key", key}, {"nearest", nearestKey(key, all)}}, Error::Code::Usage);
    }

    /// Else the file's spelling and the one given here would stand side by side.
    void removeOtherSpellings(const std::string &section, const std::string &key)
    {
        if (section != "training" && section != "method")
            return;
        const std::vector<Parameter> parameters =
            section == "training" ? trainingParameters() : methodParameters();
        const Parameter *parameter = parameterCalled(parameters, key);
        if (!parameter)
            return;
        Json &object = objectAt(m_config, section);
        object.erase(parameter->id);
        for (const std::string &alias : parameter->aliases)
            object.erase(alias);
    }

    Json &m_config;
    std::span<const Descriptor> m_methods;
};

} // namespace

void applyOverrides(Json &config, std::span<const std::string> assignments,
                    std::span<const Descriptor> methods)
{
    Overrides overrides(config, methods);
    for (const std::string &assignment : assignments)
        overrides.apply(assignment);
}

} // namespace luthier
