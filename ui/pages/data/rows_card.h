// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/shown_rows.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QStackedLayout;
class QStandardItemModel;
class QTimer;
class QPushButton;

namespace luthier {

class Chip;
class RoleHeader;
class RowTable;
class RowsModel;
class TextLabel;
class ViewState;

/// The rows of the file with filter and order, or the lines of it that could not be read.
class RowsCard : public Card
{
    Q_OBJECT

public:
    RowsCard(DataDocument &document, Jobs &jobs, ViewState &view, QWidget *parent = nullptr);

    void setTexts();
    QWidget *table() const;
    QLineEdit *filter() const { return m_filter; }
    /// Another file is shown.
    void reset();
    /// Only the rows or lines of a problem.
    void showProblem(const DataProblem &problem);
    void showAll();

Q_SIGNALS:
    void roleChosen(int column, std::optional<luthier::Role> role);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *madeTools();
    void makeTable();
    void makeLines();
    QWidget *madeFoot();
    void applyFilter();
    void fillLabelMenu();
    void fillPartMenu();
    void showChoices();
    void fitColumns();
    void saveColumns();
    void restoreColumns();
    QString columnsKey() const;
    void showFoot();
    void refreshCells();

    DataDocument &m_document;
    ViewState &m_view;
    ShownRows m_shown;
    RowsModel *m_model;
    QLineEdit *m_filter;
    QTimer *m_filterSoon;
    Chip *m_label;
    Chip *m_part;
    QPushButton *m_showAll;
    QWidget *m_tables;
    QStackedLayout *m_stack;
    RowTable *m_table;
    RoleHeader *m_header;
    RowTable *m_lines;
    QStandardItemModel *m_linesModel;
    TextLabel *m_range;
    TextLabel *m_legend;
    TextLabel *m_counts;
    bool m_ownWidths = false; ///< the reader has set them
    bool m_fitting = false;
    QString m_problem;
};

} // namespace luthier
