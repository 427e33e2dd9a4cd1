// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/start_clock.h"

#include <QEvent>
#include <QFile>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>

#include <ctime>
#include <unistd.h>

namespace luthier {

namespace {

Q_LOGGING_CATEGORY(startLog, "luthier.start", QtWarningMsg)

/// By the kernel's clock ticks (10 ms); nothing where /proc is missing.
double millisecondsSinceStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    // The name of the program may hold spaces; start time is the 20th field behind it.
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 19;
    if (fields.size() <= startTime)
        return -1;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double ticks = fields[startTime].toDouble() / double(sysconf(_SC_CLK_TCK));
    return 1e3 * (double(now.tv_sec) + 1e-9 * double(now.tv_nsec) - ticks);
}

class FirstPaint : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            window->removeEventFilter(this);
            // After this event the frame is on the screen.
            QTimer::singleShot(0, this, [this] {
                qCDebug(startLog) << "painted" << millisecondsSinceStart();
                deleteLater();
            });
        }
        return false;
    }
};

} // namespace

void reportFirstPaint(QWidget *window)
{
    if (!startLog().isDebugEnabled())
        return;
    qCDebug(startLog) << "window made" << millisecondsSinceStart();
    window->installEventFilter(new FirstPaint(window));
}

} // namespace luthier
