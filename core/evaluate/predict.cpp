// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/predict.h"

#include "core/data/catalog.h"
#include "core/data/examples.h"
#include "core/evaluate/loaded_model.h"
#include "core/kernels/torch_errors.h"
#include "core/runs/problem_type.h"
#include "core/train/evaluation_pass.h"
#include "core/train/threads.h"

#include <numeric>

namespace luthier {

namespace {

/// Rows answered at a time: bounds memory for inputs of any length.
constexpr int64_t kRowsPerPart = 2048;
constexpr int64_t kRowsPerBatch = 32;

std::optional<std::string> named(const std::string &column)
{
    return column.empty() ? std::nullopt : std::optional(column);
}

std::vector<int64_t> allRows(const Table &table)
{
    std::vector<int64_t> out(size_t(table.rows()));
    std::iota(out.begin(), out.end(), int64_t(0));
    return out;
}

TextRows inputRows(const PredictRequest &request)
{
    TextRows rows;
    if (!request.texts.empty()) {
        rows.text = request.texts;
        return rows;
    }
    const Table table = readTable(request.input);
    const Columns columns =
        resolveColumns({.text = named(request.textColumn), .textPair = named(request.pairColumn)},
                       table, request.model.task)
            .columns;
    return rowsFrom(table, {.text = columns.text, .textPair = columns.textPair}, allRows(table),
                    {});
}

Json bestOf(size_t best, const std::vector<double> &probabilities, const LoadedModel &model)
{
    return {{"label", model.labels[best]}, {"score", probabilities[best]}};
}

Json severalOf(std::span<const int64_t> answers, const std::vector<double> &probabilities,
               const LoadedModel &model)
{
    Json out{{"labels", Json::array()}, {"label_scores", Json::array()}};
    for (const int64_t label : answers) {
        out["labels"].push_back(model.labels[size_t(label)]);
        out["label_scores"].push_back(probabilities[size_t(label)]);
    }
    return out;
}

Json answerOf(const EvaluationScores &scores, int64_t row, const LoadedModel &model,
              const PredictRequest &request)
{
    const std::vector<double> probabilities = scores.probabilities(row);
    Json out = model.problem_type == multiLabelProblem
                   ? severalOf(scores.answers.view().of(size_t(row)), probabilities, model)
                   : bestOf(size_t(scores.predicted[size_t(row)]), probabilities, model);
    if (request.allScores) {
        out["scores"] = Json::object();
        for (size_t i = 0; i < probabilities.size(); ++i)
            out["scores"][model.labels[i]] = probabilities[i];
    }
    if (request.logits) {
        const at::Tensor logits = scores.logits[row].contiguous();
        out["logits"] = std::vector<float>(logits.const_data_ptr<float>(),
                                           logits.const_data_ptr<float>() + logits.numel());
    }
    return out;
}

std::span<const std::string> part(const std::vector<std::string> &all, int64_t first, int64_t count)
{
    return all.empty() ? std::span<const std::string>()
                       : std::span(all).subspan(size_t(first), size_t(count));
}

int64_t answerAll(const PredictRequest &request, std::stop_token stop,
                  const std::function<void(const Json &)> &onRow)
{
    const int threads = useThreads(request.model.threads);
    const TextRows rows = inputRows(request);
    const LoadedModel model = loadModel(request.model);
    const int64_t total = int64_t(rows.text.size());
    for (int64_t first = 0; first < total; first += kRowsPerPart) {
        const int64_t count = std::min(kRowsPerPart, total - first);
        const Examples examples =
            encodeExamples(model.tokenizer, part(rows.text, first, count),
                           part(rows.textPair, first, count), {}, {}, model.max_length, threads);
        const EvaluationScores scores =
            evaluateRows(*model.model, examples, *model.objective, kRowsPerBatch, stop);
        for (int64_t row = 0; row < count; ++row)
            onRow(answerOf(scores, row, model, request));
    }
    return total;
}

Json scoreAll(const EvaluateRequest &request, std::stop_token stop)
{
    const int threads = useThreads(request.model.threads);
    const Table table = readTable(request.input);
    const Columns columns = resolveColumns({.text = named(request.textColumn),
                                            .textPair = named(request.pairColumn),
                                            .label = named(request.labelColumn)},
                                           table, request.model.task)
                                .columns;
    if (!columns.label)
        throw failure(
            "data.no_label_column",
            LUTHIER_MESSAGE(
                "{file} has no column that looks like labels; name it with --label-column."),
            {{"file", request.input.string()}});
    const LoadedModel model = loadModel(request.model);
    const LabelCells cells = model.problem_type == multiLabelProblem
                                 ? LabelCells::severalIn(table, *columns.label)
                                 : LabelCells();
    const LabelInventory found = countLabels(table, *columns.label, cells);
    const LabelOrder order(model.labels);
    for (const LabelCount &label : found.labels)
        if (!order.find(label.name))
            throw failure("data.unseen_label",
                          LUTHIER_MESSAGE(
                              "{file} has the label {label}, which the model was not trained on."),
                          {{"file", request.input.string()}, {"label", label.name}});
    TextRows rows = rowsFrom(table, columns, found.labelled, order, cells);
    Examples examples =
        encodeExamples(model.tokenizer, rows.text, rows.textPair, std::move(rows.label),
                       std::move(rows.rowId), model.max_length, threads);
    examples.label_offsets = std::move(rows.labelOffsets);
    examples.label_count = int64_t(model.labels.size());
    const EvaluationScores scores =
        evaluateRows(*model.model, examples, *model.objective, kRowsPerBatch, stop);
    Json out = model.objective->metrics(examples.truth(), scores.answers.view(),
                                        scores.probabilities(), model.labels);
    out["eval_loss"] = scores.loss;
    out["unlabelled"] = int64_t(found.missing.size());
    return out;
}

} // namespace

Result<int64_t> predict(const PredictRequest &request, std::stop_token stop,
                        const std::function<void(const Json &)> &onRow)
{
    return guardedTorch([&] { return answerAll(request, stop, onRow); });
}

Result<Json> evaluate(const EvaluateRequest &request, std::stop_token stop)
{
    return guardedTorch([&] { return scoreAll(request, stop); });
}

} // namespace luthier
