// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/blocked.h"

#include <QAbstractButton>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace luthier {

namespace {

constexpr const char *reasonName = "blockedReason";

bool presses(const QEvent *event)
{
    if (event->type() == QEvent::Shortcut)
        return true;
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)
        return static_cast<const QMouseEvent *>(event)->button() == Qt::LeftButton;
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent *>(event)->key();
    return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter ||
           key == Qt::Key_Select;
}

bool focusedByKeyboard(const QEvent *event)
{
    if (event->type() != QEvent::FocusIn)
        return false;
    const Qt::FocusReason reason = static_cast<const QFocusEvent *>(event)->reason();
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
}

/// Answers with the reason in the button's place.
class Answer : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *button = static_cast<QAbstractButton *>(watched);
        const QString reason = blockedReason(button);
        if (reason.isEmpty())
            return false;
        const bool pressed = presses(event);
        if (pressed || focusedByKeyboard(event))
            QToolTip::showText(button->mapToGlobal(QPoint(0, button->height())), reason, button);
        return pressed;
    }
};

} // namespace

void setBlocked(QAbstractButton *button, const QString &reason)
{
    const QString before = blockedReason(button);
    if (reason == before)
        return;
    if (!button->findChild<QObject *>(QStringLiteral("blockedAnswer"),
                                      Qt::FindDirectChildrenOnly)) {
        auto *answer = new Answer(button);
        answer->setObjectName(QStringLiteral("blockedAnswer"));
        button->installEventFilter(answer);
    }
    button->setProperty(reasonName, reason);
    button->setProperty("blocked", !reason.isEmpty());
    // A press by a screen reader does not pass the event filter.
    button->blockSignals(!reason.isEmpty());
    if (!reason.isEmpty() || button->toolTip() == before)
        button->setToolTip(reason);
    button->setAccessibleDescription(reason);
    button->update();
}

QString blockedReason(const QAbstractButton *button)
{
    return button->property(reasonName).toString();
}

} // namespace luthier
