// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace luthier::test {

namespace fs = std::filesystem;

inline void put(const fs::path &path, const std::string &bytes)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

inline std::string get(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string lengthBytes(uint64_t length)
{
    return {reinterpret_cast<const char *>(&length), sizeof length};
}

/// A file with this header, whatever it says, and data behind it.
inline std::string fileBytes(const std::string &header, const std::string &data = {})
{
    return lengthBytes(header.size()) + header + data;
}

/// `"name":{"dtype":...,"shape":...,"data_offsets":...}` with the texts as given.
inline std::string tensorText(const std::string &name, const std::string &dtype,
                              const std::string &shape, const std::string &offsets)
{
    std::string text = "\"";
    text.append(name).append("\":{\"dtype\":").append(dtype).append(",\"shape\":").append(shape);
    return text.append(",\"data_offsets\":").append(offsets).append("}");
}

/// The tensors' texts as a header.
inline std::string headerOf(const std::vector<std::string> &tensors)
{
    std::string text = "{";
    for (const std::string &tensor : tensors)
        text.append(text.size() > 1 ? "," : "").append(tensor);
    return text.append("}");
}

/// Two tensors that fill 12 bytes of data.
inline const std::string goodHeader =
    headerOf({tensorText("first", "\"F32\"", "[2]", "[0,8]"),
              tensorText("second", "\"F16\"", "[1,2]", "[8,12]")});
inline const std::string goodData(12, 'x');

/// Kilobytes that /proc/self/status tells under `field`.
inline int64_t memory(const std::string &field)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field + ":"))
            return std::stoll(line.substr(field.size() + 1));
    return 0;
}

/// A 16-bit float with these field widths, by its definition.
inline float exactHalf(uint16_t bits, int exponentBits, int fractionBits)
{
    const int fraction = bits & ((1 << fractionBits) - 1);
    const int exponent = (bits >> fractionBits) & ((1 << exponentBits) - 1);
    const int bias = (1 << (exponentBits - 1)) - 1;
    const float sign = bits & 0x8000 ? -1.0f : 1.0f;
    if (exponent == (1 << exponentBits) - 1)
        return fraction ? NAN : sign * INFINITY;
    if (exponent == 0)
        return sign * float(std::ldexp(fraction, 1 - bias - fractionBits));
    return sign * float(std::ldexp(fraction + (1 << fractionBits), exponent - bias - fractionBits));
}

inline std::string repeated(const std::string &text, size_t times)
{
    std::string out;
    out.reserve(text.size() * times);
    for (size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

/// Whether every place in the text of a message has its value.
inline bool isFilled(const Message &message)
{
    for (size_t open = message.text.find('{'); open != std::string::npos;
         open = message.text.find('{', open + 1))
        if (!message.values.contains(
                message.text.substr(open + 1, message.text.find('}', open) - open - 1)))
            return false;
    return true;
}

/// The sentence of the Error that `work` throws; empty when it throws none.
template <typename Work>
std::string refusal(Work &&work)
{
    try {
        work();
    } catch (const Error &error) {
        return isFilled(error.message) ? error.message.english()
                                       : "Unfilled: " + error.message.text;
    }
    return {};
}

/// One short line that ends in a full stop, with nothing left open.
inline bool isSentence(const std::string &text)
{
    return text.size() > 1 && text.size() < 700 && text.ends_with(".") &&
           text.find('\n') == std::string::npos && !text.starts_with("Unfilled");
}

} // namespace luthier::test
