// SPDX-License-Identifier: GPL-3.0-or-later
// Curves as runs draw them, and what is said of them.
#include "core/base/random.h"
#include "core/train/verdict.h"

#include <QtTest>

#include <cmath>

using namespace luthier;

class tst_Verdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsClaimedBeforeThreeValidations();
    void theRunPicture();
    void aFallingCurveIsHealthy();
    void aRiseThatMayBeScatterIsNotHealthy();
    void aFlatNoisyCurveIsNoOverfitting_data();
    void aFlatNoisyCurveIsNoOverfitting();
    void aRiseWithinTheErrorOfTheRowsIsNone();
    void aFewValidationsShowAClearRise();
    void aRiseOfBothLossesIsNoOverfitting();
    void aFlatCurveIsAPlateau();
    void theMajorityLabelIsUnderfitting();
    void aSureGainIsNoUnderfitting();
    void aLossThatGrewIsDivergence();
    void aLossThatIsNoNumberIsDivergence();
    void storedEventsGiveTheSameVerdict();

private:
    /// A run whose validations come every `m_interval` steps.
    void start(double majority = 0.5)
    {
        m_curves = {};
        m_step = 0;
        m_stored.clear();
        add({{"event", "start"},
             {"eval_steps", m_interval},
             {"majority_baseline", majority},
             {"majority_label", "ham"}});
    }
    void train(double loss)
    {
        for (int64_t i = 0; i < m_interval; ++i) {
            ++m_step;
            // Batches differ, their mean does not.
            add({{"event", "step"},
                 {"step", m_step},
                 {"epoch", double(m_step) / 250},
                 {"loss", loss * (i % 2 ? 1.2 : 0.8)}});
        }
    }
    void validate(double loss, Json riseError = {}, double accuracy = 0.9)
    {
        const bool best = !(loss >= m_best) || m_curves.validations().empty();
        m_best = best ? loss : m_best;
        add({{"event", "evaluation"},
             {"step", m_step},
             {"split", "validation"},
             {"eval_loss", loss},
             {"accuracy", accuracy},
             {"best", best},
             {"eval_loss_rise_stderr", riseError},
             {"accuracy_gain_stderr", 0.02}});
    }
    void add(const Json &event)
    {
        m_curves.add(event);
        m_stored.push_back(event.dump());
    }
    Verdict verdict() const { return verdictOf(m_curves); }
    QString kind() const { return QString::fromLatin1(word(verdict().kind)); }
    QString text() const { return QString::fromStdString(verdict().message.english()); }

    RunCurves m_curves;
    std::vector<std::string> m_stored;
    int64_t m_interval = 50, m_step = 0;
    double m_best = 0;
};

namespace {

constexpr std::array kPictureValidation{0.285,  0.163,  0.118,  0.095,  0.078, 0.067,
                                        0.0612, 0.0640, 0.0755, 0.0930, 0.1086};
constexpr std::array kPictureTraining{0.55,  0.19,  0.125, 0.115, 0.08, 0.06,
                                      0.052, 0.040, 0.030, 0.020, 0.014};

QString of(const char *text)
{
    return QString::fromUtf8(text);
}

/// Normal with mean 0 and deviation 1, the same on every machine.
double normal(SplitMix64 &random)
{
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += double(random.below(1000000)) / 1e6;
    return sum;
}

} // namespace

void tst_Verdict::nothingIsClaimedBeforeThreeValidations()
{
    start();
    train(0.5);
    validate(0.4);
    QCOMPARE(text(), of("Too early to say. 2 more validations are needed."));
    train(0.4);
    validate(0.9);
    QCOMPARE(text(), of("Too early to say. One more validation is needed."));
    QCOMPARE(verdict().best_step, int64_t(50));
    train(0.3);
    validate(1.5);
    QVERIFY(kind() != of("too_early"));
}

