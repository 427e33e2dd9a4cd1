// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace luthier {

/// How late a thread's event loop is: a timer is due every 4 ms; each due time counts, those that
/// were missed too.
class Lateness : public QObject
{
    Q_OBJECT

public:
    explicit Lateness(QObject *parent = nullptr);

    void start();
    /// Milliseconds at a share (0 to 1) of all due times.
    double at(double share) const;
    size_t count() const { return m_late.size(); }

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_served = 0; ///< due times that have been counted
    std::vector<double> m_late;
};

} // namespace luthier
