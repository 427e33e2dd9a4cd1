// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

#include <vector>

class QWidget;

namespace luthier::detect {

struct VisibleText
{
    const QWidget *widget;
    QString text;
    QFont font;
    bool isCell = false; ///< of a table's or list's body, or the name of a chart's series
};

/// Every text that can be read in the window, once for each widget that shows it.
std::vector<VisibleText> visibleTexts(const QWidget *window);

/// Visible children of `window` and it itself, in order.
std::vector<const QWidget *> visibleWidgets(const QWidget *window);

/// "mainWindow/pages/homePage/runSample"
QString pathOf(const QWidget *widget);

} // namespace luthier::detect
