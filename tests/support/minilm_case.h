// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/parity_case.h"

namespace luthier {

/// Where setup has unpacked the sample's model and data; empty paths when it has not.
struct SampleFiles
{
    std::filesystem::path model, train;

    static SampleFiles find();
    bool there() const { return !model.empty(); }
};

/// Lays out a MiniLM case in `folder`: rows of Reuters R8 by number, head or adapter by the formula
/// of tests/parity/reference/fill.py; returns its plan. Its reference holds the gradients of
/// vectors and narrow matrices (up to 4,096 numbers) of embeddings, first and last block and head
/// as they are, those of all parameters by their lengths.
Json layOutMinilmCase(const ParityCase &parity, const SampleFiles &files,
                      const std::filesystem::path &folder);

} // namespace luthier
