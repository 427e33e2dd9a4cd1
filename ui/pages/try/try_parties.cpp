// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/try_parties.h"

#include "core/data/catalog.h"
#include "core/runs/evaluation_rows.h"
#include "core/runs/event_log.h"
#include "ui/session/askable_runs.h"
#include "ui/session/json_values.h"

#include <algorithm>

namespace luthier {

namespace {

namespace fs = std::filesystem;

struct Facts
{
    Json start = Json::object();
    std::optional<double> accuracy{}; ///< at the best step
};

Facts factsOf(const RunRecord &run)
{
    Facts facts;
    const fs::path events = run.folder / "events.jsonl";
    if (!fs::exists(events))
        return facts;
    for (const Json &event : allEvents(events)) {
        const std::string kind = json::text(event, "event");
        if (kind == "start")
            facts.start = event;
        else if (kind == "evaluation" && json::text(event, "split") == "validation" &&
                 json::whole(event, "step") == run.bestStep && event.contains("accuracy"))
            facts.accuracy = json::number(event, "accuracy");
    }
    return facts;
}

QString lastPart(const std::string &path)
{
    return QString::fromStdString(fs::path(path).filename().string());
}

void open(Party &party, const ModelRequest &request)
{
    auto model = AskedModel::open(request);
    if (model) {
        party.model = model.value();
        party.labels = party.model->labels();
        party.severalLabels = party.model->givesSeveralLabels();
        party.silence = Party::Silence::None;
        return;
    }
    const bool headless = party.run.isEmpty() && model.error().message.id == "models.no_head";
    party.silence = headless ? Party::Silence::NewHead : Party::Silence::Fault;
    party.fault = model.error().message;
}

Party runParty(const RunRecord &run, const std::string &workspace)
{
    Party party;
    party.run = QString::fromStdString(run.id);
    party.name = QString::fromStdString(run.name);
    party.base = lastPart(baseModelOf(run));
    party.method = run.method;
    party.bestStep = run.bestStep;
    open(party, {.model = run.folder, .workspace = workspace});
    return party;
}

Party baseParty(const RunRecord &run)
{
    const std::string base = baseModelOf(run);
    Party party;
    party.name = party.base = lastPart(base);
    open(party, {.model = base});
    return party;
}

/// Brings the side's labels into the order of `labels`; other labels cannot be set side by side.
void matchLabels(Party &party, const std::vector<std::string> &labels)
{
    party.order.clear();
    for (const std::string &label : labels) {
        const auto found = std::ranges::find(party.labels, label);
        if (found != party.labels.end())
            party.order.push_back(size_t(found - party.labels.begin()));
    }
    if (party.order.size() == labels.size() && party.labels.size() == labels.size())
        return;
    party.silence = Party::Silence::OtherLabels;
    party.model.reset();
}

Party chosenBefore(const PartiesRequest &request, const std::vector<std::string> &labels)
{
    const auto matched = [&](Party party) {
        if (party.answers() && !labels.empty())
            matchLabels(party, labels);
        return party;
    };
    if (request.beforeRun)
        return matched(runParty(*request.beforeRun, request.workspace));
    Party base = matched(baseParty(request.after));
    if (base.answers() || request.before)
        return base;
    for (const RunRecord &run : request.lastLayers)
        if (Party party = matched(runParty(run, request.workspace)); party.answers())
            return party;
    return base;
}

Columns columnsOf(const RunRecord &run, std::stop_token stop)
{
    const Json &dataset = json::part(run.config, "dataset");
    const Json &named = json::part(dataset, "columns");
    const auto column = [&](const char *key) {
        const std::string name = json::text(named, key);
        return name.empty() ? std::nullopt : std::optional(name);
    };
    Columns columns{
        .text = column("text"), .textPair = column("text_pair"), .label = column("label")};
    if (columns.text)
        return columns;
    for (const char *key : {"train", "path"}) {
        const std::string file = json::text(dataset, key);
        if (file.empty())
            continue;
        const auto found = guarded(
            [&] { return resolveColumns(columns, readTable(file, {}, stop), run.task).columns; });
        if (found)
            return found.value();
    }
    return columns;
}

std::vector<SureAnswer> sureAnswers(const RunRecord &run)
{
    std::vector<SureAnswer> out;
    const auto rows = evaluatedRows(run.folder, "validation", run.bestStep);
    if (!rows)
        return out;
    for (const EvaluatedRow &row : rows.value())
        for (const int64_t label : row.answers)
            if (size_t(label) < row.scores.size())
                out.push_back({row.scores[size_t(label)],
                               std::ranges::find(row.labels, label) != row.labels.end()});
    return out;
}

void readFacts(Parties &parties, const PartiesRequest &request, std::stop_token stop)
{
    const Facts facts = factsOf(request.after);
    parties.sides[After].accuracy = facts.accuracy;
    parties.severalLabels = givesSeveralLabels(request.after.config);
    parties.majorityLabel = json::text(facts.start, "majority_label");
    parties.majorityShare = json::number(facts.start, "majority_baseline", 0);
    parties.testRows = json::whole(json::part(facts.start, "rows"), "test");
    parties.columns = columnsOf(request.after, stop);
    parties.task = request.after.task;
    parties.sure = sureAnswers(request.after);
    const QString before = parties.sides[Before].run;
    std::vector<RunRecord> others = request.lastLayers;
    if (request.beforeRun)
        others.push_back(*request.beforeRun);
    for (const RunRecord &run : others)
        if (!before.isEmpty() && run.id == before.toStdString())
            parties.sides[Before].accuracy = factsOf(run).accuracy;
}

} // namespace

Parties openParties(const PartiesRequest &request, std::stop_token stop)
{
    Parties parties;
    parties.sides[After] = runParty(request.after, request.workspace);
    parties.labels = parties.sides[After].labels;
    if (stop.stop_requested())
        return parties;
    if (parties.sides[After].answers())
        matchLabels(parties.sides[After], parties.labels);
    parties.sides[Before] = chosenBefore(request, parties.labels);
    if (parties.labels.empty()) {
        parties.labels = parties.sides[Before].labels;
        matchLabels(parties.sides[Before], parties.labels);
    }
    // A run that names a damaged file has its models all the same.
    guarded([&] {
        readFacts(parties, request, stop);
        return true;
    });
    return parties;
}

} // namespace luthier
