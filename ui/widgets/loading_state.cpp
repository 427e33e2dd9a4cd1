// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/loading_state.h"

#include "ui/shell/style_paint.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace luthier {

namespace {

constexpr int delay = 300;
constexpr int steps = 10000;

} // namespace

LoadingState::LoadingState(QWidget *parent)
    : QWidget(parent), m_parts(new QWidget(this)), m_text(new TextLabel({}, m_parts)),
      m_progress(new ProgressLine(m_parts)), m_cancel(new QPushButton(m_parts)),
      m_bars(new QWidget(m_parts)), m_delay(new QTimer(this))
{
    const int unit = Theme::unit();
    m_text->setObjectName(QStringLiteral("loadingText"));
    m_progress->setObjectName(QStringLiteral("loadingProgress"));
    m_cancel->setObjectName(QStringLiteral("loadingCancel"));
    m_cancel->setProperty("role", QStringLiteral("small"));
    m_progress->setRange(0, steps);
    m_progress->hide();
    m_bars->setFixedHeight(4 * unit);
    auto *line = new QHBoxLayout;
    line->setSpacing(unit);
    line->addWidget(
        new IconLabel(QStringLiteral("clock"), 16, Theme::Token::SecondaryText, m_parts));
    line->addWidget(m_text, 1);
    line->addWidget(m_cancel);
    auto *column = new QVBoxLayout(m_parts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(unit);
    column->addLayout(line);
    column->addWidget(m_progress);
    column->addWidget(m_bars);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_parts);
    all->addStretch();
    m_parts->hide();
    m_delay->setSingleShot(true);
    connect(m_delay, &QTimer::timeout, m_parts, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &LoadingState::cancelled);
    setTexts();
}

void LoadingState::setText(const QString &text)
{
    m_text->setText(text);
    m_progress->setValueText(text);
    setAccessibleName(text);
}

void LoadingState::setProgress(qint64 done, qint64 total)
{
    m_progress->setVisible(total > 0);
    if (total > 0)
        m_progress->setValue(int(steps * qBound<double>(0, double(done) / double(total), 1)));
}

void LoadingState::setTexts()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
}

void LoadingState::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_parts->hide();
    m_delay->start(delay);
}

void LoadingState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
}

void LoadingState::paintEvent(QPaintEvent *)
{
    if (!m_parts->isVisible())
        return;
    QPainter painter(this);
    const Theme &theme = Theme::current();
    const QRect place(m_bars->mapTo(this, QPoint()), m_bars->size());
    const double high = Theme::units(1.5);
    int row = 0;
    for (const double share : {0.88, 0.64}) {
        QRect bar(place.left(), place.top() + row++ * Theme::units(2.5),
                  qRound(place.width() * share), qRound(high));
        bar = QStyle::visualRect(layoutDirection(), place, bar);
        if (theme.isHighContrast())
            paint::hatch(painter, bar, Theme::units(0.5), theme.color(Theme::Token::Line));
        else
            paint::panel(painter, bar, Theme::units(0.5), theme.color(Theme::Token::Soft),
                         QColor());
    }
}

} // namespace luthier
