// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/json_line.h"

#include "core/base/message.h"

#include <cstdint>
#include <unordered_set>

namespace luthier {

namespace {

constexpr int deepest = 64;

using Fault = JsonLineFault;

constexpr Fault noObject{
    "data.json_no_object",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: an object in braces is expected here.")};
constexpr Fault textAfterObject{
    "data.json_text_after_object",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: something follows the object.")};
constexpr Fault keyTwice{"data.json_key_twice",
                         LUTHIER_MESSAGE("Line {line}, byte {byte}: a key stands twice.")};
constexpr Fault keyMissing{
    "data.json_key_missing",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: a key in double quotes is missing.")};
constexpr Fault colonMissing{"data.json_colon_missing",
                             LUTHIER_MESSAGE("Line {line}, byte {byte}: a colon is missing.")};
constexpr Fault tooShort{"data.json_too_short",
                         LUTHIER_MESSAGE("Line {line}, byte {byte}: the line ends too early.")};
constexpr Fault commaMissing{
    "data.json_comma_missing",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: a comma or a closing bracket is missing.")};
constexpr Fault tooDeep{
    "data.json_too_deep",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: values are nested deeper than 64 levels.")};
constexpr Fault notAValue{
    "data.json_not_a_value",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: a value is missing, or is none that JSON knows.")};
constexpr Fault leadingZero{
    "data.json_leading_zero",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: a number begins with a needless 0.")};
constexpr Fault openText{
    "data.json_open_text",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: a text in quotes is not closed.")};
constexpr Fault controlCharacter{
    "data.json_control_character",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: a control character stands in a text.")};
constexpr Fault wrongEscape{
    "data.json_wrong_escape",
    LUTHIER_MESSAGE(
        "Line {line}, byte {byte}: a backslash stands before a character that needs none.")};
constexpr Fault halfSurrogate{
    "data.json_half_surrogate",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: half of a surrogate pair stands alone.")};
constexpr Fault zeroCharacter{
    "data.json_zero_character",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: a zero character, which no text has.")};
constexpr Fault hexDigits{
    "data.json_hex_digits",
    LUTHIER_MESSAGE("Line {line}, byte {byte}: \\u needs four hexadecimal digits.")};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void appendUtf8(std::string &out, uint32_t code)
{
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xC0 | code >> 6);
        out += char(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += char(0xE0 | code >> 12);
        out += char(0x80 | (code >> 6 & 0x3F));
        out += char(0x80 | (code & 0x3F));
    } else {
        out += char(0xF0 | code >> 18);
        out += char(0x80 | (code >> 12 & 0x3F));
        out += char(0x80 | (code >> 6 & 0x3F));
        out += char(0x80 | (code & 0x3F));
    }
}

/// Every step returns false after it has set the fault.
class LineParser
{
public:
    LineParser(std::string_view line, std::vector<JsonMember> &members)
        : m_line(line), m_members(members)
    {
    }

    JsonLineFault parse()
    {
        skipSpace();
        if (here() != '{')
            fail(noObject);
        else if (object() && (skipSpace(), m_at != m_line.size()))
            fail(textAfterObject);
        return m_fault;
    }

private:
    using Kind = JsonMember::Kind;

    char here() const { return m_at < m_line.size() ? m_line[m_at] : '\0'; }

    bool fail(const Fault &fault)
    {
        m_fault = fault;
        m_fault.byte = m_at + 1;
        return false;
    }

    void skipSpace()
    {
        while (here() == ' ' || here() == '\t' || here() == '\r' || here() == '\n')
            ++m_at;
    }

    /// The outermost object: its members are what is wanted.
    bool object()
    {
        ++m_at;
        skipSpace();
        if (here() == '}')
            return ++m_at, true;
        std::unordered_set<std::string> keys;
        do {
            JsonMember &member = m_members.emplace_back();
            skipSpace();
            const size_t keyBegin = m_at;
            if (!key(&member.key))
                return false;
            if (!keys.insert(member.key).second) {
                m_at = keyBegin;
                return fail(keyTwice);
            }
            if (!memberValue(member))
                return false;
        } while (another());
        return close('}');
    }

    bool memberValue(JsonMember &member)
    {
        const char first = here();
        const size_t begin = m_at;
        if (first == '"') {
            member.kind = Kind::Text;
            return text(&member.value);
        }
        if (!value(1))
            return false;
        member.kind = first == '{' || first == '['   ? Kind::Nested
                      : first == 'n'                 ? Kind::Null
                      : first == 't' || first == 'f' ? Kind::Flag
                                                     : Kind::Number;
        member.value = m_line.substr(begin, m_at - begin);
        return true;
    }

    bool key(std::string *out)
    {
        if (here() != '"')
            return fail(keyMissing);
        if (!text(out))
            return false;
        skipSpace();
        if (here() != ':')
            return fail(colonMissing);
        ++m_at;
        skipSpace();
        return true;
    }

    bool another()
    {
        skipSpace();
        return here() == ',' && ++m_at;
    }

    bool close(char bracket)
    {
        if (here() != bracket)
            return fail(m_at == m_line.size() ? tooShort : commaMissing);
        ++m_at;
        return true;
    }

    bool value(int depth)
    {
        if (depth > deepest)
            return fail(tooDeep);
        switch (here()) {
        case '"':
            return text(nullptr);
        case '{':
            return nested('}', depth);
        case '[':
            return nested(']', depth);
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }

    bool nested(char end, int depth)
    {
        ++m_at;
        skipSpace();
        if (here() == end)
            return ++m_at, true;
        do {
            skipSpace();
            if (end == '}' && !key(nullptr))
                return false;
            if (!value(depth + 1))
                return false;
        } while (another());
        return close(end);
    }

    bool word(std::string_view expected)
    {
        if (m_line.substr(m_at, expected.size()) != expected)
            return fail(notAValue);
        m_at += expected.size();
        return true;
    }

    bool digits()
    {
        const size_t begin = m_at;
        while (isDigit(here()))
            ++m_at;
        return m_at > begin || fail(notAValue);
    }

    bool number()
    {
        m_at += here() == '-';
        const bool zeroFirst = here() == '0';
        const size_t begin = m_at;
        if (!digits())
            return false;
        if (zeroFirst && m_at - begin > 1)
            return fail(leadingZero);
        if (here() == '.' && (++m_at, !digits()))
            return false;
        if (here() == 'e' || here() == 'E') {
            ++m_at;
            m_at += here() == '+' || here() == '-';
            return digits();
        }
        return true;
    }

    /// `out`: where the unescaped text goes, null when only its end is wanted.
    bool text(std::string *out)
    {
        ++m_at;
        for (;;) {
            const size_t begin = m_at;
            while (m_at < m_line.size() && m_line[m_at] != '"' && m_line[m_at] != '\\' &&
                   uint8_t(m_line[m_at]) >= 0x20)
                ++m_at;
            if (out)
                out->append(m_line.substr(begin, m_at - begin));
            if (m_at == m_line.size())
                return fail(openText);
            if (m_line[m_at] == '"')
                return ++m_at, true;
            if (m_line[m_at] != '\\')
                return fail(controlCharacter);
            if (!escape(out))
                return false;
        }
    }

    bool escape(std::string *out)
    {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        ++m_at;
        if (here() == 'u')
            return unicodeEscape(out);
        const size_t which = m_at < m_line.size() ? letters.find(here()) : std::string_view::npos;
        if (which == std::string_view::npos)
            return fail(wrongEscape);
        if (out)
            *out += meanings[which];
        ++m_at;
        return true;
    }

    bool unicodeEscape(std::string *out)
    {
        uint32_t code = 0;
        if (!fourDigits(code))
            return false;
        if (code >= 0xD800 && code <= 0xDBFF) {
            uint32_t low = 0;
            if (m_line.substr(m_at, 2) != "\\u")
                return fail(halfSurrogate);
            ++m_at;
            if (!fourDigits(low))
                return false;
            if (low < 0xDC00 || low > 0xDFFF)
                return fail(halfSurrogate);
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        } else if (code >= 0xDC00 && code <= 0xDFFF) {
            return fail(halfSurrogate);
        } else if (code == 0) {
            return fail(zeroCharacter);
        }
        if (out)
            appendUtf8(*out, code);
        return true;
    }

    /// `m_at` stands on the u.
    bool fourDigits(uint32_t &code)
    {
        ++m_at;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char c = here();
            const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!isDigit(c) && !letter)
                return fail(hexDigits);
            code = code * 16 + uint32_t(isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        return true;
    }

    std::string_view m_line;
    std::vector<JsonMember> &m_members;
    size_t m_at = 0;
    JsonLineFault m_fault;
};

} // namespace

JsonLineFault parseJsonLine(std::string_view line, std::vector<JsonMember> &members)
{
    members.clear();
    return LineParser(line, members).parse();
}

} // namespace luthier
