// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/runs/run_comparison.h"

#include "core/runs/run_differences.h"
#include "ui/charts/axis_ticks.h"
#include "ui/charts/chart_frame.h"
#include "ui/charts/series_look.h"
#include "ui/pages/run/dataset_words.h"
#include "ui/pages/run/run_state_words.h"
#include "ui/shell/run_words.h"
#include "ui/shell/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/kept_splitter.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace luthier {

namespace {

/// So many tell two hashes apart.
constexpr int digitsOfAHash = 12;

/// "learning_rate" of "training.learning_rate".
std::string settingOf(const std::string &key)
{
    return key.substr(key.find('.') + 1);
}

bool isDataHash(const std::string &key)
{
    return key.starts_with("dataset.version.sha256.");
}

/// "training.learning_rate" as the catalogs name it.
QString nameOf(const std::string &key)
{
    if (key == "method.type")
        return QCoreApplication::translate("RunsPage", "Method");
    if (isDataHash(key))
        return sectionKeyName("dataset", "version");
    const QString name = sectionKeyName(key.substr(0, key.find('.')), settingOf(key));
    return name.isEmpty() ? settingName(settingOf(key)) : name;
}

QString valueText(const std::string &key, const Json &value)
{
    if (value.is_null())
        return QString();
    if (value.is_string() && (key == "model.sha256" || isDataHash(key)))
        return QString::fromStdString(value.get<std::string>()).left(digitsOfAHash);
    return key == "method.type" && value.is_string() ? methodName(value.get<std::string>())
                                                     : settingValue(settingOf(key), value);
}

Json valueAt(const Json &config, const std::string &key)
{
    std::string pointer = "/" + key;
    std::ranges::replace(pointer, '.', '/');
    const Json::json_pointer place(pointer);
    return config.contains(place) ? config[place] : Json();
}

bool isDataset(const SettingDifference &difference)
{
    return difference.key.starts_with("dataset.") || difference.key == "dataset";
}

bool isSplit(const SettingDifference &difference)
{
    return difference.key.starts_with("dataset.split");
}

/// A setting left empty and one that the other method does not have look alike.
bool differsInWords(const SettingDifference &entry)
{
    return std::ranges::any_of(entry.values, [&entry](const Json &value) {
        return valueText(entry.key, value) != valueText(entry.key, entry.values.front());
    });
}

/// By which run the axis is cut: the middle one, so that a run that diverged does not press the
/// others flat.
QString cappingRun(const RunSummaries &runs)
{
    std::vector<std::pair<double, QString>> ends;
    for (const auto &run : runs)
        if (const auto end = lossCeiling(run->validation))
            ends.emplace_back(*end, run->id());
    std::ranges::sort(ends);
    return ends.empty() ? QString() : ends[ends.size() / 2].second;
}

QIcon seriesIcon(int style)
{
    ChartModel::Series series;
    series.style = style;
    series.look = ChartModel::Look::LineWithMarkers;
    series.countsRuns = true;
    QPixmap pixmap(Theme::units(3), Theme::units(2));
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawSwatch(painter, QRectF(pixmap.rect()), lookOf(series));
    return QIcon(pixmap);
}

} // namespace

std::vector<SettingDifference> settingDifferences(const RunSummaries &runs)
{
    std::map<std::string, bool> keys;
    for (size_t i = 1; i < runs.size(); ++i)
        for (const Difference &difference :
             differences(runs.front()->record.config, runs[i]->record.config))
            if (difference.matters)
                keys[difference.key] = true;
    std::vector<SettingDifference> out;
    for (const auto &[key, unused] : keys) {
        SettingDifference entry{key, {}};
        for (const auto &run : runs)
            entry.values.push_back(valueAt(run->record.config, key));
        if (differsInWords(entry))
            out.push_back(std::move(entry));
    }
    // What the others follow from comes first.
    std::ranges::stable_partition(
        out, [](const SettingDifference &entry) { return entry.key == "method.type"; });
    return out;
}

RunComparison::RunComparison(ViewState &view, QWidget *parent)
    : QWidget(parent), m_banner(new Banner(this)), m_chart(new ChartFrame), m_card(new Card),
      m_table(new QTableWidget)
{
    setObjectName(QStringLiteral("runComparison"));
    m_banner->setObjectName(QStringLiteral("comparability"));
    m_table->setObjectName(QStringLiteral("settingDifferences"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::units(4));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_card->body()->setContentsMargins(1, 0, 1, 1);
    m_card->body()->addWidget(m_table);
    m_chart->remember(view, QStringLiteral("compare"));
    auto *splitter = new KeptSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("comparisonSplitter"));
    splitter->addWidget(m_chart);
    splitter->addWidget(m_card);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->remember(view, QStringLiteral("compare/splitter"), {300, 200});
    m_chart->setMinimumHeight(Theme::units(25));
    m_card->setMinimumHeight(Theme::units(12));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::unit());
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
}

