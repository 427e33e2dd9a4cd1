// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/catalog.h"

#include "core/base/error.h"

namespace luthier {

ModelFamily bertFamily();
ModelFamily robertaFamily();
ModelFamily xlmRobertaFamily();
ModelFamily distilbertFamily();
ModelFamily electraFamily();

const std::vector<ModelFamily> &modelFamilies()
{
    static const std::vector<ModelFamily> all{bertFamily(), robertaFamily(), xlmRobertaFamily(),
                                              distilbertFamily(), electraFamily()};
    return all;
}

const ModelFamily &familyOf(const ConfigReader &config)
{
    const std::string type = config.text("model_type", "");
    std::string known;
    for (const ModelFamily &family : modelFamilies()) {
        if (family.descriptor.id == type)
            return family;
        known += (known.empty() ? "" : ", ") + family.descriptor.id;
    }
    throw failure(
        "models.unknown_family",
        LUTHIER_MESSAGE("{file}: the model_type {type} is not supported; supported are: {known}."),
        {{"file", config.file()}, {"type", type}, {"known", known}});
}

} // namespace luthier
