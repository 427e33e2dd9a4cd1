// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/first_batch_card.h"

#include "ui/session/run_first_batch.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/token_strip.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace luthier {

namespace {

constexpr int64_t mostPadding = 256; ///< boxes; no window is as wide

TokenStrip::Row rowOf(const BatchRow &row, int64_t longest)
{
    QStringList labels;
    for (const std::string &label : row.labels)
        labels << QString::fromStdString(label);
    TokenStrip::Row out;
    out.push_back({labels.isEmpty() ? QStringLiteral("–") : labels.join(QStringLiteral(", ")),
                   TokenStrip::Learned});
    for (const TokenStretch &part : row.parts) {
        const TokenStrip::Kind kind = part.read ? TokenStrip::ReadOnly : TokenStrip::CutOff;
        for (const std::string &token : part.tokens)
            out.push_back({QString::fromStdString(token), kind});
        if (part.more > 0)
            out.push_back({QStringLiteral("…"), kind});
    }
    for (int64_t box = 0; box < std::min(longest - row.tokens, mostPadding); ++box)
        out.push_back({QString(), TokenStrip::Padding});
    return out;
}

} // namespace

FirstBatchCard::FirstBatchCard(const RunFirstBatch &batch, QWidget *parent)
    : Card(parent), m_batch(batch), m_legend(new TokenStrip), m_rows(new TokenStrip),
      m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("firstBatch"));
    m_rows->setObjectName(QStringLiteral("firstBatchRows"));
    m_rows->setLegendVisible(false);
    m_scroll->setObjectName(QStringLiteral("firstBatchScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_rows);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_rows->setAutoFillBackground(false);        // setWidget switches it on
    m_scroll->setMinimumHeight(Theme::units(7)); // two rows
    body()->addWidget(m_legend);
    body()->addWidget(m_scroll, 1);
    connect(&batch, &RunFirstBatch::changed, this, &FirstBatchCard::refresh);
}

void FirstBatchCard::setTexts()
{
    setTitle(tr("First batch"));
    m_legend->setToolTip(
        tr("Learned: what the model is to answer. Read only: what it reads. Cut off: beyond the "
           "longest length, never seen. Padding: what other programs add so that all rows are "
           "equally long; here it is skipped."));
    m_scroll->setAccessibleName(tr("Rows of the first batch"));
    refresh();
}

void FirstBatchCard::refresh()
{
    const FirstBatch &batch = m_batch.batch();
    setSubtitle(
        tr("Texts: %1, tokens: %2").arg(words::whole(batch.size), words::whole(batch.tokens)));
    std::vector<TokenStrip::Row> rows;
    for (const BatchRow &row : batch.rows)
        rows.push_back(rowOf(row, batch.longest));
    m_rows->setRows(std::move(rows));
}

} // namespace luthier
