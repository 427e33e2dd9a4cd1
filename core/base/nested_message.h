// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <optional>

namespace luthier {

/// Makes `inner` the value of `outer` at `place`: its English sentence, and beside it, as
/// "place.text" and "place.NAME", what a window needs to say it in another language.
void nest(Message &outer, const std::string &place, const Message &inner);

/// The message that was nested at `place`, without its id; nothing where a plain value stands.
std::optional<Message> nestedAt(const std::map<std::string, MessageValue> &values,
                                const std::string &place);

} // namespace luthier
