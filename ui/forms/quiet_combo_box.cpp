// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/quiet_combo_box.h"

#include <QWheelEvent>

namespace luthier {

QuietComboBox::QuietComboBox(QWidget *parent) : QComboBox(parent)
{
    // With the default policy a wheel over the box would take the focus and then the value.
    setFocusPolicy(Qt::StrongFocus);
}

void QuietComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace luthier
