// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nested_message.h"

namespace luthier {

namespace {

constexpr const char *textKey = "text";

} // namespace

void nest(Message &outer, const std::string &place, const Message &inner)
{
    outer.values[place] = inner.english();
    for (const auto &[name, value] : inner.values)
        outer.values[place + "." + name] = value;
    outer.values[place + "." + textKey] = inner.text;
}

std::optional<Message> nestedAt(const std::map<std::string, MessageValue> &values,
                                const std::string &place)
{
    const std::string prefix = place + ".";
    const auto text = values.find(prefix + textKey);
    if (text == values.end() || !std::holds_alternative<std::string>(text->second))
        return std::nullopt;
    Message inner{.id = {}, .text = std::get<std::string>(text->second), .values = {}};
    for (auto it = values.lower_bound(prefix); it != values.end() && it->first.starts_with(prefix);
         ++it)
        if (it != text)
            inner.values[it->first.substr(prefix.size())] = it->second;
    return inner;
}

} // namespace luthier
