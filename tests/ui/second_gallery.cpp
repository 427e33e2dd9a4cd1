// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "ui/widgets/blocked.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/forecast_bar.h"
#include "ui/widgets/form_row.h"
#include "ui/widgets/method_diagram.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/problem_row.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/segmented_buttons.h"
#include "ui/widgets/step_header.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/token_strip.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>

namespace luthier {

namespace {

QString text(const char *english)
{
    return QString::fromUtf8(english);
}

ChoiceCard *methodCard(const char *name, bool addOn, const char *blocked)
{
    auto *card = new ChoiceCard;
    card->setObjectName(text(name));
    card->setTitle(text(name));
    auto *sentence = new TextLabel(text("secondary"), card);
    sentence->setText(text("The model stays as it is; small add-ons learn beside it."));
    card->body()->addWidget(sentence);
    auto *diagram = new MethodDiagram(card);
    std::vector<MethodDiagram::Part> parts{{text("Last layer"), true, false, true}};
    for (int block = 6; block >= 1; --block)
        parts.push_back({QString::number(block), !addOn, addOn, false});
    parts.push_back({text("Word table"), !addOn, false, false});
    diagram->setParts(parts);
    diagram->setDescription(text("Which parts learn"));
    card->setAside(diagram);
    setBlocked(card, text(blocked));
    return card;
}

} // namespace

SecondGallery::SecondGallery(const QString &title)
{
    const int unit = Theme::unit();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(3 * unit, 2 * unit, 3 * unit, 2 * unit);
    all->setSpacing(2 * unit);
    auto *page = header();
    static_cast<PageHeader *>(page)->setTitle(title);
    all->addWidget(page);
    for (QWidget *part : {fields(), methods(), amounts(), tokens(), problems()})
        all->addWidget(part);
    all->addStretch();
}

QWidget *SecondGallery::header()
{
    auto *page = new PageHeader(this);
    page->setSubtitle(text("MiniLM-L6 · Full fine-tuning · mails.csv version 4"));
    page->setBadge(Badge::Accent, text("play"), text("Running"));
    page->addAction(text("second"))->setText(text("Back"));
    page->setMainAction(text("main"))->setText(text("Start"));
    return page;
}

QWidget *SecondGallery::fields()
{
    auto *card = new Card(this);
    card->setTitle(text("Settings that matter most"));
    card->setSubtitle(text("5 epochs x 256 steps"));
    auto *steps = new StepHeader(card);
    steps->setSteps({text("Task"), text("Model"), text("Data"), text("Method"), text("Settings"),
                     text("Review")});
    steps->setReachable(4);
    steps->setCurrent(4);
    auto *progress = new ProgressLine(card);
    progress->setRange(0, 1280);
    progress->setValue(560);
    progress->setMark(350);
    auto *paused = new ProgressLine(card);
    paused->setRange(0, 1280);
    paused->setValue(560);
    paused->setPaused(true);
    auto *tabs = new QTabBar(card);
    tabs->setExpanding(false);
    tabs->addTab(text("Samples"));
    tabs->addTab(text("Settings"));
    auto *row = new FormRow(card);
    auto *field = new QSpinBox;
    field->setRange(1, 512);
    field->setValue(256);
    field->setSuffix(text(" tokens"));
    row->setLabel(text("Longest text"));
    row->setReason(text("Default 256: what MiniLM-L6 was made for. 1,655 texts are longer and lose "
                        "their end."));
    row->setField(field);
    row->setChanged(true);
    row->setEffect(text("+3 min 42 s"));
    auto *choice = new FormRow(card);
    auto *combo = new QComboBox;
    combo->addItems({text("Linear"), text("Cosine")});
    choice->setLabel(text("Schedule"));
    choice->setReason(text("Default linear."));
    choice->setField(combo);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{steps, progress, paused, tabs, row, choice})
        card->body()->addWidget(widget);
    return card;
}

QWidget *SecondGallery::methods()
{
    auto *owner = new QWidget(this);
    auto *line = new QHBoxLayout(owner);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * Theme::unit());
    auto *group = new QButtonGroup(owner);
    for (ChoiceCard *card : {methodCard("Full", false, ""), methodCard("LoRA", true, ""),
                             methodCard("QLoRA", true, "No graphics card found")}) {
        group->addButton(card);
        line->addWidget(card, 1);
    }
    group->buttons().constFirst()->setChecked(true);
    return owner;
}

QWidget *SecondGallery::amounts()
{
    auto *card = new Card(this);
    card->setTitle(text("Memory by method"));
    auto *bars = new ForecastBar(card);
    bars->setItems({{text("Full fine-tuning"), 0.98, text("0.98 GB"), true},
                    {text("LoRA, rank 8"), 0.68, text("0.68 GB"), false},
                    {text("Feature extraction"), 0.34, text("0.34 GB"), false}});
    card->body()->addWidget(bars);
    return card;
}

QWidget *SecondGallery::tokens()
{
    auto *card = new Card(this);
    card->setTitle(text("First batch"));
    card->setSubtitle(text("16 texts, 2,635 tokens"));
    auto *strip = new TokenStrip(card);
    using T = TokenStrip;
    strip->setRows({{{text("spam"), T::Learned},
                     {text("dear"), T::ReadOnly},
                     {text("friend"), T::ReadOnly},
                     {text("writing"), T::ReadOnly},
                     {text("con"), T::CutOff}},
                    {{text("ham"), T::Learned},
                     {text("thanks"), T::ReadOnly},
                     {text(","), T::ReadOnly},
                     {{}, T::Padding},
                     {{}, T::Padding}}});
    card->body()->addWidget(strip);
    return card;
}

QWidget *SecondGallery::problems()
{
    auto *card = new Card(this);
    card->setTitle(text("Problems"));
    card->body()->setContentsMargins(1, 0, 1, Theme::unit());
    auto *row = new ProblemRow(card);
    row->setProblem(ProblemRow::Warning, text("1,655"), text("texts are cut"),
                    text("Longer than 256 tokens; their end is not read."));
    row->addAction(text("raise"), text("Raise to 384"));
    row->addAction(text("show"), text("Show"));
    auto *fixed = new ProblemRow(card);
    fixed->setProblem(ProblemRow::Fixed, text("187"), text("copies left out"), {});
    fixed->addAction(text("undo"), text("Undo"));
    card->body()->addWidget(row);
    card->body()->addWidget(fixed);
    return card;
}

} // namespace luthier
