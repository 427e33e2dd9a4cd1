// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokenizer.h"

namespace luthier {

/// How much of a text (and its pair) is left when the row is cut to a number of tokens.
struct KeptText
{
    int64_t tokens = 0; ///< that the model reads, special ones included
    int64_t needed = 0; ///< that the whole row would take
    /// Bytes from the beginning that the kept tokens stand for; the whole text where nothing is
    /// cut, or where the tokenizer cuts at the left.
    size_t text_bytes = 0, pair_bytes = 0;

    bool isCut() const { return needed > tokens; }
};

/// Where `max_length` tokens (0: no limit) cut the row. Splits beginnings of the text until their
/// tokens are the kept ones, so it takes longer than encoding: for a text on the screen. Throws as
/// Tokenizer::encode does.
KeptText keptText(const Tokenizer &tokenizer, const std::string &text,
                  const std::optional<std::string> &pair, int64_t maxLength);

} // namespace luthier
