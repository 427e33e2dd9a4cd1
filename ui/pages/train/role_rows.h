// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/data_facts.h"

#include <QWidget>

#include <array>
#include <memory>

namespace luthier {

class QuietComboBox;
class TextLabel;

/// Which column is the text, the label and so on: one row a role.
class RoleRows : public QWidget
{
    Q_OBJECT

public:
    explicit RoleRows(QWidget *parent = nullptr);

    void setData(const DataFacts &data);
    void setTexts();

Q_SIGNALS:
    /// `role`: the key in "dataset.columns"; an empty column: none.
    void chosen(const std::string &role, const QString &column);

private:
    static constexpr size_t count = 4;

    std::array<TextLabel *, count> m_names;
    std::array<TextLabel *, count> m_notes;
    std::array<QuietComboBox *, count> m_boxes;
    std::shared_ptr<const Table> m_shown;
    Columns m_columns;
};

} // namespace luthier
