// SPDX-License-Identifier: GPL-3.0-or-later
// Layer freezing: the lower blocks keep what pre-training gave them (Howard and Ruder 2018, arXiv
// 1801.06146, section 3.3, unfreezes from the top in the same order).
#include "core/methods/whole_model.h"

#include "core/base/error.h"

namespace luthier {

namespace {

class Freeze final : public WholeModelMethod
{
public:
    explicit Freeze(const Json &settings)
        : m_layers(settings["trainable_layers"]), m_embeddings(settings["train_embeddings"])
    {
    }

    void prepare(Model &model, uint64_t seed) override;

private:
    int64_t m_layers;
    bool m_embeddings;
};

void train(const Model &model, const Stage &stage)
{
    for (const NamedTensor &parameter : model.parameters().all())
        if (stage.holds(parameter.name))
            parameter.value.set_requires_grad(true);
}

void Freeze::prepare(Model &model, uint64_t)
{
    std::vector<const Stage *> blocks;
    for (const Stage &stage : model.stages())
        if (stage.block)
            blocks.push_back(&stage);
    if (m_layers > int64_t(blocks.size()))
        throw failure("methods.trainable_layers",
                      LUTHIER_MESSAGE("trainable_layers is {asked}, but this model has {blocks} "
                                      "blocks; choose that many or fewer."),
                      {{"asked", m_layers}, {"blocks", int64_t(blocks.size())}});
    for (const Stage *block : std::span(blocks).last(size_t(m_layers)))
        train(model, *block);
    if (m_embeddings)
        train(model, model.stages().front());
    trainHead(model);
}

} // namespace

MethodInfo freezeMethod()
{
    using enum MethodInfo::Share;
    using Kind = Parameter::Kind;
    return {
        .descriptor =
            {.id = "freeze",
             .name = LUTHIER_MESSAGE("Layer freezing"),
             .summary = LUTHIER_MESSAGE("Trains the upper blocks and the head; what the lower ones "
                                        "give is computed once, so epochs are fast."),
             .parameters =
                 {{.id = "trainable_layers",
                   .kind = Kind::Whole,
                   .label = LUTHIER_MESSAGE("Upper blocks that train"),
                   .help = LUTHIER_MESSAGE("How many blocks train, counted from the top; the ones "
                                           "below keep their weights."),
                   .reason = LUTHIER_MESSAGE("The upper third holds most of what a task needs."),
                   .initial = 2,
                   .minimum = 0,
                   .maximum = 1000},
                  {.id = "train_embeddings",
                   .kind = Kind::Flag,
                   .label = LUTHIER_MESSAGE("Embeddings train too"),
                   .help = LUTHIER_MESSAGE("Lets the word vectors move, for texts with words of "
                                           "their own; nothing can be computed once then."),
                   .reason = LUTHIER_MESSAGE("Off: they are most of a small model's weights."),
                   .initial = false,
                   .advanced = true},
                  learningRate(3e-4,
                               LUTHIER_MESSAGE("Fewer weights than in full fine-tuning learn, so "
                                               "they may move further.")),
                  newHeadRatio(
                      10, LUTHIER_MESSAGE("A new head needs a far higher rate than weights that "
                                          "are trained already: with 400 rows up to 5 points of "
                                          "accuracy more."))}},
        .learns = {.embeddings = Nothing, .lowerBlocks = Nothing, .upperBlocks = All, .head = All},
        .create = [](const Json &settings) -> std::unique_ptr<Method> {
            return std::make_unique<Freeze>(settings);
        }};
}

} // namespace luthier
