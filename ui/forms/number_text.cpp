// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/number_text.h"

#include <cmath>

namespace luthier {

std::optional<double> numberFromText(const QString &text, const QLocale &locale)
{
    QLocale program = QLocale::c();
    program.setNumberOptions(QLocale::RejectGroupSeparator);
    const QString trimmed = text.trimmed();
    for (const QLocale &form : {locale, program}) {
        bool isNumber = false;
        const double value = form.toDouble(trimmed, &isNumber);
        if (isNumber && std::isfinite(value))
            return value;
    }
    return std::nullopt;
}

QString numberText(double value, const QLocale &locale)
{
    QLocale form = locale;
    form.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::OmitLeadingZeroInExponent);
    const double size = std::abs(value);
    // 1e-4 and 0.001 are how rates are usually written; whole numbers keep all their digits.
    const bool plain = value == 0 || (size >= 1e-3 && size < 1e15);
    // Some locales write the exponent with a capital letter.
    return form.toString(value, plain ? 'f' : 'e', QLocale::FloatingPointShortest).toLower();
}

} // namespace luthier
