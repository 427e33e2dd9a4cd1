// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantMap>

class QMenu;

namespace luthier {

class RowTable;
class ViewState;

/// Which columns the list of runs shows, and how wide. By itself as many as fit, the least needed
/// left out first; what the user chose or drew stays as it is, also after a restart.
class RunColumns : public QObject
{
    Q_OBJECT

public:
    /// `table`: its model has the columns of RunsSource after one of check boxes.
    RunColumns(RowTable &table, ViewState &view, QObject *parent = nullptr);

    /// Ticks the columns that are shown; also opened by a right click on the table's header.
    QMenu *menu() const { return m_menu; }
    void setTexts();
    /// After new rows, texts or room.
    void fit();

private:
    void fillMenu();
    void choose(int column, bool shown);
    void forget();
    void keepWidth(int section, int before, int after);
    bool isWanted(int column) const;
    int widthOf(int section) const;

    RowTable &m_table;
    ViewState &m_view;
    QMenu *m_menu;
    QStringList m_chosen; ///< names of the columns to be shown; empty: those that fit
    QVariantMap m_widths; ///< in pixels, by the column's name
    bool m_fitting = false;
};

} // namespace luthier
