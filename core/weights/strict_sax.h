// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>
#include <string_view>

namespace luthier {

/// Reads JSON with a fixed layout as events, so that a file with millions of keys needs neither a
/// tree nor quadratic time. Whatever a reader does not ask for ends in `unexpected`.
class StrictSax : public nlohmann::json_sax<Json>
{
public:
    explicit StrictSax(std::string file) : m_file(std::move(file)) {}

    /// Reads the whole text, which lies `offset` bytes into the file. Throws an Error that names
    /// the file and the byte in it.
    void read(std::string_view text, uint64_t offset = 0);

    bool null() override { return refused("null", {}); }
    bool boolean(bool value) override { return refused("boolean", value ? "true" : "false"); }
    bool number_integer(int64_t value) override { return refused("number", std::to_string(value)); }
    bool number_unsigned(uint64_t value) override
    {
        return refused("number", std::to_string(value));
    }
    bool number_float(double, const std::string &text) override { return refused("number", text); }
    bool string(std::string &value) override { return refused("string", value); }
    bool binary(binary_t &) override { return refused("binary", {}); }
    bool start_object(std::size_t) override { return refused("object", {}); }
    bool end_object() override { return refused("end of object", {}); }
    bool start_array(std::size_t) override { return refused("array", {}); }
    bool end_array() override { return refused("end of array", {}); }
    bool key(std::string &name) override { return refused("key", name); }
    bool parse_error(std::size_t byte, const std::string &,
                     const nlohmann::detail::exception &) override;

protected:
    /// Throws: `type` is the JSON type found, `value` its text where it has one.
    [[noreturn]] virtual void unexpected(std::string_view type, std::string_view value) const = 0;

    const std::string &file() const { return m_file; }

private:
    bool refused(std::string_view type, std::string_view value) const
    {
        unexpected(type, value);
        return false;
    }

    std::string m_file;
    uint64_t m_offset = 0;
};

} // namespace luthier
