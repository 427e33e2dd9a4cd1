// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme.h"

#include "ui/shell/style.h"
#include "ui/shell/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPointer>

#include <array>
#include <cmath>

namespace luthier {

namespace {

struct Entry
{
    const char *name;
    QRgb light, dark;
};

/// In the order of Theme::Token.
constexpr std::array<Entry, Theme::tokenCount> colors{{
    {"window", 0xFFF5F4F1, 0xFF1A1917},       {"base", 0xFFFFFFFF, 0xFF232220},
    {"alternate", 0xFFFAF9F7, 0xFF282724}, // table header, list footer
    {"side", 0xFFECEAE5, 0xFF141312},      // menu bar, navigation, status bar
    {"soft", 0xFFEBE8E2, 0xFF32302C},      // bar track, neutral badge, grid lines
    {"line", 0xFFDEDBD4, 0xFF3A3733},      // card border, separators; decoration
    {"strong", 0xFF8B857A, 0xFF7F7A70},    // border of anything one can operate
    {"text", 0xFF1F1D1A, 0xFFEDEAE4},         {"text2", 0xFF59544B, 0xFFB9B3A8},
    {"off", 0xFF6F695F, 0xFF9A948A}, // disabled, hints in empty fields
    {"accent", 0xFF0F6A5C, 0xFF5CC2AE},       {"on-accent", 0xFFFFFFFF, 0xFF06231D},
    {"accent-text", 0xFF0B5A4E, 0xFF7AD6C3}, // links, quiet buttons
    {"accent-soft", 0xFFDFF0EB, 0xFF1D3B35}, // selected row, chosen segment
    {"info", 0xFF1A5796, 0xFF8CBFF2},         {"info-soft", 0xFFE4EEF8, 0xFF1C2F43},
    {"info-line", 0xFFAFCBE6, 0xFF2F4E6E},    {"warning", 0xFF7F4700, 0xFFF2BE6B},
    {"warning-soft", 0xFFFCF0DA, 0xFF3B2D14}, {"warning-line", 0xFFE5C07F, 0xFF6B521F},
    {"warning-mark", 0xFFC77700, 0xFFE0A030}, // icons, banner edge
    {"error", 0xFFA1231C, 0xFFFF9C92},        {"error-soft", 0xFFFBE9E6, 0xFF45211E},
    {"error-line", 0xFFE6B0A9, 0xFF743630},   {"error-mark", 0xFFC8352B, 0xFFF0695E},
    {"good", 0xFF1C6538, 0xFF86D3A0},         {"good-soft", 0xFFE2F2E7, 0xFF1B3625},
    {"good-line", 0xFFA9D3B6, 0xFF2E5C3F},
}};

/// Told apart under simulated red, green and blue blindness too.
constexpr std::array<Entry, Theme::seriesCount> seriesColors{{
    {"solid circle", 0xFF0068B0, 0xFF58AEEA},
    {"dashed square", 0xFFBC4000, 0xFFFF8F45},
    {"dotted diamond", 0xFF2B2926, 0xFFA39D92},
    {"dash-dot triangle", 0xFF1C8F55, 0xFF8FE3BC},
    {"long-dash triangle down", 0xFF7A1F6B, 0xFFD25AAE},
    {"short-dash cross", 0xFFB68C00, 0xFFF4E878},
}};

constexpr double smallestPoints = 10;
constexpr double readable = 4.5;

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

/// What the desktop's palette has for a token: grounds are its grounds, everything else its text.
QColor systemColor(const QPalette &system, Theme::Token token)
{
    using Token = Theme::Token;
    const QColor base = system.color(QPalette::Base);
    const QColor text = system.color(QPalette::Text);
    const QColor highlight = system.color(QPalette::Highlight);
    const QColor onHighlight = system.color(QPalette::HighlightedText);
    const bool own = Theme::contrast(highlight, base) >= readable &&
                     Theme::contrast(highlight, onHighlight) >= readable;
    switch (token) {
    case Token::Window:
    case Token::Side:
        return system.color(QPalette::Window);
    case Token::Base:
    case Token::Alternate:
    case Token::Soft:
    case Token::AccentSoft:
    case Token::InfoSoft:
    case Token::WarningSoft:
    case Token::ErrorSoft:
    case Token::GoodSoft:
        return base;
    case Token::Off: {
        const QColor off = system.color(QPalette::Disabled, QPalette::Text);
        return Theme::contrast(off, base) >= readable ? off : text;
    }
    case Token::Accent:
        return own ? highlight : text;
    case Token::OnAccent:
        return own ? onHighlight : base;
    default:
        return text;
    }
}

Theme &applied()
{
    static Theme theme(Theme::Scheme::Light);
    return theme;
}

double points(Theme::Type type)
{
    switch (type) {
    case Theme::Type::Caption:
        return 9;
    case Theme::Type::Body:
        return 10;
    case Theme::Type::CardTitle:
        return 10.5;
    case Theme::Type::BannerTitle:
        return 11;
    case Theme::Type::StepTitle:
        return 12;
    case Theme::Type::TileNumber:
        return 14;
    case Theme::Type::PageTitle:
        return 16;
    case Theme::Type::Answer:
        return 20;
    }
    return smallestPoints;
}

} // namespace

Theme Theme::highContrast(const QPalette &system)
{
    Theme theme(systemScheme(system));
    theme.m_system = system;
    return theme;
}

Theme::Scheme Theme::systemScheme(const QPalette &system)
{
    const bool dark =
        system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    return dark ? Scheme::Dark : Scheme::Light;
}

QFont Theme::systemFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // Without a desktop theme Qt gives 9 points.
    if (QFontInfo(font).pointSizeF() < smallestPoints)
        font.setPointSizeF(smallestPoints);
    return font;
}

