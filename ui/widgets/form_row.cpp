// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_row.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

namespace luthier {

namespace {

/// Least width of the field in units.
constexpr int narrowField = 15, wideField = 19;

} // namespace

FormRow::FormRow(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_words(new QVBoxLayout),
      m_label(new TextLabel(QStringLiteral("label"), this)), m_notes(new QWidget(this)),
      m_reason(new TextLabel(QStringLiteral("caption"), m_notes)),
      m_errorLine(new QWidget(m_notes)),
      m_error(new TextLabel(QStringLiteral("error"), m_errorLine)),
      m_effect(new TextLabel(QStringLiteral("figure"), this)), m_reset(new QToolButton(this)),
      m_line(new QHBoxLayout)
{
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
    layOutNotes();

    const int unit = Theme::unit();
    m_words->setSpacing(unit / 4);
    m_words->addItem(looseAir());
    m_words->addWidget(m_label);
    m_words->addItem(looseAir());
    m_line->setSpacing(unit);
    m_line->addLayout(m_words, 1);
    m_line->addWidget(m_reset, 0, Qt::AlignVCenter);
    m_line->addWidget(m_effect, 0, Qt::AlignVCenter);
    m_layout->addLayout(m_line);
    arrange(false);
    setTexts();
}

void FormRow::layOutNotes()
{
    auto *line = new QHBoxLayout(m_errorLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::units(0.75));
    line->addWidget(new IconLabel(QStringLiteral("error"), 16, Theme::Token::Error, m_errorLine), 0,
                    Qt::AlignTop);
    line->addWidget(m_error, 1);
    m_errorLine->hide();
    auto *notes = new QVBoxLayout(m_notes);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->setSpacing(0);
    notes->addWidget(m_reason);
    notes->addWidget(m_errorLine);
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
    m_line->insertWidget(1, field, 0, Qt::AlignVCenter);
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
    m_layout->removeWidget(m_notes);
    m_words->removeWidget(m_notes);
    if (stacked)
        m_layout->addWidget(m_notes);
    else
        m_words->insertWidget(m_words->count() - 1, m_notes);
    const int unit = Theme::unit(), air = stacked ? qRound(1.5 * unit) : unit;
    m_layout->setContentsMargins(2 * unit, air, 2 * unit, air);
    m_layout->setSpacing(qRound(0.75 * unit));
    m_effect->setMinimumWidth(stacked ? 0 : 10 * unit);
    if (m_field)
        m_field->setMinimumWidth((stacked ? narrowField : wideField) * unit);
}

QSize FormRow::minimumSizeHint() const
{
    QSize size = QWidget::minimumSizeHint();
    // It can be as narrow as when stacked, whatever it is now.
    if (!m_stacked)
        size.rwidth() -= m_effect->minimumWidth() + (wideField - narrowField) * Theme::unit();
    return size;
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
    const bool wrong = !m_error->text().isEmpty();
    m_reason->setVisible(!wrong && (m_changed || !m_reasonText.isEmpty()));
    if (!m_field)
        return;
    m_field->setAccessibleName(m_label->text());
    m_field->setAccessibleDescription(wrong ? m_error->text() : m_reasonText);
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
