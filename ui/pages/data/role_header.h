// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/data_document.h"
#include "ui/pages/data/rows_model.h"

#include <QHeaderView>

namespace luthier {

class Chip;

/// Names of the columns, the arrow of the order, and for each column of the file a chip with its
/// role: its menu changes the role and sorts.
class RoleHeader : public QHeaderView
{
    Q_OBJECT

public:
    RoleHeader(DataDocument &document, const RowsModel &rows, QWidget *parent = nullptr);

    /// Another file is shown.
    void clear();
    /// The document's roles or the language have changed.
    void refresh();
    /// Places the chips of the sections that can be seen.
    void placeChips();

    QSize sizeHint() const override;

Q_SIGNALS:
    void roleChosen(int column, std::optional<luthier::Role> role);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Chip *chipFor(int section);
    void showRole(Chip &chip, int section) const;
    void fillMenu(QMenu &menu, int section);

    DataDocument &m_document;
    const RowsModel &m_rows;
    QHash<int, Chip *> m_chips; ///< by section
};

} // namespace luthier
