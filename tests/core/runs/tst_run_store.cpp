// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/event_log.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_store.h"
#include "runs_test.h"

#include <SQLiteCpp/Database.h>

#include <csignal>
#include <fstream>

using namespace luthier;
using namespace luthier::runstest;

namespace {

Json config(const std::string &name)
{
    return {{"schema", 1},
            {"name", name},
            {"task", "text-classification"},
            {"model", {{"path", "/models/미니"}}},
            {"dataset", {{"path", "/d.csv"}}},
            {"method", {{"type", "lora"}, {"r", 8}}},
            {"training", {{"metric_for_best_model", "eval_accuracy"}}}};
}

Json step(int64_t n)
{
    return {{"event", "step"},      {"step", n},        {"loss", 1.0 / double(n)},
            {"learning_rate", 0.0}, {"grad_norm", 2.5}, {"epoch", 0.1}};
}

Json evaluation(int64_t n, double accuracy)
{
    return {{"event", "evaluation"}, {"step", n},
            {"split", "validation"}, {"eval_loss", 0.5},
            {"samples", 20},         {"accuracy", accuracy},
            {"f1_macro", nullptr},   {"per_class", {{"a", 1}}}};
}

/// A run with four steps and two evaluations, the first of them the better one.
RunFolder makeRun(const RunFolder &folder, const std::string &name,
                  const std::vector<Json> &end = {})
{
    folder.writeConfig(config(name));
    EventLog log(folder.events());
    log.append({{"event", "start"}, {"steps", 4}});
    for (int64_t n = 1; n <= 4; ++n) {
        log.append(step(n));
        if (n % 2 == 0)
            log.append(evaluation(n, n == 2 ? 0.75 : 0.5));
    }
    for (const Json &event : end)
        log.append(event);
    return folder;
}

RunFolder finishedRun(const fs::path &workspace, const std::string &name)
{
    return makeRun(RunFolder::create(workspace, name), name, {{{"event", "done"}, {"steps", 4}}});
}

void deleteDatabase(const fs::path &workspace)
{
    for (const char *name : {"luthier.db", "luthier.db-wal", "luthier.db-shm"})
        fs::remove(workspace / name);
}

} // namespace

class tst_RunStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsEnteredAndFound();
    void numbersOfARun();
    void aRunThatGoesOnLosesWhatWasTakenBack();
    void aDeletedDatabaseIsBuiltAgain();
    void runsElsewhereAreBuiltAgainToo();
    void statesFollowFromTheEvents_data();
    void statesFollowFromTheEvents();
    void aDeadProcessIsInterrupted();
    void twoProcessesAtOnce();
    void twoProcessesMakeTheDatabaseAtOnce();
    void killedWhileWriting();
    void aDatabaseOfANewerVersionIsLeftAlone();
    void aDamagedDatabaseIsMovedAside_data();
    void aDamagedDatabaseIsMovedAside();
    void aWorkspaceThatCannotBeWrittenTo();
    void oneUnreadableRunDoesNotHideTheOthers();
    void forgottenRunsAreGone();
    void aMovedWorkspaceKeepsItsRuns();
};

void tst_RunStore::aRunIsEnteredAndFound()
{
    const CommaLocale comma;
    const Folder workspace;
    const RunFolder folder = finishedRun(workspace.path(), "메일 하나");
    RunStore store(workspace.path());
    const std::string id = store.enter(folder);
    QCOMPARE(id, folder.id());
    store.setState(id, RunState::Done);
    for (const std::string &name : {id, folder.path().string(), std::string("메일 하나")}) {
        const auto run = store.find(name);
        QVERIFY2(run, name.c_str());
        QCOMPARE(run->id, id);
    }
    const RunRecord run = *store.find(id);
    QCOMPARE(run.folder, folder.path());
    QCOMPARE(run.model, std::string("/models/미니"));
    QCOMPARE(run.method, std::string("lora"));
    QVERIFY(run.state == RunState::Done);
    QCOMPARE(run.bestMetric, std::string("eval_accuracy"));
    QCOMPARE(run.bestValue, std::optional(0.75));
    QCOMPARE(run.bestStep, int64_t(2));
    QCOMPARE(run.lastStep, int64_t(4));
    QCOMPARE(run.config, config("메일 하나"));
    QVERIFY2(run.created.starts_with("2") && run.created.ends_with("Z"), run.created.c_str());
    QVERIFY(!store.find("unknown"));
}

