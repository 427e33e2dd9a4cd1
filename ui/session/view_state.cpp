// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/view_state.h"

#include <QSettings>

namespace luthier {

namespace {

QSettings settingsIn(const QString &file)
{
    if (!file.isEmpty())
        return {file, QSettings::IniFormat};
    return {QSettings::IniFormat, QSettings::UserScope, QStringLiteral("luthier"),
            QStringLiteral("luthier")};
}

} // namespace

ViewState::ViewState(const QString &file) : m_file(file) {}

QVariant ViewState::value(const QString &key, const QVariant &otherwise) const
{
    return settingsIn(m_file).value(key, otherwise);
}

void ViewState::setValue(const QString &key, const QVariant &value)
{
    settingsIn(m_file).setValue(key, value);
}

} // namespace luthier
