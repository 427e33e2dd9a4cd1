// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settings_page.h"

#include "ui/shell/page_frame.h"
#include "ui/shell/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_buttons.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QGridLayout>
#include <QPushButton>
#include <QUrl>

namespace luthier {

namespace {

constexpr int formUnits = 90; // 720 px: lines of a form end here

template <typename Widget>
Widget *named(const char *name, QWidget *parent)
{
    auto *widget = new Widget(parent);
    widget->setObjectName(QLatin1String(name));
    return widget;
}

} // namespace

SettingsPage::SettingsPage(const AppContext &context, QWidget *parent)
    : Page(parent), m_workspace(context.workspace), m_preferences(context.view),
      m_header(new PageHeader(this)), m_appearance(named<Card>("appearance", this)),
      m_place(named<Card>("workspace", this)),
      m_languageLabel(named<QLabel>("languageLabel", this)),
      m_schemeLabel(named<QLabel>("schemeLabel", this)),
      m_language(named<QComboBox>("language", this)),
      m_scheme(named<SegmentedButtons>("scheme", this)),
      m_contrast(named<QCheckBox>("moreContrast", this)),
      m_folder(new TextLabel(QStringLiteral("strong"), this)),
      m_folderNote(new TextLabel(QStringLiteral("secondary"), this)),
      m_openFolder(named<QPushButton>("openWorkspace", this))
{
    layAppearance();
    layWorkspace();
    const PageFrame frame(m_header, this, formUnits);
    for (Card *card : {m_appearance, m_place})
        frame.content()->addWidget(card);
    frame.content()->addStretch(1);
}

void SettingsPage::layAppearance()
{
    // A language is written in itself, so that it is found by those who read nothing else.
    m_language->addItem(QString(), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("한국어"), QStringLiteral("ko"));
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_preferences.language())));
    m_language->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_languageLabel->setBuddy(m_language);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::units(3));
    grid->setVerticalSpacing(Theme::units(2));
    grid->addWidget(m_languageLabel, 0, 0);
    grid->addWidget(m_language, 0, 1, Qt::AlignLeft);
    grid->addWidget(m_schemeLabel, 1, 0);
    grid->addWidget(m_scheme, 1, 1, Qt::AlignLeft);
    grid->addWidget(m_contrast, 2, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    m_appearance->body()->addLayout(grid);

    connect(m_language, &QComboBox::activated, this, [this](int index) {
        m_preferences.setLanguage(m_language->itemData(index).toString());
    });
    connect(m_scheme, &SegmentedButtons::chosen, this,
            [this](int index) { m_preferences.setTheme(Appearance::Choice(index)); });
    m_contrast->setChecked(m_preferences.moreContrast());
    connect(m_contrast, &QCheckBox::toggled, this,
            [this](bool on) { m_preferences.setMoreContrast(on); });
}

void SettingsPage::layWorkspace()
{
    m_folder->setObjectName(QStringLiteral("workspaceFolder"));
    m_folder->setProperty("userText", true);
    m_folder->setElided(Qt::ElideMiddle);
    m_folder->setText(QDir::toNativeSeparators(m_workspace));
    m_folderNote->setObjectName(QStringLiteral("workspaceNote"));
    m_place->body()->addWidget(m_folder);
    m_place->body()->addWidget(m_folderNote);
    m_place->body()->addWidget(m_openFolder, 0, Qt::AlignLeft);
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_workspace)); });
}

void SettingsPage::open(const Route &) {}

QWidget *SettingsPage::firstFocus()
{
    return m_language;
}

void SettingsPage::setTexts()
{
    setAccessibleName(tr("Settings"));
    m_header->setTitle(tr("Settings"));
    m_header->setSubtitle(tr("Everything here takes effect at once."));
    m_appearance->setTitle(tr("Language and look"));
    m_languageLabel->setText(tr("&Language"));
    m_language->setItemText(0, tr("As the system"));
    m_language->setAccessibleName(tr("Language"));
    m_language->setToolTip(tr("Language of the window; runs go on undisturbed"));
    m_schemeLabel->setText(tr("Theme"));
    m_scheme->setSegments({tr("System"), tr("Light"), tr("Dark")});
    m_scheme->setCurrent(m_preferences.theme());
    m_scheme->setAccessibleName(tr("Theme"));
    m_scheme->setToolTip(tr("Light or dark, or as the desktop has it"));
    m_contrast->setText(tr("&More contrast"));
    m_contrast->setToolTip(tr("The desktop's own colours, thicker borders"));
    m_contrast->setAccessibleName(tr("More contrast"));
    m_place->setTitle(tr("Workspace"));
    m_folderNote->setText(tr("Models, data sets and runs are kept in this folder. Another one is "
                             "named at the start: luthier --workspace FOLDER."));
    m_openFolder->setText(tr("&Open folder"));
    m_openFolder->setToolTip(tr("Show the workspace in the desktop's file manager"));
    m_openFolder->setAccessibleName(tr("Open folder"));
}

Page *createSettingsPage(const AppContext &context)
{
    return new SettingsPage(context);
}

} // namespace luthier
