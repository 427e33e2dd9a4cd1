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

namespace {

const QString folderKey = QStringLiteral("data/folder");

std::optional<Route> chosenRoute(const QString &path, ViewState &view)
{
    if (path.isEmpty())
        return std::nullopt;
    view.setValue(folderKey, QFileInfo(path).absolutePath());
    return dataRoute(path);
}

} // namespace

std::optional<Route> chooseData(QWidget *parent, ViewState &view)
{
    return chosenRoute(
        QFileDialog::getOpenFileName(parent, QCoreApplication::translate("ChooseData", "Open data"),
                                     view.value(folderKey).toString()),
        view);
}

std::optional<Route> chooseDataFolder(QWidget *parent, ViewState &view)
{
    return chosenRoute(QFileDialog::getExistingDirectory(
                           parent, QCoreApplication::translate("ChooseData", "Open a folder"),
                           view.value(folderKey).toString()),
                       view);
}

} // namespace luthier
