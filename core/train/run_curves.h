// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <optional>
#include <vector>

namespace luthier {

/// One validation as the events tell of it; what is no finite number is nothing.
struct ValidationPoint
{
    int64_t step = 0;
    double epoch = 0;
    std::optional<double> loss;
    std::optional<double> rise_stderr; ///< of `loss` minus the lowest one before, row by row
    std::optional<double> accuracy;
    std::optional<double> gain_stderr;   ///< of `accuracy` minus the majority's, row by row
    std::optional<double> training_loss; ///< mean of the steps since the validation before
    std::optional<double> training_stderr;
};

/// What a run's events (docs/events.md) say of its curves: all that a verdict looks at, and no more
/// memory than a point a validation. Events come in order, live or from events.jsonl.
class RunCurves
{
public:
    void add(const Json &event);

    const std::vector<ValidationPoint> &validations() const { return m_validations; }
    /// Index of the lowest finite validation loss, the first of equals.
    std::optional<size_t> lowest() const;
    /// Step of the best validation by metric_for_best_model; 0: none yet.
    int64_t bestStep() const { return m_bestStep; }
    /// Steps between validations, as the start event has it; 0: not known.
    int64_t evalSteps() const { return m_evalSteps; }
    /// Mean loss of the first ten steps (fewer while there are not ten).
    std::optional<double> startLoss() const;
    /// Accuracy and label of always answering the most frequent label, on the validation rows.
    const std::optional<double> &majorityBaseline() const { return m_majorityBaseline; }
    const std::string &majorityLabel() const { return m_majorityLabel; }
    /// Step whose loss or gradient was not finite; 0: none.
    int64_t nonFiniteStep() const { return m_nonFiniteStep; }
    /// Step of the newest checkpoint; 0: none yet.
    int64_t checkpointStep() const { return m_checkpointStep; }

private:
    /// Mean and spread of the steps' losses.
    struct Sums
    {
        double count = 0, sum = 0, squares = 0;
        void add(double value);
        std::optional<double> mean() const;
        std::optional<double> standardErrorOfMean() const;
    };

    void addStart(const Json &event);
    void addStep(const Json &event);
    void addValidation(const Json &event);

    std::vector<ValidationPoint> m_validations;
    Sums m_start, m_sinceValidation;
    double m_epoch = 0;
    std::optional<double> m_majorityBaseline;
    std::string m_majorityLabel;
    int64_t m_bestStep = 0, m_evalSteps = 0, m_nonFiniteStep = 0, m_checkpointStep = 0;
};

} // namespace luthier
