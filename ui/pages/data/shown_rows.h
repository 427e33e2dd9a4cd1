// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/row_order.h"
#include "ui/pages/data/data_document.h"

namespace luthier {

class Jobs;

/// Which rows of the document the table shows, in which order: all or those of a problem, filtered,
/// sorted. Found off the window's thread; a newer wish replaces an older one.
class ShownRows : public QObject
{
    Q_OBJECT

public:
    /// By what rows are sorted: a column of the file, or what is known beside it.
    struct Order
    {
        enum class By { Source, Column, Tokens, Part };
        By by = By::Source;
        int column = -1;
        bool descending = false;

        bool operator==(const Order &) const = default;
    };

    ShownRows(const DataDocument &document, Jobs &jobs, QObject *parent = nullptr);

    const std::vector<int64_t> &rows() const { return m_rows; }
    const RowFilter &filter() const { return m_filter; }
    const Order &order() const { return m_order; }
    bool hasSelection() const { return m_selection.has_value(); }

    /// Everything back to the file's rows in its order.
    void reset();
    void setFilter(const RowFilter &filter);
    void setOrder(const Order &order);
    /// Only these rows, in their order; nothing: all rows.
    void setSelection(std::optional<std::vector<int64_t>> rows);
    /// The document's parts or labels have changed.
    void refresh();

Q_SIGNALS:
    void rowsChanged();

private:
    const DataDocument &m_document;
    Jobs &m_jobs;
    RowFilter m_filter;
    Order m_order;
    std::optional<std::vector<int64_t>> m_selection;
    std::vector<int64_t> m_rows;
};

} // namespace luthier
