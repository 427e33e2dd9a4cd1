// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pane_walk.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <iterator>
#include <tuple>
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

/// Panes of a page from left to right, then from top to bottom.
std::vector<QWidget *> panesIn(QWidget *page)
{
    std::vector<QWidget *> panes;
    for (QWidget *child : page->findChildren<QWidget *>())
        if (child->property("pane").toBool() && child->isVisible())
            panes.push_back(child);
    const auto place = [page](const QWidget *pane) {
        const QPoint at = pane->mapTo(page, QPoint());
        const bool last = pane->property("pane").toString() == QStringLiteral("last");
        return std::tuple(last, at.x(), at.y());
    };
    std::ranges::stable_sort(panes, {}, place);
    // What stands in no pane is to be reached too.
    if (std::ranges::none_of(panes, [](QWidget *pane) { return firstFocusIn(pane) != nullptr; }))
        panes.push_back(page);
    return panes;
}

std::vector<QWidget *> panesOf(QWidget *window, QWidget *page)
{
    std::vector<QWidget *> panes{window->findChild<QWidget *>(QStringLiteral("navigation"))};
    if (page)
        std::ranges::copy(panesIn(page), std::back_inserter(panes));
    panes.push_back(window->findChild<QWidget *>(QStringLiteral("statusBar")));
    std::erase(panes, nullptr);
    return panes;
}

/// Number of the innermost pane that holds a widget; -1: none.
int paneOf(const std::vector<QWidget *> &panes, const QWidget *widget)
{
    int found = -1;
    for (int pane = 0; widget && pane < int(panes.size()); ++pane) {
        const QWidget *here = panes[size_t(pane)];
        const bool holds = here == widget || here->isAncestorOf(widget);
        if (holds && (found < 0 || panes[size_t(found)]->isAncestorOf(here)))
            found = pane;
    }
    return found;
}

} // namespace

void walkPanes(QWidget *window, QWidget *page, int direction)
{
    const std::vector<QWidget *> panes = panesOf(window, page);
    const int count = int(panes.size());
    const int here = paneOf(panes, QApplication::focusWidget());
    int at = here >= 0 ? here : direction > 0 ? -1 : count;
    for (int tried = 0; tried < count; ++tried) {
        at = (at + direction + count) % count;
        // A pane around others begins where the first of them does: it is no place of its own.
        QWidget *first = firstFocusIn(panes[size_t(at)]);
        if (first && paneOf(panes, first) == at)
            return first->setFocus(direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    }
}

} // namespace luthier
