// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/subcommand.h"
#include "core/methods/catalog.h"

#include <CLI/CLI.hpp>

#include <iomanip>
#include <iostream>

namespace luthier {

namespace {

const char *kindName(Parameter::Kind kind)
{
    switch (kind) {
    case Parameter::Kind::Whole:
        return "whole";
    case Parameter::Kind::Number:
        return "number";
    case Parameter::Kind::Flag:
        return "flag";
    case Parameter::Kind::Text:
        return "text";
    case Parameter::Kind::Choice:
        return "choice";
    case Parameter::Kind::Names:
        return "names";
    }
    return "";
}

Json inJson(const Parameter &parameter)
{
    Json out{{"id", parameter.id},
             {"kind", kindName(parameter.kind)},
             {"label", parameter.label},
             {"help", parameter.help},
             {"reason", parameter.reason},
             {"default", parameter.initial},
             {"advanced", parameter.advanced}};
    if (parameter.initialFor > 0)
        out["default_for_hidden_size"] = parameter.initialFor;
    if (parameter.kind == Parameter::Kind::Whole || parameter.kind == Parameter::Kind::Number) {
        out["minimum"] = parameter.minimum;
        out["maximum"] = parameter.maximum;
        out["scale"] = parameter.scale == Parameter::Scale::Linear ? "linear" : "logarithmic";
    }
    if (!parameter.choices.empty())
        out["choices"] = parameter.choices;
    if (!parameter.aliases.empty())
        out["aliases"] = parameter.aliases;
    return out;
}

Json inJson(const Descriptor &method)
{
    Json parameters = Json::array();
    for (const Parameter &parameter : method.parameters)
        parameters.push_back(inJson(parameter));
    return {{"id", method.id},
            {"name", method.name},
            {"summary", method.summary},
            {"parameters", parameters}};
}

void print(const Descriptor &method)
{
    std::cout << method.id << ": " << method.name << "\n  " << method.summary << "\n";
    for (const Parameter &parameter : method.parameters)
        std::cout << "  " << std::left << std::setw(18) << parameter.id << parameter.initial.dump()
                  << "  " << parameter.help << "\n";
}

} // namespace

Action addMethods(CLI::App &app)
{
    auto json = std::make_shared<bool>(false);
    app.add_flag("--json", *json,
                 "One JSON object with every setting, its default, range and reason");
    return [json] {
        Json list = Json::array();
        for (const Descriptor &method : methodDescriptors()) {
            if (*json)
                list.push_back(inJson(method));
            else
                print(method);
        }
        if (*json)
            std::cout << Json{{"methods", list}}.dump() << '\n';
        return exitDone;
    };
}

} // namespace luthier
