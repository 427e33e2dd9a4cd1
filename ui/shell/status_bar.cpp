// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_bar.h"

#include "ui/session/jobs.h"
#include "ui/session/training_session.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

namespace luthier {

namespace {

constexpr int smallIcon = 14;

template <typename Widget>
Widget *named(const char *name, QWidget *parent)
{
    auto *widget = new Widget(parent);
    widget->setObjectName(QLatin1String(name));
    return widget;
}

TextLabel *caption(const char *name, QWidget *parent)
{
    auto *label = new TextLabel(QStringLiteral("caption"), parent);
    label->setObjectName(QLatin1String(name));
    label->setElided(Qt::ElideRight);
    return label;
}

QPixmap dot(int side, qreal devicePixelRatio)
{
    QPixmap out(QSize(side, side) * devicePixelRatio);
    out.setDevicePixelRatio(devicePixelRatio);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().color(Theme::Token::Accent));
    painter.drawEllipse(QRectF(0, 0, side, side));
    return out;
}

/// Icon and colour of a verdict: all but "healthy" ask for a look.
struct Mark
{
    const char *icon;
    Theme::Token color;
};

Mark markOf(const std::string &verdict)
{
    if (verdict == "healthy")
        return {"good", Theme::Token::Good};
    if (verdict == "too_early" || verdict == "unclear")
        return {"info", Theme::Token::Info};
    if (verdict == "divergence")
        return {"error", Theme::Token::Error};
    return {"warning", Theme::Token::Warning};
}

} // namespace

StatusBar::StatusBar(const AppContext &context, QWidget *parent)
    : QFrame(parent), m_context(context), m_run(context), m_dot(named<QLabel>("runDot", this)),
      m_lock(named<QLabel>("lock", this)), m_step(caption("runStep", this)),
      m_left(caption("runTimeLeft", this)), m_saved(caption("runSaved", this)),
      m_job(caption("job", this)), m_local(caption("nothingLeaves", this)),
      m_name(named<QToolButton>("runName", this)),
      m_verdict(named<QToolButton>("runVerdict", this)),
      m_cancelJob(named<QToolButton>("cancelJob", this)),
      m_bar(named<QProgressBar>("runProgress", this)), m_verdictLine(separator("verdictLine")),
      m_savedLine(separator("savedLine"))
{
    setObjectName(QStringLiteral("statusBar"));
    lay();
    for (QToolButton *button : {m_name, m_verdict})
        connect(button, &QToolButton::clicked, this, &StatusBar::runAsked);
    connect(m_cancelJob, &QToolButton::clicked, this, [this] { m_context.jobs.cancel(m_jobKey); });
    connect(&m_context.training, &TrainingSession::stateChanged, this, &StatusBar::followTraining);
    connect(&m_run, &RunDocument::opened, this, &StatusBar::showRun);
    connect(&m_run, &RunDocument::grew, this, &StatusBar::showRun);
    connect(&m_run, &RunDocument::stateChanged, this, &StatusBar::showRun);
    connect(&m_context.jobs, &Jobs::changed, this, &StatusBar::showJobs);
    connect(&m_context.jobs, &Jobs::progressed, this, &StatusBar::showJobs);
    setTexts();
}

QWidget *StatusBar::separator(const char *name)
{
    auto *line = named<QFrame>(name, this);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(Theme::units(2));
    return line;
}

void StatusBar::lay()
{
    for (QToolButton *button : {m_name, m_verdict, m_cancelJob}) {
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setProperty("role", QStringLiteral("small"));
    }
    m_bar->setTextVisible(false);
    m_lock->setAccessibleName(QString());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::units(2), 0, Theme::units(2), 0);
    layout->setSpacing(Theme::units(1.5));
    layout->addWidget(m_dot);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_name, m_step, m_bar, m_left, m_verdictLine, m_verdict})
        layout->addWidget(part);
    layout->addStretch(1);
    layout->addWidget(m_job);
    layout->addWidget(m_cancelJob);
    layout->addWidget(m_saved);
    layout->addWidget(m_savedLine);
    layout->addWidget(m_lock);
    layout->addWidget(m_local);
}

