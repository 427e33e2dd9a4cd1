// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/plan_facts.h"

#include "core/inspect/inspect.h"
#include "core/methods/catalog.h"
#include "core/tasks/catalog.h"
#include "ui/pages/train/planned_run.h"
#include "ui/session/jobs.h"
#include "ui/session/json_values.h"
#include "ui/session/plan_document.h"

#include <algorithm>

namespace luthier {

namespace {

constexpr double initialShare = 0.15;

bool concerns(const std::string &changed, const std::string &section)
{
    return changed.starts_with(section) || section.starts_with(changed);
}

bool namesFile(const Json &dataset)
{
    return dataset.contains("path") || dataset.contains("train");
}

std::string fileOf(const Json &dataset)
{
    return dataset.value("path", dataset.value("train", std::string()));
}

} // namespace

PlanFacts::PlanFacts(const AppContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
    connect(&context.plan, &PlanDocument::changed, this, &PlanFacts::planChanged);
    planChanged({});
}

std::string PlanFacts::task() const
{
    return m_context.plan.json().value("task", tasks().front().id);
}

QString PlanFacts::modelFolder() const
{
    const auto path = m_context.plan.value("/model/path");
    return path && path->is_string() ? QString::fromStdString(path->get<std::string>()) : QString();
}

const Json *PlanFacts::found(const QString &folder) const
{
    const auto at = m_found.find(folder);
    return at == m_found.end() ? nullptr : &at->second;
}

const Json *PlanFacts::model() const
{
    return found(modelFolder());
}

ModelSize PlanFacts::modelSize() const
{
    const Json *facts = model();
    return facts ? ModelSize{.max_length = json::whole(*facts, "max_length"),
                             .hidden_size = json::whole(*facts, "hidden_size")}
                 : ModelSize{};
}

void PlanFacts::lookAt(const QString &folder)
{
    if (found(folder))
        return;
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("train/model/") + folder, this,
        [folder](std::stop_token, const ProgressHandler &onProgress) {
            onProgress({{"train.looking_at_model",
                         LUTHIER_MESSAGE("Looking at {folder}"),
                         {{"folder", folder.toStdString()}}}});
            return guarded([&] { return inspect(folder.toStdString()); });
        },
        [this, folder](Result<Json> answer) {
            if (!answer)
                return;
            m_found[folder] = answer.value();
            Q_EMIT changed();
            if (folder == modelFolder())
                readLengths();
        });
}

void PlanFacts::planChanged(const std::string &pointer)
{
    if (concerns(pointer, "/model")) {
        m_learning.clear();
        m_lengths.reset();
        if (!modelFolder().isEmpty())
            lookAt(modelFolder());
        readLengths();
    }
    if (concerns(pointer, "/method") || pointer == "/training/seed")
        m_learning.clear();
    if (concerns(pointer, "/dataset") || pointer == "/training/problem_type") {
        const Json dataset = m_context.plan.json().value("dataset", Json::object());
        // What was just read and taken needs no second reading.
        if (namesFile(dataset) && !m_taking)
            readData(dataset, false);
        else if (!namesFile(dataset))
            m_data.reset();
    }
    Q_EMIT changed();
}

/// `dataset` with `file` to learn from: what has no file of its own is cut off its rows.
Json PlanFacts::plannedFiles(const std::string &file, Json dataset) const
{
    const bool validation = dataset.contains("validation"), test = dataset.contains("test");
    dataset.erase("path");
    dataset.erase("train");
    dataset[validation || test ? "train" : "path"] = file;
    dataset.erase("version"); // of the files before
    dataset["split"]["validation"] = validation ? 0 : initialShare;
    dataset["split"]["test"] = validation || test ? 0 : initialShare;
    return dataset;
}

void PlanFacts::chooseData(const QString &file)
{
    Json kept = Json::object();
    const Json dataset = m_context.plan.json().value("dataset", Json::object());
    for (const char *part : {"validation", "test"})
        if (!json::text(dataset, part).empty())
            kept[part] = dataset[part];
    readData(plannedFiles(file.toStdString(), kept), true);
}

void PlanFacts::choosePart(const std::string &part, const QString &file)
{
    Json dataset = m_context.plan.json().value("dataset", Json::object());
    if (!namesFile(dataset))
        return;
    if (file.isEmpty())
        dataset.erase(part);
    else
        dataset[part] = file.toStdString();
    m_context.plan.set("/dataset", plannedFiles(fileOf(dataset), dataset), tr("Data"));
}

