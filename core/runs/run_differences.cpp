// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_differences.h"

#include "core/runs/training_parameters.h"

#include <array>
#include <string_view>

namespace luthier {

namespace {

using Flat = std::vector<std::pair<std::string, Json>>;

constexpr std::array immaterial{"name", "training.save_steps", "training.save_total_limit"};

/// A path does not matter where the hash of what it leads to is known and equal.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> hashOfPath{{
    {"model.path", "model.sha256"},
    {"dataset.path", "dataset.version.sha256.path"},
    {"dataset.train", "dataset.version.sha256.train"},
    {"dataset.validation", "dataset.version.sha256.validation"},
    {"dataset.test", "dataset.version.sha256.test"},
}};

void flatten(const Json &json, const std::string &path, Flat &out)
{
    if (!json.is_object() || json.empty()) {
        out.emplace_back(path, json);
        return;
    }
    for (const auto &[key, value] : json.items())
        flatten(value, path.empty() ? key : path + "." + key, out);
}

const Json *valueAt(const Flat &flat, std::string_view key)
{
    for (const auto &[path, value] : flat)
        if (path == key)
            return &value;
    return nullptr;
}

bool isHash(std::string_view key)
{
    return key == "model.sha256" || key.starts_with("dataset.version");
}

/// What a run computes by itself and the new plan does not name.
bool leftOpen(std::string_view key, const Json *after)
{
    if (key == "training.eval_steps" || key == "method.modules_to_save")
        return after && *after == "auto";
    if (key.starts_with("dataset.columns."))
        return !after || after->is_null();
    return isHash(key) && !after;
}

/// A training setting in the word that is written today: an older run.json may hold another one.
Json inTodaysWords(const std::string &key, const Json &value)
{
    constexpr std::string_view section = "training.";
    if (!key.starts_with(section) || !value.is_string())
        return value;
    for (const TrainingField &field : trainingFields())
        if (key.substr(section.size()) == field.parameter.id)
            if (const auto found = field.spellings.find(value.get<std::string>());
                found != field.spellings.end())
                return found->second;
    return value;
}

bool equal(const std::string &key, const Json &before, const Json &after)
{
    return before == after || inTodaysWords(key, before) == inTodaysWords(key, after);
}

bool matters(const std::string &key, const Flat &before, const Flat &after)
{
    for (const char *name : immaterial)
        if (key == name)
            return false;
    const auto same = [&](std::string_view name) {
        const Json *old = valueAt(before, name), *now = valueAt(after, name);
        return old && now && *old == *now;
    };
    for (const auto &[path, hash] : hashOfPath) {
        if (key == path && same(hash))
            return false;
        // Another path tells already that what it leads to is another.
        if (key == hash && !same(path))
            return false;
    }
    return true;
}

} // namespace

std::vector<Difference> differences(const Json &before, const Json &after)
{
    Flat old, now;
    flatten(before, "", old);
    flatten(after, "", now);
    std::vector<Difference> out;
    for (const auto &[key, value] : old) {
        const Json *changed = valueAt(now, key);
        if ((!changed || !equal(key, value, *changed)) && !leftOpen(key, changed))
            out.push_back({key, value, changed ? *changed : Json(), matters(key, old, now)});
    }
    for (const auto &[key, value] : now)
        if (!valueAt(old, key) && !isHash(key))
            out.push_back({key, Json(), value, matters(key, old, now)});
    return out;
}

} // namespace luthier
