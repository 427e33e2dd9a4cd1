// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QMap>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace luthier {

/// What the window itself can be asked to do, by menu or key.
enum class Command {
    NewTraining,
    OpenData,
    OpenDataFolder,
    Settings,
    Quit,
    Undo,
    Redo,
    Back,
    NarrowNavigation,
    NextPane,
    PreviousPane,
    OpenRun,
    PauseOrContinue,
    Minimize,
    FullScreen,
    Help,
    About,
};

/// The menu bar. Every command has its key and its object name here, once.
class MainMenu : public QObject
{
    Q_OBJECT

public:
    /// `pageNames`: what navigation lists, in its order; Ctrl+1 and on open them.
    MainMenu(QMenuBar *bar, QObject *parent);

    QAction *action(Command command) const { return m_actions[command]; }
    void setPages(const QStringList &names);
    void setTexts();
    /// "Pause" or "Continue".
    void setPaused(bool paused);

    /// Key and meaning of every command that has a key, as Help lists them.
    static QList<std::pair<QString, QString>> keys();

Q_SIGNALS:
    void asked(luthier::Command command);
    void pageAsked(int index);

private:
    QMenuBar *m_bar;
    QList<QMenu *> m_menus;
    QMap<Command, QAction *> m_actions;
    QList<QAction *> m_pages;
    bool m_paused = false;
};

} // namespace luthier