std::string PlanFacts::problemType() const
{
    const Json training = m_context.plan.json().value("training", Json::object());
    return json::text(training, "problem_type");
}

void PlanFacts::readData(const Json &dataset, bool choose)
{
    m_readingData = true;
    m_dataError.reset();
    std::optional<OpenedData> known;
    if (!choose && m_data && m_data->file == fileOf(dataset))
        known = m_data->opened;
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("train/data"), this,
        [dataset, known, task = task(),
         problemType = problemType()](std::stop_token stop, const ProgressHandler &onProgress) {
            return readDataFacts(dataset, task, problemType, known, stop, onProgress);
        },
        [this, choose, dataset](Result<DataFacts> answer) {
            takeData(std::move(answer), choose ? std::optional(dataset) : std::nullopt);
        });
    Q_EMIT changed();
}

void PlanFacts::takeData(Result<DataFacts> answer, std::optional<Json> chosen)
{
    m_lengths.reset();
    if (answer) {
        m_data = std::move(answer.value());
        m_taking = true;
        if (chosen) {
            (*chosen)["columns"] = columnsJson(m_data->columns);
            m_context.plan.set("/dataset", *chosen, tr("Data"));
        }
        m_taking = false;
    } else {
        m_dataError = answer.error().message;
        if (!chosen)
            m_data.reset();
    }
    m_readingData = false;
    m_learning.clear();
    Q_EMIT changed();
    readLengths();
}

void PlanFacts::readLengths()
{
    const bool whole = m_data && !m_data->overview.obstacle &&
                       (m_data->ownParts || !m_data->overview.partOf.empty());
    if (!whole || !model() || m_readingData || !model()->value("usable", false))
        return;
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("train/tokens"), this,
        [data = *m_data, folder = modelFolder().toStdString()](std::stop_token stop,
                                                               const ProgressHandler &onProgress) {
            return rowLengths(data, folder, stop, onProgress);
        },
        [this](Result<RowLengths> answer) {
            if (answer)
                m_lengths = std::move(answer.value());
            Q_EMIT changed();
        });
}

const Learning *PlanFacts::learning(const std::string &method) const
{
    const auto at = m_learning.find(method);
    return at == m_learning.end() || !at->second ? nullptr : &*at->second;
}

void PlanFacts::findLearning()
{
    if (!model() || !model()->value("usable", false))
        return;
    const int64_t labels =
        m_data ? std::max<int64_t>(2, int64_t(m_data->overview.labels.size())) : 2;
    for (const MethodInfo &method : methods()) {
        const std::string id = method.descriptor.id;
        if (m_learning.contains(id))
            continue;
        Json plan = m_context.plan.json();
        if (plannedMethod(plan).id != id)
            plan["method"] = {{"type", id}};
        // What is missing has no say in what learns.
        plan["task"] = task();
        if (!namesFile(plan.value("dataset", Json::object())))
            plan["dataset"] = {{"path", "none"}};
        const auto config = plannedRun(plan, modelSize(), m_context.workspace);
        if (!config)
            continue;
        m_learning[id] = std::nullopt;
        m_context.jobs.start(
            Jobs::Lane::Files, QStringLiteral("train/learns/") + QString::fromStdString(id), this,
            [config = config.value(), labels](std::stop_token, const ProgressHandler &) {
                return whatLearns(config, labels);
            },
            [this, id](Result<Learning> answer) {
                if (answer)
                    m_learning[id] = std::move(answer.value());
                Q_EMIT changed();
            });
    }
}

std::optional<PlannedLength> PlanFacts::length() const
{
    const auto config = plannedRun(m_context.plan.json(), modelSize(), m_context.workspace);
    if (!config || !m_lengths)
        return std::nullopt;
    const int64_t longest = config.value().training.max_length;
    std::array<int64_t, 3> tokens{};
    PlannedLength out;
    for (size_t part = 0; part < m_lengths->size(); ++part)
        for (const int64_t length : (*m_lengths)[part]) {
            tokens[part] += std::min(length, longest);
            out.rowsCut += length > longest;
        }
    out.steps = plannedSteps(config.value().training,
                             {int64_t((*m_lengths)[0].size()), tokens[0], tokens[1]});
    return out;
}

} // namespace luthier
