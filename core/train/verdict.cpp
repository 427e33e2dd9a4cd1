// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/verdict.h"

#include "core/base/message_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace luthier {

namespace {

constexpr size_t kFewest = 3;        ///< validations before anything is claimed
constexpr double kSureErrors = 2;    ///< standard errors of a difference over rows
constexpr double kSureScatter = 2.5; ///< times the scatter of a difference
constexpr double kSureScatterAlone = 3;
constexpr double kLeastRise = 0.05;
constexpr double kLeastTau = 0.6;
constexpr double kFlat = 0.02;
constexpr size_t kFlatValidations = 4;
constexpr size_t kNewest = 3;
constexpr double kDivergedTimes = 2, kDivergedErrors = 4;

constexpr std::array kWords{"too_early", "healthy",    "overfitting", "underfitting",
                            "plateau",   "divergence", "unclear"};

/// Four digits are what a curve shows.
double rounded(double value)
{
    if (value == 0 || !std::isfinite(value))
        return value;
    const double scale = std::pow(10.0, 3 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

/// A share in per cent, with the one digit behind the point that tiles show.
double perCent(double share)
{
    return std::round(share * 1000) / 10;
}

/// Kendall's tau against time.
double tendency(std::span<const double> values)
{
    int64_t pairs = 0, concordant = 0;
    for (size_t i = 0; i < values.size(); ++i)
        for (size_t j = i + 1; j < values.size(); ++j, ++pairs)
            concordant += (values[j] > values[i]) - (values[j] < values[i]);
    return pairs > 0 ? double(concordant) / double(pairs) : 1.0;
}

/// Spread of single validations around the course of their neighbours.
double scatterOf(std::span<const double> losses, bool upwardOnly)
{
    if (losses.size() < 3)
        return 0;
    double squares = 0;
    for (size_t i = 1; i + 1 < losses.size(); ++i) {
        const double bump = losses[i] - (losses[i - 1] + losses[i + 1]) / 2;
        squares += upwardOnly && bump < 0 ? 0 : bump * bump;
    }
    // The variance of a second difference is 1.5 times that of a value.
    return std::sqrt(squares * (upwardOnly ? 2 : 1) / (1.5 * double(losses.size() - 2)));
}

/// The judgement of one run; validations without a finite loss never get here.
class Judgement
{
public:
    explicit Judgement(const RunCurves &curves)
        : m_curves(curves), m_points(curves.validations()), m_lowest(curves.lowest().value_or(0))
    {
        for (const ValidationPoint &point : m_points)
            m_losses.push_back(point.loss.value_or(0));
        const bool rowsKnown = std::ranges::all_of(
            m_points.begin() + std::ptrdiff_t(m_lowest) + 1, m_points.end(),
            [](const ValidationPoint &point) { return point.rise_stderr.has_value(); });
        m_scatter = (rowsKnown ? kSureScatter : kSureScatterAlone) * std::numbers::sqrt2 *
                    scatterOf(m_losses, rowsKnown);
    }

    std::optional<Verdict> overfitting() const;
    std::optional<Verdict> underfitting() const;
    std::optional<Verdict> plateau() const;
    std::optional<Verdict> healthy() const;
    Verdict unclear() const;

private:
    double rise(size_t i) const { return m_losses[i] - m_losses[m_lowest]; }
    /// Above the lowest by more than other validation rows could explain.
    bool isAboveRows(size_t i) const;
    bool isAboveNoise(size_t i) const { return isAboveRows(i) && rise(i) > m_scatter; }
    bool trainingLossFell() const;
    double meanTrainingLoss(size_t first, size_t end) const;
    Verdict verdict(VerdictKind kind, Message message, int64_t since = 0) const
    {
        return {kind, std::move(message), m_points.back().step, m_curves.bestStep(), since};
    }

    const RunCurves &m_curves;
    const std::vector<ValidationPoint> &m_points;
    size_t m_lowest;
    std::vector<double> m_losses;
    double m_scatter = 0; ///< a difference below it may be scatter alone
};

bool Judgement::isAboveRows(size_t i) const
{
    const double rows = kSureErrors * m_points[i].rise_stderr.value_or(0);
    return rise(i) > std::max(kLeastRise * m_losses[m_lowest], rows);
}

double Judgement::meanTrainingLoss(size_t first, size_t end) const
{
    double sum = 0, count = 0;
    for (size_t i = first; i < end; ++i)
        if (m_points[i].training_loss) {
            sum += *m_points[i].training_loss;
            count += 1;
        }
    return count > 0 ? sum / count : 0;
}

/// After the lowest validation, beside as many intervals up to it.
bool Judgement::trainingLossFell() const
{
    const size_t after = m_points.size() - m_lowest - 1;
    const size_t first = m_lowest + 1 > after ? m_lowest + 1 - after : 0;
    return meanTrainingLoss(m_lowest + 1, m_points.size()) < meanTrainingLoss(first, m_lowest + 1);
}

std::optional<Verdict> Judgement::overfitting() const
{
    size_t since = m_points.size();
    while (since > m_lowest + 1 && isAboveNoise(since - 1))
        --since;
    const size_t needed = std::max<size_t>(2, (m_points.size() + 5) / 6);
    if (m_points.size() - since < needed || !trainingLossFell() ||
        tendency(std::span(m_losses).subspan(m_lowest + 1)) < kLeastTau)
        return std::nullopt;
    const int64_t step = m_points[since].step;
    return verdict(
        VerdictKind::Overfitting,
        {"verdict.overfitting",
         LUTHIER_MESSAGE("Overfitting since step {s}. Best was step {b}. Validation loss "
                         "rose from {x} to {y} while training loss fell: the model is "
                         "learning these texts by heart."),
         {{"s", step},
          {"b", m_curves.bestStep()},
          {"x", rounded(m_losses[m_lowest])},
          {"y", rounded(m_losses.back())}}},
        step);
}

std::optional<Verdict> Judgement::underfitting() const
{
    const auto &baseline = m_curves.majorityBaseline();
    const ValidationPoint &last = m_points.back();
    if (!baseline || !last.accuracy || last.epoch < 1)
        return std::nullopt;
    for (const ValidationPoint &point : m_points)
        if (point.accuracy &&
            *point.accuracy - *baseline > kSureErrors * point.gain_stderr.value_or(0))
            return std::nullopt;
    return verdict(VerdictKind::Underfitting,
                   {"verdict.underfitting",
                    LUTHIER_MESSAGE("Underfitting. After {e} epochs accuracy is {x}%; always "
                                    "saying “{l}” gives {y}%."),
                    {{"e", std::round(last.epoch * 10) / 10},
                     {"x", perCent(*last.accuracy)},
                     {"l", m_curves.majorityLabel()},
                     {"y", perCent(*baseline)}}});
}

std::optional<Verdict> Judgement::plateau() const
{
    const double width = kFlat * m_losses[m_lowest];
    double low = m_losses.back(), high = low;
    size_t first = m_losses.size();
    while (first > 0 &&
           std::max(high, m_losses[first - 1]) - std::min(low, m_losses[first - 1]) < width) {
        --first;
        low = std::min(low, m_losses[first]);
        high = std::max(high, m_losses[first]);
    }
    const size_t count = m_losses.size() - first;
    if (count < kFlatValidations)
        return std::nullopt;
    const int64_t step = m_points[first].step;
    return verdict(VerdictKind::Plateau,
                   {"verdict.plateau",
                    LUTHIER_MESSAGE("Plateau since step {s}. Validation loss changed by less than "
                                    "{p} in {n} validations."),
                    {{"s", step}, {"p", rounded(width)}, {"n", int64_t(count)}}},
                   step);
}

std::optional<Verdict> Judgement::healthy() const
{
    const size_t before = m_losses.size() > kNewest ? m_losses.size() - kNewest : 1;
    if (m_lowest < before || isAboveRows(m_losses.size() - 1))
        return std::nullopt;
    const double earlier = *std::ranges::min_element(std::span(m_losses).first(before));
    if (earlier - m_losses[m_lowest] <= m_scatter)
        return std::nullopt;
    return verdict(
        VerdictKind::Healthy,
        {"verdict.healthy",
         LUTHIER_MESSAGE("Healthy. Validation loss is still falling. Best so far is step {b}."),
         {{"b", m_curves.bestStep()}}});
}

Verdict Judgement::unclear() const
{
    const size_t newest = std::min(m_losses.size(), kFlatValidations);
    const auto [low, high] = std::ranges::minmax_element(std::span(m_losses).last(newest));
    return verdict(
        VerdictKind::Unclear,
        {"verdict.unclear",
         LUTHIER_MESSAGE("Not clear. Validation loss varies by ±{v}, more than it changes."),
         {{"v", rounded((*high - *low) / 2)}}});
}

Verdict tooEarly(const RunCurves &curves, size_t seen)
{
    const auto missing = int64_t(kFewest - seen);
    Message message{"verdict.too_early",
                    LUTHIER_MESSAGE("Too early to say. {n} more validations are needed."),
                    {{"n", missing}}};
    if (missing == 1)
        message = {"verdict.too_early_by_one",
                   LUTHIER_MESSAGE("Too early to say. One more validation is needed."),
                   {}};
    return {VerdictKind::TooEarly, std::move(message),
            seen > 0 ? curves.validations().back().step : 0, curves.bestStep(), 0};
}

Verdict noNumber(const RunCurves &curves, int64_t step)
{
    Message message{"verdict.no_number",
                    LUTHIER_MESSAGE("Diverged at step {s}. The loss is not a number any more."),
                    {{"s", step}}};
    if (const int64_t saved = curves.checkpointStep(); saved > 0)
        message = {"verdict.no_number_saved",
                   LUTHIER_MESSAGE("Diverged at step {s}. The loss is not a number any more. "
                                   "Nothing before step {g} is lost."),
                   {{"s", step}, {"g", saved}}};
    return {VerdictKind::Divergence, std::move(message), step, curves.bestStep(), step};
}

bool hasGrown(const ValidationPoint &point, double start)
{
    return point.training_loss && *point.training_loss > kDivergedTimes * start &&
           *point.training_loss - kDivergedTimes * start >
               kDivergedErrors * point.training_stderr.value_or(0);
}

std::optional<Verdict> grown(const RunCurves &curves)
{
    const auto &points = curves.validations();
    const double start = curves.startLoss().value_or(0);
    size_t since = points.size();
    while (start > 0 && since > 0 && hasGrown(points[since - 1], start))
        --since;
    if (since == points.size())
        return std::nullopt;
    const int64_t step = points[since].step, saved = curves.checkpointStep();
    const double times = std::round(*points.back().training_loss / start * 10) / 10;
    Message message{"verdict.grown",
                    LUTHIER_MESSAGE("Diverged at step {s}. The loss grew to {x} times its start."),
                    {{"s", step}, {"x", times}}};
    if (saved > 0)
        message = {"verdict.grown_saved",
                   LUTHIER_MESSAGE("Diverged at step {s}. The loss grew to {x} times its start. "
                                   "Nothing before step {g} is lost."),
                   {{"s", step}, {"x", times}, {"g", saved}}};
    return Verdict{VerdictKind::Divergence, std::move(message), points.back().step,
                   curves.bestStep(), step};
}

} // namespace

Verdict verdictOf(const RunCurves &curves)
{
    if (curves.nonFiniteStep() > 0)
        return noNumber(curves, curves.nonFiniteStep());
    const auto &points = curves.validations();
    const auto spoilt =
        std::ranges::find_if(points, [](const ValidationPoint &point) { return !point.loss; });
    if (spoilt != points.end())
        return noNumber(curves, spoilt->step);
    if (auto verdict = grown(curves))
        return *verdict;
    if (points.size() < kFewest)
        return tooEarly(curves, points.size());
    const Judgement judgement(curves);
    for (const auto ask : {&Judgement::overfitting, &Judgement::underfitting, &Judgement::plateau,
                           &Judgement::healthy})
        if (auto verdict = (judgement.*ask)())
            return *verdict;
    return judgement.unclear();
}

const char *word(VerdictKind kind)
{
    return kWords[size_t(kind)];
}

Json toJson(const Verdict &verdict)
{
    const auto orNull = [](int64_t step) { return step > 0 ? Json(step) : Json(); };
    return {{"event", "verdict"},
            {"step", verdict.step},
            {"kind", word(verdict.kind)},
            {"best_step", orNull(verdict.best_step)},
            {"since_step", orNull(verdict.since_step)},
            {"message", toJson(verdict.message)}};
}

Verdict verdictFrom(const Json &event)
{
    const auto stepAt = [&event](const char *key) {
        const auto found = event.find(key);
        return found != event.end() && found->is_number_integer() ? found->get<int64_t>() : 0;
    };
    const auto kind = std::ranges::find(kWords, event.value("kind", ""));
    return {kind == kWords.end() ? VerdictKind::Unclear : VerdictKind(kind - kWords.begin()),
            messageFrom(event.value("message", Json::object())), stepAt("step"),
            stepAt("best_step"), stepAt("since_step")};
}

} // namespace luthier