const Theme &Theme::current()
{
    return applied();
}

QColor Theme::color(Token token) const
{
    if (m_system)
        return systemColor(*m_system, token);
    const Entry &entry = colors[size_t(token)];
    return QColor::fromRgb(m_scheme == Scheme::Light ? entry.light : entry.dark);
}

QColor Theme::color(const QString &name) const
{
    for (size_t i = 0; i < colors.size(); ++i) {
        if (name == QLatin1String(colors[i].name))
            return color(Token(i));
    }
    return {};
}

Theme::Series Theme::series(int number) const
{
    static const std::array<QVector<qreal>, seriesCount> dashes{
        QVector<qreal>{},           QVector<qreal>{7, 3},  QVector<qreal>{2, 3},
        QVector<qreal>{9, 3, 2, 3}, QVector<qreal>{12, 4}, QVector<qreal>{4, 2}};
    if (number < 1 || number > seriesCount)
        return {color(Token::Strong), {}, Marker::Circle};
    const size_t i = size_t(number - 1);
    const QColor own =
        QColor::fromRgb(m_scheme == Scheme::Light ? seriesColors[i].light : seriesColors[i].dark);
    return {m_system ? color(Token::Text) : own, dashes[i], Marker(i)};
}

QPalette Theme::palette() const
{
    if (m_system)
        return *m_system;
    using Role = QPalette::ColorRole;
    const std::pair<Role, Token> roles[]{
        {Role::Window, Token::Window},    {Role::WindowText, Token::Text},
        {Role::Base, Token::Base},        {Role::AlternateBase, Token::Alternate},
        {Role::Text, Token::Text},        {Role::Button, Token::Base},
        {Role::ButtonText, Token::Text},  {Role::Light, Token::Base},
        {Role::Midlight, Token::Soft},    {Role::Mid, Token::Line},
        {Role::Dark, Token::Strong},      {Role::PlaceholderText, Token::Off},
        {Role::Highlight, Token::Accent}, {Role::HighlightedText, Token::OnAccent},
        {Role::Link, Token::AccentText},  {Role::LinkVisited, Token::AccentText},
        {Role::ToolTipBase, Token::Base}, {Role::ToolTipText, Token::Text},
    };
    QPalette out;
    for (const auto &[role, token] : roles)
        out.setColor(role, color(token));
    for (const Role role : {Role::WindowText, Role::Text, Role::ButtonText})
        out.setColor(QPalette::Disabled, role, color(Token::Off));
    return out;
}

void Theme::apply(QApplication &app, const QFont &base) const
{
    applied() = *this;
    static QPointer<Style> style;
    if (!style) {
        style = new Style;
        app.setStyle(style);
    }
    app.setFont(base);
    app.setPalette(palette());
    // The sheet comes last: it makes every widget look again.
    app.setStyleSheet(styleSheet(*this));
}

int Theme::unit()
{
    return spacingUnit(QApplication::font());
}

int Theme::units(double count)
{
    return qRound(count * unit());
}

QFont Theme::font(Type type)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * points(type) / smallestPoints);
    if (type > Type::Body)
        font.setWeight(QFont::DemiBold);
    return font;
}

double Theme::contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

int spacingUnit(const QFont &font)
{
    return qRound(8 * QFontInfo(font).pixelSize() / (smallestPoints * 96 / 72));
}

} // namespace luthier
