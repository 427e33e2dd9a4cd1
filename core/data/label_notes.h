// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/labels.h"

namespace luthier {

/// What a user should know of these labels before training on them.
std::vector<Message> labelNotes(const LabelInventory &inventory, const Table &table);

/// Lower case, without any kind of space: equal for labels that a reader would take for one.
std::string plainLabel(std::string_view label);

/// "earn" (2840), "acq" (1596), and so on; a long list is cut.
std::string listed(std::span<const LabelCount> labels);

} // namespace luthier
