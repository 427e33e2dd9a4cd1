// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/catalog.h"

#include "ui/pages/data/data_page.h"
#include "ui/pages/help/help_page.h"
#include "ui/pages/home/home_page.h"
#include "ui/pages/run/run_page.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/train/train_page.h"
#include "ui/pages/try/try_page.h"

#include <QCoreApplication>

#include <algorithm>

namespace luthier {

const std::vector<PageInfo> &pages()
{
    static const std::vector<PageInfo> all{
        {QStringLiteral("home"), QT_TRANSLATE_NOOP("Pages", "Home"), "home", 0, {}, createHomePage},
        {QStringLiteral("data"), QT_TRANSLATE_NOOP("Pages", "Data"), "data", 1, {}, createDataPage},
        {QStringLiteral("train"),
         QT_TRANSLATE_NOOP("Pages", "Train"),
         "train",
         2,
         {},
         createTrainPage},
        {QStringLiteral("runs"), QT_TRANSLATE_NOOP("Pages", "Runs"), "runs", 2, {}, createRunsPage},
        {QStringLiteral("run"), QT_TRANSLATE_NOOP("Pages", "Run"), nullptr, 2,
         QStringLiteral("runs"), createRunPage},
        {QStringLiteral("try"), QT_TRANSLATE_NOOP("Pages", "Try"), "try", 3, {}, createTryPage},
        {QStringLiteral("settings"),
         QT_TRANSLATE_NOOP("Pages", "Settings"),
         "settings",
         9,
         {},
         createSettingsPage},
        {QStringLiteral("help"), QT_TRANSLATE_NOOP("Pages", "Help"), "help", 9, {}, createHelpPage},
    };
    return all;
}

bool hasPage(const QString &id)
{
    return std::ranges::any_of(pages(), [&](const PageInfo &page) { return page.id == id; });
}

} // namespace luthier
