// SPDX-License-Identifier: GPL-3.0-or-later
//! Hugging Face tokenizers and SHA-256 behind the C interface of `luthier_native.h`.

mod checks;
mod encode;
mod failure;
mod interface;
mod load;
mod sha256;
mod stages;
