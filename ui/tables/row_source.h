// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

#include <cstdint>

namespace luthier {

/// The rows behind a table, addressed by row number; never reordered. Answers must be quick: a
/// view asks for what is on the screen each time it paints.
class RowSource
{
public:
    virtual ~RowSource() = default;

    virtual int64_t rows() const = 0;
    virtual int columns() const = 0;
    virtual QVariant cell(int64_t row, int column, int role) const = 0;
    virtual QVariant header(int column, int role) const = 0;
};

} // namespace luthier
