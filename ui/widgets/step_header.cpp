// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/step_header.h"

#include "ui/shell/style_paint.h"
#include "ui/widgets/icon.h"

#include <QAbstractButton>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace luthier {

namespace {

using Token = Theme::Token;

int circle()
{
    return Theme::units(3);
}

QFont stepFont(bool current)
{
    QFont font = Theme::font(Theme::Type::Body);
    font.setWeight(current ? QFont::DemiBold : QFont::Medium);
    return font;
}

} // namespace

class StepHeader::Step : public QAbstractButton
{
public:
    Step(int number, QWidget *parent) : QAbstractButton(parent), m_number(number)
    {
        setFocusPolicy(Qt::TabFocus);
    }

    void setLook(bool done, bool current, bool compact)
    {
        m_done = done;
        m_current = current;
        m_compact = compact;
        update();
    }

    QSize sizeHint() const override
    {
        // Bold in any case: the row must not move when the current step changes.
        const int name = QFontMetrics(stepFont(true)).horizontalAdvance(text());
        return {circle() + (m_compact ? 0 : Theme::units(1) + name + 2),
                qMax(circle(), QFontMetrics(stepFont(true)).height())};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        const int side = circle();
        const QRect place = QStyle::visualRect(layoutDirection(), rect(),
                                               QRect(0, (height() - side) / 2, side, side));
        const Token ground = m_current ? Token::Accent : m_done ? Token::AccentSoft : Token::Base;
        const Token border = m_current || m_done ? Token::Accent : Token::Strong;
        paint::panel(painter, place, side / 2.0, theme.color(ground), theme.color(border), 1.5);
        if (m_done && !m_current) {
            const int inset = (side - luthier::iconSize(14)) / 2;
            drawIcon(painter, QStringLiteral("check"), place.adjusted(inset, inset, -inset, -inset),
                     theme.color(Token::AccentText));
        } else {
            QFont font = Theme::font(Theme::Type::Caption);
            font.setWeight(QFont::DemiBold);
            painter.setFont(font);
            painter.setPen(theme.color(m_current ? Token::OnAccent : Token::SecondaryText));
            painter.drawText(place, Qt::AlignCenter, QLocale().toString(m_number));
        }
        if (m_compact)
            return;
        painter.setFont(stepFont(m_current));
        const bool over = underMouse() && isEnabled();
        painter.setPen(theme.color(m_current || over ? Token::Text : Token::SecondaryText));
        const QRect words(side + Theme::units(1), 0, width() - side - Theme::units(1), height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                             Qt::AlignVCenter,
                         text());
    }

    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

private:
    int m_number;
    bool m_done = false, m_current = false, m_compact = false;
};

StepHeader::StepHeader(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepHeader::setSteps(const QStringList &names)
{
    m_names = names;
    while (m_steps.size() > names.size())
        delete m_steps.takeLast();
    while (m_steps.size() < names.size()) {
        const int index = int(m_steps.size());
        auto *step = new Step(index + 1, this);
        step->setObjectName(QStringLiteral("step%1").arg(index + 1));
        connect(step, &QAbstractButton::clicked, this, [this, index] { Q_EMIT stepChosen(index); });
        step->show();
        m_steps.append(step);
    }
    for (int i = 0; i < m_steps.size(); ++i)
        m_steps[i]->setText(names[i]);
    refresh();
}

void StepHeader::setCurrent(int step)
{
    m_current = step;
    refresh();
}

void StepHeader::setReachable(int last)
{
    m_reachable = last;
    refresh();
}

void StepHeader::setDone(const QList<bool> &done)
{
    m_done = done;
    refresh();
}

bool StepHeader::isDone(int step) const
{
    return m_done.isEmpty() ? step < m_reachable : m_done.value(step);
}

void StepHeader::refresh()
{
    for (int i = 0; i < m_steps.size(); ++i) {
        const bool now = i == m_current, done = isDone(i);
        QString name = now    ? tr("Step %1 of %2, %3, current")
                       : done ? tr("Step %1 of %2, %3, done")
                              : tr("Step %1 of %2, %3");
        name = name.arg(QLocale().toString(i + 1), QLocale().toString(m_steps.size()), m_names[i]);
        m_steps[i]->setAccessibleName(name);
        m_steps[i]->setToolTip(m_names[i]);
        m_steps[i]->setEnabled(now || i <= m_reachable || done);
    }
    arrange();
    updateGeometry();
    update();
}

QSize StepHeader::sizeHint() const
{
    int width = 0;
    for (const Step *step : m_steps)
        width += step->sizeHint().width() + Theme::units(4.5);
    return {width, Theme::units(5)};
}

QSize StepHeader::minimumSizeHint() const
{
    return {int(m_steps.size()) * (circle() + Theme::units(1)), Theme::units(5)};
}

void StepHeader::arrange()
{
    if (m_steps.isEmpty())
        return;
    const int gap = Theme::units(1.5), shortest = Theme::units(1.5);
    const auto taken = [&](bool compact) {
        int sum = 0;
        for (int i = 0; i < m_steps.size(); ++i) {
            m_steps[i]->setLook(isDone(i), i == m_current, compact && i != m_current);
            sum += m_steps[i]->sizeHint().width();
        }
        return sum;
    };
    const int spaces = int(m_steps.size()) - 1;
    int sum = taken(false);
    if (sum + spaces * (2 * gap + shortest) > width())
        sum = taken(true);
    const double between = spaces ? qMax(0.0, double(width() - sum) / spaces) : 0;
    double left = 0;
    for (Step *step : m_steps) {
        const QSize size = step->sizeHint();
        const QRect place(qRound(left), (height() - size.height()) / 2, size.width(),
                          size.height());
        step->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        left += size.width() + between;
    }
}

void StepHeader::resizeEvent(QResizeEvent *)
{
    arrange();
}

void StepHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::LanguageChange || type == QEvent::LocaleChange ||
        type == QEvent::StyleChange || type == QEvent::LayoutDirectionChange)
        refresh();
}

void StepHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(Theme::current().color(Token::Line), Theme::current().borderWidth()));
    const int gap = Theme::units(1.5), middle = height() / 2;
    for (int i = 1; i < m_steps.size(); ++i) {
        const QRect a = m_steps[i - 1]->geometry(), b = m_steps[i]->geometry();
        const int left = qMin(a.right(), b.right()) + gap, right = qMax(a.left(), b.left()) - gap;
        if (right > left)
            painter.drawLine(left, middle, right, middle);
    }
}

} // namespace luthier
