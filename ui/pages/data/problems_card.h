// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/data_document.h"
#include "ui/widgets/card.h"

class QScrollArea;
class QVBoxLayout;

namespace luthier {

class Badge;
class Banner;

/// What was found in the rows, the worst first; or that nothing was, and what was looked for.
class ProblemsCard : public Card
{
    Q_OBJECT

public:
    explicit ProblemsCard(DataDocument &document, QWidget *parent = nullptr);

    void setTexts();

Q_SIGNALS:
    void showRequested(const luthier::DataProblem &problem);

private:
    void showProblems();
    void addRow(const DataProblem &problem, int number);
    std::vector<DataProblem> found() const;

    DataDocument &m_document;
    Badge *m_badge;
    Banner *m_none;
    QScrollArea *m_scroll;
    QWidget *m_rows;
    QVBoxLayout *m_layout;
};

} // namespace luthier
