// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/text/tokenizer.h"
#include "core/train/examples.h"

namespace luthier {

/// What a user should know of a run's tokens: training rows that hold special tokens alone, with
/// their lines, and a tokenizer that adds none. `folder` holds the tokenizer.
std::vector<Message> tokenNotes(const Tokenizer &tokenizer, const Examples &train,
                                const std::string &folder);

} // namespace luthier
