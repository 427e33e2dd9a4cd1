// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/empty_state.h"
#include "ui/shell/theme.h"

#include <QDir>
#include <QEvent>

namespace luthier {

MainWindow::MainWindow(const QString &workspace, QWidget *parent)
    : QMainWindow(parent), m_workspace(workspace), m_emptyState(new EmptyState(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    const int unit = spacingUnit(font());
    setMinimumSize(128 * unit, 80 * unit);
    setCentralWidget(m_emptyState);
    setTexts();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
}

void MainWindow::setTexts()
{
    constexpr int pathLetters = 60;
    const QString path = QDir::toNativeSeparators(m_workspace);
    const QFontMetrics metrics(font());
    const QString shown =
        metrics.elidedText(path, Qt::ElideMiddle, pathLetters * metrics.averageCharWidth());
    setWindowTitle(tr("Luthier"));
    setAccessibleName(tr("Luthier, main window"));
    m_emptyState->setTexts(tr("Fine-tune a model on your own data"),
                           tr("Write a plan with luthier-cli init, then start it with "
                              "luthier-cli train. Runs are kept in %1.")
                               .arg(shown));
    m_emptyState->setToolTip(path);
}

} // namespace luthier
