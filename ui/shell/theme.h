// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace luthier {

/// The only place with colours: one table, light and dark.
class Theme
{
public:
    enum class Scheme { Light, Dark };
    enum class Token {
        Window,
        Base,
        Alternate,
        Soft,
        Line,
        Strong,
        Text,
        SecondaryText,
        Off,
        Accent,
        OnAccent,
        AccentText,
    };

    explicit Theme(Scheme scheme) : m_scheme(scheme) {}

    /// Dark when the desktop's own palette is dark; ask before `apply` replaces it.
    static Scheme systemScheme(const QPalette &system);

    QColor color(Token token) const;
    QPalette palette() const;
    /// Fusion, this palette, and a font of at least 10 points.
    void apply(QApplication &app) const;

    /// Contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance).
    static double contrast(const QColor &a, const QColor &b);

private:
    Scheme m_scheme;
};

/// 8 pixels at 10 points and 100 %: the grid that margins and gaps sit on.
int spacingUnit(const QFont &font);

} // namespace luthier
