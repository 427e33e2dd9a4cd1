// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/home_page.h"

#include "ui/pages/home/first_steps.h"
#include "ui/pages/home/work_overview.h"
#include "ui/session/run_library.h"
#include "ui/session/training_session.h"
#include "ui/shell/choose_data.h"

#include <QStackedLayout>

namespace luthier {

HomePage::HomePage(const AppContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_views(new QStackedLayout(this)),
      m_firstSteps(new FirstSteps(context, this)), m_overview(new WorkOverview(context, this))
{
    m_views->addWidget(m_firstSteps);
    m_views->addWidget(m_overview);
    connect(m_firstSteps, &FirstSteps::routeRequested, this, &Page::routeRequested);
    connect(m_firstSteps, &FirstSteps::dataRequested, this, &HomePage::askForData);
    connect(m_overview, &WorkOverview::routeRequested, this, &Page::routeRequested);
    connect(m_overview, &WorkOverview::dataRequested, this, &HomePage::askForData);
    connect(&m_context.runs, &RunLibrary::changed, this, &HomePage::refresh);
    connect(&m_context.training, &TrainingSession::stateChanged, this, &HomePage::refresh);
    refresh();
}

void HomePage::open(const Route &)
{
    refresh();
}

void HomePage::refresh()
{
    const bool empty = m_context.runs.runs().empty() && !m_context.training.isActive();
    QWidget *shown = empty ? static_cast<QWidget *>(m_firstSteps) : m_overview;
    const bool hadFocus = m_views->currentWidget() != shown && m_views->currentWidget() &&
                          m_views->currentWidget()->isAncestorOf(window()->focusWidget());
    m_views->setCurrentWidget(shown);
    if (empty)
        m_firstSteps->refresh();
    else
        m_overview->refresh();
    if (hadFocus)
        firstFocus()->setFocus(Qt::OtherFocusReason);
}

QWidget *HomePage::firstFocus()
{
    return m_views->currentWidget() == m_firstSteps ? m_firstSteps->firstFocus()
                                                    : m_overview->firstFocus();
}

void HomePage::askForData()
{
    if (const auto chosen = chooseData(this, m_context.view))
        Q_EMIT routeRequested(*chosen);
}

void HomePage::setTexts()
{
    setAccessibleName(tr("Home"));
    m_firstSteps->setTexts();
    m_overview->setTexts();
    refresh();
}

Page *createHomePage(const AppContext &context)
{
    return new HomePage(context);
}

} // namespace luthier
