// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style_paint.h"

#include "ui/widgets/icon.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

namespace luthier::paint {

namespace {

using Token = Theme::Token;

QColor color(Token token)
{
    return Theme::current().color(token);
}

struct ButtonLook
{
    QColor ground, border, text;
};

ButtonLook buttonLook(const QStyleOption &option, const QWidget *widget)
{
    const bool off =
        !(option.state & QStyle::State_Enabled) || (widget && widget->property("blocked").toBool());
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = option.state & QStyle::State_MouseOver;
    if (off)
        return {color(Token::Alternate), color(Token::Line), color(Token::Off)};
    if (hasRole(widget, "primary")) {
        const QColor accent = color(Token::Accent);
        return {over || down ? color(Token::AccentText) : accent, accent, color(Token::OnAccent)};
    }
    const QColor text = color(hasRole(widget, "danger")  ? Token::Error
                              : hasRole(widget, "quiet") ? Token::AccentText
                              : down                     ? Token::AccentText
                                                         : Token::Text);
    if (hasRole(widget, "quiet"))
        return {down   ? color(Token::AccentSoft)
                : over ? color(Token::Soft)
                       : QColor(),
                QColor(), text};
    if (down)
        return {color(Token::AccentSoft), color(Token::Accent), text};
    return {color(over ? Token::Alternate : Token::Base), color(Token::Strong), text};
}

} // namespace

void panel(QPainter &painter, const QRectF &rect, double radius, const QColor &ground,
           const QColor &border, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A hairline stays one device pixel wide at every scale.
    const double ratio = painter.device()->devicePixelRatioF();
    const double pen = width <= 1 ? 1 / ratio : width;
    const double half = border.isValid() ? pen / 2 : 0;
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, pen) : QPen(Qt::NoPen));
    const double r = qMax(0.0, radius - half);
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), r, r);
    painter.restore();
}

void hatch(QPainter &painter, const QRectF &rect, double radius, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath clip;
    clip.addRoundedRect(rect, radius, radius);
    painter.setClipPath(clip, Qt::IntersectClip);
    painter.setPen(QPen(color, Theme::units(0.15)));
    const double step = Theme::units(0.75);
    for (double x = rect.left(); x < rect.right() + rect.height(); x += step)
        painter.drawLine(QPointF(x, rect.top()), QPointF(x - rect.height(), rect.bottom()));
    painter.restore();
}

bool hasRole(const QWidget *widget, const char *role)
{
    return widget && widget->property("role")
                         .toString()
                         .split(QLatin1Char(' '))
                         .contains(QLatin1String(role));
}

void buttonPanel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonLook look = buttonLook(option, widget);
    const double radius = Theme::units(hasRole(widget, "small") ? 0.625 : 0.75);
    panel(painter, option.rect, radius, look.ground, look.border);
}

void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const QColor text = buttonLook(option, widget).text;
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    const int gap = Theme::units(1), chevron = iconSize(14);
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    painter.save();
    painter.setPen(text);
    const int flags = Qt::TextHideMnemonic | Qt::TextSingleLine;
    const int textWidth = option.fontMetrics.size(flags, option.text).width();
    const bool both = iconWidth && !option.text.isEmpty();
    const int width = iconWidth + (both ? gap : 0) + textWidth + (hasMenu ? gap / 2 + chevron : 0);
    QRect line = QStyle::alignedRect(option.direction, Qt::AlignCenter,
                                     QSize(qMin(width, option.rect.width()), option.rect.height()),
                                     option.rect);
    const auto take = [&](int amount) {
        const QRect part(line.left(), line.top(), amount, line.height());
        const QRect placed = QStyle::visualRect(option.direction, line, part);
        const bool rtl = option.direction == Qt::RightToLeft;
        line.adjust(rtl ? 0 : amount, 0, rtl ? -amount : 0, 0);
        return placed;
    };
    if (iconWidth) {
        const QRect place = take(iconWidth);
        if (!option.icon.name().isEmpty())
            drawIcon(painter, option.icon.name(), place, text);
        else
            option.icon.paint(&painter, place);
        if (both)
            take(gap);
    }
    if (!option.text.isEmpty())
        painter.drawText(take(qMin(textWidth, line.width())), flags | Qt::AlignCenter, option.text);
    if (hasMenu) {
        take(gap / 2);
        drawIcon(painter, QStringLiteral("chevron-down"), take(chevron), text);
    }
    painter.restore();
}

void toolButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const double radius = Theme::units(0.625);
    if (option.state & (QStyle::State_On | QStyle::State_Sunken))
        panel(painter, option.rect, radius, color(Token::AccentSoft), color(Token::Accent),
              Theme::current().isHighContrast() ? 3 : 1);
    else if (option.state & QStyle::State_MouseOver)
        panel(painter, option.rect, radius, color(Token::Soft), QColor());
}

