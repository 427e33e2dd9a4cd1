// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/error.h"
#include "core/base/files.h"

#include <set>
#include <vector>

namespace luthier {

namespace {

Error badJson(std::string_view source, int64_t byte, std::string what)
{
    return failure("json.syntax", LUTHIER_MESSAGE("{source} is not valid JSON at byte {byte}: {what}."),
                   {{"source", std::string(source)}, {"byte", byte}, {"what", std::move(what)}});
}

/// Walks the text once for what the tree builder would accept in silence: depth and equal keys.
class Inspector : public nlohmann::json_sax<Json>
{
public:
    Inspector(std::string_view source, const JsonLimits &limits) : m_source(source), m_limits(limits) {}

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_array() override { return leave(); }

    bool key(string_t &name) override
    {
        if (!m_keys.back().insert(name).second && !m_limits.duplicateKeys)
            throw failure("json.duplicate_key", LUTHIER_MESSAGE("{source} names the key {key} twice; keep one."),
                          {{"source", m_source}, {"key", name}});
        return true;
    }

    bool parse_error(std::size_t byte, const std::string &, const nlohmann::detail::exception &error) override
    {
        std::string what = error.what();
        if (const size_t start = what.rfind(": "); start != std::string::npos)
            what = what.substr(start + 2);
        throw badJson(m_source, int64_t(byte), what.substr(0, 200));
    }

private:
    bool enter()
    {
        m_keys.emplace_back();
        if (int(m_keys.size()) > m_limits.depth)
            throw failure("json.too_deep", LUTHIER_MESSAGE("{source} is nested deeper than {depth} levels."),
                          {{"source", m_source}, {"depth", int64_t(m_limits.depth)}});
        return true;
    }

    bool leave()
    {
        m_keys.pop_back();
        return true;
    }

    std::string m_source;
    JsonLimits m_limits;
    std::vector<std::set<std::string>> m_keys;
};

} // namespace

Json parseJson(std::string_view text, std::string_view source, const JsonLimits &limits)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    Inspector inspector(source, limits);
    Json::sax_parse(text, &inspector);
    try {
        return Json::parse(text);
    } catch (const Json::exception &error) {
        throw badJson(source, 0, error.what());
    }
}

Json readJson(const std::filesystem::path &path, uint64_t limit)
{
    return parseJson(files::read(path, limit), path.string());
}

void writeJson(const std::filesystem::path &path, const Json &json)
{
    files::writeWhole(path, json.dump(2) + "\n");
}

Json toJson(const Message &message)
{
    Json values = Json::object();
    for (const auto &[name, value] : message.values)
        std::visit([&, &name = name](const auto &v) { values[name] = v; }, value);
    return {{"id", message.id}, {"text", message.text}, {"values", values}};
}

} // namespace luthier
