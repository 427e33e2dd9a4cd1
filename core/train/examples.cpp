// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/examples.h"

#include "core/base/error.h"
#include "core/tasks/objective.h"
#include "core/text/sha256.h"

#include <numeric>

namespace luthier {

Examples encodeExamples(const Tokenizer &tokenizer, std::span<const std::string> texts,
                        std::span<const std::string> pairs, std::vector<int64_t> labels,
                        std::vector<int64_t> rowIds, int64_t maxLength, int threads)
{
    Encoded encoded = tokenizer.encode(texts, pairs, {.max_length = maxLength, .threads = threads});
    Examples out;
    out.ids = std::move(encoded.ids);
    out.type_ids = std::move(encoded.type_ids);
    out.offsets.assign(encoded.offsets.begin(), encoded.offsets.end());
    out.labels = std::move(labels);
    out.row_ids = std::move(rowIds);
    for (int64_t row = 0; row < out.rows(); ++row) {
        if (out.length(row) == 0)
            throw failure("train.no_token",
                          LUTHIER_MESSAGE("The text of row {row} gives no token, and the tokenizer "
                                          "adds none of its own: fill the text, leave the row out, "
                                          "or use the model's complete tokenizer files."),
                          {{"row", out.row_ids.empty() ? row + 1 : out.row_ids[size_t(row)]}});
        out.rows_cut += int64_t(encoded.full_lengths[size_t(row)]) > out.length(row);
    }
    return out;
}

TokenBatch batchOf(const Examples &examples, std::span<const int64_t> rows, int64_t first)
{
    TokenBatch batch;
    for (size_t i = 0; i < rows.size(); ++i) {
        batch.spans.offsets.push_back(batch.spans.offsets.back() + examples.length(rows[i]));
        batch.rows.push_back(first + int64_t(i));
    }
    const int64_t tokens = batch.spans.tokens();
    batch.ids = at::empty({tokens}, at::kLong);
    batch.type_ids = at::empty({tokens}, at::kLong);
    batch.positions = at::empty({tokens}, at::kLong);
    int64_t *ids = batch.ids.mutable_data_ptr<int64_t>();
    int64_t *types = batch.type_ids.mutable_data_ptr<int64_t>();
    int64_t *positions = batch.positions.mutable_data_ptr<int64_t>();
    for (const int64_t row : rows) {
        const int64_t begin = examples.offsets[size_t(row)], count = examples.length(row);
        ids = std::copy_n(examples.ids.begin() + begin, count, ids);
        types = std::copy_n(examples.type_ids.begin() + begin, count, types);
        std::iota(positions, positions + count, int64_t(0));
        positions += count;
    }
    return batch;
}

at::Tensor labelsOf(const Examples &examples, std::span<const int64_t> rows)
{
    return targetsOf(examples.truth(), rows, examples.label_count);
}

std::string contentHash(const Examples &examples)
{
    Sha256 hash;
    const auto add = [&hash](const auto &values) { hash.update(std::as_bytes(std::span(values))); };
    add(examples.ids);
    add(examples.type_ids);
    add(examples.offsets);
    add(examples.labels);
    add(examples.label_offsets);
    return hash.hex();
}

} // namespace luthier
