// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/computer_card.h"

#include "core/train/engine_info.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QFile>
#include <QGridLayout>
#include <QStorageInfo>

namespace luthier {

namespace {

/// A line of /proc/meminfo in bytes; 0 where there is none.
double memoryOf(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    constexpr double kibibyte = 1024;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith(name + ':'))
            return kibibyte * line.mid(name.size() + 1).trimmed().split(' ').front().toDouble();
    return 0;
}

} // namespace

ComputerCard::ComputerCard(const QString &workspace, QWidget *parent)
    : Card(parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("thisComputer"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::units(2));
    grid->setVerticalSpacing(Theme::units(1));
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < RowCount; ++row) {
        m_names[size_t(row)] = new TextLabel(QStringLiteral("secondary"), this);
        m_values[size_t(row)] = new TextLabel({}, this);
        grid->addWidget(m_names[size_t(row)], row, 0, Qt::AlignTop);
        grid->addWidget(m_values[size_t(row)], row, 1, Qt::AlignTop);
    }
    grid->setColumnMinimumWidth(0, Theme::units(12));
    body()->addLayout(grid);
    body()->addStretch(1);
    refresh();
}

void ComputerCard::refresh()
{
    setTitle(tr("This computer"));
    m_names[Processor]->setText(tr("Processor"));
    m_names[NumberFormat]->setText(tr("Number format"));
    m_names[Memory]->setText(tr("Memory"));
    m_names[GraphicsCard]->setText(tr("Graphics card"));
    m_names[Disk]->setText(tr("Disk"));

    const EngineInfo engine = engineInfo();
    m_values[Processor]->setText(
        tr("%n core(s), %1", "%1: vector instructions, as AVX2", engine.threads)
            .arg(QString::fromStdString(engine.processor)));
    m_values[NumberFormat]->setText(tr("fp32"));
    const double all = memoryOf("MemTotal"), free = memoryOf("MemAvailable");
    m_names[Memory]->setVisible(all > 0);
    m_values[Memory]->setVisible(all > 0);
    m_values[Memory]->setText(tr("%1 free of %2").arg(words::bytes(free), words::bytes(all)));
    m_values[GraphicsCard]->setText(tr("Not used. The processor trains"));
    const double space = double(QStorageInfo(m_workspace).bytesAvailable());
    m_names[Disk]->setVisible(space >= 0);
    m_values[Disk]->setVisible(space >= 0);
    m_values[Disk]->setText(tr("%1 free").arg(words::bytes(space)));
}

void ComputerCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace luthier
