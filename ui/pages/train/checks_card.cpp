// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/checks_card.h"

#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace luthier {

ChecksCard::ChecksCard(QWidget *parent) : Card(parent), m_badge(new Badge(this))
{
    setObjectName(QStringLiteral("checksCard"));
    auto *tools = new QWidget(this);
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins(0, 0, Theme::units(1), 0);
    line->addWidget(m_badge);
    setTools(tools);
}

void ChecksCard::addLine(bool good, const QString &text)
{
    constexpr int iconPixels = 16;
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::units(1));
    auto *mark =
        new IconLabel(good ? QStringLiteral("check") : QStringLiteral("warning"), iconPixels,
                      good ? Theme::Token::Good : Theme::Token::WarningMark, m_lines);
    auto *label = new TextLabel({}, m_lines);
    label->setText(text);
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(label, 1);
    static_cast<QVBoxLayout *>(m_lines->layout())->addLayout(line);
}

QStringList ChecksCard::goodOnes(const Json &start, const TrainingSettings &settings) const
{
    const auto count = [&start](const char *key) { return start.value(key, int64_t(0)); };
    const Json rows = start.value("rows", Json::object());
    const int64_t validation = rows.value("validation", int64_t(0));
    QStringList out;
    out.append(tr("Validation every %1 steps on %2 rows")
                   .arg(words::whole(count("eval_steps")), words::whole(validation)));
    out.append(tr("The best step is kept, whatever comes after"));
    if (settings.early_stopping_patience > 0)
        out.append(tr("Stops after %n validation(s) without a better one", nullptr,
                      int(settings.early_stopping_patience)));
    if (settings.save_steps >= count("steps"))
        out.append(tr("Saved when it ends: it has %n step(s) only", nullptr, int(count("steps"))));
    else if (settings.save_steps > 0)
        out.append(tr("Saved every %n step(s), so a power cut costs little", nullptr,
                      int(settings.save_steps)));
    if (count("rows_cut") == 0)
        out.append(tr("No row is cut"));
    return out;
}

void ChecksCard::setChecks(const std::optional<DryRun> &found,
                           const std::optional<TrainingSettings> &settings)
{
    setTitle(tr("Checked before the start"));
    delete m_lines;
    m_lines = new QWidget(this);
    auto *layout = new QVBoxLayout(m_lines);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::units(1));
    body()->addWidget(m_lines);
    if (!found || !settings) {
        m_badge->setState(Badge::Neutral, {}, {});
        auto *text = new TextLabel(QStringLiteral("secondary"), m_lines);
        text->setText(tr("Model, data and settings are put together as for the run, without "
                         "training."));
        layout->addWidget(text);
        return;
    }
    const QStringList good = goodOnes(found->start, *settings);
    for (const QString &line : good)
        addLine(true, line);
    int known = int(found->warnings.size());
    if (const int64_t cut = found->start.value("rows_cut", int64_t(0))) {
        ++known;
        addLine(false, tr("%n row(s) are cut at %1 tokens", nullptr, int(cut))
                           .arg(words::whole(found->start.value("max_length", int64_t(0)))));
    }
    for (const Message &warning : found->warnings)
        addLine(false, words::of(warning));
    m_badge->setState(known > 0 ? Badge::Warning : Badge::Good,
                      known > 0 ? QStringLiteral("warning") : QStringLiteral("check"),
                      known > 0 ? tr("%1 good, %2 to know").arg(good.size()).arg(known)
                                : tr("%1 good").arg(good.size()));
}

} // namespace luthier
