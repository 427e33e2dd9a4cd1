// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/ask.h"

#include "core/data/catalog.h"
#include "core/evaluate/loaded_model.h"
#include "core/kernels/torch_errors.h"
#include "core/runs/problem_type.h"
#include "core/runs/run_folder.h"
#include "core/train/evaluation_pass.h"
#include "core/train/threads.h"

#include <chrono>
#include <numeric>

namespace luthier {

namespace {

/// Rows between two reports of progress; bounds memory too.
constexpr int64_t kRowsPerPart = 256;
constexpr int64_t kRowsPerBatch = 32;

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

std::span<const std::string> part(std::span<const std::string> all, int64_t first, int64_t count)
{
    return all.empty() ? all : all.subspan(size_t(first), size_t(count));
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

Questions questionsOf(const Table &table, const Columns &wanted, const std::string &task)
{
    const Columns columns = resolveColumns({.text = whereFound(wanted.text, table),
                                            .textPair = wanted.textPair,
                                            .label = whereFound(wanted.label, table)},
                                           table, task)
                                .columns;
    std::vector<int64_t> all(size_t(table.rows()));
    std::iota(all.begin(), all.end(), int64_t(0));
    Questions questions;
    questions.rows = rowsFrom(
        table,
        {.text = columns.text, .textPair = wanted.textPair ? columns.textPair : std::nullopt}, all,
        {});
    if (columns.label)
        questions.labels = labelsAsWritten(table, *columns.label);
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
        if (loaded.problem_type == multiLabelProblem)
            throw failure(
                "evaluate.several_labels",
                LUTHIER_MESSAGE("{folder} gives several labels to a text, and only models "
                                "with one label a text can be asked here; predict of the "
                                "command line asks it."),
                {{"folder", request.model.string()}});
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

Result<KeptText> AskedModel::measure(const std::string &text,
                                     const std::optional<std::string> &pair) const
{
    return guarded([&] {
        return keptText(m_parts->loaded.tokenizer, text, pair, m_parts->loaded.max_length);
    });
}

Result<Answers> AskedModel::answer(std::span<const std::string> texts,
                                   std::span<const std::string> pairs, std::stop_token stop,
                                   const ProgressHandler &onProgress) const
{
    return guardedTorch([&] {
        const LoadedModel &loaded = m_parts->loaded;
        const int threads = useThreads(0);
        const auto begin = std::chrono::steady_clock::now();
        const int64_t total = int64_t(texts.size());
        Answers out;
        for (int64_t first = 0; first < total; first += kRowsPerPart) {
            const int64_t count = std::min(kRowsPerPart, total - first);
            const Examples examples =
                encodeExamples(loaded.tokenizer, part(texts, first, count),
                               part(pairs, first, count), {}, {}, loaded.max_length, threads);
            const EvaluationScores scores =
                evaluateRows(*loaded.model, examples, *loaded.objective, kRowsPerBatch, stop);
            for (int64_t row = 0; row < count; ++row)
                out.rows.push_back({scores.probabilities(row), scores.predicted[size_t(row)]});
            if (onProgress)
                onProgress(
                    {{"evaluate.asking", LUTHIER_MESSAGE("Asking"), {}}, first + count, total});
        }
        out.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return out;
    });
}

Result<Questions> readQuestions(const std::filesystem::path &file, const Columns &wanted,
                                const std::string &task, std::stop_token stop,
                                const ProgressHandler &onProgress)
{
    return guarded(
        [&] { return questionsOf(readTable(file, {}, stop, onProgress), wanted, task); });
}

} // namespace luthier
