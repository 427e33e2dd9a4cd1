// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace luthier {

/// Where the window is: "run/mails-full-20261121?tab=evaluation". Pages know routes, never each
/// other.
struct Route
{
    QString page; ///< a page's id in the catalog: "data", "train", "run", "runs"
    QString item; ///< id of a run or data set; empty: none
    QMap<QString, QString> query{};

    static Route parse(const QString &text);
    QString toString() const;

    bool operator==(const Route &) const = default;
};

} // namespace luthier
