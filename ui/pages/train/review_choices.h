// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/plan_words.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace luthier {

class TextLabel;

/// The run's name and all choices, each with Edit.
class ReviewChoices : public Card
{
    Q_OBJECT

public:
    explicit ReviewChoices(QWidget *parent = nullptr);

    void setLines(const std::vector<PlanLine> &lines);
    /// `name`: chosen or made from model and method.
    void setName(const QString &name);
    QLineEdit *nameField() const { return m_name; }

Q_SIGNALS:
    void nameEdited(const QString &name);
    void stepRequested(int step);

private:
    struct Row
    {
        TextLabel *name, *value, *note;
        QPushButton *edit;
    };

    void addRow(const PlanLine &line);

    TextLabel *m_nameLabel;
    QLineEdit *m_name;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace luthier
