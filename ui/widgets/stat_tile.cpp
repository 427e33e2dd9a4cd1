// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stat_tile.h"

#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QVBoxLayout>

namespace luthier {

StatTile::StatTile(QWidget *parent)
    : QWidget(parent), m_label(new TextLabel(QStringLiteral("caption"), this)),
      m_value(new TextLabel(QStringLiteral("tileNumber"), this)),
      m_note(new TextLabel(QStringLiteral("caption"), this))
{
    m_label->setObjectName(QStringLiteral("label"));
    m_value->setObjectName(QStringLiteral("value"));
    m_note->setObjectName(QStringLiteral("note"));
    m_value->setElided(Qt::ElideRight);
    m_note->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_label);
    layout->addWidget(m_value);
    layout->addWidget(m_note);
    layout->addItem(looseAir());
}

void StatTile::setLabel(const QString &label)
{
    m_label->setText(label);
    nameForReaders();
}

void StatTile::setValue(const QString &value)
{
    m_value->setText(value);
    nameForReaders();
}

void StatTile::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    nameForReaders();
}

void StatTile::setWidestValue(const QString &widest)
{
    m_widest = widest;
    keepWidth();
}

void StatTile::keepWidth()
{
    const QFontMetrics metrics(Theme::font(Theme::Type::TileNumber));
    m_value->setMinimumWidth(metrics.horizontalAdvance(m_widest) + 2);
}

void StatTile::nameForReaders()
{
    setAccessibleName(m_label->text());
    setAccessibleDescription(m_note->text().isEmpty()
                                 ? m_value->text()
                                 : m_value->text() + QStringLiteral(", ") + m_note->text());
}

void StatTile::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        keepWidth();
}

} // namespace luthier
