// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/checkpoint.h"
#include "core/runs/manifest.h"
#include "runs_test.h"

#include <csignal>
#include <fstream>

using namespace luthier;
using namespace luthier::runstest;

namespace {

/// A checkpoint of three files whose content follows from the step.
void save(const fs::path &run, int64_t step)
{
    CheckpointWriter writer(run, step);
    files::writeWhole(writer.folder() / "model.safetensors",
                      std::string(300, char('a' + step % 26)));
    files::writeWhole(writer.folder() / "state.json", Json{{"step", step}}.dump());
    files::makeFolder(writer.folder() / "부분 폴더");
    files::writeWhole(writer.folder() / "부분 폴더" / "optimizer", std::to_string(step));
    writer.commit();
}

void saveBest(const fs::path &run, const std::string &text)
{
    FolderWriter writer(run / "best");
    files::writeWhole(writer.folder() / "model", text);
    writer.commit();
}

int64_t newestStep(const fs::path &run)
{
    const CheckpointSearch search = newestComplete(run);
    if (!search.newest)
        return -1;
    // What is found must hold what was saved.
    const Json state = Json::parse(files::read(search.newest->path / "state.json"));
    return state["step"] == search.newest->step ? search.newest->step : -2;
}

void flipBit(const fs::path &file, size_t bit)
{
    std::string bytes = files::read(file);
    bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8)));
    std::ofstream(file, std::ios::binary) << bytes;
}

std::vector<std::string> namesIn(const fs::path &folder)
{
    std::vector<std::string> names;
    for (const auto &entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

} // namespace

class tst_Checkpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestIsFound();
    void nothingIsThereUntilCommit();
    void equalContentGivesEqualManifests();
    void aDamagedNewestIsPassedOver_data();
    void aDamagedNewestIsPassedOver();
    void everyBitOfTheManifestCounts();
    void everythingIsFlushedBeforeTheName();
    void aFolderUnderAnotherNameIsPassedOver();
    void allDamaged();
    void anyFailedOperationKeepsTheLastOne_data();
    void anyFailedOperationKeepsTheLastOne();
    void anyFailedOperationKeepsBest_data();
    void anyFailedOperationKeepsBest();
    void whereFoldersCannotBeSwapped();
    void killedAtAnyMoment();
    void aStepSavedAgainTakesThePlaceOfADamagedOne();
    void pruning();
    void damagedOnesDoNotCountWhenPruning();
    void leftoversGoWhenTheRunGoesOn();
    void linksAreRefused();
};

void tst_Checkpoint::theNewestIsFound()
{
    const Folder run;
    QVERIFY(!newestComplete(run.path()).newest);
    for (const int64_t step : {9, 10, 100, 20})
        save(run.path(), step);
    fs::create_directory(run / "checkpoint-900.part");
    fs::create_directory(run / "checkpoint-0900");
    fs::create_directory(run / "checkpoint--5");
    files::writeWhole(run / "checkpoint-800", "a file");
    const CheckpointSearch search = newestComplete(run.path());
    QCOMPARE(search.newest->step, int64_t(100));
    QVERIFY(search.skipped.empty());
}

void tst_Checkpoint::nothingIsThereUntilCommit()
{
    const Folder run;
    {
        CheckpointWriter writer(run.path(), 5);
        files::writeWhole(writer.folder() / "model", "x");
        QVERIFY(!newestComplete(run.path()).newest);
    }
    QVERIFY(namesIn(run.path()).empty());
}

void tst_Checkpoint::equalContentGivesEqualManifests()
{
    const Folder one, two;
    save(one.path(), 7);
    save(two.path(), 7);
    QCOMPARE(files::read(one / "checkpoint-7/manifest.json"),
             files::read(two / "checkpoint-7/manifest.json"));
}

void tst_Checkpoint::aDamagedNewestIsPassedOver_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("said");
    QTest::newRow("truncated") << "truncated"
                               << "model.safetensors in checkpoint-20 has 299 bytes instead of 300";
    QTest::newRow("emptied") << "emptied"
                             << "has 0 bytes instead of 300";
    QTest::newRow("longer") << "longer"
                            << "has 301 bytes instead of 300";
    QTest::newRow("one bit") << "one bit"
                             << "model.safetensors in checkpoint-20 is damaged";
    QTest::newRow("missing") << "missing"
                             << "checkpoint-20 lacks its file model.safetensors";
    QTest::newRow("extra") << "extra"
                           << "checkpoint-20 holds extra, which does not belong to it";
    QTest::newRow("no manifest") << "no manifest"
                                 << "manifest.json is missing";
    QTest::newRow("empty manifest") << "empty manifest"
                                    << "manifest.json";
    QTest::newRow("newer") << "newer"
                           << "newer version";
    QTest::newRow("empty folder") << "empty folder"
                                  << "was not saved to its end";
}

