// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/run_header.h"

#include "ui/pages/run/run_state_words.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <cmath>

namespace luthier {

namespace {

constexpr int fineSteps = 1000; ///< parts of the progress line

bool isPaused(RunDocument::State state)
{
    return state == RunDocument::State::Paused || state == RunDocument::State::Pausing;
}

} // namespace

RunHeader::RunHeader(const RunDocument &run, QWidget *parent)
    : QWidget(parent), m_run(run), m_grid(new QGridLayout(this)), m_titleRow(new QWidget(this)),
      m_buttons(new QWidget(this)), m_title(new TextLabel(QStringLiteral("pageTitle"))),
      m_subtitle(new TextLabel(QStringLiteral("secondary"), this)),
      m_progressText(new TextLabel(QStringLiteral("caption"), this)), m_badge(new Badge),
      m_progress(new ProgressLine(this)), m_pause(new QPushButton), m_stop(new QPushButton),
      m_more(new QPushButton), m_menu(new QMenu(this))
{
    setProperty("pane", true);
    const int unit = spacingUnit(font());
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * unit);
    m_grid->setVerticalSpacing(unit / 2);
    auto *titleRow = new QHBoxLayout(m_titleRow);
    titleRow->setContentsMargins(0, 0, 0, 0);
    titleRow->setSpacing(unit * 3 / 2);
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_badge);
    titleRow->addStretch(1);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(unit);
    for (QWidget *button : std::initializer_list<QWidget *>{m_pause, m_stop, m_more})
        buttons->addWidget(button);
    m_title->setObjectName(QStringLiteral("runName"));
    m_badge->setObjectName(QStringLiteral("runState"));
    m_progress->setObjectName(QStringLiteral("runProgress"));
    m_progressText->setObjectName(QStringLiteral("runProgressText"));
    m_pause->setObjectName(QStringLiteral("pauseButton"));
    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_menu->setObjectName(QStringLiteral("runMenu"));
    m_title->setElided(Qt::ElideRight);
    m_subtitle->setElided(Qt::ElideMiddle);
    m_subtitle->setProperty("userText", true); // names of model and data
    m_progress->setRange(0, fineSteps);
    m_progress->setTextVisible(false);
    m_progressText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_more->setIcon(icon(QStringLiteral("more")));
    m_stop->setIcon(icon(QStringLiteral("stop"), 16));
    connect(m_pause, &QPushButton::clicked, this, &RunHeader::pauseRequested);
    connect(m_stop, &QPushButton::clicked, this, &RunHeader::stopRequested);
    // Not setMenu: its arrow would stand beside the dots.
    connect(m_more, &QPushButton::clicked, this, [this] {
        const QPoint corner(m_more->width() - m_menu->sizeHint().width(), m_more->height());
        m_menu->popup(m_more->mapToGlobal(corner));
    });
    arrange();
}

void RunHeader::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    arrange();
    setTexts();
}

void RunHeader::arrange()
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_titleRow, m_subtitle, m_buttons,
                                                            m_progress, m_progressText})
        m_grid->removeWidget(widget);
    m_subtitle->setVisible(!m_compact);
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, 0);
    // Air between the title and the progress below it.
    m_grid->setRowMinimumHeight(2, m_compact ? 0 : spacingUnit(font()) / 2);
    if (m_compact) {
        m_grid->addWidget(m_titleRow, 0, 0);
        m_grid->addWidget(m_progress, 0, 1);
        m_grid->addWidget(m_progressText, 0, 2);
        m_grid->addWidget(m_buttons, 0, 3);
        m_grid->setColumnStretch(1, 1);
        return;
    }
    m_grid->addWidget(m_titleRow, 0, 0, 1, 2);
    m_grid->addWidget(m_buttons, 0, 2, 2, 2, Qt::AlignRight | Qt::AlignTop);
    m_grid->addWidget(m_subtitle, 1, 0, 1, 2);
    m_grid->addWidget(m_progress, 3, 0, 1, 1);
    m_grid->addWidget(m_progressText, 3, 1, 1, 3);
    m_grid->setColumnStretch(0, 1);
}

void RunHeader::setWord(QPushButton *button, const QString &text, const QString &keys)
{
    button->setText(m_compact ? QString() : text);
    button->setAccessibleName(text);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys));
}

void RunHeader::setTexts()
{
    m_progress->setAccessibleName(tr("Progress"));
    m_more->setAccessibleName(tr("More views of this run"));
    m_more->setToolTip(m_more->accessibleName());
    m_progressText->setMinimumWidth(0);
    refresh();
}

void RunHeader::refresh()
{
    m_title->setText(m_run.name());
    m_subtitle->setText(whatTrains(m_run));
    const RunBadge look = badgeOf(m_run);
    m_badge->setState(look.kind, look.icon, look.text);
    announce(look.text);
    refreshButtons();
    refreshProgress();
}

/// Start, pause and end are said aloud once.
void RunHeader::announce(const QString &state)
{
    if (state == m_announced)
        return;
    m_announced = state;
    m_badge->setAccessibleName(state);
    QAccessibleEvent alert(m_badge, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void RunHeader::refreshButtons()
{
    const RunDocument::State state = m_run.state();
    const bool paused = isPaused(state);
    setWord(m_pause, paused ? tr("Continue") : tr("Pause"), tr("Space"));
    m_pause->setIcon(icon(paused ? QStringLiteral("play") : QStringLiteral("pause"), 16));
    setWord(m_stop, tr("Stop…"), tr("Shift+F5"));
    const bool operable = m_run.isLive() && state != RunDocument::State::Stopping;
    m_pause->setVisible(operable && state != RunDocument::State::Preparing);
    m_stop->setVisible(operable);
}

void RunHeader::refreshProgress()
{
    const RunHistory &history = m_run.history();
    const double steps = double(history.steps());
    const bool known = steps > 0;
    const bool over = m_run.state() == RunDocument::State::Done;
    const RunEvaluation *best = history.best();
    m_progress->setValue(known ? int(std::lround(double(history.step()) / steps * fineSteps)) : 0);
    m_progress->setMark(best && known ? double(best->step) / steps * fineSteps : std::nan(""));
    m_progress->setPaused(isPaused(m_run.state()));
    m_progress->setValueText(
        tr("%1 of %2 steps").arg(words::whole(history.step()), words::whole(history.steps())));
    const bool worthShowing = known || m_run.state() == RunDocument::State::Preparing;
    m_progress->setVisible(worthShowing && !(over && m_compact));
    m_progressText->setText(progressText(m_run, m_compact));
    // A figure that changes must not move the bar.
    m_progressText->setMinimumWidth(
        std::max(m_progressText->minimumWidth(), m_progressText->sizeHint().width()));
}

} // namespace luthier
