// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/predict.h"

#include "core/data/catalog.h"
#include "core/data/examples.h"
#include "core/data/row_order.h"
#include "core/evaluate/loaded_model.h"
#include "core/kernels/torch_errors.h"
#include "core/runs/problem_type.h"
#include "core/train/threads.h"

namespace luthier {

namespace {

/// Rows answered at a time: bounds memory for inputs of any length.
constexpr int64_t kRowsPerPart = 2048;

std::optional<std::string> named(const std::string &column)
{
    return column.empty() ? std::nullopt : std::optional(column);
}

TextRows inputRows(const PredictRequest &request)
{
    TextRows rows;
    if (request.input.empty()) {
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

Json bestOf(int64_t best, const std::vector<double> &probabilities, const LoadedModel &model)
{
    return {{"label", model.labels[size_t(best)]}, {"score", probabilities[size_t(best)]}};
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
    const std::span<const int64_t> answers = scores.answers.view().of(size_t(row));
    Json out = model.problem_type == multiLabelProblem
                   ? severalOf(answers, probabilities, model)
                   : bestOf(answers.front(), probabilities, model);
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

int64_t answerAll(const PredictRequest &request, std::stop_token stop,
                  const std::function<void(const Json &)> &onRow)
{
    const int threads = useThreads(request.model.threads);
    const TextRows rows = inputRows(request);
    const LoadedModel model = loadModel(request.model);
    scoreInParts(model, rows.text, rows.textPair, kRowsPerPart, threads, stop,
                 [&](const EvaluationScores &scores) {
                     for (int64_t row = 0; row < scores.rows(); ++row)
                         onRow(answerOf(scores, row, model, request));
                 });
    return int64_t(rows.text.size());
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
    TextRows rows = rowsFrom(table, columns, found.labelled, order, cells);
    Examples examples =
        encodeExamples(model.tokenizer, rows.text, rows.textPair, std::move(rows.label),
                       std::move(rows.rowId), model.max_length, threads);
    examples.label_offsets = std::move(rows.labelOffsets);
    examples.label_count = int64_t(model.labels.size());
    const EvaluationScores scores =
        evaluateRows(*model.model, examples, *model.objective, usualRowsPerBatch, stop);
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
