// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/pictures/detectors.h"
#include "tests/ui/pictures/states.h"
#include "ui/shell/language.h"

#include <QDir>

#include <functional>
#include <optional>

namespace luthier::pictures {

/// Draws every state and looks at each picture. On the large screen: English in the light theme,
/// and the text size doubled; on the small one: Korean in the dark theme, and longer words.
class PictureRun
{
public:
    /// `out`: where the pictures go; none: they are only looked at. `all`: both languages in both
    /// themes on either screen.
    PictureRun(std::optional<QDir> out, const QString &onlyState, bool all);

    /// Each finding as "state, variant: what"; empty: all is well.
    QStringList run();

private:
    void runState(const State &state);
    /// Makes the window in its state and shows it to `draw`.
    void stage(const State &state, double points, const std::function<void(const Scene &)> &draw);
    void drawVariants(const State &state, const Scene &scene);
    void showVariant(const Scene &scene, const QLocale &locale, bool dark);
    void look(const State &state, const Scene &scene, const QString &variant, bool korean = false);
    void drawLonger(const State &state, const Scene &scene);

    std::optional<QDir> m_out;
    QString m_onlyState;
    bool m_all;
    Language m_language;
    detect::English m_english;
    QStringList m_findings;
};

/// The font of all pictures.
QFont pictureFont(double points);

} // namespace luthier::pictures
