// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weights/dtype.h"

#include <cstdint>
#include <string>
#include <vector>

namespace luthier {

/// One stored tensor, as its checked header describes it.
struct TensorInfo
{
    std::string name;
    DType dtype = DType::F32;
    std::vector<int64_t> shape; ///< row-major; empty for a scalar
    uint64_t offset = 0;        ///< of the first byte, from the start of the file
    uint64_t bytes = 0;         ///< product of shape times size of dtype

    uint64_t elements() const { return bytes / dtypeSize(dtype); }
};

} // namespace luthier
