// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/appearance.h"

#include <QString>

namespace luthier {

class ViewState;

/// What the user chose of language and look; kept in the view state, in force at once.
class Preferences
{
public:
    explicit Preferences(ViewState &view) : m_view(view) {}

    /// "en", "ko"; empty: the system's.
    QString language() const;
    void setLanguage(const QString &language);
    Appearance::Choice theme() const;
    void setTheme(Appearance::Choice choice);
    bool moreContrast() const;
    void setMoreContrast(bool on);

    /// Puts all of it in force. The first call of the process must come before any other change of
    /// the application's palette: the desktop's is read then.
    void apply() const;

private:
    void applyLanguage() const;

    ViewState &m_view;
};

} // namespace luthier
