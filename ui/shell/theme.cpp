// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyleFactory>

#include <array>
#include <cmath>

namespace luthier {

namespace {

struct Pair
{
    QRgb light, dark;
};

/// In the order of Theme::Token.
constexpr std::array<Pair, 12> colors{{
    {0xFFF5F4F1, 0xFF1A1917}, // Window
    {0xFFFFFFFF, 0xFF232220}, // Base
    {0xFFFAF9F7, 0xFF282724}, // Alternate
    {0xFFEBE8E2, 0xFF32302C}, // Soft
    {0xFFDEDBD4, 0xFF3A3733}, // Line
    {0xFF8B857A, 0xFF7F7A70}, // Strong
    {0xFF1F1D1A, 0xFFEDEAE4}, // Text
    {0xFF59544B, 0xFFB9B3A8}, // SecondaryText
    {0xFF6F695F, 0xFF9A948A}, // Off
    {0xFF0F6A5C, 0xFF5CC2AE}, // Accent
    {0xFFFFFFFF, 0xFF06231D}, // OnAccent
    {0xFF0B5A4E, 0xFF7AD6C3}, // AccentText
}};

constexpr double smallestPoints = 10;

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

} // namespace

Theme::Scheme Theme::systemScheme(const QPalette &system)
{
    const bool dark =
        system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    return dark ? Scheme::Dark : Scheme::Light;
}

QColor Theme::color(Token token) const
{
    const Pair &pair = colors[size_t(token)];
    return QColor::fromRgb(m_scheme == Scheme::Light ? pair.light : pair.dark);
}

QPalette Theme::palette() const
{
    using Role = QPalette::ColorRole;
    const std::pair<Role, Token> roles[]{
        {Role::Window, Token::Window},
        {Role::WindowText, Token::Text},
        {Role::Base, Token::Base},
        {Role::AlternateBase, Token::Alternate},
        {Role::Text, Token::Text},
        {Role::Button, Token::Base},
        {Role::ButtonText, Token::Text},
        {Role::Midlight, Token::Soft},
        {Role::Mid, Token::Line},
        {Role::Dark, Token::Strong},
        {Role::PlaceholderText, Token::Off},
        {Role::Highlight, Token::Accent},
        {Role::HighlightedText, Token::OnAccent},
        {Role::Link, Token::AccentText},
        {Role::ToolTipBase, Token::Base},
        {Role::ToolTipText, Token::Text},
    };
    QPalette out;
    for (const auto &[role, token] : roles)
        out.setColor(role, color(token));
    for (const Role role : {Role::WindowText, Role::Text, Role::ButtonText})
        out.setColor(QPalette::Disabled, role, color(Token::Off));
    return out;
}

void Theme::apply(QApplication &app) const
{
    app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    app.setPalette(palette());
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // Without a desktop theme Qt gives 9 points.
    if (QFontInfo(font).pointSizeF() < smallestPoints)
        font.setPointSizeF(smallestPoints);
    app.setFont(font);
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
