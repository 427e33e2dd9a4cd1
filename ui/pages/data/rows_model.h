// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/shown_rows.h"
#include "ui/tables/row_table_model.h"

namespace luthier {

/// A file's rows for tables: line of the source, the file's columns, length in tokens, part. Cells
/// are read when they are asked for.
class FileRows : public RowSource
{
public:
    enum DataRole {
        LabelStyle = Qt::UserRole, ///< number of the theme's series for a label's marker; 0: none
        IsSecondary,               ///< drawn in the secondary colour
        IsOverCutOff,
    };

    /// Of the table that `document` shows now; parts, lengths and cut-off follow the document.
    explicit FileRows(const DataDocument &document);

    int64_t rows() const override { return m_table->rows(); }
    int columns() const override { return m_fileColumns + 3; }
    QVariant cell(int64_t row, int column, int role) const override;
    QVariant header(int column, int role) const override;

    /// The file's column that stands there; nothing for line, tokens and part.
    std::optional<int> fileColumn(int column) const;
    int tokensColumn() const { return m_fileColumns + 1; }
    int partColumn() const { return m_fileColumns + 2; }

private:
    QString text(int64_t row, int column, qsizetype longest) const;
    int styleOf(int64_t row, int column) const;

    const DataDocument &m_document;
    std::shared_ptr<const Table> m_table;
    int m_fileColumns;
};

/// The shown rows of a document.
class RowsModel : public RowTableModel
{
    Q_OBJECT

public:
    RowsModel(const DataDocument &document, ShownRows &shown, QObject *parent = nullptr);

    /// Takes the document's table anew.
    void reset();
    /// Parts, lengths, roles or the cut-off have changed; the rows are the same.
    void refresh();
    /// Null before the first `reset`.
    const FileRows *file() const { return m_file.get(); }

    void sort(int column, Qt::SortOrder order) override;

private:
    const DataDocument &m_document;
    ShownRows &m_shown;
    std::shared_ptr<const FileRows> m_file;
};

/// Number of the theme's series for labels from the most frequent on; 0 beyond six labels.
int labelStyle(size_t rank, size_t labels);

} // namespace luthier
