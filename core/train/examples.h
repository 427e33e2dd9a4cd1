// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/row_labels.h"
#include "core/kernels/tokens.h"
#include "core/text/tokenizer.h"

namespace luthier {

/// The tokens and labels of one part (train, validation, test), rows in the part's order.
struct Examples
{
    std::vector<int32_t> ids; ///< all rows one after the other
    std::vector<uint8_t> type_ids;
    std::vector<int64_t> offsets{0}; ///< by row, one more at the end
    std::vector<int64_t> labels;
    std::vector<int64_t> label_offsets{}; ///< several labels a row: as in RowLabels; else empty
    int64_t label_count = 0;              ///< several labels a row: how many there are
    std::vector<int64_t> row_ids;         ///< stable id: the row in its source
    int64_t rows_cut = 0;                 ///< rows that `max_length` shortened

    RowLabelsView truth() const { return {labels, label_offsets}; }
    bool areLabelled() const { return !labels.empty() || !label_offsets.empty(); }

    int64_t rows() const { return int64_t(offsets.size()) - 1; }
    int64_t tokens() const { return offsets.back(); }
    int64_t length(int64_t row) const { return offsets[size_t(row) + 1] - offsets[size_t(row)]; }
};

/// Tokenises a part; `max_length` counts special tokens. Throws an Error that names the first row
/// without any token.
Examples encodeExamples(const Tokenizer &tokenizer, std::span<const std::string> texts,
                        std::span<const std::string> pairs, std::vector<int64_t> labels,
                        std::vector<int64_t> rowIds, int64_t maxLength, int threads);

/// The given rows without padding. `first` is the index of the first of them in the whole step.
TokenBatch batchOf(const Examples &examples, std::span<const int64_t> rows, int64_t first);

/// Their labels as a loss takes them: [rows] int64, or [rows, labels] for several a row.
at::Tensor labelsOf(const Examples &examples, std::span<const int64_t> rows);

/// SHA-256 over tokens and labels: what a checkpoint remembers of its data.
std::string contentHash(const Examples &examples);

} // namespace luthier
