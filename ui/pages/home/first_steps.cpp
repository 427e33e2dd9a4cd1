// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/first_steps.h"

#include "ui/pages/home/computer_card.h"
#include "ui/pages/home/drop_zone.h"
#include "ui/pages/home/icon_tile.h"
#include "ui/pages/home/sample_plan.h"
#include "ui/shell/page_frame.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/text_label.h"

#include <QBoxLayout>
#include <QPushButton>

namespace luthier {

namespace {

constexpr int largeIcon = 24;

QPushButton *button(const char *name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return button;
}

} // namespace

FirstSteps::FirstSteps(const AppContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_header(new PageHeader(this)),
      m_steps(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_bottom(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_open(addStep(QStringLiteral("data"), "openData")),
      m_train(addStep(QStringLiteral("train"), "newTraining")),
      m_try(addStep(QStringLiteral("compare"), "openRuns")), m_sample(new Card(this)),
      m_sampleTitle(new TextLabel(QStringLiteral("bannerTitle"), this)),
      m_sampleText(new TextLabel(QStringLiteral("secondary"), this)),
      m_dropTitle(new TextLabel(QStringLiteral("strong"), this)),
      m_dropText(new TextLabel(QStringLiteral("secondary"), this)),
      m_runSample(button("runSample", this)), m_computer(new ComputerCard(context.workspace, this))
{
    m_open.button->setProperty("role", QStringLiteral("primary"));
    const PageFrame frame(m_header, this);
    for (QBoxLayout *row : {m_steps, m_bottom})
        row->setSpacing(Theme::units(2));
    frame.content()->addLayout(m_steps, 5);
    frame.content()->addWidget(sampleCard(), 2);
    m_bottom->addWidget(dropZone(), 2);
    m_bottom->addWidget(m_computer, 1);
    frame.content()->addLayout(m_bottom, 4);

    connect(m_open.button, &QPushButton::clicked, this, &FirstSteps::dataRequested);
    connect(m_train.button, &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({QStringLiteral("train"), {}});
    });
    connect(m_try.button, &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({QStringLiteral("runs"), {}});
    });
    connect(m_runSample, &QPushButton::clicked, this, &FirstSteps::runSample);
    arrange();
}

FirstSteps::Step FirstSteps::addStep(const QString &icon, const char *buttonName)
{
    Step step{new Card(this), new Badge(this), new TextLabel(QStringLiteral("stepTitle"), this),
              new TextLabel(QStringLiteral("secondary"), this), button(buttonName, this)};
    auto *top = new QHBoxLayout;
    top->addWidget(new IconTile(icon, this));
    top->addStretch(1);
    top->addWidget(step.number);
    QVBoxLayout *body = step.card->body();
    body->setContentsMargins(Theme::units(3), Theme::units(3), Theme::units(3), Theme::units(3));
    body->addLayout(top);
    body->addSpacing(Theme::units(1));
    body->addWidget(step.title);
    body->addWidget(step.text);
    body->addStretch(1);
    body->addSpacing(Theme::units(1));
    body->addWidget(step.button);
    m_steps->addWidget(step.card, 1);
    return step;
}

QWidget *FirstSteps::sampleCard()
{
    m_sample->setObjectName(QStringLiteral("sample"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_sampleTitle, 1, Qt::AlignBottom);
    texts->addWidget(m_sampleText, 1, Qt::AlignTop);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::units(3));
    row->addWidget(
        new IconLabel(QStringLiteral("play"), largeIcon, Theme::Token::AccentText, this));
    row->addLayout(texts, 1);
    row->addWidget(m_runSample);
    m_sample->body()->setContentsMargins(Theme::units(3), Theme::units(2), Theme::units(3),
                                         Theme::units(2));
    m_sample->body()->addLayout(row);
    return m_sample;
}

QWidget *FirstSteps::dropZone()
{
    auto *zone = new DropZone(this);
    for (TextLabel *label : {m_dropTitle, m_dropText})
        label->setAlignment(Qt::AlignHCenter);
    auto *column = new QVBoxLayout(zone);
    column->setContentsMargins(Theme::units(3), Theme::units(3), Theme::units(3), Theme::units(3));
    column->addStretch(1);
    column->addWidget(new IconLabel(QStringLiteral("file"), 32, Theme::Token::AccentText, zone), 0,
                      Qt::AlignHCenter);
    column->addSpacing(Theme::units(1));
    column->addWidget(m_dropTitle);
    column->addWidget(m_dropText);
    column->addStretch(1);
    return zone;
}

QWidget *FirstSteps::firstFocus()
{
    return m_open.button;
}

void FirstSteps::runSample()
{
    sample::plan(m_context.plan, m_context.workspace, tr("Take the sample"));
    Q_EMIT routeRequested(
        {QStringLiteral("train"), {}, {{QStringLiteral("step"), QStringLiteral("review")}}});
}

void FirstSteps::refresh()
{
    m_sample->setVisible(sample::isHere(m_context.workspace));
    m_computer->refresh();
}

void FirstSteps::setTexts()
{
    m_header->setTitle(tr("Teach a model your own examples"));
    m_header->setSubtitle(tr("Three steps. Nothing you open leaves this computer."));
    m_open.title->setText(tr("Open your data"));
    m_open.text->setText(tr("A table with a text and a label in each row: CSV, JSONL, Parquet, or "
                            "one folder of texts per label. Luthier finds the columns and checks "
                            "every row."));
    m_open.button->setText(tr("Open data…"));
    m_open.button->setToolTip(tr("Choose a file with your examples"));
    m_train.title->setText(tr("Train"));
    m_train.text->setText(tr("Pick a model. The suggested settings work. While it learns, Luthier "
                             "watches for overfitting and keeps the best step."));
    m_train.button->setText(tr("New training"));
    m_train.button->setToolTip(tr("Choose task, model, data and method"));
    m_try.title->setText(tr("Compare and try"));
    m_try.text->setText(tr("Lay runs over each other, type your own text and see the answer "
                           "before and after."));
    m_try.button->setText(tr("Open runs"));
    m_try.button->setToolTip(tr("The list of all runs of this workspace"));
    int number = 0;
    for (const Step &step : {m_open, m_train, m_try}) {
        step.number->setState(Badge::Neutral, {}, tr("Step %1").arg(words::whole(++number)));
        step.card->setAccessibleName(step.title->text());
        step.button->setAccessibleName(step.button->text());
    }
    m_sampleTitle->setText(tr("See it work first"));
    m_sampleText->setText(tr("The sample teaches MiniLM-L6 to sort %1 Reuters news by topic. Both "
                             "are already here, nothing is downloaded.")
                              .arg(words::whole(5485)));
    m_runSample->setText(tr("Run the sample"));
    m_runSample->setAccessibleName(m_runSample->text());
    m_runSample->setToolTip(tr("Shows its settings first; it starts when you say so"));
    m_dropTitle->setText(tr("Or drop a file or folder anywhere in this window"));
    m_dropText->setText(tr("A file Luthier cannot read gets a sentence that says why, and what "
                           "would work."));
}

void FirstSteps::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FirstSteps::arrange()
{
    constexpr int threeColumns = 90;
    const auto direction =
        width() < Theme::units(threeColumns) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_steps->setDirection(direction);
    m_bottom->setDirection(direction);
}

} // namespace luthier
