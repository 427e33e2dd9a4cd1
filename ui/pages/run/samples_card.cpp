// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/samples_card.h"

#include "ui/session/run_samples.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/icon.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace luthier {

namespace {

enum Column { Text, Truth, Best, Now, Change, ColumnCount };

QString answer(const QString &label, const std::optional<double> &score)
{
    return score ? QStringLiteral("%1 %2").arg(label, words::percent(*score, 0)) : label;
}

} // namespace

SamplesCard::SamplesCard(const RunSamples &samples, QWidget *parent)
    : Card(parent), m_samples(samples), m_table(new QTableWidget)
{
    setObjectName(QStringLiteral("samples"));
    m_table->setObjectName(QStringLiteral("sampleTable"));
    m_table->setColumnCount(ColumnCount);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::units(3.75));
    m_table->horizontalHeader()->setMinimumHeight(Theme::units(3.5));
    body()->setContentsMargins(1, 0, 1, Theme::unit());
    body()->addWidget(m_table);
    connect(&samples, &RunSamples::changed, this, &SamplesCard::refresh);
}

void SamplesCard::setTexts()
{
    setTitle(tr("Sample predictions"));
    m_table->setAccessibleName(tr("Validation texts and what was answered"));
    refresh();
}

void SamplesCard::refresh()
{
    const auto &samples = m_samples.samples();
    setSubtitle(tr("Validation texts: %1, turned wrong since the best step: %2")
                    .arg(words::whole(m_samples.rows()), words::whole(m_samples.turnedWrong())));
    m_table->setHorizontalHeaderLabels(
        {tr("Text"), tr("True"), tr("Best, %1").arg(words::whole(m_samples.bestStep())),
         tr("Now, %1").arg(words::whole(m_samples.nowStep())), tr("Change")});
    for (int column = 0; column < ColumnCount; ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setRowCount(int(samples.size()));
    for (int row = 0; row < int(samples.size()); ++row)
        fillRow(row);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Text, QHeaderView::Stretch);
}

void SamplesCard::fillRow(int row)
{
    const RunSample &sample = m_samples.samples()[size_t(row)];
    const QString change = sample.isRight() ? sample.wasRight() ? tr("Right") : tr("Turned right")
                           : sample.wasRight() ? tr("Turned wrong")
                                               : tr("Wrong");
    const QStringList texts{sample.text, sample.truth, answer(sample.best, sample.bestScore),
                            answer(sample.now, sample.nowScore), change};
    const Theme &theme = Theme::current();
    const bool turnedWrong = sample.wasRight() && !sample.isRight();
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(texts[column]);
        if (column == Text)
            item->setToolTip(sample.text);
        if (column == Change)
            item->setIcon(sample.isRight()
                              ? icon(QStringLiteral("check"), 14)
                              : icon(QStringLiteral("close"), Theme::Token::Error, 14));
        if (turnedWrong)
            item->setBackground(theme.color(Theme::Token::ErrorSoft));
        if (column == Change && !sample.isRight())
            item->setForeground(theme.color(Theme::Token::Error));
        m_table->setItem(row, column, item);
    }
}

} // namespace luthier
