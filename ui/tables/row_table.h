// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace luthier {

/// A table as all pages show it: rows of four units, no vertical lines, sticky header with sort
/// arrow, sorting by click. Space ticks the current row, Enter opens it.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(QWidget *parent = nullptr);

    /// A header of the caller's own (role chips); taken. The table's look is applied to it.
    void setHeader(QHeaderView *header);
    /// Height of rows in units; 4 is one line.
    void setRowUnits(double units);
    /// What header and cells in sight of a column need.
    int neededWidth(int column) const;
    /// The first column gets the room that the others leave, but not less than `least`. Each of
    /// them gets what it needs and a unit of air, at most the share `most` of the table's room.
    void fitColumns(double most, int least);

Q_SIGNALS:
    void opened(const QModelIndex &index);
    void renameRequested(const QModelIndex &index);
    void removeRequested(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setLook();

    double m_rowUnits = 4;
};

} // namespace luthier
