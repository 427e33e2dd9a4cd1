// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/whole_model.h"

namespace luthier {

namespace {

/// Every parameter of the model trains.
class Full final : public WholeModelMethod
{
public:
    void prepare(Model &model, uint64_t) override
    {
        for (const NamedTensor &parameter : model.parameters().all())
            parameter.value.set_requires_grad(true);
    }
};

} // namespace

MethodInfo fullMethod()
{
    using enum MethodInfo::Share;
    return {
        .descriptor =
            {.id = "full",
             .name = LUTHIER_MESSAGE("Full fine-tuning"),
             .summary =
                 LUTHIER_MESSAGE("Trains every weight: fits best, needs the most memory and time."),
             .parameters =
                 {learningRate(
                      3e-4, LUTHIER_MESSAGE("Small models learn too little at the usual 2e-5 in "
                                            "short runs; with a faster new head 3e-4 did best on "
                                            "three data sets.")),
                  newHeadRatio(
                      10, LUTHIER_MESSAGE("A new head needs a far higher rate than weights that "
                                          "are trained already: with 400 rows 10 points of "
                                          "accuracy more."))}},
        .learns = {.embeddings = All, .lowerBlocks = All, .upperBlocks = All, .head = All},
        .create = [](const Json &) -> std::unique_ptr<Method> { return std::make_unique<Full>(); }};
}

} // namespace luthier
