// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/tensor.h"

#include "core/base/error.h"
#include "core/tasks/text_classification.h"
#include "core/train/data_order.h"
#include "core/train/optimizer.h"
#include "core/train/planned_steps.h"
#include "core/train/schedule.h"
#include "core/train/trainer.h"

#include <ATen/CPUGeneratorImpl.h>
#include <QtTest>

#include <set>

using namespace luthier;

class tst_Optimization : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schedulesFollowTransformers_data();
    void schedulesFollowTransformers();
    void warmupIsAShareOrANumber();
    void everyRowComesOnceAnEpoch();
    void aPartialAccumulationMakesAStep();
    void lengthGroupingLosesNoRow();
    void biasesAndNormsDoNotDecay();
    void clippingAsOneUpdateEqualsTwoPasses();
    void aParameterMayHaveItsOwnRate();
    void aTableWithFewRowsEqualsADenseOne_data();
    void aTableWithFewRowsEqualsADenseOne();
    void classWeightsAndSmoothingEqualTorch();
    void balancedWeightsAreScikitLearns();
    void validationTakesItsShareAtMost();
};

void tst_Optimization::schedulesFollowTransformers_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<std::vector<double>>("factors");
    // transformers 5.23, get_scheduler(type, 2 warm-up steps, 6 steps), rates of steps 1 to 6.
    QTest::newRow("linear") << QStringLiteral("linear")
                            << std::vector<double>{0, 0.5, 1, 0.75, 0.5, 0.25};
    QTest::newRow("cosine") << QStringLiteral("cosine")
                            << std::vector<double>{
                                   0, 0.5, 1, 0.8535533905932737, 0.5, 0.14644660940672627};
    QTest::newRow("constant") << QStringLiteral("constant")
                              << std::vector<double>{1, 1, 1, 1, 1, 1};
    QTest::newRow("constant_with_warmup")
        << QStringLiteral("constant_with_warmup") << std::vector<double>{0, 0.5, 1, 1, 1, 1};
}

void tst_Optimization::schedulesFollowTransformers()
{
    QFETCH(QString, type);
    QFETCH(std::vector<double>, factors);
    const Schedule schedule{type.toStdString(), 2, 6};
    for (int64_t step = 1; step <= 6; ++step)
        QVERIFY(std::abs(schedule.factor(step) - factors[size_t(step) - 1]) < 1e-12);
}

void tst_Optimization::warmupIsAShareOrANumber()
{
    QCOMPARE(warmupSteps(0.06, 50), int64_t(3));
    QCOMPARE(warmupSteps(0.06, 51), int64_t(4));
    QCOMPARE(warmupSteps(7, 50), int64_t(7));
    QCOMPARE(warmupSteps(0, 50), int64_t(0));
}

void tst_Optimization::everyRowComesOnceAnEpoch()
{
    StepRows steps(DataOrder{.rows = 17, .batch_size = 3, .accumulation_steps = 2, .seed = 5});
    std::vector<int64_t> orders[2];
    for (int64_t step = 1; step <= 6; ++step)
        for (const int64_t row : steps.rows(step))
            orders[(step - 1) / 3].push_back(row);
    QCOMPARE(std::set<int64_t>(orders[0].begin(), orders[0].end()).size(), size_t(17));
    QCOMPARE(orders[0].size(), size_t(17));
    QCOMPARE(orders[1].size(), size_t(17));
    QVERIFY(orders[0] != orders[1]);
    // Going straight to a step gives what walking there gives.
    StepRows fresh(steps.order());
    QVERIFY(fresh.rows(5) == steps.rows(5));
}

void tst_Optimization::aPartialAccumulationMakesAStep()
{
    const DataOrder order{.rows = 17, .batch_size = 3, .accumulation_steps = 4};
    QCOMPARE(order.stepsPerEpoch(), int64_t(2));
    QCOMPARE(order.totalSteps(2.5, -1), int64_t(5));
    QCOMPARE(order.totalSteps(2.5, 3), int64_t(3));
    StepRows steps(order);
    QCOMPARE(steps.rows(1).size(), size_t(12));
    QCOMPARE(steps.rows(2).size(), size_t(5));
}

