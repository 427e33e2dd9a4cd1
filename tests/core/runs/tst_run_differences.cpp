// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_config.h"
#include "core/runs/run_differences.h"
#include "runs_test.h"

using namespace luthier;
using namespace luthier::runstest;

class tst_RunDifferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void equalPlansHaveNone();
    void aChangedValueIsShown();
    void whatTheRunFilledInIsNone();
    void anotherSpellingIsNone();
    void changedDataAreShownByTheirHash();
    void aMovedFileOfEqualContentDoesNotMatter();
    void namesDoNotMatter();
    void otherKindsOfValues();

private:
    Json m_plan;
};

void tst_RunDifferences::init()
{
    m_plan = toJson(parseRunConfig(minimalPlan(), "/plans", methodsOfTest(), tasksOfTest()));
}

void tst_RunDifferences::equalPlansHaveNone()
{
    QVERIFY(differences(m_plan, m_plan).empty());
}

void tst_RunDifferences::aChangedValueIsShown()
{
    Json after = m_plan;
    after["training"]["learning_rate"] = 0.5;
    const auto found = differences(m_plan, after);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].key, std::string("training.learning_rate"));
    QCOMPARE(found[0].before, Json(3e-4));
    QCOMPARE(found[0].after, Json(0.5));
    QVERIFY(found[0].matters);
}

void tst_RunDifferences::whatTheRunFilledInIsNone()
{
    Json started = m_plan;
    started["training"]["eval_steps"] = 120;
    started["method"]["modules_to_save"] = {"pooler", "classifier"};
    m_plan["method"]["modules_to_save"] = "auto";
    started["dataset"]["columns"]["text"] = "body";
    started["dataset"]["version"] = {{"sha256", {{"path", "00"}}}, {"remedies", Json::array()}};
    started["model"]["sha256"] = "11";
    QVERIFY(differences(started, m_plan).empty());
    Json after = started;
    after["training"]["eval_steps"] = 60;
    after["dataset"]["columns"]["text"] = "subject";
    QCOMPARE(differences(started, after).size(), size_t(2));
}

void tst_RunDifferences::anotherSpellingIsNone()
{
    Json older = m_plan;
    older["training"]["optim"] = "adamw";
    QVERIFY(differences(older, m_plan).empty());
    older["training"]["optim"] = "sgd";
    QCOMPARE(differences(older, m_plan).size(), size_t(1));
}

void tst_RunDifferences::changedDataAreShownByTheirHash()
{
    Json before = m_plan, after = m_plan;
    before["dataset"]["version"]["sha256"]["path"] = "00";
    after["dataset"]["version"]["sha256"]["path"] = "01";
    const auto found = differences(before, after);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].key, std::string("dataset.version.sha256.path"));
    QVERIFY(found[0].matters);
    // Two files: their paths say it already.
    after["dataset"]["path"] = "/elsewhere/mails.csv";
    for (const Difference &difference : differences(before, after))
        QCOMPARE(difference.matters, difference.key == "dataset.path");
}

void tst_RunDifferences::aMovedFileOfEqualContentDoesNotMatter()
{
    Json before = m_plan, after = m_plan;
    after["model"]["path"] = "/elsewhere/minilm";
    QVERIFY(differences(before, after).at(0).matters);
    before["model"]["sha256"] = after["model"]["sha256"] = "22";
    const auto found = differences(before, after);
    QCOMPARE(found.size(), size_t(1));
    QVERIFY(!found[0].matters);
}

void tst_RunDifferences::namesDoNotMatter()
{
    Json after = m_plan;
    after["name"] = "other";
    QVERIFY(!differences(m_plan, after).at(0).matters);
}

void tst_RunDifferences::otherKindsOfValues()
{
    Json after = m_plan;
    after["training"]["class_weights"] = {{"ham", 2.0}};
    const auto found = differences(m_plan, after);
    QCOMPARE(found.size(), size_t(2));
    QVERIFY(found[0].after.is_null());
    QVERIFY(found[1].before.is_null());
    QCOMPARE(found[1].key, std::string("training.class_weights.ham"));
}

QTEST_APPLESS_MAIN(tst_RunDifferences)
#include "tst_run_differences.moc"
