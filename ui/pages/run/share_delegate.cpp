// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/share_delegate.h"

#include "ui/shell/theme.h"

#include <QPainter>

namespace luthier {

void ShareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const double share = index.data(ShareRole).toDouble();
    const bool right = index.data(RightRole).toBool();
    if (share > 0) {
        const Theme &theme = Theme::current();
        QRectF bar = QRectF(option.rect).adjusted(2, 2, -2, -2);
        bar.setLeft(bar.right() - bar.width() * share);
        painter->fillRect(bar,
                          theme.color(right ? Theme::Token::AccentSoft : Theme::Token::ErrorSoft));
        if (!right)
            painter->fillRect(bar, QBrush(theme.color(Theme::Token::ErrorLine), Qt::BDiagPattern));
    }
    QStyledItemDelegate::paint(painter, option, index);
}

} // namespace luthier
