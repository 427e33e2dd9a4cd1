// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/unknown/unknown_page.h"

#include "ui/widgets/empty_state.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace luthier {

UnknownPage::UnknownPage(QWidget *parent) : Page(parent), m_state(new EmptyState(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_state);
    m_state->setIcon(QStringLiteral("help"));
    m_state->button()->setObjectName(QStringLiteral("goHome"));
    connect(m_state->button(), &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested(Route{QStringLiteral("home"), {}});
    });
}

void UnknownPage::open(const Route &route)
{
    m_name = route.toString();
    setTexts();
}

QWidget *UnknownPage::firstFocus()
{
    return m_state->button();
}

void UnknownPage::setTexts()
{
    setAccessibleName(tr("Unknown page"));
    m_state->setTexts(tr("There is no page “%1”").arg(m_name),
                      tr("This version of Luthier does not have it. Choose another page at the "
                         "left."));
    m_state->button()->setText(tr("Go to Home"));
}

} // namespace luthier
