// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/session/app_context.h"

namespace luthier {

/// The wizard from task to start. Routes: "train", "train?step=settings", "train?new=1".
Page *createTrainPage(const AppContext &context);

} // namespace luthier
