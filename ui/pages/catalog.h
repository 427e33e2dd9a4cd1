// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/session/app_context.h"

#include <vector>

namespace luthier {

/// What navigation shows of a page. Pages that only another page opens (a run) have no icon.
struct PageInfo
{
    QString id;        ///< Route::page
    const char *name;  ///< in context "Pages", translated by the window
    const char *icon;  ///< name of an icon of ui/widgets/icon.h; nullptr: not in the navigation
    int group;         ///< a line is drawn between groups; the last one stands at the bottom
    QString belongsTo; ///< the navigation entry that is marked while the page shows; empty: itself
    Page *(*create)(const AppContext &context);
};

/// Every page, in the order of the navigation.
const std::vector<PageInfo> &pages();
bool hasPage(const QString &id);

} // namespace luthier
