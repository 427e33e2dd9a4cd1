// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/catalog.h"

#include <QMap>
#include <QStackedWidget>

namespace luthier {

/// The page that shows, and the ways back. Pages are made when first asked for and kept.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    PageStack(const AppContext &context, const std::vector<PageInfo> &catalog,
              QWidget *parent = nullptr);

    /// Shows `route`; a sentence where no page is of that name.
    void open(const Route &route);
    Route route() const;
    bool canGoBack() const { return m_history.size() > 1; }
    void goBack();
    /// Gives the focus to the page's main thing.
    void focusPage();

    // A page that needs more room than there is must not push the window over the screen's edge.
    QSize minimumSizeHint() const override { return {0, 0}; }

Q_SIGNALS:
    void shown(const luthier::Route &route);

private:
    Page *pageFor(const QString &id);
    void showRoute(const Route &route);

    const AppContext &m_context;
    const std::vector<PageInfo> &m_catalog;
    QMap<QString, Page *> m_pages;
    std::vector<Route> m_history;
};

} // namespace luthier
