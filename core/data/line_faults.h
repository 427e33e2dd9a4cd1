// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/data/encoding.h"
#include "core/data/text_bytes.h"

namespace luthier {

/// Why a line that holds `fault` was kept aside.
inline Message notText(TextFault fault, int64_t line, Encoding encoding)
{
    if (fault == TextFault::ZeroByte)
        return {"data.zero_byte",
                LUTHIER_MESSAGE("Line {line} holds a zero byte, which no text has."),
                {{"line", line}}};
    if (encoding != Encoding::Utf8 && encoding != Encoding::Utf8Mark)
        return {"data.not_encoded",
                LUTHIER_MESSAGE("Line {line} holds bytes that are no letters in {encoding}; save "
                                "the file as UTF-8."),
                {{"line", line}, {"encoding", std::string(encodingName(encoding))}}};
    return {"data.not_utf8",
            LUTHIER_MESSAGE("Line {line} is not UTF-8 text; save the file as UTF-8."),
            {{"line", line}}};
}

} // namespace luthier
