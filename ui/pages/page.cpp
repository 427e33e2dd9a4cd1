// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include <QEvent>

namespace luthier {

bool Page::event(QEvent *event)
{
    if (event->type() == QEvent::Polish)
        setTexts();
    return QWidget::event(event);
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        setTexts();
}

} // namespace luthier
