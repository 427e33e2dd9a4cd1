// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/session/app_context.h"
#include "ui/shell/preferences.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace luthier {

class Card;
class PageHeader;
class SegmentedButtons;
class TextLabel;

/// Language and look, and where things are kept.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const AppContext &context, QWidget *parent = nullptr);

    void open(const Route &route) override;
    QWidget *firstFocus() override;

protected:
    void setTexts() override;

private:
    void layAppearance();
    void layWorkspace();

    QString m_workspace;
    Preferences m_preferences;
    PageHeader *m_header;
    Card *m_appearance, *m_place;
    QLabel *m_languageLabel, *m_schemeLabel;
    QComboBox *m_language;
    SegmentedButtons *m_scheme;
    QCheckBox *m_contrast;
    TextLabel *m_folder, *m_folderNote;
    QPushButton *m_openFolder;
};

Page *createSettingsPage(const AppContext &context);

} // namespace luthier