void tst_Optimization::lengthGroupingLosesNoRow()
{
    DataOrder order{.rows = 1003, .batch_size = 4, .seed = 3, .length_grouping = true};
    for (int64_t i = 0; i < order.rows; ++i)
        order.lengths.push_back(1 + i * 7919 % 128);
    const auto rows = order.epoch(0);
    QCOMPARE(std::set<int64_t>(rows.begin(), rows.end()).size(), size_t(1003));
    int64_t grouped = 0, mixed = 0;
    const auto plain = DataOrder{.rows = 1003, .batch_size = 4, .seed = 3}.epoch(0);
    for (size_t i = 0; i + 4 <= rows.size(); i += 4) {
        const auto longest = [&](const std::vector<int64_t> &all) {
            int64_t most = 0;
            for (size_t j = i; j < i + 4; ++j)
                most = std::max(most, order.lengths[size_t(all[j])]);
            return most;
        };
        grouped += longest(rows);
        mixed += longest(plain);
    }
    QVERIFY(grouped < mixed * 8 / 10);
}

void tst_Optimization::biasesAndNormsDoNotDecay()
{
    for (const char *name : {"classifier.bias", "bert.embeddings.LayerNorm.weight",
                             "model.norm.weight", "h.0.input_norm.weight", "a.rmsnorm.weight"})
        QVERIFY2(!decays(name), name);
    for (const char *name : {"bert.pooler.dense.weight", "bert.embeddings.word_embeddings.weight",
                             "x.lora_A.weight", "normal.weight"})
        QVERIFY2(decays(name), name);
}

void tst_Optimization::clippingAsOneUpdateEqualsTwoPasses()
{
    const auto train = [](bool fused) {
        const at::Tensor w = at::full({8}, 0.5).requires_grad_(true);
        AdamW optimizer({{"w.weight", w}},
                        {.weight_decay = 0.1, .max_grad_norm = fused ? 0.1 : 0.0});
        for (int step = 0; step < 5; ++step) {
            (w.pow(3) * at::arange(8)).sum().backward();
            const double norm = optimizer.gradientNorm();
            if (!fused)
                w.mutable_grad().mul_(std::min(1.0, 0.1 / (norm + 1e-6)));
            optimizer.step(1e-2, norm);
            optimizer.zeroGradients();
        }
        return w.detach();
    };
    QVERIFY((train(true) - train(false)).abs().max().item<double>() < 1e-6);
}

void tst_Optimization::aParameterMayHaveItsOwnRate()
{
    const auto start = [] { return at::full({4}, 0.5).requires_grad_(true); };
    const auto train = [](AdamW optimizer, double rate) {
        for (int step = 0; step < 5; ++step) {
            for (const NamedTensor &parameter : optimizer.parameters())
                (parameter.value.pow(3) * at::arange(4)).sum().backward();
            optimizer.step(rate, 0);
            optimizer.zeroGradients();
        }
    };
    const AdamWSettings settings{.weight_decay = 0.1, .max_grad_norm = 0};
    const at::Tensor slow = start(), fast = start(), alone = start(), faster = start();
    train({{{"a.weight", slow}, {"b.weight", fast}}, settings, {1.0, 10.0}}, 1e-3);
    train({{{"a.weight", alone}}, settings}, 1e-3);
    train({{{"b.weight", faster}}, settings}, 1e-2);
    QVERIFY(at::equal(slow, alone));
    QVERIFY((fast - faster).abs().max().item<double>() < 1e-7);
    QVERIFY(!at::equal(slow, fast));
}

void tst_Optimization::aTableWithFewRowsEqualsADenseOne_data()
{
    QTest::addColumn<double>("decay");
    QTest::addColumn<bool>("restart");
    QTest::newRow("no decay") << 0.0 << false;
    QTest::newRow("decay") << 0.3 << false;
    QTest::newRow("decay, gone on with from a checkpoint") << 0.3 << true;
}

