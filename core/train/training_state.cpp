// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_state.h"

#include "core/models/saved_model.h"

namespace luthier {

Json toJson(const TrainingState &s)
{
    return {{"schema", 1},
            {"step", s.step},
            {"best_metric", s.best_metric},
            {"best_step", s.best_step},
            {"evaluations_without_improvement", s.evaluations_without_improvement},
            {"early_stopping_off", s.early_stopping_off},
            {"event_bytes", s.event_bytes},
            {"data_hash", s.data_hash},
            {"model_hash", s.model_hash},
            {"threads", s.threads},
            {"processor", s.processor}};
}

TrainingState trainingStateFrom(const Json &json)
{
    TrainingState s;
    s.step = json.at("step");
    s.best_metric = json.at("best_metric");
    s.best_step = json.at("best_step");
    s.evaluations_without_improvement = json.at("evaluations_without_improvement");
    s.early_stopping_off = json.value("early_stopping_off", false);
    s.event_bytes = json.at("event_bytes");
    s.data_hash = json.at("data_hash");
    s.model_hash = json.at("model_hash");
    s.threads = json.at("threads");
    s.processor = json.at("processor");
    return s;
}

void saveTraining(const std::filesystem::path &folder, const TrainingState &state,
                  const Model &model, const Method &method, const AdamW &optimizer,
                  const SaveContext &context)
{
    method.save(model, folder, context);
    writeTensors(optimizer.state(), folder / "optimizer.safetensors");
    writeJson(folder / "state.json", toJson(state));
}

TrainingState readTrainingState(const std::filesystem::path &folder)
{
    return trainingStateFrom(readJson(folder / "state.json"));
}

void restoreTraining(const std::filesystem::path &folder, const TrainingState &state,
                     const Model &model, const Method &method, AdamW &optimizer)
{
    method.load(model, folder);
    readTensorsInto(optimizer.state(), folder / "optimizer.safetensors");
    optimizer.setSteps(state.step);
}

} // namespace luthier
