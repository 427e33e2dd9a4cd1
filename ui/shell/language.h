// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace luthier {

/// The texts of the program and of Qt in one language; lives as long as the application object.
class Language
{
public:
    /// Takes effect at once: every widget gets a LanguageChange event. English where there is no
    /// translation for `locale`.
    void use(const QLocale &locale);

private:
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace luthier
