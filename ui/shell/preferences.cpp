// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include "ui/session/view_state.h"
#include "ui/shell/language.h"

#include <QApplication>
#include <QPointer>

namespace luthier {

namespace {

const QString languageKey = QStringLiteral("settings/language");
const QString themeKey = QStringLiteral("settings/theme");
const QString contrastKey = QStringLiteral("settings/more_contrast");

constexpr const char *themeNames[]{"system", "light", "dark"};

/// The application's one, made when first asked for.
Appearance &appearance()
{
    static QPointer<Appearance> made;
    if (!made)
        made = new Appearance(*qApp, qApp);
    return *made;
}

} // namespace

QString Preferences::language() const
{
    return m_view.value(languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    m_view.setValue(languageKey, language);
    applyLanguage();
}

Appearance::Choice Preferences::theme() const
{
    const QString name = m_view.value(themeKey).toString();
    for (const Appearance::Choice choice : {Appearance::Light, Appearance::Dark})
        if (name == QLatin1String(themeNames[choice]))
            return choice;
    return Appearance::System;
}

void Preferences::setTheme(Appearance::Choice choice)
{
    m_view.setValue(themeKey, QLatin1String(themeNames[choice]));
    appearance().setChoice(choice);
}

bool Preferences::moreContrast() const
{
    return m_view.value(contrastKey).toBool();
}

void Preferences::setMoreContrast(bool on)
{
    m_view.setValue(contrastKey, on);
    appearance().setMoreContrast(on);
}

void Preferences::apply() const
{
    applyLanguage();
    if (appearance().choice() != theme())
        appearance().setChoice(theme());
    if (appearance().moreContrast() != moreContrast())
        appearance().setMoreContrast(moreContrast());
}

void Preferences::applyLanguage() const
{
    static Language inForce;
    const QString chosen = language();
    QLocale locale = chosen.isEmpty() ? QLocale::system() : QLocale(chosen);
    // The C locale has no thousands separator.
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English, QLocale::UnitedStates);
    inForce.use(locale);
}

} // namespace luthier