void tst_RunStore::numbersOfARun()
{
    const Folder workspace;
    const RunFolder folder = RunFolder::create(workspace.path(), "a");
    folder.writeConfig(config("a"));
    RunStore store(workspace.path());
    const std::string id = store.enter(folder);
    const std::vector<Json> events{
        step(1),
        step(2),
        evaluation(2, 0.75),
        {{"event", "evaluation"}, {"step", 2}, {"split", "test"}, {"accuracy", 0.1}}};
    store.append(id, events);
    store.append(id, events);
    store.setBest(id, 0.75, 2);
    QCOMPARE(store.metrics(id, "loss"),
             (std::vector<MetricPoint>{{"loss", 1, 1.0}, {"loss", 2, 0.5}}));
    QCOMPARE(store.metrics(id, "eval_accuracy"),
             (std::vector<MetricPoint>{{"eval_accuracy", 2, 0.75}}));
    QVERIFY(store.metrics(id, "eval_f1_macro").empty());
    QVERIFY(store.metrics(id, "eval_samples").empty());
    QVERIFY(store.metrics("other", "loss").empty());
    QCOMPARE(store.find(id)->bestStep, int64_t(2));
}

void tst_RunStore::aRunThatGoesOnLosesWhatWasTakenBack()
{
    const Folder workspace;
    const RunFolder folder = makeRun(RunFolder::create(workspace.path(), "a"), "a");
    RunStore store(workspace.path());
    const std::string id = store.enter(folder);
    QCOMPARE(store.metrics(id, "loss").size(), size_t(4));
    const std::string created = store.find(id)->created;
    EventLog(folder.events())
        .cutBackTo(
            (eventLine({{"event", "start"}, {"steps", 4}}) + "\n" + eventLine(step(1)) + "\n")
                .size());
    QCOMPARE(store.enter(folder), id);
    QCOMPARE(store.metrics(id, "loss").size(), size_t(1));
    QVERIFY(!store.find(id)->bestValue);
    QCOMPARE(store.find(id)->created, created);
}

void tst_RunStore::aDeletedDatabaseIsBuiltAgain()
{
    const Folder workspace;
    std::vector<RunRecord> before;
    {
        RunStore store(workspace.path());
        QVERIFY(store.notices().empty());
        for (const char *name : {"one", "two", "three"})
            store.setState(store.enter(finishedRun(workspace.path(), name)), RunState::Done);
        before = store.runs();
    }
    deleteDatabase(workspace.path());
    const RunStore store(workspace.path());
    const auto after = store.runs();
    QCOMPARE(after.size(), size_t(3));
    for (const RunRecord &run : before) {
        const auto again = store.find(run.id);
        QVERIFY(again);
        QVERIFY(again->state == RunState::Done);
        QCOMPARE(again->created, run.created);
        QCOMPARE(again->bestValue, run.bestValue);
        QCOMPARE(again->config, run.config);
        QCOMPARE(store.metrics(run.id, "loss").size(), size_t(4));
    }
}

void tst_RunStore::runsElsewhereAreBuiltAgainToo()
{
    const Folder workspace, elsewhere;
    std::string id, twin;
    {
        RunStore store(workspace.path());
        id = store.enter(makeRun(RunFolder::createAt(elsewhere / "출력 하나"), "out"));
        twin = store.enter(makeRun(RunFolder::createAt(elsewhere / "deep/출력 하나"), "out"));
        QVERIFY(id != twin);
    }
    deleteDatabase(workspace.path());
    const RunStore store(workspace.path());
    QCOMPARE(store.runs().size(), size_t(2));
    QCOMPARE(store.find(id)->folder, elsewhere / "출력 하나");
    QCOMPARE(store.find((elsewhere / "deep/출력 하나/").string())->id, twin);
    fs::remove_all(elsewhere / "출력 하나");
    QVERIFY(store.find(id)->state == RunState::Missing);
}

void tst_RunStore::statesFollowFromTheEvents_data()
{
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("state");
    QTest::newRow("done") << R"({"event": "done"})"
                          << "done";
    QTest::newRow("stopped") << R"({"event": "done", "stopped": true})"
                             << "stopped";
    QTest::newRow("failed") << R"({"event": "error", "message": {}})"
                            << "failed";
    QTest::newRow("died") << R"({"event": "checkpoint", "step": 4})"
                          << "interrupted";
    QTest::newRow("odd") << R"({"event": 7, "step": "x"})"
                         << "interrupted";
}