void tst_Checkpoint::aDamagedNewestIsPassedOver()
{
    QFETCH(QString, damage);
    QFETCH(QString, said);
    const std::string kind = damage.toStdString();
    const Folder run;
    save(run.path(), 10);
    save(run.path(), 20);
    const fs::path folder = run / "checkpoint-20", file = folder / "model.safetensors",
                   manifest = folder / "manifest.json";
    if (kind == "truncated")
        fs::resize_file(file, 299);
    else if (kind == "emptied")
        fs::resize_file(file, 0);
    else if (kind == "longer")
        fs::resize_file(file, 301);
    else if (kind == "one bit")
        flipBit(file, 1234);
    else if (kind == "missing")
        fs::remove(file);
    else if (kind == "extra")
        files::writeWhole(folder / "extra", "");
    else if (kind == "no manifest")
        fs::remove(manifest);
    else if (kind == "empty manifest")
        fs::resize_file(manifest, 0);
    else if (kind == "newer")
        files::writeWhole(manifest, R"({"schema": 2, "step": 20, "files": {}})");
    else if (kind == "empty folder")
        fs::remove_all(folder), fs::create_directory(folder);
    const CheckpointSearch search = newestComplete(run.path());
    QCOMPARE(search.newest->step, int64_t(10));
    QCOMPARE(search.skipped.size(), size_t(1));
    const std::string sentence = search.skipped[0].english();
    QVERIFY2(has(sentence, said.toStdString()) && has(sentence, "checkpoint-20"), sentence.c_str());
}

void tst_Checkpoint::everyBitOfTheManifestCounts()
{
    const Folder run;
    save(run.path(), 10);
    save(run.path(), 20);
    const fs::path manifest = run / "checkpoint-20/manifest.json";
    const size_t bits = size_t(fs::file_size(manifest)) * 8;
    for (size_t bit = 0; bit < bits; ++bit) {
        flipBit(manifest, bit);
        QVERIFY2(newestStep(run.path()) == 10, std::to_string(bit).c_str());
        flipBit(manifest, bit);
    }
    QCOMPARE(newestStep(run.path()), int64_t(20));
}

/// What a power cut needs: content, folders and manifest on the disk before the rename, the rename
/// after it.
void tst_Checkpoint::everythingIsFlushedBeforeTheName()
{
    const Folder run;
    std::vector<std::string> order;
    files::setFault([&](files::Operation operation, const fs::path &path) {
        const std::string name = path.lexically_relative(run.path()).string();
        if (operation == files::Operation::Sync)
            order.push_back("flush " + name);
        if (operation == files::Operation::Rename)
            order.push_back("rename to " + name);
        return 0;
    });
    CheckpointWriter writer(run.path(), 7);
    std::ofstream(writer.folder() / "model") << "written by other means";
    fs::create_directory(writer.folder() / "deep");
    std::ofstream(writer.folder() / "deep/optimizer") << "so is this";
    writer.commit();
    files::setFault({});
    const auto at = [&order](const std::string &what) {
        return std::ranges::find(order, what) - order.begin();
    };
    const auto manifest = at("rename to checkpoint-7.part/manifest.json");
    for (const char *name : {"model", "deep", "deep/optimizer"})
        QVERIFY2(at(std::string("flush checkpoint-7.part/") + name) < manifest, name);
    QVERIFY(at("flush checkpoint-7.part/manifest.json.part") < manifest);
    const auto named = at("rename to checkpoint-7");
    QVERIFY(manifest < at("flush checkpoint-7.part"));
    QVERIFY(at("flush checkpoint-7.part") < named);
    QVERIFY(named < at("flush ."));
    QVERIFY(at("flush .") < std::ssize(order));
}

void tst_Checkpoint::aFolderUnderAnotherNameIsPassedOver()
{
    const Folder run;
    save(run.path(), 10);
    save(run.path(), 20);
    fs::rename(run / "checkpoint-20", run / "checkpoint-30");
    QCOMPARE(newestStep(run.path()), int64_t(10));
}

