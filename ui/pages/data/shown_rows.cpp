// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/shown_rows.h"

#include "ui/session/jobs.h"

namespace luthier {

namespace {

using Order = ShownRows::Order;

/// What the work needs, alive while it runs.
struct Request
{
    std::shared_ptr<const Table> table;
    std::shared_ptr<const Overview> overview;
    std::shared_ptr<const TokenLengths> lengths;
    std::optional<std::vector<int64_t>> selection;
    RowFilter filter;
    Order order;
};

Result<std::vector<int64_t>> sorted(const Request &request, const std::vector<int64_t> &rows,
                                    std::stop_token stop, const ProgressHandler &onProgress)
{
    const Order &order = request.order;
    if (order.by == Order::By::Column)
        return sortedByColumn(*request.table, rows, order.column, order.descending, stop,
                              onProgress);
    if (order.by == Order::By::Tokens && request.lengths)
        return sortedByNumber(rows, request.lengths->ofRow, order.descending, stop, onProgress);
    if (order.by == Order::By::Part) {
        std::vector<int32_t> parts;
        for (const std::optional<Part> &part : request.overview->partOf)
            parts.push_back(part ? int32_t(*part) : -1);
        return sortedByNumber(rows, parts, order.descending, stop, onProgress);
    }
    std::vector<int64_t> same = rows;
    if (order.descending)
        std::ranges::reverse(same);
    return same;
}

Result<std::vector<int64_t>> found(const Request &request, std::stop_token stop,
                                   const ProgressHandler &onProgress)
{
    const std::vector<int64_t> base =
        request.selection ? *request.selection : allRows(*request.table);
    auto passed = request.filter == RowFilter{}
                      ? Result<std::vector<int64_t>>(base)
                      : filteredRows(*request.table, base, request.filter, request.overview->partOf,
                                     stop, onProgress);
    return passed ? sorted(request, passed.value(), stop, onProgress) : passed;
}

} // namespace

ShownRows::ShownRows(const DataDocument &document, Jobs &jobs, QObject *parent)
    : QObject(parent), m_document(document), m_jobs(jobs)
{
}

void ShownRows::reset()
{
    m_filter = {};
    m_order = {};
    m_selection.reset();
    m_rows.clear();
    refresh();
}

void ShownRows::setFilter(const RowFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void ShownRows::setOrder(const Order &order)
{
    m_order = order;
    refresh();
}

void ShownRows::setSelection(std::optional<std::vector<int64_t>> rows)
{
    m_selection = std::move(rows);
    refresh();
}

void ShownRows::refresh()
{
    if (m_document.state() != DataDocument::State::Ready)
        return;
    m_jobs.start(
        Jobs::Lane::Files, QStringLiteral("data/rows"), this,
        [request = Request{m_document.table(), m_document.overview(), m_document.lengths(),
                           m_selection, m_filter, m_order}](std::stop_token stop,
                                                            const ProgressHandler &onProgress) {
            return found(request, stop, onProgress);
        },
        [this](Result<std::vector<int64_t>> answer) {
            if (!answer)
                return;
            m_rows = std::move(answer.value());
            Q_EMIT rowsChanged();
        });
}

} // namespace luthier
