// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/parts_card.h"

#include "ui/pages/data/majority_name.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

#include <algorithm>

namespace luthier {

namespace {

constexpr size_t namedLabels = 5;

QString labelsSentence(const std::vector<LabelShare> &labels)
{
    QStringList names;
    for (size_t i = 0; i < std::min(namedLabels, labels.size()); ++i)
        names.append(PartsCard::tr("%1 (%2)").arg(QString::fromStdString(labels[i].name),
                                                  words::whole(labels[i].rows)));
    if (labels.size() > namedLabels)
        names.append(PartsCard::tr("%n more", nullptr, int(labels.size() - namedLabels)));
    return PartsCard::tr("%n label(s): %1", nullptr, int(labels.size()))
        .arg(names.join(QStringLiteral(", ")));
}

} // namespace

PartsCard::PartsCard(QWidget *parent)
    : Card(parent), m_rows(new TextLabel(QStringLiteral("secondary"), this)),
      m_labels(new TextLabel({}, this)),
      m_baseline(new TextLabel(QStringLiteral("secondary"), this))
{
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(Theme::units(3));
    for (StatTile *&tile : m_parts) {
        tile = new StatTile(this);
        tiles->addWidget(tile);
    }
    tiles->addStretch(1);
    for (TextLabel *label : {m_labels, m_baseline})
        label->setProperty("userText", true);
    body()->setSpacing(Theme::units(1));
    body()->addLayout(tiles);
    body()->addWidget(m_rows);
    body()->addWidget(m_labels);
    body()->addWidget(m_baseline);
}

void PartsCard::setData(const DataFacts &data)
{
    const Overview &overview = data.overview;
    const RowCounts &counts = overview.counts;
    setTitle(tr("Parts and labels"));
    const QString names[]{tr("To learn from"), tr("To check on"), tr("For the last test")};
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const double share =
            counts.inUse > 0 ? double(overview.partRows[i]) / double(counts.inUse) : 0;
        m_parts[i]->setLabel(names[i]);
        m_parts[i]->setWidestValue(words::whole(std::max<int64_t>(counts.rows, 9999)));
        m_parts[i]->setValue(words::whole(overview.partRows[i]));
        m_parts[i]->setNote(words::percent(share, 0));
    }
    QStringList left;
    if (counts.withoutLabel > 0)
        left.append(
            tr("%n row(s) without a label are left out.", nullptr, int(counts.withoutLabel)));
    if (counts.inNoPart > 0)
        left.append(tr("%n row(s) belong to no part.", nullptr, int(counts.inNoPart)));
    if (!data.opened.table->unreadable.empty())
        left.append(tr("%n place(s) of the file could not be read and are kept aside.", nullptr,
                       int(data.opened.table->unreadable.size())));
    m_rows->setText(left.join(u' '));
    m_rows->setVisible(!left.isEmpty());
    m_labels->setText(labelsSentence(overview.labels));
    m_labels->setVisible(!overview.labels.empty());
    m_baseline->setVisible(!overview.labels.empty());
    if (!overview.labels.empty())
        m_baseline->setText(
            tr("Always saying “%1” would be right for %2.")
                .arg(majorityName(overview), words::percent(overview.majorityShare())));
}

} // namespace luthier
