// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/majority_name.h"

#include <QCoreApplication>
#include <QStringList>

namespace luthier {

QString majorityName(const Overview &overview)
{
    QStringList names;
    for (const std::string &name : overview.majority)
        names.append(QString::fromStdString(name));
    return names.isEmpty() ? QCoreApplication::translate("LabelsCard", "no label")
                           : names.join(QStringLiteral(", "));
}

} // namespace luthier
