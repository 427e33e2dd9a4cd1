// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/row_table.h"

#include "ui/shell/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace luthier {

RowTable::RowTable(QWidget *parent) : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSortingEnabled(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QAbstractItemView::doubleClicked, this, &RowTable::opened);
    setHeader(new QHeaderView(Qt::Horizontal, this));
}

void RowTable::setHeader(QHeaderView *header)
{
    setHorizontalHeader(header);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                if (model())
                    model()->sort(column, order);
            });
    setLook();
}

void RowTable::setRowUnits(double units)
{
    m_rowUnits = units;
    setLook();
}

int RowTable::neededWidth(int column) const
{
    return std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
}

void RowTable::fitColumns(double most, int least)
{
    QHeaderView *header = horizontalHeader();
    int left = viewport()->width();
    const int widest = int(most * left);
    for (int column = 1; column < header->count(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int width = std::min(neededWidth(column) + Theme::unit(), widest);
        header->resizeSection(column, width);
        left -= width;
    }
    if (header->count() > 0)
        header->resizeSection(0, std::max(left, least));
}

void RowTable::setLook()
{
    verticalHeader()->setDefaultSectionSize(Theme::units(m_rowUnits));
    horizontalHeader()->setMinimumHeight(Theme::units(4));
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex now = currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (now.isValid())
            Q_EMIT opened(now);
        return;
    case Qt::Key_F2:
        if (now.isValid())
            Q_EMIT renameRequested(now);
        return;
    case Qt::Key_Delete:
        if (now.isValid())
            Q_EMIT removeRequested(now);
        return;
    case Qt::Key_Space: {
        const QModelIndex box = now.siblingAtColumn(0);
        if (box.isValid() && (box.flags() & Qt::ItemIsUserCheckable)) {
            const bool checked = box.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            model()->setData(box, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        }
        return;
    }
    default:
        QTableView::keyPressEvent(event);
    }
}

void RowTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    // The row that the keys speak of is to be seen.
    if (currentIndex().isValid() && !selectionModel()->hasSelection())
        selectRow(currentIndex().row());
}

void RowTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        setLook();
}

} // namespace luthier
