// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/ask.h"

#include <QString>

#include <array>
#include <optional>

namespace luthier {

/// The two columns of the page.
enum Side { Before, After };
constexpr int sideCount = 2;

/// The label that one side gave to one text.
struct GivenAnswer
{
    int64_t label = -1; ///< its number; -1: this side gave none
    double share = 0;   ///< how sure

    bool isGiven() const { return label >= 0; }
};

/// Texts with what both sides answered; [rows] each.
struct AskedTexts
{
    std::vector<std::string> labels{};                         ///< by number
    std::vector<std::string> texts{}, pairs{};                 ///< no pairs: empty
    std::vector<std::string> truth{};                          ///< as written; empty: not known
    std::array<std::vector<GivenAnswer>, sideCount> answers{}; ///< empty: that side gave none

    int64_t rows() const { return int64_t(texts.size()); }
    GivenAnswer answer(Side side, int64_t row) const;
    QString labelOf(Side side, int64_t row) const;
    /// Both answered, and not the same.
    bool hasChanged(int64_t row) const;
    /// Nothing where the true label is not known or not one of `labels`.
    std::optional<bool> isRight(Side side, int64_t row) const;

    struct Counts
    {
        int64_t changed = 0, labelled = 0;
        std::array<int64_t, sideCount> right{};
    };
    Counts counts() const;
};

/// How `answer` reads with the labels in another order: `order[i]` is its number of our label i.
Answer reordered(const Answer &answer, const std::vector<size_t> &order);
GivenAnswer given(const Answer &answer);

/// text, text_pair, label, before, before_score, after, after_score: the columns that are known.
/// Numbers have a point whatever the language. The old file stays whole until all is written.
Result<bool> writeCsv(const AskedTexts &asked, const std::filesystem::path &file);

} // namespace luthier
