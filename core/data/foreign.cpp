// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/foreign.h"

#include "core/base/error.h"
#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace luthier {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view space = " \t\r\n";

struct Signature
{
    std::string_view bytes;
    const char *format;
};

constexpr std::array signatures{
    Signature{"\xFF\xFE\0\0"sv, "UTF-32 text"},
    Signature{"\0\0\xFE\xFF"sv, "UTF-32 text"},
    Signature{"PARE"sv, "encrypted Parquet"},
    Signature{"FEA1"sv, "Feather of version 1"},
    Signature{"PK\x03\x04"sv, "a spreadsheet or a zip archive"},
    Signature{"\xD0\xCF\x11\xE0"sv, "a spreadsheet of an old kind"},
    Signature{"\x1F\x8B"sv, "gzip"},
    Signature{"\x28\xB5\x2F\xFD"sv, "Zstandard"},
    Signature{"%PDF-"sv, "PDF"},
    Signature{"SQLite format 3\0"sv, "an SQLite database"},
};

std::string_view withoutMarkAndSpace(std::string_view head)
{
    if (head.starts_with("\xEF\xBB\xBF"sv))
        head.remove_prefix(3);
    head.remove_prefix(std::min(head.find_first_not_of(space), head.size()));
    return head;
}

/// Bytes of the JSON value at the start, or of what is there of it; 0 when it is not sound so far.
size_t lengthOfValue(const std::string &sample)
{
    std::istringstream stream(sample);
    try {
        Json value;
        stream >> value;
    } catch (const Json::parse_error &error) {
        return error.byte > sample.size() ? sample.size() : 0;
    } catch (const Json::exception &) { // a number beyond a double: no fault of the layout
        return 0;
    }
    stream.clear();
    return size_t(stream.tellg());
}

/// One JSON value that goes on beyond its first line; a line of JSON Lines does not.
bool isJsonOverLines(std::string_view head)
{
    if (!head.starts_with('{'))
        return false;
    const std::string sample(head.substr(0, 4096));
    const std::string value = sample.substr(0, lengthOfValue(sample));
    return value.substr(0, value.find_last_not_of(space) + 1).find('\n') != std::string::npos;
}

} // namespace

void refuseForeign(const std::filesystem::path &path, std::string_view raw, std::string_view head)
{
    const std::string file = path.string();
    for (const Signature &signature : signatures)
        if (raw.starts_with(signature.bytes))
            throw failure(
                "data.foreign",
                LUTHIER_MESSAGE("{file} is {format}; save the table as CSV (UTF-8) or JSON Lines."),
                {{"file", file}, {"format", std::string(signature.format)}});
    const std::string_view content = withoutMarkAndSpace(head);
    const bool overLines = isJsonOverLines(content);
    if (overLines)
        throw failure("data.json_document",
                      LUTHIER_MESSAGE("{file} holds JSON objects over several lines; write each on "
                                      "one line (JSON Lines)."),
                      {{"file", file}});
}

} // namespace luthier
