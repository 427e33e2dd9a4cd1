// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/sample_plan.h"

#include "ui/session/plan_document.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace luthier::sample {

namespace {

Json stored()
{
    QFile file(QStringLiteral(":/samples/reuters-r8.json"));
    file.open(QIODevice::ReadOnly);
    return parseJson(file.readAll().toStdString(), "reuters-r8.json");
}

/// Places of the plan that name a file or folder.
constexpr const char *paths[]{"/model/path", "/dataset/train", "/dataset/test"};

/// The absolute path, in the workspace before the installer's folder; empty when in neither.
QString found(const QString &relative, const QString &workspace)
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                          QStringLiteral("/luthier");
    for (const QString &folder : {workspace, cache})
        if (const QString path = QDir(folder).filePath(relative); QFile::exists(path))
            return path;
    return {};
}

} // namespace

bool isHere(const QString &workspace)
{
    const Json plan = stored();
    for (const char *path : paths) {
        const auto relative = plan.at(Json::json_pointer(path)).get<std::string>();
        if (found(QString::fromStdString(relative), workspace).isEmpty())
            return false;
    }
    return true;
}

void plan(PlanDocument &document, const QString &workspace, const QString &what)
{
    Json plan = stored();
    for (const char *path : paths) {
        Json &place = plan.at(Json::json_pointer(path));
        place = found(QString::fromStdString(place.get<std::string>()), workspace).toStdString();
    }
    document.set({}, plan, what);
}

} // namespace luthier::sample
