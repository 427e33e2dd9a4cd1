// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/try/try_parties.h"

namespace luthier {

struct FileAnswers
{
    AskedTexts asked{};
    int64_t total = 0; ///< texts of the file; more than were asked where it was stopped
};

/// What both sides answer to every text of a file. When stopped: to the first ones, those that both
/// sides have answered; an Error with the code Cancelled where there is none yet.
Result<FileAnswers> answerFile(const Parties &parties, const std::filesystem::path &file,
                               std::stop_token stop, const ProgressHandler &onProgress);

} // namespace luthier
