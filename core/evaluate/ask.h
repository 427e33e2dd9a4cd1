// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/data/examples.h"
#include "core/evaluate/predict.h"
#include "core/text/kept_text.h"

#include <memory>

namespace luthier {

/// What a model says to one row.
struct Answer
{
    std::vector<double> probabilities{}; ///< [labels]
    std::vector<int64_t> labels{};       ///< numbers of those that are given, ascending
    /// Any number of labels is given, each with a probability of its own; else the likeliest one.
    bool several = false;
};

struct Answers
{
    std::vector<Answer> rows;
    double seconds = 0; ///< from texts to probabilities
};

/// A trained classifier that stays open to be asked: the door for a page that answers while one
/// types. Gives what `predict` gives for the same texts. One thread at a time.
class AskedModel
{
public:
    /// As loadModel. One sentence for a run that has no weights any more.
    static Result<std::shared_ptr<const AskedModel>> open(const ModelRequest &request);

    ~AskedModel();
    const std::vector<std::string> &labels() const;
    /// Tokens of a row, special ones included.
    int64_t maxLength() const;
    /// Whether a text may get any number of labels.
    bool givesSeveralLabels() const;

    /// What of the row is read and where it is cut.
    Result<KeptText> measure(const std::string &text, const std::optional<std::string> &pair) const;
    /// `pairs` is empty or as long as `texts`. An Error with the code Cancelled when stopped.
    Result<Answers> answer(std::span<const std::string> texts, std::span<const std::string> pairs,
                           std::stop_token stop = {}) const;

private:
    struct Parts;

    explicit AskedModel(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

/// Texts to ask from a file.
struct Questions
{
    TextRows rows;                   ///< `label` is -1 everywhere
    std::vector<std::string> labels; ///< [rows] as written, empty where there is none; or empty
    LabelCells cells;                ///< how `labels` are read
};

/// Every row of a table. Columns that `wanted` names are taken when the file has them, others
/// guessed. A missing pair column is an Error when `wanted` names one. `severalLabels`: a row's
/// cell may hold any number of them.
Result<Questions> readQuestions(const std::filesystem::path &file, const Columns &wanted,
                                const std::string &task, bool severalLabels = false,
                                std::stop_token stop = {}, const ProgressHandler &onProgress = {});

} // namespace luthier
