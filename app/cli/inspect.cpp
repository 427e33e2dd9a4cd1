// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/inspect.h"

#include "app/cli/subcommand.h"
#include "app/cli/words.h"
#include "core/base/message_json.h"

#include <CLI/CLI.hpp>

#include <iomanip>
#include <iostream>

namespace luthier {

namespace {

constexpr size_t listed = 12;

std::string inWords(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number_integer())
        return words::whole(value.get<int64_t>());
    if (value.is_number())
        return words::number(value.get<double>());
    if (value.is_boolean())
        return value.get<bool>() ? "yes" : "no";
    if (!value.is_structured())
        return "-";
    std::string out;
    size_t count = 0;
    for (const auto &[key, item] : value.items()) {
        if (++count > listed)
            return out + ", and " + words::whole(int64_t(value.size() - listed)) + " more";
        out += (out.empty()                            ? ""
                : value.is_array() && item.is_object() ? "\n" + std::string(21, ' ')
                                                       : ", ") +
               (value.is_object() ? key + " " : "") + inWords(item);
    }
    return out.empty() ? "none" : out;
}

void print(const Json &answer)
{
    for (const auto &[fact, value] : answer.items())
        if (fact != "problems")
            std::cout << std::left << std::setw(20) << fact << " " << inWords(value) << "\n";
    for (const Json &problem : answer["problems"])
        std::cout << (problem["severity"] == "error" ? "Problem: " : "Note: ")
                  << messageFrom(problem).english() << "\n";
}

} // namespace

Action addInspect(CLI::App &app)
{
    struct Options
    {
        std::string path;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    app.add_option("PATH", options->path, "Model, adapter, data file or run folder")->required();
    app.add_flag("--json", options->json, "One JSON object");
    app.footer("Exit status 1 when training could not use it.");
    return [options] {
        const Json answer = inspect(options->path);
        if (options->json)
            std::cout << answer.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        else
            print(answer);
        return answer["usable"].get<bool>() ? exitDone : exitFailed;
    };
}

} // namespace luthier
