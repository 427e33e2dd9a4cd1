// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

namespace luthier {

class EmptyState;

/// The window around all pages. It holds none yet: its empty state tells what to do on the command
/// line.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `workspace` is the folder that holds models, data sets and runs.
    explicit MainWindow(const QString &workspace, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setTexts();

    QString m_workspace;
    EmptyState *m_emptyState;
};

} // namespace luthier
