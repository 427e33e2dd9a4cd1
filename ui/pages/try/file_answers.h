// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/try/try_parties.h"

namespace luthier {

/// What both sides answer to every text of a file; `onProgress` counts answers of both.
Result<AskedTexts> answerFile(const Parties &parties, const std::filesystem::path &file,
                              std::stop_token stop, const ProgressHandler &onProgress);

} // namespace luthier