void tst_RunStore::statesFollowFromTheEvents()
{
    QFETCH(QString, last);
    QFETCH(QString, state);
    const Folder workspace;
    makeRun(RunFolder::create(workspace.path(), "a"), "a", {Json::parse(last.toStdString())});
    QCOMPARE(QString::fromUtf8(word(RunStore(workspace.path()).runs().at(0).state)), state);
}

void tst_RunStore::aDeadProcessIsInterrupted()
{
    const Folder workspace;
    const RunFolder folder = makeRun(RunFolder::create(workspace.path(), "a"), "a");
    const int status = inChild([&]() -> int {
        const RunLock lock(folder.path());
        RunStore store(workspace.path());
        store.enter(folder);
        return store.runs().at(0).state == RunState::Running ? ::raise(SIGKILL) : 1;
    });
    QCOMPARE(status, -SIGKILL);
    QVERIFY(RunStore(workspace.path()).runs().at(0).state == RunState::Interrupted);
    const RunLock lock(folder.path());
    QVERIFY(RunStore(workspace.path()).runs().at(0).state == RunState::Running);
}

void tst_RunStore::twoProcessesAtOnce()
{
    const Folder workspace;
    constexpr int64_t steps = 100;
    const auto work = [&workspace](const std::string &name) {
        return [&workspace, name] {
            const RunFolder folder = RunFolder::create(workspace.path(), name);
            folder.writeConfig(config(name));
            const RunLock lock(folder.path());
            RunStore store(workspace.path());
            const std::string id = store.enter(folder);
            for (int64_t n = 1; n <= steps; ++n) {
                const std::vector<Json> events{step(n)};
                store.append(id, events);
            }
            store.setState(id, RunState::Done);
            return 0;
        };
    };
    std::vector<pid_t> children;
    for (const char *name : {"one", "two", "three"}) {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(sentenceOf(work(name)).empty() ? 0 : 1);
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
    }
    const RunStore store(workspace.path());
    QCOMPARE(store.runs().size(), size_t(3));
    for (const RunRecord &run : store.runs()) {
        QVERIFY(run.state == RunState::Done);
        QCOMPARE(store.metrics(run.id, "loss").size(), size_t(steps));
    }
}

void tst_RunStore::twoProcessesMakeTheDatabaseAtOnce()
{
    for (int round = 0; round < 10; ++round) {
        const Folder workspace;
        finishedRun(workspace.path(), "a");
        if (round % 2 == 1)
            std::ofstream(workspace / "luthier.db") << std::string(5000, 'x');
        std::vector<pid_t> children;
        for (int i = 0; i < 4; ++i) {
            const pid_t child = ::fork();
            if (child == 0)
                ::_exit(sentenceOf([&] {
                            if (RunStore(workspace.path()).runs().size() != 1)
                                throw failure("test", "no run");
                        }).empty()
                            ? 0
                            : 1);
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = -1;
            ::waitpid(child, &status, 0);
            QCOMPARE(status, 0);
        }
    }
}

void tst_RunStore::killedWhileWriting()
{
    const Folder workspace;
    const RunFolder folder = RunFolder::create(workspace.path(), "a");
    folder.writeConfig(config("a"));
    const std::string id = RunStore(workspace.path()).enter(folder);
    for (int round = 0; round < 5; ++round) {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            RunStore store(workspace.path());
            for (int64_t n = 1;; ++n) {
                const std::vector<Json> events{step(2 * n), step(2 * n + 1)};
                store.append(id, events);
                (void)!::write(ends[1], "x", 1);
            }
        }
        char byte = 0;
        for (int i = 0; i < 5 + round; ++i)
            QCOMPARE(::read(ends[0], &byte, 1), ssize_t(1));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ::close(ends[0]);
        ::close(ends[1]);
        const RunStore store(workspace.path());
        QVERIFY(store.notices().empty());
        const size_t points = store.metrics(id, "loss").size();
        // Both steps of a transaction or none.
        QVERIFY(points >= size_t(2 * (5 + round)) && points % 2 == 0);
    }
}

