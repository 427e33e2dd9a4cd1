// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/session/app_context.h"

class QStackedLayout;

namespace luthier {

class FirstSteps;
class WorkOverview;

/// Where one begins: the first steps in an empty workspace, else what runs, was interrupted, or is
/// done.
class HomePage : public Page
{
    Q_OBJECT

public:
    explicit HomePage(const AppContext &context, QWidget *parent = nullptr);

    void open(const Route &route) override;
    QWidget *firstFocus() override;

protected:
    void setTexts() override;

private:
    void refresh();
    void askForData();

    const AppContext m_context;
    QStackedLayout *m_views;
    FirstSteps *m_firstSteps;
    WorkOverview *m_overview;
};

Page *createHomePage(const AppContext &context);

} // namespace luthier
