// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace luthier {

class Theme;

/// resources/styles/luthier.qss with its places filled: `@accent@` a colour of the theme, `@2u@` a
/// length of two spacing units, `@9pt@` a size of text where the base is 10, `@border@` the width
/// of borders, `@selection@` and `@on-selection@` of chosen rows. A place that means nothing stays
/// as it is and is warned about.
QString styleSheet(const Theme &theme);

} // namespace luthier
