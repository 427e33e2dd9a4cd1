// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <optional>
#include <string>

namespace luthier {

/// Settings of a model, each read with its allowed range. A key that is absent or null takes the
/// fallback; without one it is an Error, as is a value of another type or outside the range. Every
/// Error names file, key, value and what is allowed.
class ConfigReader
{
public:
    /// `object` must outlive the reader; `file` stands in messages.
    ConfigReader(const Json &object, std::string file) : m_object(&object), m_file(std::move(file))
    {
    }

    const Json &json() const { return *m_object; }
    const std::string &file() const { return m_file; }
    /// Null when the key is absent or null.
    const Json *find(const std::string &key) const;

    int64_t whole(const std::string &key, int64_t minimum, int64_t maximum,
                  std::optional<int64_t> fallback = {}) const;
    double number(const std::string &key, double minimum, double maximum,
                  std::optional<double> fallback = {}) const;
    std::string text(const std::string &key, std::optional<std::string> fallback = {}) const;
    bool flag(const std::string &key, std::optional<bool> fallback = {}) const;

private:
    /// The value; null when there is none but a fallback.
    const Json *required(const std::string &key, bool hasFallback) const;
    [[noreturn]] void refuseType(const std::string &key, const Json &value, const char *type) const;

    const Json *m_object;
    std::string m_file;
};

} // namespace luthier
