// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/wizard_footer.h"

#include "ui/shell/theme.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>
#include <QPushButton>

namespace luthier {

WizardFooter::WizardFooter(QWidget *parent)
    : QWidget(parent), m_startOver(new QPushButton(this)), m_back(new QPushButton(this)),
      m_next(new QPushButton(this)), m_reason(new TextLabel(QStringLiteral("caption"), this))
{
    setProperty("pane", QStringLiteral("last"));
    m_startOver->setObjectName(QStringLiteral("startOver"));
    m_startOver->setProperty("role", QStringLiteral("quiet"));
    m_back->setObjectName(QStringLiteral("wizardBack"));
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_next->setProperty("role", QStringLiteral("primary"));
    m_reason->setObjectName(QStringLiteral("wizardReason"));
    m_reason->setProperty("userText", true);
    m_reason->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::units(3), Theme::units(1.5), Theme::units(3),
                               Theme::units(1.5));
    layout->setSpacing(Theme::units(1));
    layout->addWidget(m_startOver);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_back);
    layout->addWidget(m_next);
    connect(m_startOver, &QPushButton::clicked, this, &WizardFooter::startOver);
    connect(m_back, &QPushButton::clicked, this, &WizardFooter::back);
    connect(m_next, &QPushButton::clicked, this, &WizardFooter::next);
}

void WizardFooter::setState(const QString &next, const QString &reason, bool first, bool anyChoice)
{
    m_startOver->setText(tr("Start over"));
    m_startOver->setToolTip(tr("Takes all choices back; Undo brings them again."));
    m_startOver->setVisible(anyChoice);
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("Goes to the step before."));
    m_back->setVisible(!first);
    const bool starts = next.isEmpty();
    m_next->setText(starts ? tr("Start training") : tr("Next: %1").arg(next));
    m_next->setToolTip(starts ? tr("Starts the run (F5).") : tr("Goes to the step %1.").arg(next));
    m_next->setIcon(starts ? icon(QStringLiteral("play"), Theme::Token::OnAccent, 16) : QIcon());
    m_next->setShortcut(starts ? QKeySequence(Qt::Key_F5) : QKeySequence());
    setBlocked(m_next, reason);
    m_reason->setText(reason);
}

void WizardFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color(Theme::Token::Base));
    painter.fillRect(QRect(0, 0, width(), Theme::current().borderWidth()),
                     Theme::current().color(Theme::Token::Line));
}

} // namespace luthier