void RunComparison::setRuns(RunSummaries runs)
{
    m_runs = std::move(runs);
    setTexts();
}

void RunComparison::setTexts()
{
    m_card->setTitle(tr("Settings that differ"));
    m_table->setAccessibleName(tr("Settings that differ"));
    if (m_runs.size() < 2)
        return;
    showFairness();
    showChart();
    showDifferences();
}

void RunComparison::showFairness()
{
    const std::vector<SettingDifference> all = settingDifferences(m_runs);
    const bool split = std::ranges::any_of(all, isSplit);
    const bool data = std::ranges::any_of(
        all, [](const auto &difference) { return isDataset(difference) && !isSplit(difference); });
    if (data)
        m_banner->setMessage(Banner::Warning, tr("These runs have seen different data."),
                             tr("Their losses are not measured on the same texts, so the lower one "
                                "need not be the better one."));
    else if (split)
        m_banner->setMessage(Banner::Warning, tr("These runs were split differently."),
                             tr("The data is the same, but each run was validated on other texts: "
                                "small differences say nothing."));
    else
        m_banner->setMessage(Banner::Good, tr("Same data, same split: fair to compare."), {});
}

void RunComparison::showChart()
{
    std::vector<ChartModel::Series> series;
    std::vector<ChartModel::Mark> marks;
    for (size_t i = 0; i < m_runs.size(); ++i) {
        const RunSummary &run = *m_runs[i];
        const QString name = QString::fromStdString(run.record.name);
        series.push_back({.id = QStringLiteral("training/") + run.id(),
                          .name = tr("%1, training").arg(name),
                          .style = int(i) + 1,
                          .inLegend = false,
                          .points = run.loss,
                          .smoothed = true,
                          .countsRuns = true});
        series.push_back({.id = run.id(),
                          .name = name,
                          .style = int(i) + 1,
                          .look = ChartModel::Look::LineWithMarkers,
                          .labelled = true,
                          .points = run.validation,
                          .countsRuns = true});
        if (run.record.bestStep > 0)
            marks.push_back({.kind = ChartModel::Mark::Kind::Star,
                             .x = double(run.record.bestStep),
                             .series = run.id()});
    }
    QStringList sentences;
    for (const auto &run : m_runs)
        sentences << tr("%1: best %2.")
                         .arg(QString::fromStdString(run->record.name), bestText(run->record));
    ChartModel &model = m_chart->model();
    model.setTitle(tr("Loss"), sentences.join(u' '));
    model.setAxes({.title = tr("step"), .minimum = 0},
                  {.minimum = 0, .cappedBy = cappingRun(m_runs)});
    model.setSeries(std::move(series));
    model.setMarks(std::move(marks));
    m_chart->setCaption(tr("with markers: validation; thin: training"));
}

void RunComparison::showDifferences()
{
    const std::vector<SettingDifference> all = settingDifferences(m_runs);
    m_card->setSubtitle(tr("%n setting(s); all others are the same", nullptr, int(all.size())));
    m_table->clear();
    m_table->setColumnCount(int(m_runs.size()) + 1);
    m_table->setRowCount(int(all.size()));
    m_table->setHorizontalHeaderItem(0, new QTableWidgetItem(tr("Setting")));
    for (size_t i = 0; i < m_runs.size(); ++i) {
        const QString name = QString::fromStdString(m_runs[i]->record.name);
        auto *header = new QTableWidgetItem(seriesIcon(int(i) + 1), name);
        header->setToolTip(name);
        m_table->setHorizontalHeaderItem(int(i) + 1, header);
    }
    for (size_t row = 0; row < all.size(); ++row) {
        auto *name = new QTableWidgetItem(nameOf(all[row].key));
        name->setToolTip(QString::fromStdString(all[row].key));
        m_table->setItem(int(row), 0, name);
        for (size_t i = 0; i < m_runs.size(); ++i) {
            const QString text = valueText(all[row].key, all[row].values[i]);
            auto *item = new QTableWidgetItem(text.isEmpty() ? tr("not used") : text);
            item->setToolTip(item->text());
            m_table->setItem(int(row), int(i) + 1, item);
        }
    }
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

} // namespace luthier