void StatusBar::followTraining()
{
    const bool active = m_context.training.isActive();
    if (active && !m_follows)
        m_run.open({});
    m_follows = active;
    showRun();
}

void StatusBar::showRun()
{
    const bool known = m_follows && m_run.history().steps() > 0;
    m_name->setText(known ? m_run.name() : m_follows ? tr("Preparing a run") : tr("Ready"));
    m_name->setEnabled(known);
    for (QWidget *part : std::initializer_list<QWidget *>{m_dot, m_step, m_bar})
        part->setVisible(known);
    showProgress();
    showVerdict();
}

void StatusBar::showProgress()
{
    const bool known = m_step->isVisibleTo(this);
    const QString step = words::whole(m_run.history().step());
    const QString steps = words::whole(m_run.history().steps());
    m_step->setText(tr("step %1 of %2").arg(step, steps));
    m_bar->setRange(0, int(m_run.history().steps()));
    m_bar->setValue(int(m_run.history().step()));
    m_bar->setAccessibleDescription(tr("%1 of %2 steps").arg(step, steps));
    const bool held = m_run.state() == RunDocument::State::Paused;
    const auto left = m_run.secondsLeft();
    m_left->setVisible(known && (left || held));
    m_left->setText(held ? tr("Paused") : tr("%1 left").arg(words::duration(left.value_or(0))));
    const int64_t saved = m_run.history().savedStep();
    m_saved->setVisible(known && saved > 0);
    m_savedLine->setVisible(known && saved > 0);
    m_saved->setText(tr("Saved at step %1").arg(words::whole(saved)));
}

void StatusBar::showVerdict()
{
    const auto &verdict = m_run.history().verdict();
    const bool there = m_step->isVisibleTo(this) && verdict;
    m_verdict->setVisible(there);
    m_verdictLine->setVisible(there);
    if (!there)
        return;
    const Mark mark = markOf(verdict->kind);
    const QString sentence = words::of(verdict->message);
    m_verdict->setIcon(icon(QLatin1String(mark.icon), mark.color, smallIcon));
    QPalette colors = m_verdict->palette();
    colors.setColor(QPalette::ButtonText, Theme::current().color(mark.color));
    m_verdict->setPalette(colors);
    const int room = Theme::units(30);
    m_verdict->setText(m_verdict->fontMetrics().elidedText(sentence, Qt::ElideRight, room));
    m_verdict->setToolTip(sentence);
    m_verdict->setAccessibleName(sentence);
}

void StatusBar::showJobs()
{
    const auto running = m_context.jobs.running();
    m_job->setVisible(!running.empty());
    m_cancelJob->setVisible(!running.empty());
    m_jobKey = running.empty() ? QString() : running.front().key;
    if (running.empty())
        return;
    const Progress &progress = running.front().progress;
    QString text = words::of(progress.phase);
    if (progress.total > 0)
        text = tr("%1 (%2)", "what is being done (how far)")
                   .arg(text, words::percent(double(progress.done) / double(progress.total), 0));
    if (running.size() > 1)
        text = tr("%1, %n more", "work that runs", int(running.size()) - 1).arg(text);
    m_job->setText(text);
}

void StatusBar::setTexts()
{
    setFont(Theme::font(Theme::Type::Caption));
    setFixedHeight(Theme::units(4));
    setAccessibleName(tr("Status"));
    m_bar->setFixedSize(Theme::units(15), Theme::units(1));
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_dot->setPixmap(dot(Theme::unit(), devicePixelRatioF()));
    m_cancelJob->setText(tr("Cancel"));
    m_cancelJob->setAccessibleName(tr("Cancel this work"));
    m_cancelJob->setToolTip(tr("Cancel this work"));
    m_name->setToolTip(tr("Open the run that trains"));
    m_lock->setPixmap(icon(QStringLiteral("lock"), Theme::Token::SecondaryText, smallIcon)
                          .pixmap(iconSize(smallIcon)));
    m_local->setText(tr("Nothing leaves this computer"));
    showRun();
    showJobs();
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color(Theme::Token::Side));
    painter.fillRect(QRect(0, 0, width(), 1), Theme::current().color(Theme::Token::Line));
}

void StatusBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        setTexts();
}

} // namespace luthier
