// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/try/asked_texts.h"
#include "ui/tables/row_table_model.h"

#include <memory>

namespace luthier {

/// Asked texts as rows of a table. Changed answers carry an icon, and wrong ones a cross.
class AnswersSource : public RowSource
{
public:
    enum Column { Text, Label, BeforeAnswer, AfterAnswer };
    /// Of the text's cell: when it was asked ("14:52").
    static constexpr int WhenRole = Qt::UserRole;

    /// `newestFirst`: the last text stands at the top.
    explicit AnswersSource(std::shared_ptr<const AskedTexts> asked, bool newestFirst = false);

    const AskedTexts &asked() const { return *m_asked; }
    /// Number of the text in `asked`.
    int64_t textAt(int64_t row) const;
    Column columnAt(int column) const { return m_columns[size_t(column)]; }

    int64_t rows() const override { return m_asked->rows(); }
    int columns() const override { return int(m_columns.size()); }
    QVariant cell(int64_t row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    QString display(int64_t text, Column column) const;
    QString whenAsked(int64_t text) const;
    QString toolTip(int64_t text, Column column) const;
    QVariant decoration(int64_t text, Column column) const;

    std::shared_ptr<const AskedTexts> m_asked;
    std::vector<Column> m_columns; ///< without Label where no text has one
    bool m_newestFirst;
};

/// Sorts by what a column says; a column that is not there leaves the source's order. A filter of 1
/// keeps changed answers, 2 what the After side answered wrongly.
RowTableModel::Arrange arrangeAnswers(const std::shared_ptr<const AnswersSource> &source);

} // namespace luthier
