// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form_entry.h"

#include <QWidget>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace luthier {

class PlanDocument;

/// A form made from descriptors: one row a parameter, each an edit of the plan as it is typed. A
/// value that the engine would refuse stays in its field with the reason below it; the plan keeps
/// the last good one.
class ParameterForm : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterForm(PlanDocument &plan, QWidget *parent = nullptr);
    ~ParameterForm() override;

    /// Rows anew; what was typed and could not be used is gone.
    void setEntries(std::vector<FormEntry> entries);
    /// Only the settings that matter most, or all: changed ones first, then by group.
    void setSimple(bool simple);
    /// Shows the rows whose label, help or key holds every word of `text`.
    void setFilter(const QString &text);
    void setTexts();

    /// Settings whose value is not the default.
    int changedCount() const;
    /// Fields that hold something unusable.
    int errorCount() const;
    /// Takes all choices back that the form shows as changed; one undo step.
    void resetAll();
    /// The first row's control.
    QWidget *firstField() const;

Q_SIGNALS:
    /// Changed settings, or fields with errors, are others now.
    void countsChanged();

protected:
    /// Tab goes along the rows as they stand, which is not the order in which they were made.
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Row;

    Row *rowAt(const std::string &pointer);
    std::unique_ptr<Row> madeRow(FormEntry entry);
    void arrange();
    QLabel *madeHeading(const QString &text);
    void showRow(Row &row);
    void setError(Row &row, const QString &error);
    void edit(Row &row);
    void planChanged(const std::string &pointer);
    bool isShown(const Row &row) const;
    std::vector<QWidget *> stops() const;

    PlanDocument &m_plan;
    QVBoxLayout *m_layout;
    std::vector<std::unique_ptr<Row>> m_rows;
    std::vector<QLabel *> m_headings;
    std::vector<const Row *> m_shown; ///< from top to bottom
    bool m_simple = true;
    QString m_filter;
};

} // namespace luthier
