// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace luthier {

namespace {

void replace(QTranslator &translator, const QLocale &locale, const QString &name,
             const QString &folder)
{
    QCoreApplication::removeTranslator(&translator);
    if (translator.load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace

void Language::use(const QLocale &locale)
{
    QLocale::setDefault(locale);
    replace(m_qt, locale, QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    replace(m_program, locale, QStringLiteral("luthier"), QStringLiteral(":/translations"));
}

} // namespace luthier
