// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/text_parts.h"

#include "core/base/error.h"
#include "core/data/catalog.h"
#include "core/data/row_order.h"
#include "core/data/split.h"
#include "core/runs/problem_type.h"

namespace luthier {

namespace {

/// A part's rows: which table they are in and where.
struct Source
{
    const Table *table = nullptr;
    std::vector<int64_t> rows;
};

class PartsReader
{
public:
    PartsReader(const DatasetSettings &dataset, const std::string &task, bool severalLabels,
                std::stop_token stop, const ProgressHandler &onProgress)
        : m_dataset(dataset), m_task(task), m_severalLabels(severalLabels), m_stop(stop),
          m_onProgress(onProgress)
    {
    }

    TextParts read(const std::vector<std::string> &baseLabels);

private:
    Table open(const std::filesystem::path &path, TextParts &parts);
    void takeSplit(const Split &split, TextParts &parts);
    void checkLabels(TextParts &parts, const std::vector<std::string> &baseLabels);
    void warnOfLeaks(TextParts &parts);

    const DatasetSettings &m_dataset;
    const std::string &m_task;
    bool m_severalLabels;
    std::stop_token m_stop;
    const ProgressHandler &m_onProgress;
    Table m_main, m_validationTable, m_testTable;
    Columns m_columns;
    LabelCells m_cells;
    Source m_train, m_validation, m_test;
};

Table PartsReader::open(const std::filesystem::path &path, TextParts &parts)
{
    Table table = readTable(path, {}, m_stop, m_onProgress);
    parts.notes.insert(parts.notes.end(), table.notes.begin(), table.notes.end());
    return table;
}

void PartsReader::takeSplit(const Split &split, TextParts &parts)
{
    m_train.rows = split.train;
    if (!m_validation.table)
        m_validation = {&m_main, split.validation};
    if (!m_test.table && !split.test.empty())
        m_test = {&m_main, split.test};
    parts.notes.insert(parts.notes.end(), split.notes.begin(), split.notes.end());
}

void PartsReader::checkLabels(TextParts &parts, const std::vector<std::string> &baseLabels)
{
    if (!m_columns.label)
        throw failure(
            "data.no_label",
            LUTHIER_MESSAGE(
                "{file} has no column that looks like labels; name it in dataset.columns.label."),
            {{"file", m_main.source}});
    const LabelInventory training = countLabels(m_main, *m_columns.label, m_train.rows, m_cells);
    requireTwoClasses(training);
    parts.notes.insert(parts.notes.end(), training.notes.begin(), training.notes.end());
    m_train.rows = training.labelled;
    for (auto [source, name] :
         {std::pair{&m_validation, "validation"}, std::pair{&m_test, "test"}}) {
        if (!source->table)
            continue;
        const LabelInventory found =
            countLabels(*source->table, *m_columns.label, source->rows, m_cells);
        requireSeenLabels(training, found, name);
        source->rows = found.labelled;
    }
    parts.labels = orderLabels(training, baseLabels);
}

void PartsReader::warnOfLeaks(TextParts &parts)
{
    for (auto [source, name] : {std::pair{&m_validation, "validation"}, std::pair{&m_test, "test"}})
        if (source->table)
            if (const auto warning =
                    leaks(m_main, m_train.rows, *source->table, source->rows, m_columns, name))
                parts.notes.push_back(*warning);
}

TextParts PartsReader::read(const std::vector<std::string> &baseLabels)
{
    TextParts parts;
    m_main = open(m_dataset.path.empty() ? m_dataset.train : m_dataset.path, parts);
    const ColumnChoice choice = resolveColumns(m_dataset.columns, m_main, m_task);
    m_columns = choice.columns;
    parts.notes.insert(parts.notes.end(), choice.reasons.begin(), choice.reasons.end());
    if (m_severalLabels && m_columns.label)
        m_cells = LabelCells::severalIn(m_main, *m_columns.label);
    if (!m_dataset.validation.empty()) {
        m_validationTable = open(m_dataset.validation, parts);
        m_validation = {&m_validationTable, allRows(m_validationTable)};
    }
    if (!m_dataset.test.empty()) {
        m_testTable = open(m_dataset.test, parts);
        m_test = {&m_testTable, allRows(m_testTable)};
    }
    m_train.table = &m_main;
    if (m_validation.table) {
        m_train.rows = allRows(m_main);
    } else {
        SplitOptions options = m_dataset.split;
        if (m_test.table)
            options.test = 0;
        takeSplit(splitTable(m_main, m_columns, options, m_cells), parts);
    }
    checkLabels(parts, baseLabels);
    warnOfLeaks(parts);
    if (m_validation.rows.empty())
        throw failure("data.empty_validation",
                      LUTHIER_MESSAGE("The validation part has no labelled rows; give it some, or "
                                      "let split.validation cut it from train."));
    parts.train = rowsFrom(m_main, m_columns, m_train.rows, parts.labels, m_cells);
    parts.validation =
        rowsFrom(*m_validation.table, m_columns, m_validation.rows, parts.labels, m_cells);
    if (m_test.table)
        parts.test = rowsFrom(*m_test.table, m_columns, m_test.rows, parts.labels, m_cells);
    return parts;
}

} // namespace

TextParts readTextParts(const DatasetSettings &dataset, const std::string &task,
                        const std::vector<std::string> &baseLabels, std::stop_token stop,
                        const ProgressHandler &onProgress, const std::string &problemType)
{
    return PartsReader(dataset, task, problemType == multiLabelProblem, stop, onProgress)
        .read(baseLabels);
}

} // namespace luthier
