// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/proof.h"

#include "core/base/files.h"
#include "core/methods/catalog.h"
#include "core/runs/run_folder.h"
#include "core/tasks/catalog.h"
#include "core/train/text_parts.h"

#include <cmath>
#include <limits>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr const char *textColumn = "text";
constexpr const char *pairColumn = "text_pair";

TextParts partsOfRun(const fs::path &folder, std::stop_token stop)
{
    const RunConfig config =
        parseRunConfig(RunFolder::open(folder).readConfig(), folder, methodDescriptors(), tasks());
    return readTextParts(config.dataset, config.task, {}, stop, {}, config.training.problem_type);
}

ProofRows writeRows(const TextParts &parts, int64_t count, const fs::path &file)
{
    ProofRows out{.textColumn = textColumn,
                  .pairColumn = parts.train.textPair.empty() ? "" : pairColumn};
    std::string lines;
    for (const TextRows *part : {&parts.test, &parts.validation, &parts.train}) {
        const size_t taken = std::min(part->size(), size_t(count - out.count));
        for (size_t i = 0; i < taken; ++i) {
            const size_t row = i * part->size() / taken;
            Json line{{textColumn, part->text[row]}};
            if (!part->textPair.empty())
                line[pairColumn] = part->textPair[row];
            lines += line.dump() + "\n";
        }
        out.count += int64_t(taken);
    }
    files::writeWhole(file, lines);
    return out;
}

/// The label of a row, or its labels where a model gives several.
Json labelsOf(const Json &answer)
{
    return answer.contains("labels") ? answer["labels"] : answer.value("label", Json());
}

bool isFinite(const Json &number)
{
    return number.is_number() && std::isfinite(number.get<double>());
}

/// Infinite when the two cannot be compared.
double largestDifference(const Json &tuned, const Json &exported)
{
    constexpr double incomparable = std::numeric_limits<double>::infinity();
    if (tuned.empty() || tuned.size() != exported.size())
        return incomparable;
    double largest = 0;
    for (size_t i = 0; i < tuned.size(); ++i) {
        if (!isFinite(tuned[i]) || !isFinite(exported[i]))
            return incomparable;
        largest = std::max(largest, std::abs(tuned[i].get<double>() - exported[i].get<double>()));
    }
    return largest;
}

double largestOf(const Json &logits)
{
    double largest = 0;
    for (const Json &logit : logits)
        largest = std::max(largest, isFinite(logit) ? std::abs(logit.get<double>()) : 0);
    return largest;
}

} // namespace

Result<ProofRows> writeProofRows(const fs::path &runFolder, int64_t count, const fs::path &file,
                                 std::stop_token stop)
{
    return guarded([&] { return writeRows(partsOfRun(runFolder, stop), count, file); });
}

Json compareAnswers(const std::vector<Json> &tuned, const std::vector<Json> &exported)
{
    constexpr double rounding = 1e-4;
    const Json none = Json::array();
    double largest = 0, scale = 1;
    int64_t agreeing = 0;
    Json first;
    for (size_t row = 0; row < std::min(tuned.size(), exported.size()); ++row) {
        const Json logits = tuned[row].value("logits", none);
        largest = std::max(largest, largestDifference(logits, exported[row].value("logits", none)));
        scale = std::max(scale, largestOf(logits));
        if (labelsOf(tuned[row]) == labelsOf(exported[row]))
            ++agreeing;
        else if (first.is_null())
            first = {{"row", row}, {"tuned", tuned[row]}, {"exported", exported[row]}};
    }
    const bool same = tuned.size() == exported.size() && agreeing == int64_t(tuned.size());
    Json out{{"rows", tuned.size()},
             {"agreeing", agreeing},
             {"largest_difference", largest},
             {"allowed_difference", rounding * scale},
             {"proven", same && !tuned.empty() && largest <= rounding * scale}};
    if (!first.is_null())
        out["first_difference"] = first;
    return out;
}

} // namespace luthier
