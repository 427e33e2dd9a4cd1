// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_config.h"
#include "core/runs/run_overrides.h"
#include "runs_test.h"

using namespace luthier;
using namespace luthier::runstest;

namespace {

RunConfig changed(Json plan, const std::vector<std::string> &assignments)
{
    applyOverrides(plan, assignments, methodsOfTest());
    return parseRunConfig(plan, "/plans", methodsOfTest(), tasksOfTest());
}

} // namespace

class tst_RunOverrides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePathsAndBareKeys();
    void theFilesSpellingGivesWay();
    void valuesAreJsonOrText();
    void aCommaIsNoDecimalPoint();
    void mistakesAreNamed();
};

void tst_RunOverrides::wholePathsAndBareKeys()
{
    const RunConfig config =
        changed(minimalPlan(), {"method.type=lora", "learning_rate=1e-4", "training.seed=7", "r=2",
                                "dataset.split.test=0", "name=a=b", "class_weights.ham=2"});
    QCOMPARE(config.training.learning_rate, 1e-4);
    QCOMPARE(config.training.seed, uint64_t(7));
    QCOMPARE(config.methodSettings["r"], Json(2));
    QCOMPARE(config.dataset.split.test, 0.0);
    QCOMPARE(config.name, std::string("a=b"));
    QCOMPARE(config.training.class_weights, Json({{"ham", 2}}));
}

void tst_RunOverrides::theFilesSpellingGivesWay()
{
    Json plan = minimalPlan();
    plan["training"] = {{"max_seq_length", 64}, {"warmup_ratio", 0.1}};
    const RunConfig config = changed(plan, {"max_length=128", "warmup_steps=5"});
    QCOMPARE(config.training.max_length, int64_t(128));
    QCOMPARE(config.training.warmup_steps, 5.0);
}

void tst_RunOverrides::valuesAreJsonOrText()
{
    const RunConfig config = changed(
        minimalPlan(), {"method.type=lora", "target_modules=[\"key\", \"value\"]", "shuffle=false",
                        "lr_scheduler_type=cosine", "dataset.path=다른 자료.csv"});
    QCOMPARE(config.methodSettings["target_modules"], Json::array({"key", "value"}));
    QVERIFY(!config.training.shuffle);
    QCOMPARE(config.training.lr_scheduler_type, std::string("cosine"));
    QCOMPARE(config.dataset.path.string(), std::string("/plans/다른 자료.csv"));
}

void tst_RunOverrides::aCommaIsNoDecimalPoint()
{
    const CommaLocale comma;
    QCOMPARE(changed(minimalPlan(), {"weight_decay=0.25"}).training.weight_decay, 0.25);
    const std::string sentence = sentenceOf([] { changed(minimalPlan(), {"weight_decay=0,25"}); });
    QVERIFY2(has(sentence, "\"0,25\", which is no number"), sentence.c_str());
    QVERIFY(has(sentenceOf([] { changed(minimalPlan(), {"weight_decay=nan"}); }),
                "\"nan\", which is no number"));
}

void tst_RunOverrides::mistakesAreNamed()
{
    QVERIFY(has(sentenceOf([] { changed(minimalPlan(), {"seed"}); }), "is no assignment"));
    QVERIFY(has(sentenceOf([] { changed(minimalPlan(), {"=3"}); }), "is no assignment"));
    QVERIFY(has(sentenceOf([] { changed(minimalPlan(), {"learning_rte=3"}); }),
                "the nearest is learning_rate"));
    QVERIFY(has(sentenceOf([] { changed(minimalPlan(), {"training.learning_rte=3"}); }),
                "the nearest is training.learning_rate"));
    // A setting of another method.
    QVERIFY(has(sentenceOf([] { changed(minimalPlan(), {"lora_alpha=3"}); }),
                "there is no such setting"));
}

QTEST_APPLESS_MAIN(tst_RunOverrides)
#include "tst_run_overrides.moc"
