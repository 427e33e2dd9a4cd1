// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/strict_sax.h"

#include "core/base/error.h"

namespace luthier {

void StrictSax::read(std::string_view text, uint64_t offset)
{
    m_offset = offset;
    // The parser takes a zero byte for the end of the text: what follows would go unseen.
    if (const size_t zero = text.find('\0'); zero != std::string_view::npos)
        throw failure(
            "weights.json_zero_byte",
            LUTHIER_MESSAGE(
                "{file} is damaged: its JSON holds a zero byte at byte {byte}; download it again."),
            {{"file", m_file}, {"byte", int64_t(offset + zero)}});
    Json::sax_parse(text, this);
}

bool StrictSax::parse_error(std::size_t byte, const std::string &,
                            const nlohmann::detail::exception &error)
{
    const std::string detail = std::string(error.what()).substr(0, 500);
    std::map<std::string, MessageValue> values{{"file", m_file},
                                               {"byte", int64_t(m_offset + byte - (byte > 0))}};
    const bool encoding = detail.find("ill-formed UTF-8") != std::string::npos;
    if (encoding)
        throw Error({"weights.json_encoding",
                     LUTHIER_MESSAGE("{file} is damaged: its JSON is not valid UTF-8 at byte "
                                     "{byte}; download it again."),
                     std::move(values)},
                    Error::Code::BadInput, detail);
    throw Error({"weights.json_syntax",
                 LUTHIER_MESSAGE(
                     "{file} is damaged: its JSON is not valid at byte {byte}; download it again."),
                 std::move(values)},
                Error::Code::BadInput, detail);
}

} // namespace luthier