void tst_RunStore::aDatabaseOfANewerVersionIsLeftAlone()
{
    const Folder workspace;
    {
        RunStore store(workspace.path());
    }
    SQLite::Database((workspace / "luthier.db").string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA user_version = 99");
    const std::string before = files::read(workspace / "luthier.db");
    const std::string sentence = sentenceOf([&workspace] { RunStore store(workspace.path()); });
    QVERIFY2(has(sentence, "newer version") && has(sentence, "luthier.db"), sentence.c_str());
    QCOMPARE(files::read(workspace / "luthier.db"), before);
}

void tst_RunStore::aDamagedDatabaseIsMovedAside_data()
{
    QTest::addColumn<QString>("damage");
    for (const char *damage : {"no database", "header", "pages", "cut short"})
        QTest::newRow(damage) << damage;
}

void tst_RunStore::aDamagedDatabaseIsMovedAside()
{
    QFETCH(QString, damage);
    const std::string kind = damage.toStdString();
    const Folder workspace;
    const fs::path file = workspace / "luthier.db";
    {
        RunStore store(workspace.path());
        for (int i = 0; i < 20; ++i)
            store.enter(finishedRun(workspace.path(), "run " + std::to_string(i)));
    }
    std::string bytes = files::read(file);
    QVERIFY(bytes.size() > 20000);
    if (kind == "no database")
        bytes = "this is a letter, not a database\n";
    else if (kind == "header")
        bytes[3] = '!';
    else if (kind == "pages")
        std::fill(bytes.begin() + 4096, bytes.begin() + 12000, '\x5a');
    else
        bytes.resize(bytes.size() / 2);
    std::ofstream(file, std::ios::binary) << bytes;
    const RunStore store(workspace.path());
    QCOMPARE(store.runs().size(), size_t(20));
    QCOMPARE(store.notices().size(), size_t(1));
    const std::string sentence = store.notices()[0].english();
    QVERIFY2(has(sentence, "built again") && has(sentence, "luthier.db.damaged-"),
             sentence.c_str());
    const fs::path aside = sentence.substr(sentence.find("old file is ") + 12,
                                           sentence.size() - sentence.find("old file is ") - 13);
    QCOMPARE(files::read(aside), bytes);
    QVERIFY(RunStore(workspace.path()).notices().empty());
}

void tst_RunStore::aWorkspaceThatCannotBeWrittenTo()
{
    const Folder place;
    files::writeWhole(place / "file", "");
    const RunStore nowhere(place / "file/workspace");
    QVERIFY(nowhere.runs().empty());
    QVERIFY(has(nowhere.notices().at(0).english(), "cannot be written to"));
    // As a read-only folder looks to a process without rights: no lock file can be made.
    finishedRun(place / "ws", "a");
    fs::create_directory(place / "ws/luthier.lock");
    const RunStore store(place / "ws");
    QCOMPARE(store.runs().size(), size_t(1));
    QCOMPARE(store.notices().size(), size_t(1));
    QVERIFY(!fs::exists(place / "ws/luthier.db"));
}

void tst_RunStore::oneUnreadableRunDoesNotHideTheOthers()
{
    const Folder workspace;
    finishedRun(workspace.path(), "good");
    const RunFolder bad = finishedRun(workspace.path(), "bad");
    std::ofstream(bad.config()) << "{ \"name\": ";
    const RunFolder odd = finishedRun(workspace.path(), "odd");
    std::ofstream(odd.config())
        << R"({"name": 7, "model": [], "method": "lora", "training": null})";
    std::ofstream(odd.events()) << R"({"event": "step", "step": "x", "loss": {}})"
                                << "\n";
    fs::create_directories(workspace / "runs/empty");
    const RunStore store(workspace.path());
    QCOMPARE(store.runs().size(), size_t(2));
    QCOMPARE(store.notices().size(), size_t(1));
    QVERIFY(has(store.notices()[0].english(), bad.id()));
}

void tst_RunStore::forgottenRunsAreGone()
{
    const Folder workspace, elsewhere;
    RunStore store(workspace.path());
    const RunFolder folder = makeRun(RunFolder::createAt(elsewhere / "run"), "out");
    const std::string id = store.enter(folder);
    store.forget(id);
    QVERIFY(store.runs().empty());
    QVERIFY(store.metrics(id, "loss").empty());
    store.rebuild();
    QVERIFY(store.runs().empty());
    QVERIFY(RunFolder::holdsRun(folder.path()));
}

void tst_RunStore::aMovedWorkspaceKeepsItsRuns()
{
    const Folder place;
    {
        RunStore(place / "a").enter(finishedRun(place / "a", "run"));
    }
    fs::rename(place / "a", place / "b");
    const RunStore store(place / "b");
    QCOMPARE(store.runs().size(), size_t(1));
    QCOMPARE(store.runs()[0].folder.parent_path(), place / "b/runs");
    QVERIFY(store.runs()[0].state != RunState::Missing);
}

QTEST_APPLESS_MAIN(tst_RunStore)
#include "tst_run_store.moc"
