// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/ask.h"

#include "core/data/catalog.h"
#include "core/data/row_order.h"
#include "core/evaluate/loaded_model.h"
#include "core/kernels/torch_errors.h"
#include "core/runs/problem_type.h"
#include "core/runs/run_folder.h"
#include "core/train/threads.h"

#include <chrono>

namespace luthier {

namespace {

/// Rows answered at a time: bounds memory.
constexpr int64_t kRowsPerPart = 256;

/// A run's folder outlives its weights when someone deletes them to save space.
void requireWeights(const std::filesystem::path &path)
{
    if (!std::filesystem::exists(path))
        throw failure("evaluate.run_is_gone",
                      LUTHIER_MESSAGE("{folder} is gone; choose another run or train it again."),
                      {{"folder", path.string()}});
    if (!RunFolder::holdsRun(path))
        return;
    const RunFolder run = RunFolder::open(path);
    for (const auto &folder : {run.best(), run.final()})
        if (std::filesystem::is_directory(folder) && !std::filesystem::is_empty(folder))
            return;
    throw failure("evaluate.run_has_no_weights",
                  LUTHIER_MESSAGE("The run in {folder} has no weights any more: best and final are "
                                  "gone; choose another run or train it again."),
                  {{"folder", path.string()}});
}

std::optional<std::string> whereFound(const std::optional<std::string> &column, const Table &table)
{
    return column && table.columnIndex(*column) ? column : std::nullopt;
}

std::vector<std::string> labelsAsWritten(const Table &table, const std::string &column)
{
    std::vector<std::string> out;
    const int index = *table.columnIndex(column);
    for (int64_t row = 0; row < table.rows(); ++row) {
        const auto cell = table.cell(row, index);
        out.emplace_back(isMissingLabel(cell) ? std::string_view() : *cell);
    }
    return out;
}

Questions questionsOf(const Table &table, const Columns &wanted, const std::string &task,
                      bool severalLabels)
{
    const Columns columns = resolveColumns({.text = whereFound(wanted.text, table),
                                            .textPair = wanted.textPair,
                                            .label = whereFound(wanted.label, table)},
                                           table, task)
                                .columns;
    Questions questions;
    questions.rows = rowsFrom(
        table,
        {.text = columns.text, .textPair = wanted.textPair ? columns.textPair : std::nullopt},
        allRows(table), {});
    if (columns.label)
        questions.labels = labelsAsWritten(table, *columns.label);
    if (columns.label && severalLabels)
        questions.cells = LabelCells::severalIn(table, *columns.label);
    return questions;
}

} // namespace

struct AskedModel::Parts
{
    LoadedModel loaded;
};

AskedModel::AskedModel(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

AskedModel::~AskedModel() = default;

Result<std::shared_ptr<const AskedModel>> AskedModel::open(const ModelRequest &request)
{
    return guardedTorch([&] {
        requireWeights(request.model);
        LoadedModel loaded = loadModel(request);
        return std::shared_ptr<const AskedModel>(
            new AskedModel(std::unique_ptr<Parts>(new Parts{std::move(loaded)})));
    });
}

const std::vector<std::string> &AskedModel::labels() const
{
    return m_parts->loaded.labels;
}

int64_t AskedModel::maxLength() const
{
    return m_parts->loaded.max_length;
}

bool AskedModel::givesSeveralLabels() const
{
    return m_parts->loaded.problem_type == multiLabelProblem;
}

Result<KeptText> AskedModel::measure(const std::string &text,
                                     const std::optional<std::string> &pair) const
{
    return guarded([&] {
        return keptText(m_parts->loaded.tokenizer, text, pair, m_parts->loaded.max_length);
    });
}

Result<Answers> AskedModel::answer(std::span<const std::string> texts,
                                   std::span<const std::string> pairs, std::stop_token stop) const
{
    return guardedTorch([&] {
        const LoadedModel &loaded = m_parts->loaded;
        const int threads = useThreads(0);
        const auto begin = std::chrono::steady_clock::now();
        Answers out;
        const auto take = [&](const EvaluationScores &scores) {
            for (int64_t row = 0; row < scores.rows(); ++row) {
                const auto given = scores.answers.view().of(size_t(row));
                out.rows.push_back({scores.probabilities(row),
                                    {given.begin(), given.end()},
                                    givesSeveralLabels()});
            }
        };
        scoreInParts(loaded, texts, pairs, kRowsPerPart, threads, stop, take);
        out.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return out;
    });
}

Result<Questions> readQuestions(const std::filesystem::path &file, const Columns &wanted,
                                const std::string &task, bool severalLabels, std::stop_token stop,
                                const ProgressHandler &onProgress)
{
    return guarded([&] {
        return questionsOf(readTable(file, {}, stop, onProgress), wanted, task, severalLabels);
    });
}

} // namespace luthier
