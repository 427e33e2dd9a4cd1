// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/config_reader.h"

#include "core/base/error.h"
#include "core/weights/shown.h"

#include <limits>

namespace luthier {

const Json *ConfigReader::find(const std::string &key) const
{
    const auto entry = m_object->find(key);
    return entry == m_object->end() || entry->is_null() ? nullptr : &*entry;
}

const Json *ConfigReader::required(const std::string &key, bool hasFallback) const
{
    const Json *value = find(key);
    if (!value && !hasFallback)
        throw failure("config.missing_key",
                      LUTHIER_MESSAGE("{file} lacks {key}; choose a complete model or add it."),
                      {{"file", m_file}, {"key", key}});
    return value;
}

void ConfigReader::refuseType(const std::string &key, const Json &value, const char *type) const
{
    throw failure("config.type",
                  LUTHIER_MESSAGE("{file} has {value} for {key}, where the JSON type {type} is "
                                  "needed; correct it or choose another model."),
                  {{"file", m_file},
                   {"key", key},
                   {"value", shown(value.dump())},
                   {"type", std::string(type)}});
}

int64_t ConfigReader::whole(const std::string &key, int64_t minimum, int64_t maximum,
                            std::optional<int64_t> fallback) const
{
    const Json *value = required(key, fallback.has_value());
    if (!value)
        return *fallback;
    const bool fits = value->is_number_integer() &&
                      (!value->is_number_unsigned() ||
                       value->get<uint64_t>() <= uint64_t(std::numeric_limits<int64_t>::max()));
    if (!fits || value->get<int64_t>() < minimum || value->get<int64_t>() > maximum)
        throw failure(
            "config.whole_range",
            LUTHIER_MESSAGE("{file} has {value} for {key}, where a whole number from {minimum} to "
                            "{maximum} is allowed; correct it or choose another model."),
            {{"file", m_file},
             {"key", key},
             {"value", shown(value->dump())},
             {"minimum", minimum},
             {"maximum", maximum}});
    return value->get<int64_t>();
}

double ConfigReader::number(const std::string &key, double minimum, double maximum,
                            std::optional<double> fallback) const
{
    const Json *value = required(key, fallback.has_value());
    if (!value)
        return *fallback;
    if (!value->is_number())
        refuseType(key, *value, "number");
    const double number = value->get<double>();
    if (!(number >= minimum && number <= maximum))
        throw failure(
            "config.number_range",
            LUTHIER_MESSAGE("{file} has {value} for {key}, where a number from {minimum} to "
                            "{maximum} is allowed; correct it or choose another model."),
            {{"file", m_file},
             {"key", key},
             {"value", shown(value->dump())},
             {"minimum", minimum},
             {"maximum", maximum}});
    return number;
}

std::string ConfigReader::text(const std::string &key, std::optional<std::string> fallback) const
{
    const Json *value = required(key, fallback.has_value());
    if (!value)
        return *fallback;
    if (!value->is_string())
        refuseType(key, *value, "string");
    return value->get<std::string>();
}

bool ConfigReader::flag(const std::string &key, std::optional<bool> fallback) const
{
    const Json *value = required(key, fallback.has_value());
    if (!value)
        return *fallback;
    if (!value->is_boolean())
        refuseType(key, *value, "boolean");
    return value->get<bool>();
}

} // namespace luthier
