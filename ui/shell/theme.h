// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QVector>

#include <optional>

class QApplication;

namespace luthier {

/// The only place with colours: one table, light and dark. With more contrast the desktop's own
/// palette is used as it is.
class Theme
{
public:
    enum class Scheme { Light, Dark };
    /// Grounds, lines and marks; what each is for stands in `theme.cpp` beside its colours.
    enum class Token {
        Window,
        Base,
        Alternate,
        Side,
        Soft,
        Line,
        Strong,
        Text,
        SecondaryText,
        Off,
        Accent,
        OnAccent,
        AccentText,
        AccentSoft,
        Info,
        InfoSoft,
        InfoLine,
        Warning,
        WarningSoft,
        WarningLine,
        WarningMark,
        Error,
        ErrorSoft,
        ErrorLine,
        ErrorMark,
        Good,
        GoodSoft,
        GoodLine,
    };
    static constexpr int tokenCount = int(Token::GoodLine) + 1;

    enum class Marker { Circle, Square, Diamond, Triangle, TriangleDown, Cross };
    /// One curve's look: always colour, dash and marker together.
    struct Series
    {
        QColor color;
        QVector<qreal> dash; ///< lengths of line and gap in pixels; empty: solid
        Marker marker = Marker::Circle;
    };
    static constexpr int seriesCount = 6;

    /// Sizes of text, relative to the base font.
    enum class Type {
        Caption,
        Body,
        CardTitle,
        BannerTitle,
        StepTitle,
        TileNumber,
        PageTitle,
        Answer,
    };

    explicit Theme(Scheme scheme) : m_scheme(scheme) {}
    /// More contrast: the desktop's colours, borders of 2 pixels, no soft fills.
    static Theme highContrast(const QPalette &system);

    /// Dark when the desktop's own palette is dark; ask before `apply` replaces it.
    static Scheme systemScheme(const QPalette &system);
    /// The desktop's font, at least 10 points.
    static QFont systemFont();

    /// The theme that was applied last; light before that.
    static const Theme &current();

    Scheme scheme() const { return m_scheme; }
    bool isHighContrast() const { return m_system.has_value(); }
    /// Width of borders in pixels.
    int borderWidth() const { return isHighContrast() ? 2 : 1; }

    QColor color(Token token) const;
    /// The style sheet's name of a token ("accent-soft"); invalid for an unknown one.
    QColor color(const QString &name) const;
    /// Looks 1 to 6 with fixed meanings (1 training or first run, 2 validation or second run); any
    /// other number: grey.
    Series series(int number) const;
    QPalette palette() const;

    /// Fusion with our drawing, this palette, the style sheet and `base` as the font; may be called
    /// again at any time.
    void apply(QApplication &app, const QFont &base = systemFont()) const;

    /// 8 pixels at 10 points and 100 %: the grid that margins and gaps sit on, by the application's
    /// font.
    static int unit();
    /// `count` units, rounded to whole pixels.
    static int units(double count);
    static QFont font(Type type);

    /// Contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance).
    static double contrast(const QColor &a, const QColor &b);

private:
    Scheme m_scheme;
    std::optional<QPalette> m_system{};
};

/// `Theme::unit` of another font.
int spacingUnit(const QFont &font);

} // namespace luthier
