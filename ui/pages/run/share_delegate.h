// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace luthier {

/// A count whose ground is a bar as wide as its share of the row; right answers in accent, wrong
/// ones hatched, so that the two differ without colour.
class ShareDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { ShareRole = Qt::UserRole, RightRole };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace luthier