void field(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const bool off = !(option.state & QStyle::State_Enabled);
    const bool invalid = widget && widget->property("invalid").toBool();
    panel(painter, option.rect, Theme::units(0.75), color(off ? Token::Alternate : Token::Base),
          color(off       ? Token::Line
                : invalid ? Token::ErrorMark
                          : Token::Strong));
}

void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget)
{
    field(painter, option, widget);
    const int side = iconSize(14), margin = Theme::units(1);
    const QRect right(option.rect.right() - margin - side + 1, option.rect.top(), side,
                      option.rect.height());
    const bool on = option.state & QStyle::State_Enabled;
    drawIcon(painter, QStringLiteral("chevron-down"),
             QStyle::visualRect(option.direction, option.rect, right),
             color(on ? Token::SecondaryText : Token::Off));
}

void spinArrows(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
                const QRect &down)
{
    const auto arrow = [&](const char *name, const QRect &place, QStyle::SubControl part,
                           bool possible) {
        const bool held = option.activeSubControls == part && option.state & QStyle::State_Sunken;
        drawIcon(painter, QLatin1String(name), place,
                 color(!possible ? Token::Off
                       : held    ? Token::AccentText
                                 : Token::SecondaryText));
    };
    const bool on = option.state & QStyle::State_Enabled;
    arrow("chevron-up", up, QStyle::SC_SpinBoxUp,
          on && option.stepEnabled & QAbstractSpinBox::StepUpEnabled);
    arrow("chevron-down", down, QStyle::SC_SpinBoxDown,
          on && option.stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

void checkMark(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool partly = option.state & QStyle::State_NoChange;
    const bool on = option.state & QStyle::State_On || partly;
    const QColor ink = color(enabled ? Token::Accent : Token::Off);
    const double width = qMax(1.5, double(Theme::current().borderWidth()));
    panel(painter, option.rect, Theme::units(0.5), on ? ink : color(Token::Base),
          on ? ink : color(enabled ? Token::Strong : Token::Line), width);
    if (on)
        drawIcon(painter, partly ? QStringLiteral("minus") : QStringLiteral("check"),
                 QRectF(option.rect).adjusted(2, 2, -2, -2),
                 color(enabled ? Token::OnAccent : Token::Base));
}

void radioMark(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const QRectF rect = option.rect;
    const double width =
        on ? rect.width() * 5 / 16 : qMax(1.5, double(Theme::current().borderWidth()));
    const QColor ink = on ? color(enabled ? Token::Accent : Token::Off)
                          : color(enabled ? Token::Strong : Token::Line);
    panel(painter, rect, rect.width() / 2, color(Token::Base), ink, width);
}

void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove,
            const QRect &handle)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor ink = color(enabled ? Token::Accent : Token::Off);
    const bool across = option.orientation == Qt::Horizontal;
    const auto bar = [&](const QRectF &part, double thick, const QColor &fill) {
        QRectF line = part;
        if (across)
            line = QRectF(part.left(), part.center().y() - thick / 2, part.width(), thick);
        else
            line = QRectF(part.center().x() - thick / 2, part.top(), thick, part.height());
        panel(painter, line, thick / 2, fill, QColor());
    };
    bar(groove, Theme::units(0.25), color(Token::Strong));
    QRectF done = groove;
    // The filled part starts where the smallest value is: right in right-to-left.
    if (across)
        option.upsideDown ? done.setLeft(handle.center().x()) : done.setRight(handle.center().x());
    else
        option.upsideDown ? done.setTop(handle.center().y()) : done.setBottom(handle.center().y());
    bar(done, Theme::units(0.375), ink);
    const double side = Theme::units(1.5);
    const QRectF knob(handle.center().x() + 0.5 - side / 2, handle.center().y() + 0.5 - side / 2,
                      side, side);
    panel(painter, knob, side / 2, color(Token::Base), ink, 2);
}

void progress(QPainter &painter, const QRectF &track, double share, bool mirrored, bool paused)
{
    const double radius = track.height() / 2;
    panel(painter, track, radius, color(Token::Soft), color(Token::Line));
    if (!(share > 0))
        return;
    QRectF done = track;
    done.setWidth(qMax(track.height(), track.width() * qMin(1.0, share)));
    if (mirrored)
        done.moveRight(track.right());
    if (paused)
        hatch(painter, done, radius, color(Token::Accent));
    panel(painter, done, radius, paused ? QColor() : color(Token::Accent), color(Token::Accent));
}

void headerSection(QPainter &painter, const QStyleOptionHeader &option)
{
    painter.fillRect(option.rect, color(Token::Alternate));
    const double hair = 1 / painter.device()->devicePixelRatioF();
    const QRectF rect = option.rect;
    if (option.orientation == Qt::Horizontal)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - hair, rect.width(), hair),
                         color(Token::Line));
}

} // namespace luthier::paint
