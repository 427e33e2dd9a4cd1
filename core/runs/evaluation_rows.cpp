// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/evaluation_rows.h"

#include "core/base/files.h"
#include "core/data/row_labels.h"
#include "core/weights/safetensors.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".safetensors";
constexpr const char *parts[]{"validation", "test"};

/// The step of "validation-120.safetensors"; nothing for other names, those of scores among them.
std::optional<int64_t> stepOf(std::string_view name, const std::string &part)
{
    if (!name.starts_with(part + "-") || !name.ends_with(ending))
        return std::nullopt;
    name.remove_prefix(part.size() + 1);
    name.remove_suffix(ending.size());
    int64_t step = 0;
    const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), step);
    return error == std::errc() && stop == name.data() + name.size() ? std::optional(step)
                                                                     : std::nullopt;
}

Error damaged(const fs::path &file)
{
    return failure("runs.evaluation_damaged",
                   LUTHIER_MESSAGE("{file} does not hold the rows of an evaluation; train again to "
                                   "have them."),
                   {{"file", file.string()}});
}

template <typename T>
TensorEntry entry(const char *name, DType type, std::vector<int64_t> shape,
                  const std::vector<T> &values)
{
    return {name, type, std::move(shape), std::as_bytes(std::span(values))};
}

template <typename T>
std::vector<T> tensor(const SafetensorsFile &file, const char *name, DType type, size_t rank)
{
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || found->second.dtype != type ||
        found->second.shape.size() != rank)
        throw damaged(file.path());
    std::vector<T> values(found->second.elements());
    file.read(found->second, std::as_writable_bytes(std::span(values)));
    return values;
}

/// As RowLabelsView wants them, so that a damaged file reads nothing beyond its end.
void requireOffsets(std::span<const int64_t> offsets, size_t rows, size_t numbers,
                    const fs::path &file)
{
    const bool fits = offsets.size() == rows + 1 && offsets.front() == 0 &&
                      std::ranges::is_sorted(offsets) && offsets.back() == int64_t(numbers);
    if (!fits)
        throw damaged(file);
}

std::vector<double> sigmoid(std::span<const float> logits)
{
    std::vector<double> out;
    for (const float logit : logits)
        out.push_back(1 / (1 + std::exp(-double(logit))));
    return out;
}

std::vector<double> softmax(std::span<const float> logits)
{
    std::vector<double> out(logits.begin(), logits.end());
    const double largest = out.empty() ? 0 : *std::ranges::max_element(out);
    double sum = 0;
    for (double &value : out)
        sum += value = std::exp(value - largest);
    for (double &value : out)
        value /= sum;
    return out;
}

} // namespace

EvaluationFolder::EvaluationFolder(const fs::path &runFolder) : m_path(runFolder / "evaluations") {}

fs::path EvaluationFolder::rowsFile(const std::string &part, int64_t step) const
{
    return m_path / (part + "-" + std::to_string(step) + std::string(ending));
}

fs::path EvaluationFolder::scoresFile(const std::string &part, int64_t step) const
{
    return m_path / (part + "-" + std::to_string(step) + "-scores" + std::string(ending));
}

void EvaluationFolder::write(const std::string &part, int64_t step,
                             const EvaluationRows &rows) const
{
    if (!fs::is_directory(m_path))
        files::makeFolder(m_path);
    const auto count = int64_t(rows.size());
    if (!rows.logits.empty())
        writeSafetensors(scoresFile(part, step),
                         {entry("logits", DType::F32, {count, int64_t(rows.logits.size()) / count},
                                rows.logits)},
                         {});
    const auto size = [](const std::vector<int64_t> &values) { return int64_t(values.size()); };
    std::vector<TensorEntry> entries{
        entry("row_ids", DType::I64, {count}, rows.row_ids),
        entry("labels", DType::I64, {size(rows.labels)}, rows.labels),
        entry("answers", DType::I64, {size(rows.answers)}, rows.answers),
        entry("losses", DType::F32, {count}, rows.losses)};
    if (!rows.label_offsets.empty()) {
        entries.push_back(
            entry("label_offsets", DType::I64, {size(rows.label_offsets)}, rows.label_offsets));
        entries.push_back(
            entry("answer_offsets", DType::I64, {size(rows.answer_offsets)}, rows.answer_offsets));
    }
    writeSafetensors(rowsFile(part, step), entries, {});
}