void tst_Optimization::aTableWithFewRowsEqualsADenseOne()
{
    QFETCH(double, decay);
    QFETCH(bool, restart);
    const auto train = [&](bool sparse) {
        const auto generator = at::detail::createCPUGenerator(3);
        const at::Tensor table = at::empty({40, 21}).normal_(0, 1, generator).requires_grad_(true);
        const at::Tensor target = at::empty({40, 21}).normal_(0, 1, generator);
        const AdamWSettings settings{.weight_decay = decay, .max_grad_norm = 0.5};
        auto optimizer =
            std::make_unique<AdamW>(std::vector<NamedTensor>{{"words.weight", table}}, settings);
        for (int64_t step = 0; step < 9; ++step) {
            // Row 5 twice; rows come, stay away and come again; two backward passes a step.
            for (int64_t pass = 0; pass < 2; ++pass) {
                const at::Tensor ids = at::tensor({int64_t(5), 3 * step, int64_t(5), pass});
                (at::embedding(table, ids, -1, false, sparse) - at::embedding(target, ids))
                    .pow(2)
                    .sum()
                    .backward();
            }
            optimizer->step(0.05, optimizer->gradientNorm());
            optimizer->zeroGradients();
            if (restart && step == 4) {
                auto next = std::make_unique<AdamW>(optimizer->parameters(), settings);
                for (size_t i = 0; i < next->state().size(); ++i)
                    next->state()[i].value.copy_(optimizer->state()[i].value);
                next->setSteps(optimizer->steps());
                optimizer = std::move(next);
            }
        }
        return table.detach();
    };
    QVERIFY((train(true) - train(false)).abs().max().item<double>() < 2e-6);
}

void tst_Optimization::classWeightsAndSmoothingEqualTorch()
{
    const at::Tensor logits = at::empty({6, 3}).normal_(0, 2, at::detail::createCPUGenerator(1));
    const std::vector<int64_t> labels{0, 1, 2, 2, 0, 0};
    const at::Tensor target = at::tensor(labels);
    const std::vector<double> weights{0.5, 1.0, 3.0};
    const ClassificationLoss weighted(0, weights);
    const double expected =
        at::cross_entropy_loss(logits, target, at::tensor(weights, at::kFloat)).item<double>();
    QVERIFY(std::abs(weighted.sum(logits, target).item<double>() / weighted.denominator(labels) -
                     expected) < 1e-6);
    const ClassificationLoss smoothed(0.2, {});
    const double smooth =
        at::cross_entropy_loss(logits, target, {}, at::Reduction::Mean, -100, 0.2).item<double>();
    QVERIFY(std::abs(smoothed.sum(logits, target).item<double>() / 6 - smooth) < 1e-6);
}

void tst_Optimization::balancedWeightsAreScikitLearns()
{
    // compute_class_weight("balanced") of 6, 3 and 1 rows: rows / (classes * rows of the class).
    const std::vector<double> found = balancedWeights(std::vector<int64_t>{6, 3, 1});
    const std::vector<double> expected{0.5555555555555556, 1.1111111111111112, 3.3333333333333335};
    QCOMPARE(found.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(found[i] - expected[i]) < 1e-15, qPrintable(QString::number(found[i])));
}

void tst_Optimization::validationTakesItsShareAtMost()
{
    for (const double validation : {10.0, 1000.0, 1e5, 1e7}) {
        const int64_t every = automaticEvalSteps(300, 1e6, validation);
        const double evaluations = std::ceil(300.0 / double(every));
        QVERIFY(evaluations >= 1);
        QVERIFY(evaluations == 1 || evaluations * validation <= 0.15 / 0.85 * 2e6);
    }
}

QTEST_APPLESS_MAIN(tst_Optimization)
#include "tst_optimization.moc"
