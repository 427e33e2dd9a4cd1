// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented_buttons.h"

#include "ui/shell/style_paint.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace luthier {

namespace {

using Color = Theme::Token;

QFont segmentFont(bool small, bool bold)
{
    QFont font = Theme::font(small ? Theme::Type::Caption : Theme::Type::Body);
    font.setWeight(bold ? QFont::DemiBold : QFont::Medium);
    return font;
}

} // namespace

class SegmentedButtons::Segment : public QAbstractButton
{
public:
    explicit Segment(SegmentedButtons *parent) : QAbstractButton(parent), m_owner(parent)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const bool small = m_owner->m_small;
        const QFontMetrics metrics(segmentFont(small, true));
        return {metrics.horizontalAdvance(text()) + 2 * Theme::units(small ? 1 : 1.5),
                qMax(Theme::units(small ? 3 : 4), metrics.height() + Theme::units(0.5))};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        painter.setFont(segmentFont(m_owner->m_small, isChecked()));
        painter.setPen(theme.color(!isEnabled()  ? Color::Off
                                   : isChecked() ? Color::AccentText
                                                 : Color::Text));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    SegmentedButtons *m_owner;
};

SegmentedButtons::SegmentedButtons(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedButtons::chosen);
    connect(m_group, &QButtonGroup::idToggled, this, qOverload<>(&QWidget::update));
}

void SegmentedButtons::setSegments(const QStringList &names)
{
    while (m_group->buttons().size() > names.size())
        delete m_group->button(int(m_group->buttons().size()) - 1);
    for (int i = 0; i < names.size(); ++i) {
        QAbstractButton *segment = m_group->button(i);
        if (!segment) {
            segment = new Segment(this);
            segment->setObjectName(QStringLiteral("segment%1").arg(i + 1));
            m_group->addButton(segment, i);
            layout()->addWidget(segment);
        }
        segment->setText(names[i]);
        segment->setAccessibleName(names[i]);
        segment->updateGeometry();
    }
    if (m_group->checkedId() < 0)
        setCurrent(0);
    if (!focusProxy() && m_group->checkedButton())
        setFocusProxy(m_group->checkedButton());
}

void SegmentedButtons::setCurrent(int segment)
{
    if (QAbstractButton *button = m_group->button(segment)) {
        button->setChecked(true);
        setFocusProxy(button);
    }
}

int SegmentedButtons::current() const
{
    return m_group->checkedId();
}

void SegmentedButtons::setSmall(bool small)
{
    m_small = small;
    for (QAbstractButton *button : m_group->buttons())
        button->updateGeometry();
    update();
}

void SegmentedButtons::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const double radius = Theme::units(m_small ? 0.625 : 0.75);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint::panel(painter, rect(), radius, theme.color(Color::Base), QColor());
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(rect(), radius, radius);
    painter.setClipPath(shape);
    const double hair = 1 / devicePixelRatioF();
    for (const QAbstractButton *button : m_group->buttons()) {
        const QRectF place = button->geometry();
        if (button->isChecked())
            painter.fillRect(place, theme.color(Color::AccentSoft));
        if (place.left() > 0)
            painter.fillRect(QRectF(place.left(), 0, hair, height()), theme.color(Color::Line));
        if (button->isChecked() && theme.isHighContrast())
            painter.fillRect(QRectF(place.left(), height() - 4, place.width(), 4),
                             theme.color(Color::Accent));
    }
    painter.restore();
    paint::panel(painter, rect(), radius, QColor(), theme.color(Color::Strong));
}

} // namespace luthier
