// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace luthier {

/// Items in rows, as many a row as fit; from the right in right-to-left.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    /// `rowSpacing`: between the rows, as `spacing` when negative.
    explicit FlowLayout(QWidget *parent, int spacing, int rowSpacing = -1);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool really) const;

    QList<QLayoutItem *> m_items;
    int m_rowSpacing;
};

} // namespace luthier
