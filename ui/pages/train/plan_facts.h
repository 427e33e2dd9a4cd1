// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/what_learns.h"
#include "core/runs/training_parameters.h"
#include "core/train/planned_steps.h"
#include "ui/pages/train/data_facts.h"
#include "ui/session/app_context.h"

#include <QObject>

#include <map>
#include <optional>

namespace luthier {

/// What a plan comes to, with the counts of its data.
struct PlannedLength
{
    PlannedSteps steps;
    int64_t rowsCut = 0; ///< of all parts
};

/// What the wizard knows of the things that the plan names. All of it is found off the window's
/// thread; what is not known yet is empty. `changed` follows every finding.
class PlanFacts : public QObject
{
    Q_OBJECT

public:
    explicit PlanFacts(const AppContext &context, QObject *parent = nullptr);

    /// The chosen model as `inspect` describes it.
    const Json *model() const;
    QString modelFolder() const;
    /// Of the chosen model; nothing of it is known at first.
    ModelSize modelSize() const;
    /// What any folder holds, once `lookAt` has asked and the answer came.
    const Json *found(const QString &folder) const;
    void lookAt(const QString &folder);

    const DataFacts *data() const { return m_data ? &*m_data : nullptr; }
    bool isReadingData() const { return m_readingData; }
    /// Why the data of the plan, or the file that was just asked for, cannot be used.
    const std::optional<Message> &dataError() const { return m_dataError; }
    /// Reads a file and takes it into the plan when it is a data set.
    void chooseData(const QString &file);
    /// Gives a part ("validation" or "test") a file of its own in the plan, or takes it away.
    void choosePart(const std::string &part, const QString &file);

    /// What the method would train of the chosen model; nothing while not known.
    const Learning *learning(const std::string &method) const;
    void findLearning();

    /// Steps and rows cut of the plan as it is now; nothing before model and data are known.
    std::optional<PlannedLength> length() const;

Q_SIGNALS:
    void changed();

private:
    void planChanged(const std::string &pointer);
    /// `choose`: the answer goes into the plan.
    std::string problemType() const;
    Json plannedFiles(const std::string &file, Json dataset) const;
    void readData(const Json &dataset, bool choose);
    /// `chosen`: "dataset" that the answer goes into the plan with.
    void takeData(Result<DataFacts> answer, std::optional<Json> chosen);
    void readLengths();
    std::string task() const;

    const AppContext &m_context;
    std::map<QString, Json> m_found;
    std::optional<DataFacts> m_data;
    std::optional<Message> m_dataError;
    bool m_readingData = false;
    bool m_taking = false; ///< the plan changes because of what was read
    std::map<std::string, std::optional<Learning>> m_learning; ///< nothing: asked for
    std::optional<RowLengths> m_lengths;
};

} // namespace luthier