void tst_Checkpoint::allDamaged()
{
    const Folder run;
    for (const int64_t step : {10, 20, 30}) {
        save(run.path(), step);
        fs::remove(run / ("checkpoint-" + std::to_string(step)) / "state.json");
    }
    const CheckpointSearch search = newestComplete(run.path());
    QVERIFY(!search.newest);
    QCOMPARE(search.skipped.size(), size_t(3));
    QVERIFY(has(search.skipped[0].english(), "checkpoint-30"));
}

void tst_Checkpoint::anyFailedOperationKeepsTheLastOne_data()
{
    QTest::addColumn<int>("error");
    QTest::newRow("disk full") << ENOSPC;
    QTest::newRow("read-only") << EROFS;
    QTest::newRow("input or output error") << EIO;
    QTest::newRow("no permission") << EACCES;
    QTest::newRow("too many open files") << EMFILE;
}

void tst_Checkpoint::anyFailedOperationKeepsTheLastOne()
{
    QFETCH(int, error);
    const Folder run;
    save(run.path(), 10);
    int failures = 0;
    for (int n = 1;; ++n) {
        const FailingOperation fault(n, error);
        const std::string sentence = sentenceOf([&run] { save(run.path(), 20); });
        if (!fault.wasReached(n))
            break;
        ++failures;
        QVERIFY2(has(sentence, "could not be written"), sentence.c_str());
        files::setFault({});
        // The flush of the parent folder fails after the rename: then the new one is there, and
        // whole.
        const int64_t newest = newestStep(run.path());
        QVERIFY2(newest == 10 || newest == 20, std::to_string(n).c_str());
        QVERIFY(newestComplete(run.path()).skipped.empty());
        QVERIFY(!fs::exists(run / "checkpoint-20.part"));
        fs::remove_all(run / "checkpoint-20");
    }
    // Three files of open, write, sync, rename, folder open, folder sync at the least.
    QVERIFY2(failures > 20, std::to_string(failures).c_str());
    QCOMPARE(newestStep(run.path()), int64_t(20));
}

void tst_Checkpoint::anyFailedOperationKeepsBest_data()
{
    anyFailedOperationKeepsTheLastOne_data();
    // What a file system answers that cannot swap folders.
    QTest::newRow("no swap") << EINVAL;
}

void tst_Checkpoint::anyFailedOperationKeepsBest()
{
    QFETCH(int, error);
    const Folder run;
    for (int n = 1;; ++n) {
        fs::remove_all(run / "best");
        saveBest(run.path(), "old");
        const FailingOperation fault(n, error);
        const std::string sentence = sentenceOf([&run] { saveBest(run.path(), "new"); });
        if (!fault.wasReached(n))
            break;
        files::setFault({});
        repairFolder(run / "best");
        QVERIFY2(!manifestFault(run / "best"), std::to_string(n).c_str());
        const std::string text = files::read(run / "best/model");
        QVERIFY2(text == "old" || text == "new", text.c_str());
        QVERIFY(!sentence.empty() || text == "new");
        QCOMPARE(namesIn(run.path()), std::vector<std::string>{"best"});
    }
    QCOMPARE(files::read(run / "best/model"), std::string("new"));
}

void tst_Checkpoint::whereFoldersCannotBeSwapped()
{
    const Folder run;
    const auto noSwap = [](files::Operation operation, const fs::path &path) {
        return operation == files::Operation::Rename && path.filename() == "best" ? EINVAL : 0;
    };
    saveBest(run.path(), "old");
    // The swap is refused, and so is the last rename: the old one comes back.
    files::setFault(noSwap);
    QVERIFY(!sentenceOf([&run] { saveBest(run.path(), "new"); }).empty());
    files::setFault({});
    QCOMPARE(files::read(run / "best/model"), std::string("old"));
    // The process dies when only the old one is whole.
    fs::rename(run / "best", run / "best.old");
    repairFolder(run / "best");
    QCOMPARE(files::read(run / "best/model"), std::string("old"));
    // The process dies after the old one stepped aside: the part is whole and newer.
    fs::rename(run / "best", run / "best.old");
    saveBest(run.path(), "new");
    fs::rename(run / "best", run / "best.part");
    repairFolder(run / "best");
    QCOMPARE(files::read(run / "best/model"), std::string("new"));
    QCOMPARE(namesIn(run.path()), std::vector<std::string>{"best"});
}

