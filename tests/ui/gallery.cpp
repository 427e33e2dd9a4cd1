// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/form_row.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/segmented_buttons.h"
#include "ui/widgets/series_swatch.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>

namespace luthier {

namespace {

QString text(const char *english)
{
    return QString::fromUtf8(english);
}

TextLabel *heading(const char *english, QWidget *parent)
{
    auto *label = new TextLabel(text("caption"), parent);
    label->setText(text(english));
    return label;
}

QPushButton *button(const char *name, const char *label, const char *role = "")
{
    auto *button = new QPushButton(text(label));
    button->setObjectName(text(name));
    button->setProperty("role", text(role));
    return button;
}

QHBoxLayout *row(QWidget *owner, int spacing = Theme::unit())
{
    auto *layout = new QHBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

Badge *badge(Badge::Kind kind, const char *icon, const char *label)
{
    auto *badge = new Badge;
    badge->setState(kind, text(icon), text(label));
    return badge;
}

Banner *banner(Banner::Kind kind, const char *title, const char *action)
{
    auto *banner = new Banner;
    banner->setMessage(kind, text(title), {});
    if (*action) {
        QPushButton *button = banner->addAction(text("action"), text(action));
        button->setProperty("role", text("small"));
    }
    return banner;
}

} // namespace

Gallery::Gallery(const QString &title)
{
    const int unit = Theme::unit();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(3 * unit, 2 * unit, 3 * unit, 2 * unit);
    all->setSpacing(unit);
    auto *name = new TextLabel(text("stepTitle"), this);
    name->setText(title);
    all->addWidget(name);
    const std::pair<const char *, QWidget *> parts[]{
        {"Buttons: primary, normal, quiet, small, focus, disabled with reason", buttons()},
        {"Badges and chips", badges()},
        {"Verdict banners", banners()},
        {"Form row with “why this default” and with an error", formRows()},
        {"Empty state; loading and stat tiles", states()},
        {"Series: colour, dash and marker always together", series()},
        {"", choices()}};
    for (const auto &[label, part] : parts) {
        if (*label)
            all->addWidget(heading(label, this));
        all->addWidget(part);
    }
    all->addStretch();
}

QWidget *Gallery::buttons()
{
    auto *owner = new QWidget(this);
    QHBoxLayout *line = row(owner);
    line->addWidget(button("start", "Start training", "primary"));
    line->addWidget(button("back", "Back"));
    line->addWidget(button("details", "Details", "quiet"));
    line->addWidget(button("apply", "Apply", "small"));
    line->addSpacing(Theme::unit());
    line->addWidget(button("pause", "Pause"));
    line->addSpacing(Theme::unit());
    QPushButton *blocked = button("blocked", "QLoRA");
    blocked->setIcon(icon(text("lock"), 14));
    setBlocked(blocked, text("No graphics card found"));
    line->addWidget(blocked);
    line->addWidget(heading("No graphics card found", owner), 1);
    return owner;
}

QWidget *Gallery::badges()
{
    auto *owner = new QWidget(this);
    QHBoxLayout *line = row(owner);
    line->addWidget(badge(Badge::Good, "check", "Done"));
    line->addWidget(badge(Badge::Accent, "play", "Running"));
    line->addWidget(badge(Badge::Info, "pause", "Interrupted"));
    line->addWidget(badge(Badge::Warning, "warning", "Tight"));
    line->addWidget(badge(Badge::Error, "close", "Stopped"));
    line->addWidget(badge(Badge::Neutral, "", "Draft"));
    for (const bool used : {true, false}) {
        auto *chip = new Chip(owner);
        chip->setObjectName(used ? text("chipLabel") : text("chipIgnored"));
        chip->setText(used ? text("Label") : text("Ignored"));
        chip->setMenu(new QMenu(chip));
        chip->menu()->addAction(text("Text"));
        chip->setCheckable(true);
        chip->setChecked(used);
        chip->setMuted(!used);
        line->addWidget(chip);
    }
    line->addStretch(1);
    return owner;
}

QWidget *Gallery::banners()
{
    auto *owner = new QWidget(this);
    auto *column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(qRound(0.75 * Theme::unit()));
    column->addWidget(banner(Banner::Warning, "Overfitting since step 450. Best was step 350.",
                             "Go back to best step"));
    column->addWidget(banner(
        Banner::Info, "Plateau since step 600. Loss changed by less than 1% in 5 validations.",
        "Finish now"));
    column->addWidget(banner(Banner::Error,
                             "Diverged at step 64. The loss is not a number any more.",
                             "Try a tenth of the rate"));
    column->addWidget(banner(Banner::Good, "Healthy. Validation loss is still falling.", ""));
    return owner;
}

QWidget *Gallery::formRows()
{
    auto *owner = new QWidget(this);
    QHBoxLayout *line = row(owner, 2 * Theme::unit());
    for (const bool wrong : {false, true}) {
        auto *card = new Card(owner);
        auto *form = new FormRow(card);
        form->setObjectName(wrong ? text("rowWrong") : text("rowChanged"));
        form->setLabel(wrong ? text("Epochs") : text("Learning rate"));
        form->setReason(text("Default 5e-5: the usual start for full fine-tuning. Higher learns "
                             "faster and forgets more."));
        form->setChanged(true);
        if (wrong) {
            form->setField(new QSpinBox);
            form->setError(
                text("Must be 1 or more. To train nothing, use Try with the base model."));
        } else {
            form->setField(new QLineEdit(text("2e-4")));
        }
        card->body()->setContentsMargins(1, 1, 1, 1);
        card->body()->addWidget(form);
        line->addWidget(card, 1);
    }
    return owner;
}

QWidget *Gallery::states()
{
    auto *owner = new QWidget(this);
    QHBoxLayout *line = row(owner, 2 * Theme::unit());
    auto *left = new Card(owner);
    auto *empty = new EmptyState(left);
    empty->setIcon(text("runs"));
    empty->setTexts(
        text("No runs yet"),
        text("A run is one training. It appears here and stays, with its settings and curves."));
    QPushButton *begin = empty->button();
    begin->setObjectName(text("newTraining"));
    begin->setText(text("New training"));
    begin->setProperty("role", text("primary small"));
    left->body()->setContentsMargins(1, 1, 1, 1);
    left->body()->addWidget(empty);
    line->addWidget(left, 1);

    auto *right = new Card(owner);
    auto *loading = new LoadingState(right);
    loading->setText(text("Tokens: 2,110 of 5,838"));
    loading->setProgress(2110, 5838);
    right->body()->addWidget(loading);
    auto *tiles = new QHBoxLayout;
    const char *const figures[][2]{{"Speed", "50/s"}, {"Memory", "1.01 GB"}, {"Left", "5 min"}};
    for (const auto &figure : figures) {
        auto *tile = new StatTile(right);
        tile->setLabel(text(figure[0]));
        tile->setValue(text(figure[1]));
        tiles->addWidget(tile, 1);
    }
    right->body()->addLayout(tiles);
    line->addWidget(right, 1);
    return owner;
}

QWidget *Gallery::series()
{
    auto *card = new Card(this);
    auto *line = new QHBoxLayout;
    for (int i = 1; i <= Theme::seriesCount; ++i) {
        auto *swatch = new SeriesSwatch(i, card);
        swatch->setMinimumWidth(Theme::units(10));
        line->addWidget(swatch);
    }
    card->body()->addLayout(line);
    return card;
}

QWidget *Gallery::choices()
{
    auto *owner = new QWidget(this);
    QHBoxLayout *line = row(owner, 2 * Theme::unit());
    auto *on = new QCheckBox(text("On"));
    on->setChecked(true);
    auto *chosen = new QRadioButton(text("Chosen"));
    chosen->setChecked(true);
    auto *segments = new SegmentedButtons;
    segments->setSegments({text("Simple"), text("Advanced")});
    segments->setSmall(true);
    auto *smoothing = new QSlider(Qt::Horizontal);
    smoothing->setRange(0, 90);
    smoothing->setValue(60);
    smoothing->setAccessibleName(text("Smoothing"));
    smoothing->setFixedWidth(Theme::units(10));
    for (QWidget *widget :
         std::initializer_list<QWidget *>{on, new QCheckBox(text("Off")), chosen,
                                          new QRadioButton(text("Other")), segments, smoothing})
        line->addWidget(widget);
    line->addWidget(heading("Smoothing 0.6", owner), 1);
    return owner;
}

} // namespace luthier
