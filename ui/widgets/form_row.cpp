// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_row.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

namespace luthier {

FormRow::FormRow(QWidget *parent)
    : QWidget(parent), m_layout(new QGridLayout(this)),
      m_label(new TextLabel(QStringLiteral("label"), this)),
      m_reason(new TextLabel(QStringLiteral("caption"), this)), m_errorLine(new QWidget(this)),
      m_error(new TextLabel(QStringLiteral("error"), m_errorLine)),
      m_effect(new TextLabel(QStringLiteral("figure"), this)), m_reset(new QToolButton(this))
{
    const int unit = Theme::unit();
    m_label->setObjectName(QStringLiteral("label"));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_error->setObjectName(QStringLiteral("error"));
    m_effect->setObjectName(QStringLiteral("effect"));
    m_effect->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_reset->setObjectName(QStringLiteral("reset"));
    m_reset->setIcon(icon(QStringLiteral("reset"), Theme::Token::SecondaryText, 16));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::TabFocus);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    m_reset->hide();
    connect(m_reset, &QToolButton::clicked, this, &FormRow::resetRequested);

    auto *line = new QHBoxLayout(m_errorLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(qRound(0.75 * unit));
    line->addWidget(new IconLabel(QStringLiteral("error"), 16, Theme::Token::Error, m_errorLine), 0,
                    Qt::AlignTop);
    line->addWidget(m_error, 1);
    m_errorLine->hide();

    m_layout->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    m_layout->setHorizontalSpacing(unit);
    m_layout->setVerticalSpacing(unit / 4);
    m_layout->setColumnStretch(0, 1);
    arrange(false);
    setTexts();
}

void FormRow::setLabel(const QString &label)
{
    m_label->setText(label);
    setTexts();
}

void FormRow::setReason(const QString &reason)
{
    m_reasonText = reason;
    m_reason->setText(reason);
    describeField();
}

void FormRow::setField(QWidget *field)
{
    delete m_field;
    m_field = field;
    field->setParent(this);
    field->setMinimumWidth(qMax(field->minimumWidth(), 15 * Theme::unit()));
    m_label->setBuddy(field);
    setFocusProxy(field);
    arrange(m_stacked);
    setTabOrder(field, m_reset);
    setTexts();
}

void FormRow::setChanged(bool changed)
{
    m_changed = changed;
    m_reset->setVisible(changed);
    setTexts();
}

void FormRow::setError(const QString &error)
{
    m_error->setText(error);
    m_errorLine->setVisible(!error.isEmpty());
    m_reason->setVisible(error.isEmpty());
    if (m_field) {
        m_field->setProperty("invalid", !error.isEmpty());
        m_field->update();
    }
    describeField();
}

void FormRow::setEffect(const QString &effect)
{
    m_effect->setText(effect);
}

void FormRow::arrange(bool stacked)
{
    m_stacked = stacked;
    QWidget *const all[]{m_label, m_reason, m_errorLine, m_effect, m_reset, m_field};
    for (QWidget *widget : all) {
        if (widget)
            m_layout->removeWidget(widget);
    }
    const int rows = stacked ? 1 : 2, under = stacked ? 4 : 1;
    m_layout->addWidget(m_label, 0, 0, stacked ? Qt::AlignVCenter : Qt::AlignBottom);
    m_layout->addWidget(m_reason, 1, 0, 1, under);
    m_layout->addWidget(m_errorLine, 1, 0, 1, under);
    if (m_field)
        m_layout->addWidget(m_field, 0, 1, rows, 1, Qt::AlignVCenter);
    m_layout->addWidget(m_reset, 0, 2, rows, 1, Qt::AlignVCenter);
    m_layout->addWidget(m_effect, 0, 3, rows, 1, Qt::AlignVCenter);
    m_effect->setMinimumWidth(stacked ? 0 : 10 * Theme::unit());
}

void FormRow::setTexts()
{
    m_reason->setLead(m_changed ? tr("Changed.") : QString(), Theme::Token::Warning);
    const QString reset = tr("Reset %1 to its default").arg(m_label->text());
    m_reset->setToolTip(reset);
    m_reset->setAccessibleName(reset);
    describeField();
}

void FormRow::describeField()
{
    if (!m_field)
        return;
    m_field->setAccessibleName(m_label->text());
    m_field->setAccessibleDescription(m_error->text().isEmpty() ? m_reasonText : m_error->text());
}

void FormRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool stacked = width() < 60 * Theme::unit();
    if (stacked != m_stacked)
        arrange(stacked);
}

void FormRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
}

} // namespace luthier
