// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/shell/style_paint.h"
#include "ui/widgets/action_buttons.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace luthier {

namespace {

struct Look
{
    const char *icon;
    Theme::Token text, ground, line, mark;
};

Look look(Banner::Kind kind)
{
    using Token = Theme::Token;
    switch (kind) {
    case Banner::Warning:
        return {"warning", Token::Warning, Token::WarningSoft, Token::WarningLine,
                Token::WarningMark};
    case Banner::Error:
        return {"error", Token::Error, Token::ErrorSoft, Token::ErrorLine, Token::ErrorMark};
    case Banner::Good:
        return {"good", Token::Good, Token::GoodSoft, Token::GoodLine, Token::Good};
    case Banner::Info:
        break;
    }
    return {"info", Token::Info, Token::InfoSoft, Token::InfoLine, Token::Info};
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel({}, 20, Theme::Token::Info, this)),
      m_title(new TextLabel(QStringLiteral("bannerTitle"), this)), m_text(new TextLabel({}, this)),
      m_actions(new ActionButtons(this)), m_layout(new QHBoxLayout(this))
{
    setProperty("pane", true);
    const int unit = Theme::unit();
    m_title->setObjectName(QStringLiteral("bannerTitle"));
    m_text->setObjectName(QStringLiteral("bannerText"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(unit / 4);
    texts->addItem(looseAir());
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    texts->addItem(looseAir());
    auto *sentence = new QHBoxLayout;
    sentence->setSpacing(qRound(1.5 * unit));
    sentence->addWidget(m_icon);
    sentence->addLayout(texts, 1);
    m_layout->setContentsMargins(qRound(2.25 * unit), unit, qRound(2.25 * unit), unit);
    m_layout->setSpacing(qRound(1.5 * unit));
    m_layout->addLayout(sentence, 1);
    m_layout->addWidget(m_actions, 0, Qt::AlignVCenter);
    m_text->hide();
    setMinimumHeight(qRound(5.5 * unit));
}

void Banner::setMessage(Kind kind, const QString &title, const QString &text)
{
    const bool isNew = kind != m_kind || title != m_title->text();
    m_kind = kind;
    m_title->setText(title);
    m_title->setColor(look(kind).text);
    m_icon->setIcon(QLatin1String(look(kind).icon), look(kind).text);
    m_icon->setSize(text.isEmpty() ? 20 : 24);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    if (isNew && isVisible()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    update();
}

QPushButton *Banner::addAction(const QString &objectName, const QString &text, bool filled)
{
    QPushButton *button =
        m_actions->add(objectName, text, filled ? QStringLiteral("primary") : QString());
    arrange();
    return button;
}

void Banner::clearActions()
{
    m_actions->clear();
    arrange();
}

void Banner::arrange()
{
    // Where half the width is not enough for the actions, they go under the sentence.
    const bool beside = m_actions->sizeHint().width() < width() / 2;
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool Banner::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    const Look kind = look(m_kind);
    const Theme &theme = Theme::current();
    const double radius = Theme::units(1), edge = Theme::units(0.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect(), radius, radius);
    painter.setClipPath(shape);
    paint::panel(painter, rect(), radius, theme.color(kind.ground), theme.color(kind.line));
    const QRectF band(0, 0, edge, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), band.toRect()),
                     theme.color(kind.mark));
}

} // namespace luthier
