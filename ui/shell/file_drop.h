// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDropEvent;
class QWidget;

namespace luthier {

/// Takes a file or folder dropped anywhere on a window, whatever widget lies under it.
class FileDrop : public QObject
{
    Q_OBJECT

public:
    explicit FileDrop(QWidget *window);

Q_SIGNALS:
    /// `path` is absolute and exists on this computer.
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
};

} // namespace luthier
