// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A function compiled once a processor generation; the right one is chosen when the program
/// starts.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define LUTHIER_VECTORISED                                                                         \
    __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define LUTHIER_VECTORISED
#endif