void tst_Verdict::theRunPicture()
{
    start();
    QStringList kinds;
    for (size_t i = 0; i < kPictureValidation.size(); ++i) {
        train(kPictureTraining[i]);
        validate(kPictureValidation[i], 0.004);
        kinds << kind();
        if (m_step >= 500)
            QCOMPARE(verdict().since_step, int64_t(450));
    }
    for (int i = 0; i < 2; ++i)
        QCOMPARE(kinds[i], of("too_early"));
    for (int i = 2; i < 8; ++i)
        QCOMPARE(kinds[i], of("healthy"));
    // One validation above the noise might be chance.
    QCOMPARE(kinds[8], of("unclear"));
    QCOMPARE(kinds[10], of("overfitting"));
    QCOMPARE(verdict().best_step, int64_t(350));
    QCOMPARE(text(), of("Overfitting since step 450. Best was step 350. Validation loss rose from "
                        "0.0612 to 0.1086 while training loss fell: the model is learning these "
                        "texts by heart."));
}

void tst_Verdict::aFallingCurveIsHealthy()
{
    start();
    for (int i = 0; i < 20; ++i) {
        train(0.6 * std::exp(-i / 6.0));
        validate(0.1 + 0.5 * std::exp(-i / 6.0), 0.01);
        if (i >= 2)
            QCOMPARE(kind(), of("healthy"));
    }
    QCOMPARE(text(), of("Healthy. Validation loss is still falling. Best so far is step 1000."));
}

void tst_Verdict::aRiseThatMayBeScatterIsNotHealthy()
{
    // MiniLM on 240 texts of Reuters R8 with a quarter of the labels wrong.
    start();
    int i = 0;
    for (const double loss : {1.2995, 0.9541, 0.8250, 0.8280, 0.6080, 0.7130, 0.7704, 0.8442}) {
        train(1.5 - 0.1 * i);
        validate(loss, 0.04);
        QCOMPARE(kind(), of(i < 2 ? "too_early" : i < 5 ? "healthy" : "unclear"));
        ++i;
    }
}

void tst_Verdict::aFlatNoisyCurveIsNoOverfitting_data()
{
    QTest::addColumn<double>("noise");
    QTest::addColumn<bool>("rows");
    QTest::addColumn<int>("validations");
    QTest::newRow("2 %") << 0.006 << true << 12;
    QTest::newRow("7 %") << 0.02 << true << 12;
    QTest::newRow("7 %, many validations") << 0.02 << true << 40;
    QTest::newRow("7 %, rows lost") << 0.02 << false << 12;
}

void tst_Verdict::aFlatNoisyCurveIsNoOverfitting()
{
    QFETCH(double, noise);
    QFETCH(bool, rows);
    QFETCH(int, validations);
    SplitMix64 random(11);
    int wrong = 0, unclear = 0;
    constexpr int runs = 200;
    for (int run = 0; run < runs; ++run) {
        start();
        bool claimed = false;
        for (int i = 0; i < validations; ++i) {
            train(0.3 - 0.005 * i);
            validate(0.3 + noise * normal(random), rows ? Json(noise * 1.4) : Json());
            claimed = claimed || verdict().kind == VerdictKind::Overfitting;
        }
        wrong += claimed;
        unclear += verdict().kind == VerdictKind::Unclear;
    }
    qInfo("%d of %d runs called overfitting", wrong, runs);
    // With each validation a chance to be wrong.
    QVERIFY2(wrong <= runs / 10, qPrintable(QString::number(wrong)));
    QVERIFY2(unclear >= runs / 2, qPrintable(QString::number(unclear)));
}

void tst_Verdict::aRiseWithinTheErrorOfTheRowsIsNone()
{
    const auto run = [this](double error) {
        start();
        for (const double loss : {0.9, 0.5, 0.40, 0.42, 0.45, 0.47}) {
            train(loss * (m_step < 150 ? 1.0 : 0.5));
            validate(loss, error);
        }
        return verdict().kind;
    };
    QVERIFY(run(0.005) == VerdictKind::Overfitting);
    QVERIFY(run(0.05) != VerdictKind::Overfitting);
}

void tst_Verdict::aFewValidationsShowAClearRise()
{
    start();
    double training = 0.8;
    for (const double loss : {0.9, 0.4, 0.35, 0.5, 0.7}) {
        train(training);
        validate(loss, 0.03);
        training *= 0.5;
    }
    QCOMPARE(kind(), of("overfitting"));
    QCOMPARE(verdict().since_step, int64_t(200));
}

