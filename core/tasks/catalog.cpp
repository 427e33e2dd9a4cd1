// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/catalog.h"

namespace luthier {

Descriptor textClassificationTask();

const std::vector<Descriptor> &tasks()
{
    static const std::vector<Descriptor> all{textClassificationTask()};
    return all;
}

} // namespace luthier
