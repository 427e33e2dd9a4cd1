// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/problems_card.h"

#include "ui/pages/data/problem_texts.h"
#include "ui/shell/words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/problem_row.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace luthier {

namespace {

using Weight = DataProblem::Weight;

ProblemRow::Kind kindOf(Weight weight)
{
    return weight == Weight::Error     ? ProblemRow::Error
           : weight == Weight::Warning ? ProblemRow::Warning
                                       : ProblemRow::Info;
}

} // namespace

ProblemsCard::ProblemsCard(DataDocument &document, QWidget *parent)
    : Card(parent), m_document(document), m_badge(new Badge(this)), m_none(new Banner(this)),
      m_scroll(new QScrollArea(this)), m_rows(new QWidget), m_layout(new QVBoxLayout(m_rows))
{
    m_none->setObjectName(QStringLiteral("dataNoProblems"));
    m_scroll->setObjectName(QStringLiteral("dataProblems"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_scroll->setWidget(m_rows);
    m_rows->setAutoFillBackground(false); // setWidget switches it on
    setTools(m_badge);
    // The list ends where the card's round corners begin.
    body()->setContentsMargins(1, 0, 1, Theme::units(1));
    body()->setSpacing(0);
    auto *none = new QHBoxLayout;
    none->setContentsMargins(Theme::units(2), 0, Theme::units(2), 0);
    none->addWidget(m_none);
    body()->addLayout(none);
    body()->addWidget(m_scroll, 1);
    body()->addStretch();
    connect(&m_document, &DataDocument::overviewChanged, this, &ProblemsCard::showProblems);
    connect(&m_document, &DataDocument::tokensChanged, this, &ProblemsCard::showProblems);
    connect(&m_document, &DataDocument::cutOffChanged, this, &ProblemsCard::showProblems);
}

void ProblemsCard::setTexts()
{
    setTitle(tr("Problems found"));
    m_scroll->setAccessibleName(tr("Problems found"));
    showProblems();
}

std::vector<DataProblem> ProblemsCard::found() const
{
    const auto overview = m_document.overview();
    std::vector<DataProblem> problems = overview->problems;
    const auto lengths = m_document.lengths();
    if (lengths && lengths->ofRow.size() == overview->partOf.size()) {
        DataProblem hit = tooLong(lengths->ofRow, overview->partOf, m_document.cutOff());
        const auto place = std::ranges::find(problems, Weight::Info, &DataProblem::weight);
        if (hit.count > 0)
            problems.insert(place, std::move(hit));
    }
    return problems;
}

void ProblemsCard::showProblems()
{
    if (m_document.state() != DataDocument::State::Ready)
        return;
    QWidget *focus = m_rows->focusWidget();
    const QString focused = focus && focus->hasFocus() ? focus->objectName() : QString();
    qDeleteAll(m_rows->findChildren<ProblemRow *>(QString(), Qt::FindDirectChildrenOnly));
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    const std::vector<DataProblem> problems = found();
    int number = 0;
    for (const DataProblem &problem : problems)
        addRow(problem, number++);
    m_layout->addStretch();
    const bool none = problems.empty();
    m_none->setVisible(none);
    m_scroll->setVisible(!none);
    if (none)
        m_none->setMessage(Banner::Good, tr("No problems found"),
                           tr("Looked for lines that cannot be read, missing labels, empty texts, "
                              "copies, texts with different labels, labels spelled alike, labels "
                              "with too few rows, and texts in two parts."));
    const auto open = std::ranges::count_if(
        problems, [](const DataProblem &problem) { return problem.weight != Weight::Info; });
    const bool error = !none && problems.front().weight == Weight::Error;
    m_badge->setState(open == 0 ? Badge::Good
                      : error   ? Badge::Error
                                : Badge::Warning,
                      open == 0 ? QStringLiteral("check") : QStringLiteral("warning"),
                      open == 0 ? tr("None open") : tr("%Ln open", nullptr, int(open)));
    if (!focused.isEmpty())
        if (auto *again = m_rows->findChild<QWidget *>(focused))
            again->setFocus(Qt::OtherFocusReason);
}

void ProblemsCard::addRow(const DataProblem &problem, int number)
{
    auto *row = new ProblemRow(m_rows);
    row->setObjectName(QStringLiteral("dataProblem_") + QString::fromStdString(problem.id));
    const QString title = problemTitle(problem);
    const QString text = words::of(problem.message);
    row->setProblem(kindOf(problem.weight), {}, title, title == text ? QString() : text);
    const bool lines = problem.id == "unreadable", files = problem.id == "unreadable_files";
    if (lines || files || !problem.rows.empty()) {
        const QString name = lines ? tr("Show lines") : files ? tr("Show files") : tr("Show rows");
        QPushButton *show = row->addAction(
            QStringLiteral("dataShow_%1_%2").arg(QString::fromStdString(problem.id)).arg(number),
            name);
        show->setAccessibleName(tr("%1: %2", "button: problem").arg(name, title));
        connect(show, &QPushButton::clicked, this,
                [this, problem] { Q_EMIT showRequested(problem); });
    }
    m_layout->addWidget(row);
    row->show();
}

} // namespace luthier
