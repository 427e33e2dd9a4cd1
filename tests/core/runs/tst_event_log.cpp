// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/event_log.h"
#include "runs_test.h"

#include <cfloat>
#include <csignal>
#include <fstream>
#include <sys/resource.h>

using namespace luthier;
using namespace luthier::runstest;

namespace {

Json step(int64_t n, double loss = 0.5)
{
    return {{"event", "step"}, {"step", n}, {"loss", loss}};
}

void writeRaw(const fs::path &file, const std::string &bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

int64_t countOf(const fs::path &file)
{
    int64_t count = 0;
    readEvents(file, [&count](const Json &) { ++count; });
    return count;
}

} // namespace

class tst_EventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = m_folder / "events.jsonl";
        fs::remove(m_file);
    }
    void numbersComeBackExactly();
    void invalidTextDoesNotStopARun();
    void aMissingFileHasNoEvents();
    void halfALastLineIsCutOff();
    void damagedLinesAreLeftOut();
    void anEndlessLineTakesNoMemory();
    void cutBackToACheckpoint();
    void aFailedWriteLeavesWholeLines();
    void aFullDiskLeavesWholeLines();
    void stepsTakenBackAreLeftOut();

private:
    Folder m_folder;
    fs::path m_file;
};

void tst_EventLog::numbersComeBackExactly()
{
    const CommaLocale comma;
    const std::vector<double> values{0.1,           1.0 / 3, 5e-324, DBL_MAX,
                                     123456789.125, -0.0,    2e-4,   double(0.1f)};
    EventLog log(m_file);
    for (const double value : values)
        log.append(step(1234567, value));
    QCOMPARE(files::read(m_file).find(','), files::read(m_file).find(",\"step\""));
    size_t at = 0;
    readEvents(m_file, [&](const Json &event) {
        QCOMPARE(event["loss"].get<double>(), values[at++]);
        QCOMPARE(event["step"], Json(1234567));
    });
    QCOMPARE(at, values.size());
    QVERIFY(has(files::read(m_file), "\"loss\":0.1}\n"));
}

void tst_EventLog::invalidTextDoesNotStopARun()
{
    EventLog log(m_file);
    log.append({{"event", "warning"}, {"text", "half \xC3 a letter\n"}, {"loss", std::nan("")}});
    const auto events = allEvents(m_file);
    QCOMPARE(events.size(), size_t(1));
    QVERIFY(events[0]["loss"].is_null());
}

void tst_EventLog::aMissingFileHasNoEvents()
{
    const EventsRead read = readEvents(m_file, [](const Json &) { QFAIL("no event is there"); });
    QCOMPARE(read.wholeBytes, uint64_t(0));
    QVERIFY(!read.torn);
}

void tst_EventLog::halfALastLineIsCutOff()
{
    const std::string whole = eventLine(step(1)) + "\n" + eventLine(step(2)) + "\n";
    for (const std::string half :
         {"{", "{\"event\":\"step\",\"step\":3", "{\"event\":\"step\",\"step\":3}"}) {
        writeRaw(m_file, whole + half);
        const EventsRead read = readEvents(m_file, [](const Json &) {});
        QVERIFY(read.torn);
        QCOMPARE(read.wholeBytes, uint64_t(whole.size()));
        EventLog(m_file).append(step(3));
        QCOMPARE(files::read(m_file), whole + eventLine(step(3)) + "\n");
    }
}

void tst_EventLog::damagedLinesAreLeftOut()
{
    writeRaw(m_file, eventLine(step(1)) + "\nnonsense\n[1]\n\n" + std::string(30, '\0') + "\n" +
                         eventLine(step(2)) + "\n");
    std::vector<Json> events;
    const EventsRead read =
        readEvents(m_file, [&events](const Json &event) { events.push_back(event); });
    QCOMPARE(read.damaged, int64_t(4));
    QCOMPARE(events.size(), size_t(2));
    QCOMPARE(events[1]["step"], Json(2));
}

void tst_EventLog::anEndlessLineTakesNoMemory()
{
    {
        std::ofstream file(m_file, std::ios::binary);
        file << eventLine(step(1)) << "\n{\"a\":\"";
        const std::string piece(1 << 20, 'x');
        for (int i = 0; i < 200; ++i)
            file << piece;
        file << "\"}\n" << eventLine(step(2)) << "\n";
    }
    struct rusage before
    {
    }, after{};
    ::getrusage(RUSAGE_SELF, &before);
    const EventsRead read = readEvents(m_file, [](const Json &) {});
    ::getrusage(RUSAGE_SELF, &after);
    QCOMPARE(read.damaged, int64_t(1));
    QCOMPARE(countOf(m_file), int64_t(2));
    constexpr long limit = 128 * 1024;
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < limit,
             "reading took as much memory as the line is long");
    QCOMPARE(read.wholeBytes, uint64_t(fs::file_size(m_file)));
}

void tst_EventLog::cutBackToACheckpoint()
{
    EventLog log(m_file);
    log.append(step(1));
    const uint64_t size = log.size();
    log.append(step(2));
    log.cutBackTo(size);
    log.append(step(2, 0.25));
    QCOMPARE(files::read(m_file), eventLine(step(1)) + "\n" + eventLine(step(2, 0.25)) + "\n");
    const std::string sentence = sentenceOf([&log] { log.cutBackTo(10000); });
    QVERIFY2(has(sentence, "10000"), sentence.c_str());
    QCOMPARE(countOf(m_file), int64_t(2));
}

void tst_EventLog::aFailedWriteLeavesWholeLines()
{
    EventLog log(m_file);
    log.append(step(1));
    {
        const FailingOperation fault(1, ENOSPC);
        QVERIFY(has(sentenceOf([&log] { log.append(step(2)); }), "could not be written"));
    }
    log.append(step(3));
    QCOMPARE(files::read(m_file), eventLine(step(1)) + "\n" + eventLine(step(3)) + "\n");
}

void tst_EventLog::aFullDiskLeavesWholeLines()
{
    const int status = inChild([this] {
        std::signal(SIGXFSZ, SIG_IGN);
        const struct rlimit limit
        {
            100, 100
        };
        ::setrlimit(RLIMIT_FSIZE, &limit);
        EventLog log(m_file);
        for (int64_t n = 1;; ++n)
            if (!sentenceOf([&] { log.append(step(n)); }).empty())
                return n > 2 ? 0 : 1;
    });
    QCOMPARE(status, 0);
    QCOMPARE(files::read(m_file), eventLine(step(1)) + "\n" + eventLine(step(2)) + "\n");
}

void tst_EventLog::stepsTakenBackAreLeftOut()
{
    EventLog log(m_file);
    for (int64_t n = 1; n <= 5; ++n)
        log.append(step(n, 1.0));
    log.append({{"event", "resumed"}, {"step", 3}});
    log.append(step(4, 2.0));
    std::vector<double> losses;
    for (const Json &event : allEvents(m_file))
        if (event["event"] == "step")
            losses.push_back(event["loss"]);
    QCOMPARE(losses, (std::vector<double>{1, 1, 1, 2}));
}

QTEST_APPLESS_MAIN(tst_EventLog)
#include "tst_event_log.moc"
