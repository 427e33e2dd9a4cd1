// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_menu.h"

#include <QAction>
#include <QMenuBar>
#include <QRegularExpression>

namespace luthier {

namespace {

enum Menu { File, Edit, View, Run, Window, HelpMenu };

constexpr const char *menuNames[]{
    QT_TRANSLATE_NOOP("luthier::MainMenu", "&File"),
    QT_TRANSLATE_NOOP("luthier::MainMenu", "&Edit"),
    QT_TRANSLATE_NOOP("luthier::MainMenu", "&View"),
    QT_TRANSLATE_NOOP("luthier::MainMenu", "&Run"),
    QT_TRANSLATE_NOOP("luthier::MainMenu", "&Window"),
    QT_TRANSLATE_NOOP("luthier::MainMenu", "&Help"),
};

struct Entry
{
    Command command;
    Menu menu;
    const char *objectName;
    const char *text;
    QKeySequence key;
    QAction::MenuRole role = QAction::NoRole;
};

const QList<Entry> &entries()
{
    static const QList<Entry> all{
        {Command::NewTraining, File, "newTraining",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&New training"), QKeySequence::New},
        {Command::OpenData, File, "openData", QT_TRANSLATE_NOOP("luthier::MainMenu", "&Open data…"),
         QKeySequence::Open},
        {Command::OpenDataFolder, File, "openDataFolder",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "Open &folder…"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
        {Command::Settings, File, "openSettings",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&Settings"),
         QKeySequence(Qt::CTRL | Qt::Key_Comma), QAction::PreferencesRole},
        {Command::Quit, File, "quit", QT_TRANSLATE_NOOP("luthier::MainMenu", "&Quit"),
         QKeySequence(Qt::CTRL | Qt::Key_Q), QAction::QuitRole},
        {Command::Undo, Edit, "undo", QT_TRANSLATE_NOOP("luthier::MainMenu", "&Undo"),
         QKeySequence::Undo},
        {Command::Redo, Edit, "redo", QT_TRANSLATE_NOOP("luthier::MainMenu", "&Redo"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
        {Command::Back, View, "goBack", QT_TRANSLATE_NOOP("luthier::MainMenu", "&Back"),
         QKeySequence(Qt::ALT | Qt::Key_Left)},
        {Command::NarrowNavigation, View, "narrowNavigation",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&Narrow navigation"),
         QKeySequence(Qt::CTRL | Qt::Key_B)},
        {Command::NextPane, View, "nextPane", QT_TRANSLATE_NOOP("luthier::MainMenu", "N&ext pane"),
         QKeySequence(Qt::Key_F6)},
        {Command::PreviousPane, View, "previousPane",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&Previous pane"),
         QKeySequence(Qt::SHIFT | Qt::Key_F6)},
        {Command::OpenRun,
         Run,
         "openRun",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&Open the run that trains"),
         {}},
        {Command::PauseOrContinue,
         Run,
         "pauseOrContinue",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&Pause"),
         {}},
        {Command::Minimize,
         Window,
         "minimize",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&Minimize"),
         {}},
        {Command::FullScreen, Window, "fullScreen",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&Full screen"), QKeySequence(Qt::Key_F11)},
        {Command::Help, HelpMenu, "openHelp",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&Keys and help"), QKeySequence(Qt::Key_F1)},
        {Command::About,
         HelpMenu,
         "about",
         QT_TRANSLATE_NOOP("luthier::MainMenu", "&About Luthier"),
         {},
         QAction::AboutRole},
    };
    return all;
}

/// "&Open" and "열기(&O)" without the letter that opens the menu.
QString withoutMnemonic(QString text)
{
    static const QRegularExpression appended(QStringLiteral("\\(&.\\)"));
    return text.remove(appended).remove(u'&');
}

} // namespace

MainMenu::MainMenu(QMenuBar *bar, QObject *parent) : QObject(parent), m_bar(bar)
{
    for (int menu = File; menu <= HelpMenu; ++menu)
        m_menus << bar->addMenu(QString());
    for (const Entry &entry : entries()) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(entry.objectName));
        action->setMenuRole(entry.role);
        action->setShortcut(entry.key);
        if (entry.command == Command::Redo)
            action->setShortcuts({entry.key, QKeySequence(Qt::CTRL | Qt::Key_Y)});
        m_actions.insert(entry.command, action);
        m_menus[entry.menu]->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, command = entry.command] { Q_EMIT asked(command); });
    }
    for (const Command command : {Command::NarrowNavigation, Command::FullScreen})
        m_actions[command]->setCheckable(true);
    m_menus[File]->insertSeparator(m_actions[Command::Settings]);
    m_menus[View]->insertSeparator(m_actions[Command::Back]);
    setTexts();
}

void MainMenu::setPages(const QStringList &names)
{
    constexpr int withKey = 8;
    while (m_pages.size() < names.size()) {
        const int index = int(m_pages.size());
        auto *action = new QAction(this);
        if (index < withKey)
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + index)));
        connect(action, &QAction::triggered, this, [this, index] { Q_EMIT pageAsked(index); });
        m_menus[View]->insertAction(m_menus[View]->actions().at(index), action);
        m_pages << action;
    }
    for (int index = 0; index < names.size(); ++index)
        m_pages[index]->setText(names[index]);
}

void MainMenu::setTexts()
{
    m_bar->setAccessibleName(tr("Menu bar"));
    for (int menu = File; menu <= HelpMenu; ++menu)
        m_menus[menu]->setTitle(tr(menuNames[menu]));
    for (const Entry &entry : entries())
        m_actions[entry.command]->setText(tr(entry.text));
    setPaused(m_paused);
}

void MainMenu::setPaused(bool paused)
{
    m_paused = paused;
    m_actions[Command::PauseOrContinue]->setText(paused ? tr("&Continue") : tr("&Pause"));
}

QList<std::pair<QString, QString>> MainMenu::keys()
{
    QList<std::pair<QString, QString>> out;
    for (const Entry &entry : entries())
        if (!entry.key.isEmpty())
            out.append(
                {entry.key.toString(QKeySequence::NativeText), withoutMnemonic(tr(entry.text))});
    return out;
}

} // namespace luthier
