// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style_sheet.h"

#include "ui/shell/theme.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>

namespace luthier {

namespace {

QString filled(const Theme &theme, const QString &place)
{
    bool isNumber = false;
    if (place == QLatin1String("border"))
        return QStringLiteral("%1px").arg(theme.borderWidth());
    if (place.endsWith(QLatin1String("pt"))) {
        const double points = place.chopped(2).toDouble(&isNumber);
        if (isNumber)
            return QStringLiteral("%1pt").arg(QApplication::font().pointSizeF() * points / 10);
    } else if (place.endsWith(QLatin1Char('u'))) {
        const double count = place.chopped(1).toDouble(&isNumber);
        if (isNumber)
            return QStringLiteral("%1px").arg(Theme::units(count));
    }
    using Token = Theme::Token;
    const bool strong = theme.isHighContrast();
    QColor color = theme.color(place);
    if (place == QLatin1String("selection"))
        color = theme.color(strong ? Token::Accent : Token::AccentSoft);
    else if (place == QLatin1String("on-selection"))
        color = theme.color(strong ? Token::OnAccent : Token::Text);
    return color.isValid() ? color.name() : QString();
}

} // namespace

QString styleSheet(const Theme &theme)
{
    QFile file(QStringLiteral(":/styles/luthier.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("The style sheet is missing from the program.");
        return {};
    }
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression places(QStringLiteral("@([a-z0-9.-]+)@"));
    QString out;
    qsizetype end = 0;
    for (auto it = places.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString value = filled(theme, match.captured(1));
        if (value.isEmpty())
            qWarning("Style sheet: nothing is called %s", qPrintable(match.captured(0)));
        out += QStringView(text).mid(end, match.capturedStart() - end);
        out += value.isEmpty() ? match.captured(0) : value;
        end = match.capturedEnd();
    }
    out += QStringView(text).mid(end);
    return out;
}

} // namespace luthier
