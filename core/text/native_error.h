// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/native/luthier_native.h"
#include "core/text/tokenizer.h"

#include <filesystem>

namespace luthier {

// What the Rust crate reports, as an Error with a sentence. Each frees the text in `error` and
// returns only when `code` is LT_OK.

/// While `file` is read.
void throwIfFileFailed(int code, const lt_error &error, const std::filesystem::path &file);

/// While texts are encoded.
void throwIfRowFailed(int code, const lt_error &error, const EncodeOptions &options);

/// Where nothing can go wrong but a defect.
void throwIfFailed(int code, const lt_error &error);

} // namespace luthier
