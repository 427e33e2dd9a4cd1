// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/route.h"

#include <QUrl>
#include <QUrlQuery>

namespace luthier {

Route Route::parse(const QString &text)
{
    const QString path = text.section(QLatin1Char('?'), 0, 0);
    Route route{path.section(QLatin1Char('/'), 0, 0),
                QUrl::fromPercentEncoding(path.section(QLatin1Char('/'), 1).toUtf8())};
    const QUrlQuery query(text.section(QLatin1Char('?'), 1));
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
        route.query.insert(key, value);
    return route;
}

QString Route::toString() const
{
    QString text = page;
    if (!item.isEmpty())
        text += QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(item));
    QUrlQuery pairs;
    for (auto it = query.cbegin(); it != query.cend(); ++it)
        pairs.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(it.value())));
    return pairs.isEmpty() ? text : text + QLatin1Char('?') + pairs.toString(QUrl::FullyEncoded);
}

} // namespace luthier
