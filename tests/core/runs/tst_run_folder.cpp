// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_log.h"
#include "runs_test.h"

#include <csignal>
#include <fstream>
#include <set>

using namespace luthier;
using namespace luthier::runstest;

class tst_RunFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRunHasItsOwnFolder();
    void namesStayInsideTheFolder_data();
    void namesStayInsideTheFolder();
    void aFolderThatTheUserNames();
    void aFolderThatHoldsSomethingElse();
    void anOlderRunKeepsItsWays();
    void aFailedConfigKeepsTheOldOne();
    void onlyOneProcessTrains();
    void theLockGoesWithItsProcess();
    void askingForTheLockDoesNotTakeIt();
    void theLogTurnsOver();
    void lostLinesAreCounted();
};

void tst_RunFolder::everyRunHasItsOwnFolder()
{
    const Folder workspace;
    std::set<std::string> ids;
    for (int i = 0; i < 50; ++i)
        ids.insert(RunFolder::create(workspace.path(), "메일 one").id());
    QCOMPARE(ids.size(), size_t(50));
    QVERIFY2(ids.begin()->starts_with("메일-one-2"), ids.begin()->c_str());
}

void tst_RunFolder::namesStayInsideTheFolder_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"../../etc", "/abs", ".", "..", ".hidden", "a/b\\c:d*e?f", "", " ",
                             "-rf", "$(rm)`'\"", "한글"})
        QTest::newRow(name) << QString::fromUtf8(name);
    QTest::newRow("long") << QString::fromUtf8("가").repeated(500);
}

void tst_RunFolder::namesStayInsideTheFolder()
{
    QFETCH(QString, name);
    const Folder workspace;
    const RunFolder folder = RunFolder::create(workspace.path(), name.toStdString());
    QVERIFY(fs::is_directory(folder.path()));
    QCOMPARE(fs::canonical(folder.path()).parent_path(), fs::canonical(workspace / "runs"));
    QVERIFY(!folder.id().starts_with(".") && !folder.id().starts_with("-"));
    QVERIFY(QString::fromStdString(folder.id()).toUtf8().size() == int(folder.id().size()));
    for (const char forbidden : std::string("/\\:*?\"'`$() "))
        QVERIFY(folder.id().find(forbidden) == std::string::npos);
}

void tst_RunFolder::aFolderThatTheUserNames()
{
    const Folder place;
    const RunFolder folder = RunFolder::createAt(place / "새 폴더/a/run 1/");
    QCOMPARE(folder.id(), std::string("run 1"));
    folder.writeConfig(minimalPlan());
    QCOMPARE(RunFolder::open(folder.path()).readConfig(), minimalPlan());
    QCOMPARE(folder.checkpoint(12).filename().string(), std::string("checkpoint-12"));
    const std::string sentence = sentenceOf([&] { RunFolder::createAt(folder.path()); });
    QVERIFY2(has(sentence, "--resume"), sentence.c_str());
    QVERIFY(has(sentenceOf([&] { RunFolder::open(place / "none"); }), "holds no run"));
}

void tst_RunFolder::aFolderThatHoldsSomethingElse()
{
    const Folder place;
    files::writeWhole(place / "letter.txt", "dear");
    QVERIFY(has(sentenceOf([&] { RunFolder::createAt(place.path()); }), "holds other files"));
    QVERIFY(
        has(sentenceOf([&] { RunFolder::createAt(place / "letter.txt" / "run"); }), "letter.txt"));
    QCOMPARE(files::read(place / "letter.txt"), std::string("dear"));
    // What a process that was refused leaves behind.
    const RunFolder again = RunFolder::createAt(place / "run");
    {
        const RunLock lock(again.path());
    }
    RunFolder::createAt(place / "run");
}

