// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_stack.h"

#include "ui/pages/unknown/unknown_page.h"

#include <algorithm>

namespace luthier {

PageStack::PageStack(const AppContext &context, const std::vector<PageInfo> &catalog,
                     QWidget *parent)
    : QStackedWidget(parent), m_context(context), m_catalog(catalog)
{
    setObjectName(QStringLiteral("pages"));
}

Page *PageStack::pageFor(const QString &id)
{
    const auto info = std::find_if(m_catalog.begin(), m_catalog.end(),
                                   [&](const PageInfo &page) { return page.id == id; });
    const QString key = info == m_catalog.end() ? QString() : id;
    if (const auto found = m_pages.constFind(key); found != m_pages.cend())
        return *found;
    Page *page = key.isEmpty() ? new UnknownPage : info->create(m_context);
    page->setObjectName(key.isEmpty() ? QStringLiteral("unknownPage")
                                      : id + QStringLiteral("Page"));
    m_pages.insert(key, page);
    addWidget(page);
    connect(page, &Page::routeRequested, this, &PageStack::open);
    connect(page, &Page::routeChanged, this, [this, page](const Route &route) {
        if (page != currentWidget() || m_history.empty())
            return;
        m_history.back() = route;
        Q_EMIT shown(route);
    });
    return page;
}

void PageStack::open(const Route &route)
{
    if (m_history.empty() || !(m_history.back() == route))
        m_history.push_back(route);
    showRoute(route);
}

void PageStack::showRoute(const Route &route)
{
    Page *page = pageFor(route.page);
    page->open(route);
    setCurrentWidget(page);
    focusPage();
    Q_EMIT shown(route);
}

Route PageStack::route() const
{
    return m_history.empty() ? Route{} : m_history.back();
}

void PageStack::goBack()
{
    if (!canGoBack())
        return;
    m_history.pop_back();
    showRoute(Route(m_history.back()));
}

void PageStack::focusPage()
{
    auto *page = qobject_cast<Page *>(currentWidget());
    if (!page)
        return;
    if (QWidget *first = page->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace luthier
