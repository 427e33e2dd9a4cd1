// SPDX-License-Identifier: GPL-3.0-or-later
#include "safetensors_bytes.h"

#include "core/base/files.h"
#include "core/base/random.h"
#include "core/weights/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <deque>

using namespace luthier;
using namespace luthier::test;

namespace {

struct RandomTensors
{
    std::deque<std::string> contents;
    std::vector<TensorEntry> entries;
};

RandomTensors randomTensors(SplitMix64 &random)
{
    const std::string pieces[] = {"a", "layer.", "0", "ä", "중", "\"", "\\", " ", "/", "😀", "z"};
    RandomTensors result;
    const size_t count = random.below(20);
    for (size_t i = 0; i < count; ++i) {
        std::string name = std::to_string(i) + ":";
        for (uint64_t length = random.below(6); length > 0; --length)
            name = pieces[random.below(std::size(pieces))] + name;
        const DType dtype = DType(random.below(10));
        std::vector<int64_t> shape(random.below(4));
        uint64_t elements = 1;
        for (int64_t &dimension : shape)
            elements *= uint64_t(dimension = int64_t(random.below(6)));
        std::string &content = result.contents.emplace_back(elements * dtypeSize(dtype), '\0');
        for (char &byte : content)
            byte = char(random.next());
        result.entries.push_back({name, dtype, shape, std::as_bytes(std::span(content))});
    }
    return result;
}

std::string contentOf(const SafetensorsFile &file, const TensorInfo &info)
{
    std::string content(info.bytes, '\0');
    file.read(info, std::as_writable_bytes(std::span(content)));
    return content;
}

std::string asText(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

} // namespace

class TestSafetensorsWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomFilesRoundTrip();
    void writesTheBytesOfThePythonLibrary();
    void writesEmptyFileLikeThePythonLibrary();
    void failureAtAnyStepKeepsTheOldFile();
    void refusesEntriesThatDoNotFit();

private:
    fs::path place(const std::string &name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void TestSafetensorsWriter::randomFilesRoundTrip()
{
    SplitMix64 random(7);
    const fs::path path = place("with space 한글.safetensors");
    for (int round = 0; round < 100; ++round) {
        const RandomTensors tensors = randomTensors(random);
        writeSafetensors(path, tensors.entries,
                         {{"format", "pt"}, {"note", "two\nlines \"quoted\""}});
        const SafetensorsFile file = SafetensorsFile::open(path);
        QCOMPARE(file.tensors().size(), tensors.entries.size());
        QCOMPARE(file.metadata().at("note"), std::string("two\nlines \"quoted\""));
        for (const TensorEntry &entry : tensors.entries) {
            const TensorInfo &info = file.tensors().at(entry.name);
            QCOMPARE(info.shape, entry.shape);
            QVERIFY(info.dtype == entry.dtype);
            QCOMPARE(info.offset % dtypeSize(info.dtype), uint64_t(0));
            QCOMPARE(contentOf(file, info), asText(entry.bytes));
        }
        std::vector<TensorEntry> reversed(tensors.entries.rbegin(), tensors.entries.rend());
        writeSafetensors(place("again"), reversed, file.metadata());
        QCOMPARE(get(place("again")), get(path));
    }
}

void TestSafetensorsWriter::writesTheBytesOfThePythonLibrary()
{
    const fs::path reference = fs::path(LUTHIER_TEST_DATA) / "weights/reference.safetensors";
    const SafetensorsFile file = SafetensorsFile::open(reference);
    std::deque<std::string> contents;
    std::vector<TensorEntry> entries;
    for (const auto &[name, info] : file.tensors())
        entries.push_back({name, info.dtype, info.shape,
                           std::as_bytes(std::span(contents.emplace_back(contentOf(file, info))))});

    writeSafetensors(place("ours.safetensors"), entries);

    QCOMPARE(get(place("ours.safetensors")), get(reference));
}

void TestSafetensorsWriter::writesEmptyFileLikeThePythonLibrary()
{
    writeSafetensors(place("empty.safetensors"), {});
    QCOMPARE(get(place("empty.safetensors")), fileBytes("{\"__metadata__\":{\"format\":\"pt\"}}"));
    writeSafetensors(place("empty.safetensors"), {}, {});
    QCOMPARE(get(place("empty.safetensors")), fileBytes("{}      "));
}

void TestSafetensorsWriter::failureAtAnyStepKeepsTheOldFile()
{
    const fs::path path = place("kept.safetensors");
    const std::string content(4096, 'c');
    const std::vector<TensorEntry> entries{
        {"a", DType::U8, {4096}, std::as_bytes(std::span(content))},
        {"b", DType::U8, {4096}, std::as_bytes(std::span(content))}};
    writeSafetensors(path, {});
    const std::string old = get(path);
    int failures = 0;
    for (int failing = 0;; ++failing) {
        int call = 0;
        // The last flush is of the folder: by then the new file is in place.
        files::setFault([&](files::Operation operation, const fs::path &at) {
            return at != path.parent_path() && call++ == failing ? ENOSPC : 0;
        });
        const std::string sentence = refusal([&] { writeSafetensors(path, entries); });
        files::setFault({});
        if (sentence.empty())
            break;
        ++failures;
        QVERIFY2(isSentence(sentence), sentence.c_str());
        QCOMPARE(get(path), old);
        QVERIFY(!fs::exists(path.string() + ".part"));
    }
    // Opening, four writes, flush, rename.
    QCOMPARE(failures, 7);
    QCOMPARE(SafetensorsFile::open(path).tensors().size(), size_t(2));
}

void TestSafetensorsWriter::refusesEntriesThatDoNotFit()
{
    const std::string content(8, 'c');
    const auto bytes = std::as_bytes(std::span(content));
    const fs::path path = place("never.safetensors");
    const std::vector<std::vector<TensorEntry>> bad{
        {{"short", DType::F32, {3}, bytes}},
        {{"negative", DType::U8, {-8}, bytes}},
        {{"__metadata__", DType::U8, {8}, bytes}},
        {{"same", DType::U8, {8}, bytes}, {"same", DType::I64, {1}, bytes}}};
    for (const std::vector<TensorEntry> &entries : bad)
        QVERIFY_EXCEPTION_THROWN(writeSafetensors(path, entries), std::invalid_argument);
    QVERIFY(!fs::exists(path));
}

QTEST_APPLESS_MAIN(TestSafetensorsWriter)
#include "tst_safetensors_writer.moc"
