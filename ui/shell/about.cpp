// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace luthier {

void showAbout(QWidget *window)
{
    const auto text = [](const char *english) {
        return QCoreApplication::translate("About", english);
    };
    QMessageBox::about(
        window, text(QT_TRANSLATE_NOOP("About", "About Luthier")),
        text(QT_TRANSLATE_NOOP(
                 "About", "Luthier %1 fine-tunes models on your own data, on this computer.\n\n"
                          "Free software under the GNU General Public License, version 3 or "
                          "later. Built with Qt %2, LibTorch, Apache Arrow and QCustomPlot."))
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
}

} // namespace luthier
