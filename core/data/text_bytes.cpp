// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text_bytes.h"

#include <arrow/util/utf8.h>

namespace luthier {

TextFault faultIn(std::string_view bytes)
{
    static const bool initialized = (arrow::util::InitializeUTF8(), true);
    if (bytes.find('\0') != std::string_view::npos)
        return TextFault::ZeroByte;
    return initialized && arrow::util::ValidateUTF8(bytes) ? TextFault::None : TextFault::NotUtf8;
}

std::string plainAscii(std::string_view text)
{
    std::string plain(text);
    for (char &c : plain)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return plain;
}

std::string plainExtension(const std::filesystem::path &path)
{
    const std::string extension = plainAscii(path.extension().string());
    return extension.empty() ? extension : extension.substr(1);
}

} // namespace luthier
