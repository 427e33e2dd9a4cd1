// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace luthier {

/// Folders that look like models: in the workspace's models/ and in the folder that the installer
/// fills. Reads the disk.
QStringList modelFolders(const QString &workspace);

} // namespace luthier