void tst_Checkpoint::killedAtAnyMoment()
{
    const Folder run;
    save(run.path(), 1);
    saveBest(run.path(), "0");
    // Killed at the n-th operation of the file layer: before it, and so after the one before.
    for (int n = 1; n < 120; ++n) {
        const int64_t before = newestStep(run.path());
        QVERIFY2(before >= 1, std::to_string(n).c_str());
        const int status = inChild([&run, n, before] {
            int count = 0;
            files::setFault([&count, n](files::Operation, const fs::path &) {
                return ++count == n ? ::raise(SIGKILL) : 0;
            });
            save(run.path(), before + 1);
            saveBest(run.path(), std::to_string(before));
            return 0;
        });
        const int64_t after = newestStep(run.path());
        QVERIFY2(after == before || after == before + 1, std::to_string(n).c_str());
        clearLeftovers(run.path(), after);
        QVERIFY2(!manifestFault(run / "best"), std::to_string(n).c_str());
        for (const std::string &name : namesIn(run.path()))
            QVERIFY2(!name.ends_with(".part") && !name.ends_with(".old"), name.c_str());
        if (status == 0) {
            QVERIFY(n > 40);
            return;
        }
    }
    QFAIL("the operations have no end");
}

void tst_Checkpoint::aStepSavedAgainTakesThePlaceOfADamagedOne()
{
    const Folder run;
    save(run.path(), 10);
    save(run.path(), 20);
    flipBit(run / "checkpoint-20/model.safetensors", 9);
    QCOMPARE(newestStep(run.path()), int64_t(10));
    save(run.path(), 20);
    QCOMPARE(newestStep(run.path()), int64_t(20));
    QCOMPARE(namesIn(run.path()), (std::vector<std::string>{"checkpoint-10", "checkpoint-20"}));
}

void tst_Checkpoint::pruning()
{
    const Folder run;
    for (int64_t step = 1; step <= 6; ++step)
        save(run.path(), step);
    QVERIFY(prune(run.path(), 0, {}).empty());
    QCOMPARE(checkpoints(run.path()).size(), size_t(6));
    const std::vector<int64_t> keep{2, 3};
    QVERIFY(prune(run.path(), 2, keep).empty());
    QCOMPARE(namesIn(run.path()), (std::vector<std::string>{"checkpoint-2", "checkpoint-3",
                                                            "checkpoint-5", "checkpoint-6"}));
    prune(run.path(), 1, {});
    QCOMPARE(namesIn(run.path()), std::vector<std::string>{"checkpoint-6"});
}

void tst_Checkpoint::damagedOnesDoNotCountWhenPruning()
{
    const Folder run;
    for (const int64_t step : {1, 2, 3, 9})
        save(run.path(), step);
    fs::resize_file(run / "checkpoint-9/state.json", 0);
    prune(run.path(), 1, {});
    QCOMPARE(newestStep(run.path()), int64_t(3));
}

void tst_Checkpoint::leftoversGoWhenTheRunGoesOn()
{
    const Folder run;
    save(run.path(), 1);
    save(run.path(), 2);
    fs::resize_file(run / "checkpoint-2/state.json", 1);
    fs::create_directories(run / "checkpoint-3.part/deep");
    fs::create_directories(run / "checkpoint-0.old");
    files::writeWhole(run / "run.json", "{}");
    std::ofstream(run / "run.json.part") << "{";
    saveBest(run.path(), "best");
    clearLeftovers(run.path(), 1);
    QCOMPARE(namesIn(run.path()), (std::vector<std::string>{"best", "checkpoint-1", "run.json"}));
}

void tst_Checkpoint::linksAreRefused()
{
    const Folder run, outside;
    save(run.path(), 1);
    save(run.path(), 2);
    const fs::path file = run / "checkpoint-2/state.json";
    fs::copy_file(file, outside / "state.json");
    fs::remove(file);
    fs::create_symlink(outside / "state.json", file);
    const CheckpointSearch search = newestComplete(run.path());
    QCOMPARE(search.newest->step, int64_t(1));
    QVERIFY(has(search.skipped[0].english(), "no plain file"));
}

QTEST_APPLESS_MAIN(tst_Checkpoint)
#include "tst_checkpoint.moc"
