// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace luthier {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString schemeKey = QStringLiteral("color-scheme");
const QString contrastKey = QStringLiteral("contrast");

/// The portal wraps a value once, older ones twice.
uint number(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

Appearance::Appearance(QApplication &app, QObject *parent)
    : QObject(parent), m_app(app), m_system(app.palette())
{
    askPortal();
    apply();
}

void Appearance::setChoice(Choice choice)
{
    m_choice = choice;
    apply();
}

void Appearance::setMoreContrast(bool more)
{
    m_moreContrast = more;
    apply();
}

void Appearance::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, settingsInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    for (const QString &key : {schemeKey, contrastKey}) {
        QDBusMessage question = QDBusMessage::createMethodCall(service, path, settingsInterface,
                                                               QStringLiteral("Read"));
        question << appearanceGroup << key;
        // Not waited for: a desktop that starts its portal now must not delay the window.
        auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, key] {
            const QDBusPendingReply<QDBusVariant> reply = *answer;
            if (reply.isValid())
                take(key, number(reply.value().variant()));
            answer->deleteLater();
        });
    }
}

void Appearance::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearanceGroup)
        take(key, number(value.variant()));
}

void Appearance::take(const QString &key, uint value)
{
    const Portal before = m_portal;
    const bool contrastBefore = m_portalContrast;
    if (key == schemeKey)
        m_portal = value == 1 ? Portal::Dark : value == 2 ? Portal::Light : Portal::None;
    else if (key == contrastKey)
        m_portalContrast = value == 1;
    if (m_portal != before || m_portalContrast != contrastBefore)
        apply();
}

void Appearance::apply()
{
    Theme::Scheme scheme = Theme::systemScheme(m_system);
    if (m_choice != System)
        scheme = m_choice == Dark ? Theme::Scheme::Dark : Theme::Scheme::Light;
    else if (m_portal != Portal::None)
        scheme = m_portal == Portal::Dark ? Theme::Scheme::Dark : Theme::Scheme::Light;
    if (m_moreContrast || m_portalContrast)
        Theme::highContrast(m_system).apply(m_app);
    else
        Theme(scheme).apply(m_app);
    Q_EMIT applied();
}

} // namespace luthier
