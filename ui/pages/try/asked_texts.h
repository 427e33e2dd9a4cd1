// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/ask.h"

#include <QDateTime>
#include <QStringList>

#include <array>
#include <optional>

namespace luthier {

/// The two columns of the page.
enum Side { Before, After };
constexpr int sideCount = 2;

/// True labels of a text; none: it has no label. Nothing: they are not known.
using TrueLabels = std::optional<QStringList>;

/// The labels that one side gave to one text: exactly one, or any number of them.
struct GivenAnswer
{
    std::vector<int64_t> labels{}; ///< their numbers, ascending
    std::vector<double> shares{};  ///< how sure of each

    /// Of the label that is least sure; 0 for none.
    double share() const;
};

/// Texts with what both sides answered; [rows] each.
struct AskedTexts
{
    std::vector<std::string> labels{};         ///< by number
    bool several = false;                      ///< some answer may hold any number of labels
    std::vector<std::string> texts{}, pairs{}; ///< no pairs: empty
    std::vector<std::string> truth{}; ///< as written, empty where there is none; empty: not known
    LabelCells cells{};               ///< how `truth` is read
    std::vector<QDateTime> when{};    ///< when it was asked; empty: all together
    /// Empty: that side gave none.
    std::array<std::vector<std::optional<GivenAnswer>>, sideCount> answers{};

    int64_t rows() const { return int64_t(texts.size()); }
    /// Null where this side gave none.
    const GivenAnswer *answer(Side side, int64_t row) const;
    QString labelOf(Side side, int64_t row) const;
    TrueLabels trueLabels(int64_t row) const;
    /// Both answered, and not the same.
    bool hasChanged(int64_t row) const;
    /// Nothing where the true labels are not known or not all of `labels`.
    std::optional<bool> isRight(Side side, int64_t row) const;

    struct Counts
    {
        int64_t changed = 0, labelled = 0;
        std::array<int64_t, sideCount> right{};
    };
    Counts counts() const;
};

/// "red", "red, green", "No label".
QString namesOf(const QStringList &names);
QString namesOf(const std::vector<std::string> &labels, const std::vector<int64_t> &numbers);
/// "red 97%", "red 97%, green 62%", "No label".
QString withShares(const std::vector<std::string> &labels, const GivenAnswer &answer, int places);

/// How `answer` reads with the labels in another order: `order[i]` is its number of our label i.
Answer reordered(const Answer &answer, const std::vector<size_t> &order);
GivenAnswer given(const Answer &answer);

/// text, text_pair, label, before, before_score, after, after_score: the columns that are known; of
/// several labels a row before_labels, before_label_scores and so on, a list each, as `predict`
/// gives them. Numbers have a point whatever the language. The old file stays whole until all is
/// written.
Result<bool> writeCsv(const AskedTexts &asked, const std::filesystem::path &file);

} // namespace luthier
