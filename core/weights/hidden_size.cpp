// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/hidden_size.h"

#include "core/base/error.h"
#include "core/weights/model_folder.h"

namespace luthier {

int64_t hiddenSize(const Json &config)
{
    for (const char *key : {"hidden_size", "dim"})
        if (const auto found = config.find(key);
            found != config.end() && found->is_number_unsigned())
            return found->get<int64_t>();
    return 0;
}

int64_t hiddenSizeIn(const std::filesystem::path &folder)
{
    try {
        const ModelFolder model = ModelFolder::open(folder);
        return model.isAdapter() ? 0 : hiddenSize(model.config());
    } catch (const Error &) {
        return 0;
    }
}

} // namespace luthier
