// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/data_version.h"
#include "runs_test.h"

using namespace luthier;
using namespace luthier::runstest;

class tst_DataVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileHasTheHashOfItsBytes();
    void everyPartHasOne();
    void aFolderChangesWithNamesAndTexts();
    void changedFilesAreNamed();
    void missingFilesAreSaid();
    void stops();
};

namespace {

std::string hashOf(const DatasetSettings &dataset, const char *key = "path")
{
    return dataVersion(dataset, {}).at("sha256").at(key);
}

} // namespace

void tst_DataVersion::aFileHasTheHashOfItsBytes()
{
    const Folder folder;
    files::writeWhole(folder / "글 a.csv", "abc");
    const Json version = dataVersion({.path = folder / "글 a.csv"}, {});
    // FIPS 180-4's example.
    const Json expected = {
        {"sha256", {{"path", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}},
        {"remedies", Json::array()}};
    QVERIFY2(version == expected, version.dump().c_str());
}

void tst_DataVersion::everyPartHasOne()
{
    const Folder folder;
    DatasetSettings dataset{
        .train = folder / "a", .validation = folder / "b", .test = folder / "c"};
    for (const fs::path &file : {dataset.train, dataset.validation, dataset.test})
        files::writeWhole(file, file.filename().string());
    const Json hashes = dataVersion(dataset, {}).at("sha256");
    QCOMPARE(hashes.size(), size_t(3));
    QVERIFY(hashes["train"] != hashes["validation"] && hashes["validation"] != hashes["test"]);
}

void tst_DataVersion::aFolderChangesWithNamesAndTexts()
{
    const Folder folder;
    const DatasetSettings dataset{.path = folder / "mails"};
    for (const char *label : {"ham", "spam"}) {
        fs::create_directories(dataset.path / label);
        files::writeWhole(dataset.path / label / "1.txt", label);
    }
    const std::string first = hashOf(dataset);
    QCOMPARE(hashOf(dataset), first);
    fs::rename(dataset.path / "ham/1.txt", dataset.path / "ham/2.txt");
    const std::string renamed = hashOf(dataset);
    QVERIFY(renamed != first);
    files::writeWhole(dataset.path / "ham/2.txt", "more");
    QVERIFY(hashOf(dataset) != renamed && hashOf(dataset) != first);
    // What is no text is not trained on.
    const std::string texts = hashOf(dataset);
    files::writeWhole(dataset.path / "ham/photo.png", "no text");
    QCOMPARE(hashOf(dataset), texts);
}

void tst_DataVersion::changedFilesAreNamed()
{
    const Folder folder;
    DatasetSettings dataset{.train = folder / "train.csv", .test = folder / "test.csv"};
    files::writeWhole(dataset.train, "a");
    files::writeWhole(dataset.test, "b");
    const Json then = dataset.version = dataVersion(dataset, {});
    QCOMPARE(changedFiles(then, dataset), std::string());
    files::writeWhole(dataset.test, "c");
    dataset.version = dataVersion(dataset, {});
    QCOMPARE(changedFiles(then, dataset), std::string("test.csv"));
    files::writeWhole(dataset.train, "d");
    dataset.version = dataVersion(dataset, {});
    QCOMPARE(changedFiles(then, dataset), std::string("train.csv, test.csv"));
    // A run of before the hashes were kept.
    QCOMPARE(changedFiles(nullptr, dataset), std::string());
}

void tst_DataVersion::missingFilesAreSaid()
{
    const Folder folder;
    const std::string error = sentenceOf([&] { dataVersion({.path = folder / "gone.csv"}, {}); });
    QVERIFY2(error.find("gone.csv") != std::string::npos, error.c_str());
}

void tst_DataVersion::stops()
{
    const Folder folder;
    fs::create_directories(folder / "mails/ham");
    files::writeWhole(folder / "mails/ham/1.txt", "text");
    std::stop_source source;
    source.request_stop();
    QVERIFY(
        !sentenceOf([&] { dataVersion({.path = folder / "mails"}, source.get_token()); }).empty());
}

QTEST_APPLESS_MAIN(tst_DataVersion)
#include "tst_data_version.moc"
