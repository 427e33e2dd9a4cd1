// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/start_summary.h"

#include "app/cli/words.h"

#include <iomanip>
#include <sstream>

namespace luthier {

namespace {

int64_t count(const Json &object, const char *key)
{
    return object.value(key, int64_t(0));
}

std::string rows(const Json &event)
{
    const Json rows = event.value("rows", Json::object());
    std::string out = words::whole(count(rows, "train")) + " to train";
    if (const int64_t validation = count(rows, "validation"))
        out += ", " + words::whole(validation) + " to validate";
    if (const int64_t test = count(rows, "test"))
        out += ", " + words::whole(test) + " to test";
    return out;
}

std::string tokens(const Json &event)
{
    return words::whole(count(event, "tokens")) + " an epoch; " +
           words::whole(count(event, "rows_cut")) + " rows (" +
           words::percent(event.value("rows_cut_share", 0.0)) + ") are cut at max_length";
}

std::string steps(const Json &event)
{
    std::string out = words::whole(count(event, "steps")) + ", " +
                      words::whole(count(event, "steps_per_epoch")) + " an epoch";
    if (const int64_t every = count(event, "eval_steps"))
        out += ", validation every " + words::whole(every);
    return out;
}

std::string trainable(const Json &event)
{
    const int64_t all = count(event, "parameters"), trained = count(event, "trainable_parameters");
    return words::whole(trained) + " of " + words::whole(all) + " parameters (" +
           words::percent(all > 0 ? double(trained) / double(all) : 0) + ")";
}

std::string kept(const Json &event)
{
    const int64_t bytes = count(event, "cache_bytes");
    return bytes > 0 ? words::bytes(double(bytes)) + " in memory for what the frozen parts give"
                     : std::string();
}

std::string newModules(const Json &event)
{
    std::string out;
    for (const Json &module : event.value("new_modules", Json::array()))
        out += (out.empty() ? "" : ", ") + module.get<std::string>();
    return out;
}

std::string device(const Json &event)
{
    return event.value("device", "cpu") + ", " + event.value("precision", "fp32") + ", " +
           words::whole(count(event, "threads")) + " threads";
}

} // namespace

std::string startSummary(const Json &event)
{
    std::ostringstream out;
    const auto line = [&out](const char *name, const std::string &text) {
        if (!text.empty())
            out << std::left << std::setw(15) << name << text << "\n";
    };
    line("Run", event.value("run", ""));
    line("Rows", rows(event));
    line("Tokens", tokens(event));
    line("Steps", steps(event));
    line("Learning rate", words::number(event.value("learning_rate", 0.0)));
    line("Trainable", trainable(event));
    line("New modules", newModules(event));
    line("Kept features", kept(event));
    line("Device", device(event));
    line("Disk needed", words::bytes(double(count(event, "disk_bytes"))));
    return out.str();
}

} // namespace luthier
