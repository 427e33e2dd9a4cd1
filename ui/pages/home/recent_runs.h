// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/app_context.h"
#include "ui/shell/route.h"
#include "ui/widgets/card.h"

class QPushButton;
class QTableWidget;

namespace luthier {

/// The newest runs with state and best value; a click opens one.
class RecentRuns : public Card
{
    Q_OBJECT

public:
    explicit RecentRuns(const AppContext &context, QWidget *parent = nullptr);

    void setTexts();
    void refresh();

Q_SIGNALS:
    void routeRequested(const luthier::Route &route);

private:
    void openRow(int row);

    const AppContext m_context;
    QPushButton *m_all;
    QTableWidget *m_table;
};

} // namespace luthier
