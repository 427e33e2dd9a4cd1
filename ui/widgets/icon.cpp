// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace luthier {

namespace {

QString path(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

/// A drawing in `color`, `side` device pixels wide.
QPixmap tinted(const QString &name, int side, const QColor &color)
{
    const QString key =
        QStringLiteral("luthier/%1/%2/%3").arg(name, color.name(QColor::HexArgb)).arg(side);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(path(name));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class IconEngine : public QIconEngine
{
public:
    IconEngine(const QString &name, std::optional<Theme::Token> token, int size)
        : m_name(name), m_token(token), m_size(size)
    {
    }

    QIconEngine *clone() const override { return new IconEngine(*this); }
    QString key() const override { return QStringLiteral("luthier"); }
    /// None where the colour is fixed: a button may tint what has a name.
    QString iconName() override { return m_token ? QString() : m_name; }
    bool isNull() override { return false; }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = qMin(qMin(size.width(), size.height()), iconSize(m_size));
        return {side, side};
    }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        return {QSize(iconSize(m_size), iconSize(m_size))};
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, m_name, rect, color(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return tinted(m_name, qMin(size.width(), size.height()), color(mode));
    }

private:
    QColor color(QIcon::Mode mode) const
    {
        const Theme &theme = Theme::current();
        if (mode == QIcon::Disabled)
            return theme.color(Theme::Token::Off);
        if (m_token)
            return theme.color(*m_token);
        return theme.color(mode == QIcon::Selected ? Theme::Token::OnAccent : Theme::Token::Text);
    }

    QString m_name;
    std::optional<Theme::Token> m_token;
    int m_size;
};

QIcon made(const QString &name, std::optional<Theme::Token> token, int size)
{
    if (!QFile::exists(path(name))) {
        qWarning("There is no icon called %s.", qPrintable(name));
        return {};
    }
    return QIcon(new IconEngine(name, token, size));
}

} // namespace

QIcon icon(const QString &name, int size)
{
    return made(name, std::nullopt, size);
}

QIcon icon(const QString &name, Theme::Token color, int size)
{
    return made(name, color, size);
}

void drawIcon(QPainter &painter, const QString &name, const QRectF &rect, const QColor &color)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const double side = qMin(rect.width(), rect.height());
    QPixmap drawing = tinted(name, qRound(side * ratio), color);
    drawing.setDevicePixelRatio(ratio);
    // On whole device pixels, else the strokes blur.
    const auto whole = [ratio](double place) { return qRound(place * ratio) / ratio; };
    painter.drawPixmap(
        QPointF(whole(rect.center().x() - side / 2), whole(rect.center().y() - side / 2)), drawing);
}

int iconSize(int pixels)
{
    return Theme::units(pixels / 8.0);
}

} // namespace luthier
