// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/route.h"
#include "ui/widgets/card.h"

#include <vector>

namespace luthier {

class ActionRow;

/// What can be begun, a row each.
class StartCard : public Card
{
    Q_OBJECT

public:
    explicit StartCard(QWidget *parent = nullptr);
    void setTexts();

Q_SIGNALS:
    void routeRequested(const luthier::Route &route);
    void dataRequested();

private:
    std::vector<ActionRow *> m_rows;
};

} // namespace luthier
