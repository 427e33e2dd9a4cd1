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
