// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/method.h"

#include "core/base/error.h"

namespace luthier {

MethodInfo fullMethod();
MethodInfo freezeMethod();
MethodInfo featureExtractionMethod();
MethodInfo loraMethod();
MethodInfo bitfitMethod();

const std::vector<MethodInfo> &methods()
{
    static const std::vector<MethodInfo> all{fullMethod(), loraMethod(), freezeMethod(),
                                             featureExtractionMethod(), bitfitMethod()};
    return all;
}

const MethodInfo &methodNamed(const std::string &id)
{
    for (const MethodInfo &info : methods())
        if (info.descriptor.id == id)
            return info;
    throw failure("methods.unknown",
                  LUTHIER_MESSAGE("There is no method {id}; `luthier-cli methods` lists them."),
                  {{"id", id}});
}

std::vector<Descriptor> methodDescriptors()
{
    std::vector<Descriptor> out;
    for (const MethodInfo &info : methods())
        out.push_back(info.descriptor);
    return out;
}

} // namespace luthier
