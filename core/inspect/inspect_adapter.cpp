// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/kinds.h"
#include "core/inspect/weight_facts.h"
#include "core/methods/peft_adapter.h"

namespace luthier {

void inspectAdapter(const std::filesystem::path &folder, Findings &findings)
{
    const Json config = readJson(folder / "adapter_config.json");
    for (const char *key : {"peft_type", "base_model_name_or_path", "task_type"})
        findings[key] = config.value(key, Json());
    findings.attempt([&] {
        const AdapterConfig adapter = AdapterConfig::read(folder);
        findings["r"] = adapter.r;
        findings["lora_alpha"] = adapter.alpha;
        findings["use_rslora"] = adapter.rankStabilised;
        findings["target_modules"] = adapter.targetModules;
        findings["modules_to_save"] = adapter.modulesToSave;
    });
    findings.attempt([&] { inspectWeights(folder / "adapter_model.safetensors", findings); });
}

} // namespace luthier
