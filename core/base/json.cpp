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
    return failure("json.syntax",
                   LUTHIER_MESSAGE("{source} is not valid JSON at byte {byte}: {what}."),
                   {{"source", std::string(source)}, {"byte", byte}, {"what", std::move(what)}});
}

/// Builds the tree itself: the library's own builder looks every new key up among all the others of
/// an ordered object, which takes minutes for a file of a few megabytes.
class TreeBuilder : public nlohmann::json_sax<Json>
{
public:
    TreeBuilder(std::string_view source, const JsonLimits &limits)
        : m_source(source), m_limits(limits)
    {
    }

    Json take() { return std::move(m_root); }

    bool null() override { return add(nullptr) != nullptr; }
    bool boolean(bool value) override { return add(value) != nullptr; }
    bool number_integer(number_integer_t value) override { return add(value) != nullptr; }
    bool number_unsigned(number_unsigned_t value) override { return add(value) != nullptr; }
    bool number_float(number_float_t value, const string_t &) override
    {
        return add(value) != nullptr;
    }
    bool string(string_t &value) override { return add(std::move(value)) != nullptr; }
    bool binary(binary_t &value) override { return add(Json::binary(std::move(value))) != nullptr; }
    bool start_object(std::size_t) override { return enter(Json::object()); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(Json::array()); }
    bool end_array() override { return leave(); }

    bool key(string_t &name) override
    {
        Level &level = m_levels.back();
        const bool isNew = level.keys.insert(name).second;
        if (!isNew && !m_limits.duplicateKeys)
            throw failure("json.duplicate_key",
                          LUTHIER_MESSAGE("{source} names the key {key} twice; keep one."),
                          {{"source", m_source}, {"key", name}});
        level.replaces = !isNew;
        level.key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t byte, const std::string &,
                     const nlohmann::detail::exception &error) override
    {
        // "[json.exception...] parse error at line 1, column 6: what is wrong"
        std::string what = error.what();
        if (const size_t start = what.find(": ", what.find("] ")); start != std::string::npos)
            what = what.substr(start + 2);
        throw badJson(m_source, int64_t(byte), what.substr(0, 200));
    }

private:
    struct Level
    {
        Json *node;
        std::set<std::string> keys{};
        std::string key{};
        bool replaces = false;
    };

    Json *add(Json value)
    {
        if (m_levels.empty())
            return &(m_root = std::move(value));
        Level &level = m_levels.back();
        if (level.node->is_array()) {
            level.node->push_back(std::move(value));
            return &level.node->back();
        }
        if (level.replaces)
            return &((*level.node)[level.key] = std::move(value));
        auto &object = level.node->get_ref<Json::object_t &>();
        return &static_cast<std::vector<Json::object_t::value_type> &>(object)
                    .emplace_back(std::move(level.key), std::move(value))
                    .second;
    }

    bool enter(Json value)
    {
        if (int(m_levels.size()) >= m_limits.depth)
            throw failure("json.too_deep",
                          LUTHIER_MESSAGE("{source} is nested deeper than {depth} levels."),
                          {{"source", m_source}, {"depth", int64_t(m_limits.depth)}});
        // Parents do not grow while a child is open, so the pointer stays good.
        Json *node = add(std::move(value));
        m_levels.push_back({node});
        return true;
    }

    bool leave()
    {
        m_levels.pop_back();
        return true;
    }

    std::string m_source;
    JsonLimits m_limits;
    Json m_root;
    std::vector<Level> m_levels;
};

} // namespace

Json parseJson(std::string_view text, std::string_view source, const JsonLimits &limits)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    // The parser takes a zero byte for the end of the text: what follows would go unseen.
    if (const size_t zero = text.find('\0'); zero != std::string_view::npos)
        throw badJson(source, int64_t(zero) + 1, "a zero byte");
    TreeBuilder builder(source, limits);
    Json::sax_parse(text, &builder);
    return builder.take();
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
