// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/labels.h"

namespace luthier {

std::vector<std::string> labelsOf(const Json &config)
{
    const auto map = config.find("id2label");
    if (map == config.end() || !map->is_object())
        return {};
    std::vector<std::string> out;
    bool unnamed = true;
    for (size_t i = 0; i < map->size(); ++i) {
        const auto label = map->find(std::to_string(i));
        if (label == map->end() || !label->is_string())
            return {};
        out.push_back(*label);
        unnamed = unnamed && out.back() == "LABEL_" + std::to_string(i);
    }
    return unnamed ? std::vector<std::string>() : out;
}

void setLabels(Json &config, const std::vector<std::string> &labels, const std::string &problemType)
{
    Json byNumber = Json::object(), byName = Json::object();
    for (size_t i = 0; i < labels.size(); ++i) {
        byNumber[std::to_string(i)] = labels[i];
        byName[labels[i]] = int64_t(i);
    }
    config["id2label"] = byNumber;
    config["label2id"] = byName;
    config["problem_type"] = problemType;
}

} // namespace luthier
