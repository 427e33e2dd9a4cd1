// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/model_folders.h"

#include <QDir>
#include <QStandardPaths>

namespace luthier {

namespace {

/// A folder with a configuration, or one of the Hugging Face cache with its snapshots.
bool looksLikeModel(const QDir &folder)
{
    return folder.exists(QStringLiteral("config.json")) ||
           folder.exists(QStringLiteral("adapter_config.json")) ||
           folder.exists(QStringLiteral("snapshots"));
}

} // namespace

QStringList modelFolders(const QString &workspace)
{
    // XDG_CACHE_HOME, as the installer has it.
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    QStringList out, names;
    for (const QString &place :
         {workspace + QStringLiteral("/models"), cache + QStringLiteral("/luthier/models")}) {
        const QDir folder(place);
        for (const QString &name :
             folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::LocaleAware)) {
            // The installer copies its models into the workspace: once is enough.
            if (names.contains(name) || !looksLikeModel(QDir(folder.filePath(name))))
                continue;
            names.append(name);
            out.append(folder.absoluteFilePath(name));
        }
    }
    return out;
}

} // namespace luthier
