// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/evaluation_view.h"

#include "ui/pages/run/run_state_words.h"
#include "ui/pages/run/share_delegate.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

constexpr const char *tiles[]{"accuracy", "f1_macro", "eval_loss", "majority_baseline"};
constexpr const char *labelColumns[]{"precision", "recall", "f1"};

QTableWidgetItem *figure(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

/// As many counts in each row as there are rows.
bool isMatrix(const Json &json)
{
    return json.is_array() && std::ranges::all_of(json, [&json](const Json &row) {
               return row.is_array() && row.size() == json.size() &&
                      std::ranges::all_of(
                          row, [](const Json &count) { return count.is_number_integer(); });
           });
}

/// What the run says about the scores: the labels without rows.
QString noteOn(const Json &scores)
{
    const Json &notes = json::part(scores, "notes");
    if (!notes.is_array() || notes.empty())
        return {};
    const Json &note = notes.front();
    return words::of(Message{json::text(note, "id"),
                             json::text(note, "text"),
                             {{"labels", json::text(json::part(note, "values"), "labels")}}});
}

QTableWidget *makeTable(const QString &name, Card *card)
{
    auto *table = new QTableWidget;
    table->setObjectName(name);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setAlternatingRowColors(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->setDefaultSectionSize(4 * spacingUnit(table->font()));
    table->horizontalHeader()->setMinimumHeight(4 * spacingUnit(table->font()));
    card->body()->setContentsMargins(1, 0, 1, Theme::unit());
    card->body()->addWidget(table);
    return table;
}

} // namespace

EvaluationView::EvaluationView(const RunDocument &run, QWidget *parent)
    : QWidget(parent), m_run(run), m_empty(new EmptyState(this)), m_content(new QWidget(this)),
      m_sentence(new TextLabel(QStringLiteral("secondary"))), m_tiles(new QHBoxLayout),
      m_labelCard(new Card), m_confusionCard(new Card)
{
    setObjectName(QStringLiteral("evaluationView"));
    const int unit = spacingUnit(font());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_empty);
    all->addWidget(m_content, 1);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * unit);
    m_tiles->setSpacing(4 * unit);
    auto *head = new Card;
    head->body()->addWidget(m_sentence);
    head->body()->addLayout(m_tiles);
    layout->addWidget(head);
    auto *tables = new QHBoxLayout;
    tables->setSpacing(2 * unit);
    m_labels = makeTable(QStringLiteral("perLabel"), m_labelCard);
    m_confusion = makeTable(QStringLiteral("confusionMatrix"), m_confusionCard);
    m_confusion->setItemDelegate(new ShareDelegate(m_confusion));
    m_labels->verticalHeader()->hide();
    tables->addWidget(m_labelCard, 1);
    tables->addWidget(m_confusionCard, 1);
    layout->addLayout(tables, 1);
    m_empty->setIcon(QStringLiteral("task"));
}

void EvaluationView::setTexts()
{
    m_shown = Json();
    m_empty->setTexts(tr("No test results yet"),
                      tr("The test part is scored once, on the best step, when the run is done. A "
                         "plan without a test part has none."));
    m_labelCard->setTitle(tr("Each label"));
    m_labels->setAccessibleName(tr("Scores of each label on the test part"));
    m_confusionCard->setTitle(tr("True and answered labels"));
    m_confusionCard->setSubtitle(tr("rows: true, columns: answered"));
    m_confusion->setAccessibleName(tr("How often each true label was answered as which"));
    refresh();
}

void EvaluationView::refresh()
{
    const Json &scores = m_run.history().test();
    m_empty->setVisible(scores.empty());
    m_content->setVisible(!scores.empty());
    if (scores.empty() || scores == m_shown)
        return;
    m_shown = scores;
    m_sentence->setText(
        tr("Scored once, on the best step (%1), with texts that were neither learned from nor "
           "used to choose. Texts: %2.")
            .arg(words::whole(json::whole(scores, "step")),
                 words::whole(json::whole(scores, "samples"))));
    fillTiles(scores);
    fillLabels(scores);
    fillConfusion(scores);
}

void EvaluationView::fillTiles(const Json &scores)
{
    while (QLayoutItem *item = m_tiles->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const char *key : tiles) {
        const double value = json::number(scores, key);
        if (!std::isfinite(value))
            continue;
        auto *tile = new StatTile;
        tile->setObjectName(QLatin1String(key));
        tile->setLabel(metricName(key));
        tile->setValue(metricText(key, value));
        m_tiles->addWidget(tile);
    }
    m_tiles->addStretch(1);
}

void EvaluationView::fillLabels(const Json &scores)
{
    m_labelCard->setSubtitle(noteOn(scores));
    const Json &perClass = json::part(scores, "per_class");
    m_labels->setColumnCount(5);
    m_labels->setHorizontalHeaderLabels(
        {tr("Label"), tr("Precision"), tr("Recall"), tr("F1"), tr("Texts")});
    m_labels->setRowCount(int(perClass.size()));
    int row = 0;
    for (const auto &[label, values] : perClass.items()) {
        m_labels->setItem(row, 0, new QTableWidgetItem(QString::fromStdString(label)));
        int column = 1;
        for (const char *key : labelColumns) {
            const double value = json::number(values, key);
            m_labels->setItem(
                row, column++,
                figure(std::isfinite(value) ? words::percent(value) : QStringLiteral("–")));
        }
        m_labels->setItem(row, column, figure(words::whole(json::whole(values, "support"))));
        ++row;
    }
    for (int column = 1; column < 5; ++column)
        m_labels->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_labels->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_labels->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_labels->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void EvaluationView::fillConfusion(const Json &scores)
{
    const Json &found = json::part(scores, "confusion_matrix");
    const Json matrix = isMatrix(found) ? found : Json::array();
    // With several labels a row there is no matrix.
    m_confusionCard->setVisible(!matrix.empty());
    const Json &labels = json::part(m_run.history().start(), "labels");
    QStringList names;
    for (size_t i = 0; i < matrix.size(); ++i)
        names << (labels.is_array() && i < labels.size() && labels[i].is_string()
                      ? QString::fromStdString(labels[i].get<std::string>())
                      : words::whole(qint64(i)));
    m_confusion->setRowCount(int(matrix.size()));
    m_confusion->setColumnCount(int(matrix.size()));
    m_confusion->setHorizontalHeaderLabels(names);
    m_confusion->setVerticalHeaderLabels(names);
    for (size_t row = 0; row < matrix.size(); ++row) {
        double total = 0;
        for (const Json &count : matrix[row])
            total += count.get<double>();
        for (size_t column = 0; column < matrix[row].size(); ++column) {
            const int64_t count = matrix[row][column].get<int64_t>();
            QTableWidgetItem *item = figure(words::whole(count));
            item->setData(ShareDelegate::ShareRole, total > 0 ? double(count) / total : 0.0);
            item->setData(ShareDelegate::RightRole, row == column);
            item->setToolTip(tr("%1 of %2 texts with the label %3 were answered as %4.")
                                 .arg(words::whole(count), words::whole(qint64(total)),
                                      names[int(row)], names[int(column)]));
            m_confusion->setItem(int(row), int(column), item);
        }
    }
    m_confusion->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

} // namespace luthier
