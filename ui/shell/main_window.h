// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/catalog.h"
#include "ui/session/training_session.h"
#include "ui/shell/main_menu.h"

#include <QMainWindow>

namespace luthier {

class Navigation;
class PageStack;
class StatusBar;

/// The window around all pages: menu bar, navigation, the page, status bar.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const AppContext &context, const std::vector<PageInfo> &catalog = pages(),
                        QWidget *parent = nullptr);

    /// Shows a page, as navigation and other pages ask for it.
    void open(const Route &route);
    Route route() const;

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void lay();
    void connectParts();
    void obey(Command command);
    void toggleNavigation(bool narrow);
    void setNavigationWidth();
    void showRoute(const Route &route);
    void showTraining();
    void openRun();
    /// False: the user stays.
    bool agreesToClose();
    void setTexts();
    QString runId() const;

    AppContext m_context;
    const std::vector<PageInfo> &m_catalog;
    MainMenu *m_menu;
    Navigation *m_navigation;
    PageStack *m_pages;
    StatusBar *m_status;
    bool m_closing = false; ///< once the run has stopped, the window closes
};

} // namespace luthier
