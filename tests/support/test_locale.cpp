// SPDX-License-Identifier: GPL-3.0-or-later
// Every test runs in the locale of its environment, as a window does.
#include <clocale>

namespace {

const char *const fromEnvironment = std::setlocale(LC_ALL, "");

} // namespace
