// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/action_buttons.h"

#include "ui/shell/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QPushButton>

namespace luthier {

ActionButtons::ActionButtons(QWidget *parent) : QWidget(parent)
{
    new FlowLayout(this, Theme::unit());
    hide();
}

QPushButton *ActionButtons::add(const QString &objectName, const QString &text, const QString &role)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    if (!role.isEmpty())
        button->setProperty("role", role);
    layout()->addWidget(button);
    // Showing lays the page out at once, in the middle of what the caller does with the button.
    if (parentWidget()->isVisible())
        QMetaObject::invokeMethod(this, &ActionButtons::showIfAny, Qt::QueuedConnection);
    else
        showIfAny();
    return button;
}

void ActionButtons::clear()
{
    qDeleteAll(findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly));
    hide();
}

void ActionButtons::showIfAny()
{
    setVisible(!findChildren<QPushButton *>().isEmpty());
}

} // namespace luthier
