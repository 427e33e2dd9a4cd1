// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/methods/catalog.h"
#include "core/runs/event_log.h"
#include "core/tasks/catalog.h"
#include "core/weights/safetensors.h"

#include <list>
#include <set>

namespace luthier {

namespace fs = std::filesystem;

Json tinyPlan(const Json &method, const Json &training)
{
    const fs::path data = fs::path(LUTHIER_TEST_DATA) / "parity" / "bert-tiny-full";
    Json plan{{"schema", 1},
              {"name", "tiny"},
              {"task", "text-classification"},
              {"model", {{"path", (data / "model").string()}}},
              {"dataset",
               {{"train", (data / "train.csv").string()},
                {"validation", (data / "test.csv").string()},
                {"columns", {{"text", "text"}, {"label", "label"}}}}},
              {"method", method},
              {"training",
               {{"max_steps", 20},
                {"per_device_train_batch_size", 8},
                {"max_length", 32},
                {"seed", 7},
                {"eval_steps", 10},
                {"save_steps", 0},
                {"early_stopping_patience", 0}}}};
    if (!training.is_null())
        plan["training"].update(training);
    return plan;
}

namespace {

void writeEdited(const fs::path &model, const EditTensor &edit, const std::string &parityCase)
{
    fs::copy(fs::path(LUTHIER_TEST_DATA) / "parity" / parityCase / "model", model);
    const SafetensorsFile stored = SafetensorsFile::open(model / "model.safetensors");
    std::list<std::vector<float>> kept;
    std::vector<TensorEntry> entries;
    for (const auto &[name, info] : stored.tensors()) {
        kept.emplace_back(info.elements());
        stored.readAsFloat(info, kept.back());
        if (edit(name, kept.back()))
            entries.push_back(
                {name, DType::F32, info.shape, std::as_bytes(std::span(kept.back()))});
    }
    writeSafetensors(model / "model.safetensors", entries);
}

} // namespace

Json editedPlan(Json plan, const fs::path &model, const EditTensor &edit,
                const std::string &parityCase)
{
    writeEdited(model, edit, parityCase);
    plan["model"]["path"] = model.string();
    return plan;
}

Json overflowingPlan(const Json &plan, const fs::path &model)
{
    return editedPlan(plan, model, [](const std::string &name, std::vector<float> &values) {
        if (name == "classifier.weight")
            std::ranges::fill(values, 3e38f);
        return true;
    });
}

Json headlessPlan(const Json &plan, const fs::path &model)
{
    return editedPlan(plan, model, [](const std::string &name, std::vector<float> &) {
        return !name.starts_with("classifier.");
    });
}

TrainRequest tinyRequest(const Json &plan, const fs::path &output)
{
    TrainRequest request;
    request.config = parseRunConfig(plan, output.parent_path(), methodDescriptors(), tasks());
    request.workspace = output.parent_path();
    request.output = output;
    request.threads = 1;
    return request;
}

std::vector<double> TinyRun::losses() const
{
    std::vector<double> out;
    for (const Json &event : events)
        if (event["event"] == "step")
            out.push_back(event["loss"]);
    return out;
}

const Json *TinyRun::find(const std::string &event) const
{
    const auto found = std::ranges::find_if(
        events, [&](const Json &candidate) { return candidate["event"] == event; });
    return found == events.end() ? nullptr : &*found;
}

bool TinyRun::warnsOf(const std::string &id) const
{
    return std::ranges::any_of(events, [&](const Json &event) {
        return event["event"] == "warning" && event["message"]["id"] == id;
    });
}

TinyRun runTiny(const Json &plan, const fs::path &output, const TinyOptions &options)
{
    TinyRun run;
    std::stop_source stop;
    TrainRequest request = tinyRequest(plan, output);
    request.resume = options.resume;
    request.acceptChanges = options.acceptChanges;
    request.acceptNonFinite = options.acceptNonFinite;
    request.threads = options.threads;
    const auto result = train(request, stop.get_token(), [&](const Json &event) {
        run.events.push_back(event);
        if (options.stopAfter > 0 && event["event"] == "step" && event["step"] == options.stopAfter)
            stop.request_stop();
    });
    if (result)
        run.stopped = result.value().stopped;
    else
        run.error = result.error();
    return run;
}

std::map<std::string, std::string> filesBelow(const fs::path &folder)
{
    std::map<std::string, std::string> out;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            out[fs::relative(entry.path(), folder).string()] = files::read(entry.path());
    return out;
}

namespace {

bool comesFromResuming(const std::string &id)
{
    static const std::set<std::string> said{"train.no_checkpoint", "train.changed_settings",
                                            "train.changed_data", "train.changed_model",
                                            "train.changed_machine"};
    // Why a damaged checkpoint was passed over.
    return said.contains(id) || id.starts_with("checkpoint.");
}

} // namespace

std::vector<Json> comparableEvents(const fs::path &run)
{
    std::vector<Json> out;
    readEvents(run / "events.jsonl", [&](const Json &event) {
        const std::string kind = event["event"];
        if (kind == "resumed" || (kind == "warning" && comesFromResuming(event["message"]["id"])))
            return;
        Json kept = event;
        for (const char *key : {"output", "seconds", "eval_seconds", "save_seconds",
                                "samples_per_second", "tokens_per_second", "peak_rss_mb"})
            kept.erase(key);
        out.push_back(kept);
    });
    return out;
}

} // namespace luthier
