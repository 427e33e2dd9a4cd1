// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace luthier {

/// The Korean particle that follows `value`: of "으로/로" the first after a final consonant, else
/// the second; "(으)로" or "을(를)" where the last sound is not known. Closing quotes and brackets
/// are skipped, digits count as they are read, of Latin letters l, m and n end in a consonant.
QString particleAfter(QStringView value, QStringView choice);

} // namespace luthier
