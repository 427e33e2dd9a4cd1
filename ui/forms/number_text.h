// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace luthier {

/// A number as people type it: in the format of `locale` ("0,001"), or as programs write it
/// ("0.001", "5e-5"). Nothing when it is no number.
std::optional<double> numberFromText(const QString &text, const QLocale &locale = QLocale());

/// The shortest text that gives the same number again: 3, 0,15, 5e-5.
QString numberText(double value, const QLocale &locale = QLocale());

} // namespace luthier
