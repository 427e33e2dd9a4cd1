// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_place.h"

#include "ui/session/view_state.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

namespace luthier {

namespace {

QString placeKey()
{
    return QStringLiteral("window/place");
}

QString maximizedKey()
{
    return QStringLiteral("window/maximized");
}

} // namespace

QRect broughtIn(const QRect &window, const QRect &available)
{
    QRect out(window.topLeft(), window.size().boundedTo(available.size()));
    out.moveLeft(qBound(available.left(), out.left(), available.right() - out.width() + 1));
    out.moveTop(qBound(available.top(), out.top(), available.bottom() - out.height() + 1));
    return out;
}

void restorePlace(QWidget *window, const ViewState &view, const QSize &usual)
{
    const QRect stored = view.value(placeKey()).toRect();
    const QScreen *screen = QGuiApplication::screenAt(stored.center());
    const QRect available =
        (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    QRect place = stored;
    if (!stored.isValid()) {
        place.setSize(usual);
        place.moveCenter(available.center());
    }
    window->setMinimumSize(window->minimumSize().boundedTo(available.size()));
    window->setGeometry(broughtIn(place, available));
    if (view.value(maximizedKey()).toBool())
        window->setWindowState(Qt::WindowMaximized);
}

void storePlace(const QWidget *window, ViewState &view)
{
    view.setValue(placeKey(), window->normalGeometry());
    view.setValue(maximizedKey(), window->isMaximized());
}

} // namespace luthier
