// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pane_walk.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace luthier {

namespace {

bool takesFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

/// By the order of Tab; the checked one of a group of buttons stands for the group.
QWidget *firstFocusIn(QWidget *pane)
{
    QWidget *widget = pane;
    do {
        const bool inside = widget == pane || pane->isAncestorOf(widget);
        const QVariant checked = widget->property("checked");
        const bool passedOver = widget->property("autoExclusive").toBool() && !checked.toBool();
        if (inside && takesFocus(widget) && !passedOver)
            return widget;
        widget = widget->nextInFocusChain();
    } while (widget && widget != pane);
    return nullptr;
}

std::vector<QWidget *> panesOf(QWidget *window, QWidget *page)
{
    std::vector<QWidget *> panes{window->findChild<QWidget *>(QStringLiteral("navigation"))};
    if (page) {
        for (QWidget *child : page->findChildren<QWidget *>())
            if (child->property("pane").toBool() && child->isVisible())
                panes.push_back(child);
        if (panes.size() == 1)
            panes.push_back(page);
    }
    panes.push_back(window->findChild<QWidget *>(QStringLiteral("statusBar")));
    std::erase(panes, nullptr);
    return panes;
}

} // namespace

void walkPanes(QWidget *window, QWidget *page, int direction)
{
    const std::vector<QWidget *> panes = panesOf(window, page);
    QWidget *focus = QApplication::focusWidget();
    const auto here = std::find_if(panes.begin(), panes.end(), [focus](QWidget *pane) {
        return focus && (pane == focus || pane->isAncestorOf(focus));
    });
    const int count = int(panes.size());
    int at = here == panes.end() ? (direction > 0 ? -1 : count) : int(here - panes.begin());
    for (int tried = 0; tried < count; ++tried) {
        at = (at + direction + count) % count;
        if (QWidget *first = firstFocusIn(panes[size_t(at)]))
            return first->setFocus(direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    }
}

} // namespace luthier
