// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/route.h"

#include <QWidget>

namespace luthier {

/// One page of the window. Made when first shown, kept until the window closes.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget *parent = nullptr) : QWidget(parent) {}

    /// Shows what `route` names; called at each visit, also for the page that is visible already.
    virtual void open(const Route &route) = 0;
    /// The widget that the focus goes to at each visit: the page's main thing.
    virtual QWidget *firstFocus() = 0;

Q_SIGNALS:
    /// Asks the window for another page.
    void routeRequested(const luthier::Route &route);
    /// The page's item has changed by itself (a started run): the window's history takes it.
    void routeChanged(const luthier::Route &route);

protected:
    /// Sets every visible text; called before the first showing and at each change of language.
    virtual void setTexts() = 0;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
};

} // namespace luthier
