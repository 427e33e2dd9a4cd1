// SPDX-License-Identifier: GPL-3.0-or-later
#include "safetensors_bytes.h"

#include "core/base/random.h"
#include "core/weights/safetensors.h"
#include "core/weights/safetensors_header.h"

#include <QTemporaryDir>
#include <QTest>

using namespace luthier;
using namespace luthier::test;

class TestSafetensorsSweeps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sweepsEveryCutPoint_data();
    void sweepsEveryCutPoint();
    void overlappingTensorsTakeNoMemory();
    void mutatedHeadersNeverLeaveTheFile();
    void mutatedLengthsAreRefused();

private:
    fs::path place(const std::string &name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void TestSafetensorsSweeps::sweepsEveryCutPoint_data()
{
    QTest::addColumn<std::string>("header");
    QTest::addColumn<std::string>("data");
    QTest::addColumn<std::string>("last");
    QTest::newRow("A16 two tensors") << goodHeader << goodData << std::string("second");
    QTest::newRow("A16 one tensor") << headerOf({tensorText("only", "\"F64\"", "[3]", "[0,24]")})
                                    << std::string(24, 'd') << std::string("only");
}

void TestSafetensorsSweeps::sweepsEveryCutPoint()
{
    QFETCH(std::string, header);
    QFETCH(std::string, data);
    QFETCH(std::string, last);
    const std::string whole = fileBytes(header, data);
    const fs::path path = place("cut.safetensors");
    for (size_t cut = 0; cut < whole.size(); ++cut) {
        put(path, whole.substr(0, cut));
        const std::string sentence = refusal([&] { SafetensorsFile::open(path); });
        QVERIFY2(isSentence(sentence), ("cut at " + std::to_string(cut) + ": " + sentence).c_str());
        const std::string missing = "ends " + std::to_string(whole.size() - cut) +
                                    " bytes before the end of tensor " + last;
        QCOMPARE(sentence.find(missing) != std::string::npos, cut >= 8 + header.size());
    }
    put(path, whole);
    QCOMPARE(refusal([&] { SafetensorsFile::open(path); }), std::string());
}

void TestSafetensorsSweeps::overlappingTensorsTakeNoMemory()
{
    const fs::path path = place("A12 bomb.safetensors");
    const uint64_t gigabyte = 1u << 30;
    {
        std::vector<std::string> tensors;
        for (int i = 0; i < 200'000; ++i)
            tensors.push_back(
                tensorText(std::to_string(i), "\"U8\"", "[1073741824]", "[0,1073741824]"));
        put(path, fileBytes(headerOf(tensors)));
    }
    fs::resize_file(path, fs::file_size(path) + gigabyte);
    std::ofstream("/proc/self/clear_refs") << "5";
    const int64_t before = memory("VmRSS");

    const std::string sentence = refusal([&] { SafetensorsFile::open(path); });

    QVERIFY2(sentence.find("overlaps others") != std::string::npos, sentence.c_str());
    const int64_t growth = memory("VmHWM") - before;
    QVERIFY2(growth < 64 * 1024, std::to_string(growth).c_str());
}

void TestSafetensorsSweeps::mutatedHeadersNeverLeaveTheFile()
{
    SplitMix64 random(20240607);
    int accepted = 0, refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string header = goodHeader;
        for (uint64_t flips = 1 + random.below(3); flips > 0; --flips) {
            const size_t at = random.below(header.size());
            switch (random.below(4)) {
            case 0:
                header[at] = char(header[at] ^ (1 << random.below(8)));
                break;
            case 1:
                header[at] = char(random.below(256));
                break;
            case 2:
                header[at] = char('0' + random.below(10));
                break;
            case 3:
                header.insert(at, 1, header[random.below(header.size())]);
                break;
            }
        }
        try {
            const SafetensorsHeader result =
                parseSafetensorsHeader(header, goodData.size(), "mutated");
            ++accepted;
            uint64_t total = 0;
            for (const auto &[name, info] : result.tensors) {
                QVERIFY(info.offset >= 8 + header.size());
                QVERIFY(info.offset + info.bytes <= 8 + header.size() + goodData.size());
                total += info.bytes;
            }
            QCOMPARE(total, uint64_t(goodData.size()));
        } catch (const Error &error) {
            ++refused;
            QVERIFY2(isFilled(error.message) && isSentence(error.what()), error.what());
        }
    }
    // Changes inside a name keep the file valid; nearly all others must not.
    QVERIFY2(accepted > 100 && refused > 10'000, std::to_string(accepted).c_str());
}

void TestSafetensorsSweeps::mutatedLengthsAreRefused()
{
    const std::string whole = fileBytes(goodHeader, goodData);
    const fs::path path = place("length.safetensors");
    for (int bit = 0; bit < 64; ++bit) {
        std::string bytes = whole;
        bytes[size_t(bit / 8)] = char(bytes[size_t(bit / 8)] ^ (1 << bit % 8));
        put(path, bytes);
        const std::string sentence = refusal([&] { SafetensorsFile::open(path); });
        QVERIFY2(isSentence(sentence), std::to_string(bit).c_str());
    }
}

QTEST_APPLESS_MAIN(TestSafetensorsSweeps)
#include "tst_safetensors_sweeps.moc"
