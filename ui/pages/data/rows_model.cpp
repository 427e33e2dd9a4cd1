// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/rows_model.h"

#include "ui/pages/data/problem_texts.h"
#include "ui/shell/words.h"

namespace luthier {

namespace {

constexpr qsizetype longestCell = 400;
constexpr qsizetype longestToolTip = 2000;
constexpr int mostStyles = 6;

QString shortened(std::string_view text, qsizetype longest)
{
    // A code point has four bytes at most.
    const QString cell =
        QString::fromUtf8(text.data(), qMin(qsizetype(text.size()), 4 * (longest + 1)));
    return cell.size() > longest ? cell.left(longest) + u'…' : cell;
}

} // namespace

int labelStyle(size_t rank, size_t labels)
{
    static constexpr int styles[mostStyles]{6, 5, 4, 3, 1, 2};
    return labels <= mostStyles ? styles[rank] : 0;
}

FileRows::FileRows(const DataDocument &document)
    : m_document(document), m_table(document.table()),
      m_fileColumns(int(m_table->columnNames().size()))
{
}

std::optional<int> FileRows::fileColumn(int column) const
{
    return column >= 1 && column <= m_fileColumns ? std::optional(column - 1) : std::nullopt;
}

QString FileRows::text(int64_t row, int column, qsizetype longest) const
{
    if (const auto own = fileColumn(column))
        return shortened(m_table->cell(row, *own).value_or(""), longest);
    if (column == 0)
        return words::whole(m_table->sourceRow[size_t(row)]);
    const auto overview = m_document.overview();
    const auto lengths = m_document.lengths();
    if (column == partColumn())
        return size_t(row) < overview->partOf.size() ? shortPartName(overview->partOf[size_t(row)])
                                                     : QString();
    return lengths && size_t(row) < lengths->ofRow.size()
               ? words::whole(lengths->ofRow[size_t(row)])
               : QString();
}

int FileRows::styleOf(int64_t row, int column) const
{
    const auto own = fileColumn(column);
    const auto &labels = m_document.overview()->labels;
    if (!own || labels.size() > mostStyles || m_document.roleOf(*own) != Role::Label)
        return 0;
    const std::string_view name = m_table->cell(row, *own).value_or("");
    for (size_t i = 0; i < labels.size(); ++i)
        if (labels[i].name == name)
            return labelStyle(i, labels.size());
    return 0;
}

QVariant FileRows::cell(int64_t row, int column, int role) const
{
    const auto own = fileColumn(column);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column, longestCell).replace(u'\n', u' ');
    case Qt::ToolTipRole:
        return own ? QVariant(text(row, column, longestToolTip)) : QVariant();
    case Qt::TextAlignmentRole:
        return int((column == 0 || column == tokensColumn() ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case IsSecondary:
        return own ? m_document.roleOf(*own) != Role::Label : column != tokensColumn();
    case IsOverCutOff: {
        const auto lengths = m_document.lengths();
        return column == tokensColumn() && lengths && size_t(row) < lengths->ofRow.size() &&
               lengths->ofRow[size_t(row)] > m_document.cutOff();
    }
    case LabelStyle:
        return styleOf(row, column);
    default:
        return {};
    }
}

QVariant FileRows::header(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (const auto own = fileColumn(column))
        return QString::fromStdString(m_table->columnNames()[size_t(*own)]);
    if (column == 0)
        return m_table->facts.encoding.empty() ? RowsModel::tr("Row") : RowsModel::tr("Line");
    return column == tokensColumn() ? RowsModel::tr("Tokens") : RowsModel::tr("Split");
}

RowsModel::RowsModel(const DataDocument &document, ShownRows &shown, QObject *parent)
    : RowTableModel(parent), m_document(document), m_shown(shown)
{
    connect(&m_shown, &ShownRows::rowsChanged, this, [this] { setRows(m_shown.rows()); });
}

void RowsModel::reset()
{
    m_file = std::make_shared<const FileRows>(m_document);
    setSource(m_file);
}

void RowsModel::refresh()
{
    refreshValues();
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RowsModel::sort(int column, Qt::SortOrder order)
{
    if (!m_file)
        return;
    using By = ShownRows::Order::By;
    const bool descending = order == Qt::DescendingOrder;
    if (const auto own = m_file->fileColumn(column))
        m_shown.setOrder({By::Column, *own, descending});
    else if (column == m_file->tokensColumn())
        m_shown.setOrder({By::Tokens, -1, descending});
    else if (column == m_file->partColumn())
        m_shown.setOrder({By::Part, -1, descending});
    else
        m_shown.setOrder({By::Source, -1, column == 0 && descending});
}

} // namespace luthier