EvaluationRows EvaluationFolder::read(const std::string &part, int64_t step) const
{
    const fs::path path = rowsFile(part, step);
    if (!fs::exists(path))
        throw failure(
            "runs.no_evaluation",
            part == "test"
                ? LUTHIER_MESSAGE("{folder} keeps no rows of the test part at step {step}.")
                : LUTHIER_MESSAGE("{folder} keeps no rows of the validation part at step {step}."),
            {{"folder", m_path.string()}, {"step", step}});
    const SafetensorsFile file = SafetensorsFile::open(path);
    EvaluationRows rows{.row_ids = tensor<int64_t>(file, "row_ids", DType::I64, 1),
                        .labels = tensor<int64_t>(file, "labels", DType::I64, 1),
                        .answers = tensor<int64_t>(file, "answers", DType::I64, 1),
                        .losses = tensor<float>(file, "losses", DType::F32, 1)};
    if (file.tensors().contains("label_offsets")) {
        rows.label_offsets = tensor<int64_t>(file, "label_offsets", DType::I64, 1);
        rows.answer_offsets = tensor<int64_t>(file, "answer_offsets", DType::I64, 1);
        requireOffsets(rows.label_offsets, rows.size(), rows.labels.size(), path);
        requireOffsets(rows.answer_offsets, rows.size(), rows.answers.size(), path);
    } else if (rows.labels.size() != rows.size() || rows.answers.size() != rows.size()) {
        throw damaged(path);
    }
    if (rows.losses.size() != rows.size())
        throw damaged(path);
    if (!fs::exists(scoresFile(part, step)))
        return rows;
    const SafetensorsFile scores = SafetensorsFile::open(scoresFile(part, step));
    rows.logits = tensor<float>(scores, "logits", DType::F32, 2);
    if (scores.tensors().at("logits").shape[0] != int64_t(rows.size()))
        throw damaged(scores.path());
    return rows;
}

std::vector<int64_t> EvaluationFolder::steps(const std::string &part) const
{
    std::vector<int64_t> out;
    std::error_code ignored;
    for (const auto &file : fs::directory_iterator(m_path, ignored))
        if (const auto step = stepOf(file.path().filename().string(), part))
            out.push_back(*step);
    std::ranges::sort(out);
    return out;
}

void EvaluationFolder::remove(const std::string &part, int64_t step) const
{
    removeScores(part, step);
    std::error_code ignored;
    fs::remove(rowsFile(part, step), ignored);
}

void EvaluationFolder::removeScores(const std::string &part, int64_t step) const
{
    std::error_code ignored;
    fs::remove(scoresFile(part, step), ignored);
}

void EvaluationFolder::cutBackTo(int64_t step) const
{
    for (const char *part : parts)
        for (const int64_t later : steps(part))
            if (later > step)
                remove(part, later);
}

Result<std::vector<EvaluatedRow>> evaluatedRows(const fs::path &runFolder, const std::string &part,
                                                int64_t step)
{
    return guarded([&] {
        const EvaluationRows rows = EvaluationFolder(runFolder).read(part, step);
        const size_t labels = rows.size() > 0 ? rows.logits.size() / rows.size() : 0;
        std::vector<EvaluatedRow> out;
        const bool several = !rows.label_offsets.empty();
        const auto of = [](const RowLabelsView &all, size_t row) {
            return std::vector<int64_t>(all.of(row).begin(), all.of(row).end());
        };
        for (size_t i = 0; i < rows.size(); ++i) {
            const std::span logits = std::span(rows.logits).subspan(i * labels, labels);
            EvaluatedRow row{.row_id = rows.row_ids[i],
                             .loss = rows.losses[i],
                             .scores = several ? sigmoid(logits) : softmax(logits),
                             .labels = of({rows.labels, rows.label_offsets}, i),
                             .answers = of({rows.answers, rows.answer_offsets}, i)};
            row.label = row.labels.empty() ? -1 : row.labels.front();
            row.answer = row.answers.empty() ? -1 : row.answers.front();
            out.push_back(std::move(row));
        }
        return out;
    });
}

std::vector<int64_t> evaluatedSteps(const fs::path &runFolder, const std::string &part)
{
    return EvaluationFolder(runFolder).steps(part);
}

} // namespace luthier
