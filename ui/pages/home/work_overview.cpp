// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/work_overview.h"

#include "core/train/continue_run.h"
#include "ui/pages/home/computer_card.h"
#include "ui/pages/home/recent_runs.h"
#include "ui/pages/home/running_card.h"
#include "ui/pages/home/start_card.h"
#include "ui/session/run_library.h"
#include "ui/session/training_session.h"
#include "ui/shell/page_frame.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/page_header.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QPushButton>

#include <algorithm>

namespace luthier {

WorkOverview::WorkOverview(const AppContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_header(new PageHeader(this)),
      m_newTraining(m_header->setMainAction(QStringLiteral("newTraining"))),
      m_openData(m_header->addAction(QStringLiteral("openData"))), m_banner(new Banner(this)),
      m_running(new RunningCard(context, this)), m_recent(new RecentRuns(context, this)),
      m_start(new StartCard(this)), m_computer(new ComputerCard(context.workspace, this)),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    layOut();
    m_header->setProperty("userText", true);
    connect(m_newTraining, &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({QStringLiteral("train"), {}});
    });
    connect(m_openData, &QPushButton::clicked, this, &WorkOverview::dataRequested);
    connect(m_running, &RunningCard::routeRequested, this, &WorkOverview::routeRequested);
    connect(m_recent, &RecentRuns::routeRequested, this, &WorkOverview::routeRequested);
    connect(m_start, &StartCard::routeRequested, this, &WorkOverview::routeRequested);
    connect(m_start, &StartCard::dataRequested, this, &WorkOverview::dataRequested);
}

void WorkOverview::layOut()
{
    constexpr int rightUnits = 47;
    const PageFrame frame(m_header, this);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QBoxLayout *layout : std::initializer_list<QBoxLayout *>{left, right, m_columns})
        layout->setSpacing(Theme::units(2));
    left->addWidget(m_running);
    left->addWidget(m_recent, 1);
    right->addWidget(m_start);
    right->addWidget(m_computer, 1);
    m_start->setMinimumWidth(Theme::units(rightUnits));
    m_columns->addLayout(left, 3);
    m_columns->addLayout(right, 1);
    frame.content()->addWidget(m_banner);
    frame.content()->addLayout(m_columns, 1);
}

QWidget *WorkOverview::firstFocus()
{
    return m_running->isVisibleTo(this) ? m_running->firstFocus() : m_newTraining;
}

const RunRecord *WorkOverview::interruptedRun() const
{
    const auto &runs = m_context.runs.runs();
    const auto found = std::find_if(runs.begin(), runs.end(), [this](const RunRecord &run) {
        return run.state == RunState::Interrupted &&
               !m_later.contains(QString::fromStdString(run.id));
    });
    return found == runs.end() ? nullptr : &*found;
}

void WorkOverview::showInterrupted()
{
    const RunRecord *run = interruptedRun();
    m_banner->setVisible(run && !m_context.training.isActive());
    if (!run)
        return;
    const QString id = QString::fromStdString(run->id);
    m_offered = id;
    m_banner->setMessage(
        Banner::Info,
        tr("%1 was interrupted at step %2.")
            .arg(QString::fromStdString(run->name), words::whole(run->lastStep)),
        tr("Continuing from its last checkpoint gives exactly the numbers that an undisturbed run "
           "would have given."));
    m_banner->clearActions();
    QPushButton *goOn = m_banner->addAction(QStringLiteral("continueRun"), tr("Continue"));
    connect(goOn, &QPushButton::clicked, this, [this, id] { continueRun(id); });
    QPushButton *later = m_banner->addAction(QStringLiteral("later"), tr("Later"));
    connect(later, &QPushButton::clicked, this, [this, id] {
        m_later.insert(id);
        refresh();
        firstFocus()->setFocus(Qt::OtherFocusReason);
    });
}

void WorkOverview::continueRun(const QString &id)
{
    const RunRecord *run = m_context.runs.find(id);
    if (!run)
        return;
    const auto request = requestToContinue(m_context.workspace.toStdString(), run->folder);
    if (!request) {
        m_banner->setMessage(Banner::Error, words::of(request.error().message), {});
        return;
    }
    if (m_context.training.start(request.value()))
        Q_EMIT routeRequested({QStringLiteral("run"), id});
}

void WorkOverview::refresh()
{
    const int count = int(m_context.runs.runs().size());
    m_header->setSubtitle(tr("Workspace “%1”, %n run(s)", nullptr, count)
                              .arg(QFileInfo(m_context.workspace).fileName()));
    m_running->refresh();
    m_recent->refresh();
    m_computer->refresh();
    showInterrupted();
}

void WorkOverview::setTexts()
{
    m_header->setTitle(tr("Home"));
    m_newTraining->setText(tr("New training"));
    m_newTraining->setIcon(icon(QStringLiteral("plus"), Theme::Token::OnAccent, 16));
    m_newTraining->setAccessibleName(tr("New training"));
    m_newTraining->setToolTip(tr("Choose task, model, data and method (Ctrl+N)"));
    m_openData->setText(tr("Open data…"));
    m_openData->setIcon(icon(QStringLiteral("folder"), 16));
    m_openData->setAccessibleName(tr("Open data…"));
    m_openData->setToolTip(tr("Choose a file with your examples (Ctrl+O)"));
    m_running->setTexts();
    m_recent->setTexts();
    m_start->setTexts();
    refresh();
}

void WorkOverview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int twoColumns = 120;
    m_columns->setDirection(width() < Theme::units(twoColumns) ? QBoxLayout::TopToBottom
                                                               : QBoxLayout::LeftToRight);
}

} // namespace luthier
