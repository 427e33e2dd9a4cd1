// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <string>
#include <vector>

namespace luthier {

/// Whether `first` names the columns of `rows` (a sample, all as wide as `first`): it is data when
/// one of its cells comes back below it in the same column, or is a number above numbers.
bool looksLikeHeader(const std::vector<std::string> &first,
                     const std::vector<std::vector<std::string>> &rows);

struct ColumnNaming
{
    std::vector<std::string> names; ///< all different, none empty
    std::vector<Message> notes;     ///< which of them were made up
};

/// Names from a header line: an empty one becomes "column 3", a repeated one "text (2)".
ColumnNaming namesFromHeader(const std::vector<std::string> &cells);

/// "column 1", "column 2", and so on, with a note that the file names none.
ColumnNaming namesWithoutHeader(size_t columns);

} // namespace luthier
