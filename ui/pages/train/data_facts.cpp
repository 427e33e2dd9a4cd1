// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/data_facts.h"

#include "core/data/examples.h"
#include "core/data/majority_answer.h"
#include "core/runs/dataset_settings.h"
#include "core/runs/problem_type.h"
#include "core/text/tokenizer.h"
#include "core/train/text_parts.h"

#include <algorithm>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr int64_t rowsAtOnce = 4096;

bool hasFilesOfItsOwn(const DatasetSettings &dataset)
{
    return !dataset.validation.empty() || !dataset.test.empty();
}

void takeMajority(Overview &out, const TextParts &parts)
{
    RowLabels all;
    const bool several = !parts.train.labelOffsets.empty();
    if (several)
        all.offsets.push_back(0);
    for (const TextRows *rows : {&parts.train, &parts.validation, &parts.test}) {
        const auto before = int64_t(all.numbers.size());
        all.numbers.insert(all.numbers.end(), rows->label.begin(), rows->label.end());
        for (size_t i = 1; i < rows->labelOffsets.size(); ++i)
            all.offsets.push_back(before + rows->labelOffsets[i]);
    }
    const MajorityAnswer most = majorityOf(all.view());
    for (const int64_t label : most.labels)
        out.majority.push_back(parts.labels.names()[size_t(label)]);
    out.majorityRows = most.rows;
}

/// Parts in files of their own are counted by the run's reader.
void lookOverFiles(DataFacts &facts, const DatasetSettings &dataset, const std::string &task,
                   const std::string &problemType, std::stop_token stop,
                   const ProgressHandler &onProgress)
{
    Overview &out = facts.overview;
    auto parts =
        guarded([&] { return readTextParts(dataset, task, {}, stop, onProgress, problemType); });
    if (!parts) {
        out.obstacle = parts.error().message;
        return;
    }
    facts.ownParts = std::make_shared<TextParts>(std::move(parts.value()));
    const TextParts &found = *facts.ownParts;
    out.partRows = {int64_t(found.train.size()), int64_t(found.validation.size()),
                    int64_t(found.test.size())};
    for (const std::string &name : found.labels.names())
        out.labels.push_back({.name = name});
    for (size_t part = 0; part < 3; ++part) {
        const TextRows &rows = part == 0 ? found.train : part == 1 ? found.validation : found.test;
        for (const int64_t label : rows.label) {
            LabelShare &share = out.labels[size_t(label)];
            ++share.rows;
            ++share.inParts[part];
        }
        out.counts.inUse += out.partRows[part];
    }
    out.counts.rows = out.counts.inUse;
    takeMajority(out, found);
    std::ranges::stable_sort(out.labels, std::ranges::greater(), &LabelShare::rows);
}

template <typename T>
T taken(Result<T> result)
{
    if (!result)
        throw result.error();
    return std::move(result.value());
}

} // namespace

Result<DataFacts> readDataFacts(const Json &json, const std::string &task,
                                const std::string &problemType,
                                const std::optional<OpenedData> &known, std::stop_token stop,
                                const ProgressHandler &onProgress)
{
    return guarded([&] {
        const DatasetSettings dataset = parseDatasetSettings(json, fs::current_path());
        const fs::path &file = dataset.path.empty() ? dataset.train : dataset.path;
        DataFacts out{.file = file.string(), .opened = {}, .columns = {}, .overview = {}};
        out.opened = known ? *known : taken(openData(file, task, stop, onProgress));
        out.columns = resolveColumns(dataset.columns, *out.opened.table, task).columns;
        if (hasFilesOfItsOwn(dataset))
            lookOverFiles(out, dataset, task, problemType, stop, onProgress);
        else
            out.overview = taken(lookOver(*out.opened.table, out.columns, dataset.split, stop,
                                          onProgress, problemType == multiLabelProblem));
        return out;
    });
}

namespace {

void tellCounted(std::stop_token stop, const ProgressHandler &onProgress, int64_t done,
                 int64_t total)
{
    if (stop.stop_requested())
        throw failure("base.cancelled", LUTHIER_MESSAGE("Stopped as you asked."), {},
                      Error::Code::Cancelled);
    onProgress({{"train.counting_tokens", LUTHIER_MESSAGE("Counting tokens"), {}}, done, total});
}

RowLengths lengthsOf(const TextParts &parts, const Tokenizer &tokenizer, std::stop_token stop,
                     const ProgressHandler &onProgress)
{
    RowLengths out;
    const std::array all{&parts.train, &parts.validation, &parts.test};
    for (size_t part = 0; part < all.size(); ++part) {
        tellCounted(stop, onProgress, int64_t(part), int64_t(all.size()));
        const Encoded encoded =
            tokenizer.encode(all[part]->text, all[part]->textPair, {.threads = 1});
        out[part].assign(encoded.full_lengths.begin(), encoded.full_lengths.end());
    }
    return out;
}

} // namespace

Result<RowLengths> rowLengths(const DataFacts &data, const fs::path &model, std::stop_token stop,
                              const ProgressHandler &onProgress)
{
    return guarded([&] {
        const Tokenizer tokenizer = Tokenizer::load(model);
        if (data.ownParts)
            return lengthsOf(*data.ownParts, tokenizer, stop, onProgress);
        const auto &partOf = data.overview.partOf;
        std::vector<int64_t> rows;
        for (size_t row = 0; row < partOf.size(); ++row)
            if (partOf[row])
                rows.push_back(int64_t(row));
        RowLengths out;
        for (int64_t begin = 0; begin < int64_t(rows.size()); begin += rowsAtOnce) {
            tellCounted(stop, onProgress, begin, int64_t(rows.size()));
            const std::span<const int64_t> some(
                rows.begin() + begin, size_t(std::min(rowsAtOnce, int64_t(rows.size()) - begin)));
            const TextRows texts = rowsFrom(*data.opened.table, data.columns, some, {});
            // One thread: what trains meanwhile needs the others.
            const Encoded encoded = tokenizer.encode(texts.text, texts.textPair, {.threads = 1});
            for (size_t i = 0; i < some.size(); ++i)
                out[size_t(*partOf[size_t(some[i])])].push_back(encoded.full_lengths[i]);
        }
        return out;
    });
}

Json columnsJson(const Columns &columns)
{
    const std::pair<const char *, const std::optional<std::string> &> roles[]{
        {"text", columns.text}, {"text_pair", columns.textPair}, {"label", columns.label},
        {"id", columns.id},     {"split", columns.split},
    };
    Json out = Json::object();
    for (const auto &[role, name] : roles)
        if (name)
            out[role] = *name;
    return out;
}

} // namespace luthier
