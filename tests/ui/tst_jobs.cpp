// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs.h"

#include <QtTest>

#include <semaphore>
#include <thread>

using namespace luthier;

class tst_Jobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerComesInTheWindowsThread();
    void oneLaneKeepsTheOrderAndTwoRunSideBySide();
    void aNewerRequestCancelsTheOlderOne();
    void cancelledWorkNeverAnswers();
    void noAnswerForAReceiverThatIsGone();
    void progressIsBounded();
    void theEndStopsWhatRuns();
};

namespace {

using Answer = Result<int>;

Answer number(int value)
{
    return value;
}

void waitForStop(std::stop_token stop)
{
    while (!stop.stop_requested())
        std::this_thread::yield();
}

} // namespace

void tst_Jobs::theAnswerComesInTheWindowsThread()
{
    Jobs jobs;
    QThread *worker = nullptr, *answered = nullptr;
    int value = 0;
    jobs.start(
        Jobs::Lane::Files, QStringLiteral("a"), this,
        [&worker](std::stop_token, const ProgressHandler &) {
            worker = QThread::currentThread();
            return number(7);
        },
        [&](const Answer &answer) {
            answered = QThread::currentThread();
            value = answer.value();
        });
    QTRY_COMPARE(value, 7);
    QCOMPARE(answered, thread());
    QVERIFY(worker != thread());
    QVERIFY(jobs.running().empty());
}

void tst_Jobs::oneLaneKeepsTheOrderAndTwoRunSideBySide()
{
    Jobs jobs;
    std::vector<int> order;
    std::binary_semaphore otherLane(0);
    for (int i = 0; i < 3; ++i)
        jobs.start(
            Jobs::Lane::Files, QString::number(i), this,
            [i, &otherLane](std::stop_token, const ProgressHandler &) {
                // The first one ends only when the other lane has run.
                if (i == 0)
                    otherLane.acquire();
                return number(i);
            },
            [&order](const Answer &answer) { order.push_back(answer.value()); });
    jobs.start(
        Jobs::Lane::Computing, QStringLiteral("other"), this,
        [&otherLane](std::stop_token, const ProgressHandler &) {
            otherLane.release();
            return number(9);
        },
        [](const Answer &) {});
    QTRY_COMPARE(order, (std::vector{0, 1, 2}));
}

void tst_Jobs::aNewerRequestCancelsTheOlderOne()
{
    Jobs jobs;
    std::vector<int> answers;
    const auto keep = [&answers](const Answer &answer) { answers.push_back(answer.value()); };
    jobs.start(
        Jobs::Lane::Computing, QStringLiteral("same"), this,
        [](std::stop_token stop, const ProgressHandler &) {
            waitForStop(stop);
            return number(1);
        },
        keep);
    for (int i = 2; i < 5; ++i)
        jobs.start(
            Jobs::Lane::Computing, QStringLiteral("same"), this,
            [i](std::stop_token, const ProgressHandler &) { return number(i); }, keep);
    QTRY_VERIFY(jobs.running().empty());
    QCOMPARE(answers, std::vector{4});
}

void tst_Jobs::cancelledWorkNeverAnswers()
{
    Jobs jobs;
    bool answered = false, ended = false;
    jobs.start(
        Jobs::Lane::Files, QStringLiteral("a"), this,
        [](std::stop_token stop, const ProgressHandler &) {
            waitForStop(stop);
            return number(1);
        },
        [&answered](const Answer &) { answered = true; });
    QCOMPARE(jobs.running().size(), size_t(1));
    jobs.cancel(QStringLiteral("a"));
    QVERIFY(jobs.running().empty());
    jobs.start(
        Jobs::Lane::Files, QStringLiteral("b"), this,
        [](std::stop_token, const ProgressHandler &) { return number(2); },
        [&ended](const Answer &) { ended = true; });
    QTRY_VERIFY(ended);
    QVERIFY(!answered);
}

void tst_Jobs::noAnswerForAReceiverThatIsGone()
{
    Jobs jobs;
    auto receiver = std::make_unique<QObject>();
    std::binary_semaphore gone(0);
    bool answered = false;
    jobs.start(
        Jobs::Lane::Files, QStringLiteral("a"), receiver.get(),
        [&gone](std::stop_token, const ProgressHandler &) {
            gone.acquire();
            return number(1);
        },
        [&answered](const Answer &) { answered = true; });
    receiver.reset();
    gone.release();
    QTRY_VERIFY(jobs.running().empty());
    QVERIFY(!answered);
}

void tst_Jobs::progressIsBounded()
{
    Jobs jobs;
    QElapsedTimer clock;
    clock.start();
    int told = 0;
    bool ended = false;
    connect(&jobs, &Jobs::progressed, this, [&told] { ++told; });
    jobs.start(
        Jobs::Lane::Files, QStringLiteral("a"), this,
        [](std::stop_token, const ProgressHandler &onProgress) {
            for (int i = 0; i < 100000; ++i)
                onProgress({{}, i, 100000});
            return number(1);
        },
        [&ended](const Answer &) { ended = true; });
    QTRY_VERIFY(ended);
    QVERIFY(told >= 1);
    QVERIFY2(told <= 2 + clock.elapsed() / 50, qPrintable(QString::number(told)));
}

void tst_Jobs::theEndStopsWhatRuns()
{
    bool stopped = false;
    {
        Jobs jobs;
        std::binary_semaphore began(0);
        jobs.start(
            Jobs::Lane::Files, QStringLiteral("a"), this,
            [&](std::stop_token stop, const ProgressHandler &) {
                began.release();
                waitForStop(stop);
                stopped = true;
                return number(1);
            },
            [](const Answer &) {});
        began.acquire();
    }
    QVERIFY(stopped);
}

QTEST_GUILESS_MAIN(tst_Jobs)
#include "tst_jobs.moc"