void tst_RunFolder::anOlderRunKeepsItsWays()
{
    // Settings that came later have the value of what the older version did, whatever is usual now.
    const Folder place;
    const RunFolder folder = RunFolder::createAt(place / "run");
    Json config = minimalPlan();
    config["training"]["learning_rate"] = 3e-4;
    config["method"] = {{"type", "feature-extraction"}, {"train_pooler", true}};
    folder.writeConfig(config);
    Json read = folder.readConfig();
    QCOMPARE(read["training"]["new_head_lr_ratio"], Json(1.0));
    QCOMPARE(read["method"]["pooling"], Json("architecture"));
    read["training"]["new_head_lr_ratio"] = 30.0;
    folder.writeConfig(read);
    QCOMPARE(folder.readConfig()["training"]["new_head_lr_ratio"], Json(30.0));
}

void tst_RunFolder::aFailedConfigKeepsTheOldOne()
{
    const Folder place;
    const RunFolder folder = RunFolder::createAt(place / "run");
    folder.writeConfig({{"name", "old"}});
    for (int n = 1;; ++n) {
        const FailingOperation fault(n, EIO);
        const std::string sentence = sentenceOf([&] { folder.writeConfig({{"name", "new"}}); });
        if (!fault.wasReached(n))
            break;
        QVERIFY(!sentence.empty());
        const Json now = folder.readConfig();
        QVERIFY(now["name"] == "old" || now["name"] == "new");
    }
    QCOMPARE(folder.readConfig()["name"], Json("new"));
}

void tst_RunFolder::onlyOneProcessTrains()
{
    const Folder place;
    const RunLock lock(place.path());
    const auto second = [&place] {
        const std::string sentence = sentenceOf([&place] { const RunLock other(place.path()); });
        return has(sentence, "Process " + std::to_string(::getppid())) &&
                       has(sentence, "is training in")
                   ? 0
                   : 1;
    };
    QCOMPARE(inChild(second), 0);
    QVERIFY(!sentenceOf([&place] { const RunLock other(place.path()); }).empty());
}

void tst_RunFolder::theLockGoesWithItsProcess()
{
    const Folder place;
    const int status = inChild([&place]() -> int {
        const RunLock lock(place.path());
        return ::raise(SIGKILL);
    });
    QCOMPARE(status, -SIGKILL);
    QVERIFY(!RunLock::isHeld(place.path()));
    const RunLock lock(place.path());
    QVERIFY(RunLock::isHeld(place.path()));
}

void tst_RunFolder::askingForTheLockDoesNotTakeIt()
{
    const Folder place;
    QVERIFY(!RunLock::isHeld(place.path()));
    QVERIFY(!fs::exists(place / "run.lock"));
    {
        const RunLock lock(place.path());
    }
    QVERIFY(!RunLock::isHeld(place.path()));
    const RunLock lock(place.path());
    for (int i = 0; i < 3; ++i)
        QVERIFY(RunLock::isHeld(place.path()));
}

void tst_RunFolder::theLogTurnsOver()
{
    const Folder place;
    constexpr uint64_t limit = 2000;
    RunLog log(place / "log.txt", limit);
    for (int i = 0; i < 500; ++i)
        log.write("line " + std::to_string(i) + "\nwith more");
    QVERIFY(fs::file_size(place / "log.txt") < limit + 100);
    QVERIFY(fs::file_size(place / "log.1.txt") < limit + 100);
    QVERIFY(has(files::read(place / "log.txt"), "line 499\n    with more\n"));
    size_t entries = 0;
    for (const auto &entry : fs::directory_iterator(place.path()))
        entries += entry.is_regular_file();
    QCOMPARE(entries, size_t(2));
}

void tst_RunFolder::lostLinesAreCounted()
{
    const Folder place;
    RunLog log(place / "log.txt");
    log.write("one");
    {
        files::setFault([](files::Operation, const fs::path &) { return ENOSPC; });
        log.write("two");
        log.write("three");
        files::setFault({});
    }
    log.write("four");
    const std::string text = files::read(place / "log.txt");
    QVERIFY2(has(text, "2 lines before this one could not be written") && has(text, "four") &&
                 !has(text, "three"),
             text.c_str());
}

QTEST_APPLESS_MAIN(tst_RunFolder)
#include "tst_run_folder.moc"