void tst_Verdict::aRiseOfBothLossesIsNoOverfitting()
{
    start();
    for (const double loss : {0.9, 0.4, 0.35, 0.5, 0.7}) {
        train(loss);
        validate(loss, 0.03);
    }
    QCOMPARE(kind(), of("unclear"));
}

void tst_Verdict::aFlatCurveIsAPlateau()
{
    start();
    for (const double loss : {0.9, 0.5, 0.4, 0.399, 0.401, 0.398, 0.400}) {
        train(loss);
        validate(loss, 0.01);
    }
    QCOMPARE(kind(), of("plateau"));
    QCOMPARE(verdict().since_step, int64_t(150));
    QCOMPARE(text(), of("Plateau since step 150. Validation loss changed by less than 0.00796 in 5 "
                        "validations."));
}

void tst_Verdict::theMajorityLabelIsUnderfitting()
{
    start(0.49);
    for (int i = 0; i < 6; ++i) {
        train(1.2);
        validate(1.19 - 0.05 * i, 0.01, 0.49 + (i == 3 ? 0.03 : 0.01));
        QVERIFY2(i < 4 || kind() == of("underfitting"), qPrintable(kind()));
        // Before the first epoch is over it would be unfair.
        QVERIFY(i >= 4 || kind() != of("underfitting"));
    }
    QCOMPARE(text(), of("Underfitting. After 1.2 epochs accuracy is 50%; always saying “ham” gives "
                        "49%."));
}

void tst_Verdict::aSureGainIsNoUnderfitting()
{
    start(0.9);
    for (int i = 0; i < 6; ++i) {
        train(0.3);
        validate(0.3 - 0.02 * i, 0.01, 0.96);
    }
    QCOMPARE(kind(), of("healthy"));
}

void tst_Verdict::aLossThatGrewIsDivergence()
{
    start();
    train(0.7);
    validate(0.6);
    add({{"event", "checkpoint"}, {"step", 50}});
    train(2.8);
    validate(3.0);
    QCOMPARE(kind(), of("divergence"));
    train(3.5);
    validate(4.0);
    QCOMPARE(verdict().since_step, int64_t(100));
    QCOMPARE(text(), of("Diverged at step 100. The loss grew to 5 times its start. Nothing before "
                        "step 50 is lost."));
    start();
    train(0.7);
    validate(0.6);
    train(2.8);
    validate(3.0);
    QCOMPARE(text(), of("Diverged at step 100. The loss grew to 4 times its start."));
}

void tst_Verdict::aLossThatIsNoNumberIsDivergence()
{
    start();
    train(0.7);
    validate(0.6);
    add({{"event", "checkpoint"}, {"step", 50}});
    add({{"event", "error"},
         {"message", {{"id", "train.non_finite"}, {"values", {{"step", 73}, {"what", "loss"}}}}}});
    QCOMPARE(kind(), of("divergence"));
    QCOMPARE(text(), of("Diverged at step 73. The loss is not a number any more. Nothing before "
                        "step 50 is lost."));
    start();
    train(0.7);
    validate(std::nan(""));
    QCOMPARE(text(), of("Diverged at step 50. The loss is not a number any more."));
}

void tst_Verdict::storedEventsGiveTheSameVerdict()
{
    start();
    for (size_t i = 0; i < kPictureValidation.size(); ++i) {
        train(kPictureTraining[i]);
        validate(kPictureValidation[i] / 3, 0.001);
        RunCurves again;
        for (const std::string &line : m_stored)
            again.add(Json::parse(line));
        QCOMPARE(toJson(verdictOf(again)).dump(), toJson(verdict()).dump());
    }
    const Verdict read = verdictFrom(Json::parse(toJson(verdict()).dump()));
    QVERIFY(read.kind == VerdictKind::Overfitting);
    QVERIFY(read.message == verdict().message);
    QCOMPARE(read.since_step, int64_t(450));
    QCOMPARE(read.best_step, int64_t(350));
}

QTEST_APPLESS_MAIN(tst_Verdict)
#include "tst_verdict.moc"
