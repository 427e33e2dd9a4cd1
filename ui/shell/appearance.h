// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QObject>
#include <QPalette>

class QApplication;
class QDBusVariant;
Q_MOC_INCLUDE(<QDBusVariant>)

namespace luthier {

/// Which theme shows: the user's choice, else the desktop's. It asks the desktop's portal
/// (org.freedesktop.appearance: color-scheme, contrast) and follows its changes; without a portal
/// the lightness of the desktop's palette decides. Make it before any theme is applied; lives as
/// long as the application object.
class Appearance : public QObject
{
    Q_OBJECT

public:
    enum Choice { System, Light, Dark };

    explicit Appearance(QApplication &app, QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    bool moreContrast() const { return m_moreContrast; }
    /// Both take effect at once.
    void setChoice(Choice choice);
    void setMoreContrast(bool more);

Q_SIGNALS:
    /// A theme was applied.
    void applied();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    enum class Portal { None, Dark, Light };

    void askPortal();
    void take(const QString &key, uint value);
    void apply();

    QApplication &m_app;
    QPalette m_system;
    Choice m_choice = System;
    bool m_moreContrast = false;
    Portal m_portal = Portal::None;
    bool m_portalContrast = false;
};

} // namespace luthier
