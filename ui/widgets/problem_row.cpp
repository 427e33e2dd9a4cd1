// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/problem_row.h"

#include "ui/widgets/action_buttons.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace luthier {

namespace {

std::pair<const char *, Theme::Token> look(ProblemRow::Kind kind)
{
    switch (kind) {
    case ProblemRow::Warning:
        return {"warning", Theme::Token::WarningMark};
    case ProblemRow::Error:
        return {"error", Theme::Token::ErrorMark};
    case ProblemRow::Fixed:
        return {"good", Theme::Token::Good};
    case ProblemRow::Info:
        break;
    }
    return {"info", Theme::Token::Info};
}

} // namespace

ProblemRow::ProblemRow(QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel({}, 18, Theme::Token::Info, this)),
      m_count(new TextLabel(QStringLiteral("strong"), this)),
      m_title(new TextLabel(QStringLiteral("label"), this)),
      m_text(new TextLabel(QStringLiteral("caption"), this)), m_actions(new ActionButtons(this))
{
    const int unit = Theme::unit();
    m_count->setObjectName(QStringLiteral("count"));
    m_title->setObjectName(QStringLiteral("problem"));
    m_text->setObjectName(QStringLiteral("text"));
    m_count->setElided(Qt::ElideNone);
    auto *first = new QHBoxLayout;
    first->setSpacing(unit);
    first->addWidget(m_count, 0, Qt::AlignTop);
    first->addWidget(m_title, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(unit / 2);
    words->addLayout(first);
    words->addWidget(m_text);
    words->addWidget(m_actions);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    layout->setSpacing(unit);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
}

void ProblemRow::setProblem(Kind kind, const QString &count, const QString &title,
                            const QString &text)
{
    const auto [name, color] = look(kind);
    m_icon->setIcon(QLatin1String(name), color);
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(count.isEmpty() ? title : count + QLatin1Char(' ') + title);
    setAccessibleDescription(text);
}

QPushButton *ProblemRow::addAction(const QString &objectName, const QString &text)
{
    return m_actions->add(objectName, text, QStringLiteral("small"));
}

void ProblemRow::clearActions()
{
    m_actions->clear();
}

void ProblemRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double hair = 1 / devicePixelRatioF();
    painter.fillRect(QRectF(0, height() - hair, width(), hair),
                     Theme::current().color(Theme::Token::Soft));
}

} // namespace luthier
