// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace luthier {

/// A large icon on a soft ground, at the head of a card.
class IconTile : public QWidget
{
    Q_OBJECT

public:
    explicit IconTile(const QString &icon, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
};

/// The ground of such an icon, with the icon in its middle.
void drawIconTile(QPainter &painter, const QString &icon, const QRectF &tile, int iconPixels);

} // namespace luthier
