// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/choose_data.h"

#include "ui/session/view_state.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace luthier {

Route dataRoute(const QString &path)
{
    return {QStringLiteral("data"), {}, {{QStringLiteral("open"), path}}};
}

std::optional<Route> chooseData(QWidget *parent, ViewState &view)
{
    const QString folderKey = QStringLiteral("data/folder");
    const QString path =
        QFileDialog::getOpenFileName(parent, QCoreApplication::translate("ChooseData", "Open data"),
                                     view.value(folderKey).toString());
    if (path.isEmpty())
        return std::nullopt;
    view.setValue(folderKey, QFileInfo(path).absolutePath());
    return dataRoute(path);
}

} // namespace luthier
