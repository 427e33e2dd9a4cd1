// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace luthier {

/// How a text file's bytes stand for letters.
enum class Encoding { Utf8, Utf8Mark, Utf16Le, Utf16Be, Cp949 };

/// Told from a file's first bytes (`whole`: they are all of it): by a byte order mark; by the zeros
/// of UTF-16 without one; CP949 (EUC-KR and its extension, what Korean spreadsheets write) when
/// they are no UTF-8 and read as Hangul. Else UTF-8.
Encoding encodingOf(std::string_view head, bool whole);

/// "UTF-8", "UTF-8 with byte order mark", "UTF-16", "CP949".
const char *encodingName(Encoding encoding);

/// Turns pieces of a file into UTF-8.
class Decoder
{
public:
    explicit Decoder(Encoding encoding);
    ~Decoder();
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    /// Appends `bytes` to `out`; a letter cut at their end waits for the next piece. Bytes that
    /// stand for no letter become 0xFF, which no text holds, so that their line is kept aside.
    void append(std::string_view bytes, bool last, std::string &out);

private:
    Encoding m_encoding;
    void *m_iconv = nullptr;
    std::string m_rest; ///< begun letters
};

} // namespace luthier
