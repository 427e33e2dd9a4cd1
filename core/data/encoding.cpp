// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/encoding.h"

#include "core/data/text_bytes.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <iconv.h>
#include <optional>
#include <stdexcept>

namespace luthier {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view wideLe = "\xFF\xFE"sv, wideBe = "\xFE\xFF"sv;
constexpr char noLetter = '\xFF';

/// Without a mark, every other byte of western text is zero.
std::optional<Encoding> wideWithoutMark(std::string_view head)
{
    const std::string_view sample = head.substr(0, 4096);
    std::array<size_t, 2> zeros{};
    for (size_t i = 0; i < sample.size(); ++i)
        zeros[i % 2] += sample[i] == '\0';
    const size_t half = sample.size() / 2;
    const auto [fewer, more] = std::minmax(zeros[0], zeros[1]);
    if (half < 4 || more * 10 < half * 7 || fewer * 10 > half)
        return std::nullopt;
    return zeros[1] > zeros[0] ? Encoding::Utf16Le : Encoding::Utf16Be;
}

bool isBetween(char c, int first, int last)
{
    return uint8_t(c) >= first && uint8_t(c) <= last;
}

/// Letters of two bytes: all but one in a hundred can be, and four of five are the Hangul that
/// every Korean text is made of (KS X 1001, rows 16 to 40).
bool readsAsHangul(std::string_view head)
{
    size_t letters = 0, hangul = 0, broken = 0;
    for (size_t i = 0; i < head.size(); ++i) {
        if (isBetween(head[i], 0, 0x7F))
            continue;
        const char trail = i + 1 < head.size() ? head[i + 1] : '\xA1';
        const bool extended = isBetween(head[i], 0x81, 0xC6) &&
                              (isBetween(trail, 0x41, 0x5A) || isBetween(trail, 0x61, 0x7A) ||
                               isBetween(trail, 0x81, 0xA0));
        const bool standard = isBetween(head[i], 0xA1, 0xFD) && isBetween(trail, 0xA1, 0xFE);
        if (!extended && !standard) {
            ++broken;
            continue;
        }
        ++letters;
        hangul += standard && isBetween(head[i], 0xB0, 0xC8);
        ++i;
    }
    return letters > 0 && broken * 100 <= letters && hangul * 5 >= letters * 4;
}

/// A letter that the sample cuts in two is no fault.
std::string_view wholeLetters(std::string_view head)
{
    for (int i = 0; i < 3 && !head.empty() && isBetween(head.back(), 0x80, 0xFF); ++i) {
        const bool lead = isBetween(head.back(), 0xC0, 0xFF);
        head.remove_suffix(1);
        if (lead)
            break;
    }
    return head;
}

/// Lines are judged by themselves, so that one broken line does not change the file's encoding.
bool mostLinesAreUtf8(std::string_view head)
{
    size_t good = 0, bad = 0;
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find('\n'));
        head.remove_prefix(std::min(line.size() + 1, head.size()));
        if (std::ranges::all_of(line, [](char c) { return isBetween(c, 0, 0x7F); }))
            continue;
        ++(faultIn(line) == TextFault::NotUtf8 ? bad : good);
    }
    return good >= bad;
}

} // namespace

Encoding encodingOf(std::string_view head, bool whole)
{
    if (head.starts_with(utf8Mark))
        return Encoding::Utf8Mark;
    if (head.starts_with(wideLe))
        return Encoding::Utf16Le;
    if (head.starts_with(wideBe))
        return Encoding::Utf16Be;
    if (const auto wide = wideWithoutMark(head))
        return *wide;
    const std::string_view sample = whole ? head : wholeLetters(head);
    if (faultIn(sample) != TextFault::NotUtf8 || mostLinesAreUtf8(sample))
        return Encoding::Utf8;
    return readsAsHangul(head) ? Encoding::Cp949 : Encoding::Utf8;
}

const char *encodingName(Encoding encoding)
{
    static constexpr const char *names[]{"UTF-8", "UTF-8 with byte order mark", "UTF-16", "UTF-16",
                                         "CP949"};
    return names[size_t(encoding)];
}

Decoder::Decoder(Encoding encoding) : m_encoding(encoding)
{
    const char *const from = encoding == Encoding::Utf16Le   ? "UTF-16LE"
                             : encoding == Encoding::Utf16Be ? "UTF-16BE"
                             : encoding == Encoding::Cp949   ? "CP949"
                                                             : nullptr;
    if (!from)
        return;
    m_iconv = iconv_open("UTF-8", from);
    if (m_iconv == iconv_t(-1))
        throw std::runtime_error(std::string("the system cannot convert from ") + from);
}

Decoder::~Decoder()
{
    if (m_iconv)
        iconv_close(iconv_t(m_iconv));
}

void Decoder::append(std::string_view bytes, bool last, std::string &out)
{
    if (!m_iconv) {
        out += bytes;
        return;
    }
    m_rest += bytes;
    char *from = m_rest.data();
    size_t left = m_rest.size();
    const size_t unit = m_encoding == Encoding::Cp949 ? 1 : 2;
    std::array<char, 8192> piece;
    while (left > 0) {
        char *to = piece.data();
        size_t room = piece.size();
        const size_t failed = iconv(iconv_t(m_iconv), &from, &left, &to, &room);
        const int reason = errno;
        out.append(piece.data(), size_t(to - piece.data()));
        if (failed != size_t(-1) || reason == E2BIG)
            continue;
        if (reason == EINVAL && !last)
            break;
        out += noLetter;
        const size_t skipped = std::min(unit, left);
        from += skipped;
        left -= skipped;
    }
    m_rest.erase(0, m_rest.size() - left);
}

} // namespace luthier
