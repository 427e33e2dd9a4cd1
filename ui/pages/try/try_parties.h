// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_record.h"
#include "ui/pages/try/asked_texts.h"

#include <QStringList>

namespace luthier {

/// One who answers: the base model as it came, or a run.
struct Party
{
    /// Why it gives no answer.
    enum class Silence {
        None,
        Opening,
        NewHead,     ///< a base model without a trained head
        OtherLabels, ///< it tells other labels apart
        Fault,       ///< see `fault`
    };

    Silence silence = Silence::Opening;
    std::optional<Message> fault{};
    QString run;  ///< its id; empty: the base model
    QString name; ///< of the run, or of the base model's folder
    QString base; ///< name of the base model's folder
    std::string method;
    int64_t bestStep = 0;
    std::optional<double> accuracy{}; ///< on its validation part, at the best step
    std::shared_ptr<const AskedModel> model{};
    std::vector<size_t> order{};       ///< its number of each of the Parties' labels
    std::vector<std::string> labels{}; ///< its own, by its numbers
    bool severalLabels = false;        ///< it gives any number of them to a text

    bool answers() const { return silence == Silence::None && model; }
};

/// How often the run was right on its validation part, by how sure it was: of its answer, or, where
/// it gives several labels, of each one given.
struct SureAnswer
{
    double share = 0;
    bool right = false;
};

/// Both sides and what their runs tell of their data.
struct Parties
{
    std::array<Party, sideCount> sides;
    std::vector<std::string> labels; ///< of the After side, else of Before; empty: nobody answers
    Columns columns;                 ///< of the After side's data
    std::string task;
    bool severalLabels = false; ///< a row of that data may have any number of labels
    std::string majorityLabel;  ///< of the validation part; "[]": no label; empty: not known
    double majorityShare = 0;
    int64_t testRows = 0;
    std::vector<SureAnswer> sure; ///< the After side on its validation part
};

/// Whom to open. Before: a run's id, empty for the base model, nothing for whichever can answer
/// best: the base model itself when it tells the same labels apart, else the newest run that has
/// trained only its last layer on the same data.
struct PartiesRequest
{
    std::string workspace;
    RunRecord after;
    std::optional<QString> before{};
    std::optional<RunRecord> beforeRun{}; ///< the one that `before` names
    std::vector<RunRecord> lastLayers{};  ///< runs that may stand for the base model, newest first
};

/// Reads models and runs; everything that fails is a Silence, never an exception.
Parties openParties(const PartiesRequest &request, std::stop_token stop);

} // namespace luthier
