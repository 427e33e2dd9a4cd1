// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/resource_row.h"

#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace luthier {

namespace {

constexpr size_t Memory = 0, Speed = 1, Step = 2, Disk = 3;

} // namespace

ResourceRow::ResourceRow(const RunDocument &run, QWidget *parent) : QWidget(parent), m_run(run)
{
    setObjectName(QStringLiteral("resources"));
    const int unit = spacingUnit(font());
    auto *flow = new FlowLayout(this, 3 * unit, unit);
    flow->setContentsMargins(0, 0, 0, 0);
    add("memory", "memory");
    add("speed", "speed");
    add("oneStep", "clock");
    add("disk", "disk");
}

ResourceRow::Item &ResourceRow::add(const char *name, const char *icon)
{
    Item item{new QWidget(this), new TextLabel(QStringLiteral("caption")),
              new TextLabel(QStringLiteral("strong")), new TextLabel(QStringLiteral("caption"))};
    item.row->setObjectName(QLatin1String(name));
    auto *layout = new QHBoxLayout(item.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacingUnit(font()));
    layout->addWidget(new IconLabel(QLatin1String(icon), 16, Theme::Token::SecondaryText));
    for (TextLabel *label : {item.label, item.value, item.note})
        layout->addWidget(label);
    this->layout()->addWidget(item.row);
    m_items.push_back(item);
    return m_items.back();
}

void ResourceRow::set(size_t at, const QString &label, const std::optional<QString> &value,
                      const QString &note)
{
    Item &item = m_items[at];
    item.row->setVisible(value.has_value());
    m_isEmpty = m_isEmpty && !value;
    if (!value)
        return;
    item.label->setText(label);
    item.value->setText(*value);
    item.note->setText(note);
    item.note->setVisible(!note.isEmpty() && !m_compact);
    item.row->setAccessibleName(QStringLiteral("%1: %2 %3").arg(label, *value, note));
}

void ResourceRow::setCompact(bool compact)
{
    m_compact = compact;
    refresh();
}

void ResourceRow::refresh()
{
    const auto text = [](const std::optional<double> &value, auto write) {
        return value ? std::optional<QString>(write(*value)) : std::nullopt;
    };
    m_isEmpty = true;
    const auto tokens = m_run.tokensASecond();
    const auto bytes = [](double value) { return words::bytes(value); };
    set(Memory, tr("Memory, peak"), text(m_run.peakMemoryBytes(), bytes),
        m_run.isLive() ? tr("window included") : QString());
    set(Speed, tr("Speed"),
        text(m_run.rowsASecond(),
             [](double value) { return tr("%1 texts/s").arg(words::number(value, 3)); }),
        tokens ? tr("%1 tokens/s").arg(words::whole(qRound64(*tokens))) : QString());
    set(Step, tr("One step"),
        text(m_run.secondsAStep(),
             [](double value) {
                 return value < 1 ? tr("%1 ms").arg(words::number(value * 1000, 3))
                                  : tr("%1 s").arg(words::number(value, 3));
             }),
        QString::fromStdString(json::text(m_run.history().start(), "precision")));
    set(Disk, tr("On disk"), text(m_run.diskBytes(), bytes));
    setVisible(!m_isEmpty);
}

} // namespace luthier
