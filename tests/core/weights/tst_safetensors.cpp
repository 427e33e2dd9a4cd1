// SPDX-License-Identifier: GPL-3.0-or-later
#include "safetensors_bytes.h"

#include "core/weights/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <sys/stat.h>

using namespace luthier;
using namespace luthier::test;

namespace {

std::string onlyTensor(const std::string &dtype, const std::string &shape,
                       const std::string &offsets, size_t dataBytes = 8)
{
    return fileBytes(headerOf({tensorText("wte", dtype, shape, offsets)}),
                     std::string(dataBytes, 'd'));
}

} // namespace

class TestSafetensors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void refusesHeaderOverTheCap_data();
    void refusesHeaderOverTheCap();
    void refusesWhatIsNoFile();
    void accepts_data();
    void accepts();
    void readsPythonFile();
    void changedFileIsAnError_data();
    void changedFileIsAnError();
    void convertsLongTensorsInPieces();
    void wholeNumbersAreNoFloats();

private:
    fs::path place(const std::string &name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }
    void addLengthRows();
    void addTextRows();
    void addNumberRows();
    void addLayoutRows();

    QTemporaryDir m_folder;
};

namespace {

void row(const char *name, const std::string &bytes, const std::string &part)
{
    QTest::newRow(name) << bytes << part;
}

} // namespace

void TestSafetensors::addLengthRows()
{
    row("A1 empty file", "", "0 bytes and is shorter than the 8-byte length");
    row("A1 seven bytes", "1234567", "7 bytes and is shorter than the 8-byte length");
    row("A3 header longer than the file", lengthBytes(100) + "{}", "header of 100 bytes");
    row("A3 header length 2^63", lengthBytes(1ull << 63) + "{}",
        "header of 9223372036854775808 bytes");
    row("A3 header length 2^64-1", lengthBytes(~0ull) + "{}",
        "header of 18446744073709551615 bytes");
    row("A3 header one byte longer than the file", lengthBytes(3) + "{}", "header of 3 bytes");
    row("C6 GGUF content", "GGUF" + std::string("\3\0\0\0", 4) + "rest of it", "holds GGUF");
    row("C6 Git LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\n",
        "git lfs pull");
    row("C6 zip of PyTorch", std::string("PK\3\4\0\0\10\10", 8) + "archive/data.pkl",
        "never opened");
    row("C6 pickle", "\x80\x02\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20", "never opened");
}

void TestSafetensors::addTextRows()
{
    const std::string tensor = tensorText("a", "\"U8\"", "[0]", "[0,0]");
    row("A5 not UTF-8", fileBytes("{\"\xFF\":1}"), "not valid UTF-8 at byte 10");
    row("A5 overlong UTF-8", fileBytes("{\"\xC0\x80\":1}"), "not valid UTF-8 at byte 10");
    row("A5 surrogate in UTF-8", fileBytes("{\"\xED\xA0\x80\":1}"), "not valid UTF-8 at byte 11");
    row("A5 lone surrogate escape", fileBytes("{\"\\ud800\":1}"), "JSON is not valid at byte");
    row("A5 escaped zero byte in a name", fileBytes("{\"a\\u0000b\":{}}"),
        "control character, a?b");
    row("A5 zero byte in a name", fileBytes(std::string("{\"a\0b\":{}}", 10)),
        "zero byte at byte 11");
    row("A6 not JSON", fileBytes("{hello}"), "JSON is not valid at byte 9");
    row("A6 array", fileBytes("[1,2]"), "does not start with a brace");
    row("A6 byte order mark", fileBytes("\xEF\xBB\xBF{}"), "does not start with a brace");
    row("A6 space first", fileBytes(" {}"), "does not start with a brace");
    row("A6 trailing garbage", fileBytes("{}x"), "JSON is not valid at byte 10");
    row("A6 second object", fileBytes(headerOf({tensor}) + "{}"), "JSON is not valid at byte");
    row("A6 garbage behind a zero byte", fileBytes(std::string("{}\0MZ", 5)),
        "zero byte at byte 10");
    row("A6 comment", fileBytes("{}/* hidden */"), "JSON is not valid at byte 10");
    row("A6 unfinished", fileBytes("{\"a\":{\"dtype\""), "JSON is not valid at byte");
    row("A7 nesting 100,000 deep", fileBytes("{\"a\":" + std::string(100'000, '[')),
        "unexpected array");
    row("A7 objects 100,000 deep", fileBytes(repeated("{\"__metadata__\":", 100'000)),
        "unexpected object");
    row("A7 shape 100,000 deep", fileBytes("{\"a\":{\"shape\":" + std::string(100'000, '[')),
        "unexpected array");
    row("A7 metadata nested", fileBytes("{\"__metadata__\":{\"a\":{}}}"), "unexpected object");
    row("A8 tensor twice", fileBytes(headerOf({tensor, tensor})), "names a twice");
    row("A8 tensor twice by escape", fileBytes(headerOf({tensor, "\"\\u0061\":{}"})),
        "names a twice");
    row("A8 metadata twice", fileBytes("{\"__metadata__\":{},\"__metadata__\":{}}"),
        "names __metadata__ twice");
    row("A8 metadata key twice", fileBytes("{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}"),
        "names k twice");
    row("A8 field twice", fileBytes("{\"a\":{\"dtype\":\"U8\",\"dtype\":\"F32\"}}"),
        "names dtype twice");
    row("metadata that is no text", fileBytes("{\"__metadata__\":{\"k\":1}}"), "unexpected number");
    row("metadata null", fileBytes("{\"__metadata__\":null}"), "unexpected null");
    row("tensor that is no object", fileBytes("{\"a\":\"text\"}"), "unexpected string");
    row("unknown field", fileBytes("{\"a\":{\"strides\":[1]}}"), "unknown field strides");
    row("field missing", fileBytes("{\"a\":{\"dtype\":\"U8\",\"shape\":[0]}}"),
        "lacks the field data_offsets");
    row("name of a megabyte", fileBytes("{\"" + std::string(1 << 20, 'n') + "\":{}}"),
        "lacks the field dtype");
}

void TestSafetensors::addNumberRows()
{
    row("A9 unknown type", onlyTensor("\"F33\"", "[2]", "[0,8]"), "Tensor wte");
    row("A9 8-bit float", onlyTensor("\"F8_E4M3\"", "[8]", "[0,8]"), "the type F8_E4M3");
    row("A9 4-bit float", onlyTensor("\"F4\"", "[16]", "[0,8]"), "the type F4");
    row("A9 small letters", onlyTensor("\"f32\"", "[2]", "[0,8]"), "the type f32");
    row("A9 number as type", onlyTensor("32", "[2]", "[0,8]"), "unexpected number");
    const std::pair<const char *, const char *> numbers[] = {
        {"negative", "-1"},
        {"minus zero", "-0"},
        {"fractional", "1.5"},
        {"float", "2.0"},
        {"1e30", "1e30"},
        {"string", "\"8\""},
        {"2^63", "9223372036854775808"},
        {"2^64", "18446744073709551616"},
        {"100 digits", "100000000000000000000000000000000000000000000000000000000000000000000000000"
                       "0000000000000"},
        {"true", "true"},
        {"null", "null"}};
    for (const auto &[name, number] : numbers) {
        row(("A10 dimension " + std::string(name)).c_str(),
            onlyTensor("\"F32\"", std::string("[") + number + "]", "[0,8]"), "Tensor wte");
        row(("A10 offset " + std::string(name)).c_str(),
            onlyTensor("\"F32\"", "[2]", std::string("[0,") + number + "]"), "Tensor wte");
    }
    row("A10 dimension 1e400", onlyTensor("\"F32\"", "[1e400]", "[0,8]"),
        "JSON is not valid at byte");
    row("A10 one offset", onlyTensor("\"F32\"", "[2]", "[8]"), "has 1 data offsets instead of 2");
    row("A10 three offsets", onlyTensor("\"F32\"", "[2]", "[0,8,8]"), "more than 2 data offsets");
    row("A10 65 dimensions", onlyTensor("\"U8\"", "[1" + repeated(",1", 64) + "]", "[0,1]", 1),
        "more than 64 dimensions");
    row("A11 dimensions overflow", onlyTensor("\"U8\"", "[4294967296,4294967296]", "[0,8]"),
        "does not fit 64 bits");
    row("A11 size overflows to 0", onlyTensor("\"F32\"", "[4611686018427387904]", "[0,0]", 0),
        "does not fit 64 bits");
    row("A11 overflow before a zero",
        onlyTensor("\"U8\"", "[1099511627776,1099511627776,0]", "[0,0]", 0),
        "does not fit 64 bits");
}

void TestSafetensors::addLayoutRows()
{
    const auto two = [](const std::string &first, const std::string &second, size_t dataBytes) {
        return fileBytes(headerOf({tensorText("one", "\"U8\"", "[4]", first),
                                   tensorText("two", "\"U8\"", "[4]", second)}),
                         std::string(dataBytes, 'd'));
    };
    row("A12 overlap", two("[0,4]", "[2,6]", 8), "Tensor two");
    row("A12 same slice", two("[0,4]", "[0,4]", 4),
        "overlaps others: together they claim more than the 4 bytes");
    row("A12 empty tensor inside another",
        fileBytes(headerOf({tensorText("one", "\"U8\"", "[4]", "[0,4]"),
                            tensorText("two", "\"U8\"", "[0]", "[2,2]")}),
                  "data"),
        "Tensor two");
    row("A13 hole first", two("[1,5]", "[5,9]", 9), "1 unused bytes before tensor one at offset 1");
    row("A13 hole between", two("[0,4]", "[5,9]", 9),
        "1 unused bytes before tensor two at offset 5");
    row("A13 data after the last", two("[0,4]", "[4,8]", 11), "3 bytes after its last tensor");
    row("A13 data without tensors", fileBytes("{}", "polyglot"), "8 bytes after its last tensor");
    row("A14 begin behind end", onlyTensor("\"F32\"", "[2]", "[8,0]"),
        "begins at 8, behind its end at 0");
    row("A14 end beyond the file", onlyTensor("\"F32\"", "[3]", "[0,12]"),
        "ends 4 bytes before the end of tensor wte");
    row("A14 end at 2^63-1",
        onlyTensor("\"U8\"", "[9223372036854775807]", "[0,9223372036854775807]"),
        "bytes before the end of tensor wte");
    row("A14 length too small", onlyTensor("\"F32\"", "[3]", "[0,8]"),
        "takes 8 bytes at offset 0, but its shape and type need 12");
    row("A14 length too large", onlyTensor("\"F32\"", "[1]", "[0,8]"),
        "takes 8 bytes at offset 0, but its shape and type need 4");
}

void TestSafetensors::refuses_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("part");
    addLengthRows();
    addTextRows();
    addNumberRows();
    addLayoutRows();
}

void TestSafetensors::refuses()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, part);
    const fs::path path = place("hostile 모델.safetensors");
    put(path, bytes);

    const std::string sentence = refusal([&] { SafetensorsFile::open(path); });

    QVERIFY2(sentence.find(part) != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find(path.string()) != std::string::npos, sentence.c_str());
    QVERIFY2(isSentence(sentence), sentence.c_str());
}

void TestSafetensors::refusesHeaderOverTheCap_data()
{
    QTest::addColumn<qulonglong>("length");
    QTest::newRow("A4 one byte over the cap") << qulonglong(100'000'001);
    QTest::newRow("A4 header of 16 GiB") << (qulonglong(1) << 34);
}

void TestSafetensors::refusesHeaderOverTheCap()
{
    QFETCH(qulonglong, length);
    const fs::path path = place("long header.safetensors");
    put(path, lengthBytes(length));
    fs::resize_file(path, 8 + length);
    const int64_t before = memory("VmRSS");

    const std::string sentence = refusal([&] { SafetensorsFile::open(path); });

    QVERIFY2(sentence.find("more than the 100000000 bytes") != std::string::npos, sentence.c_str());
    QVERIFY(memory("VmRSS") - before < 16 * 1024);
}

void TestSafetensors::refusesWhatIsNoFile()
{
    const fs::path pipe = place("pipe");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QVERIFY(refusal([&] { SafetensorsFile::open(pipe); }).find("is not a file") !=
            std::string::npos);
    QVERIFY(refusal([&] { SafetensorsFile::open(place(".")); }).find("is not a file") !=
            std::string::npos);
    QVERIFY(refusal([&] {
                SafetensorsFile::open(place("absent"));
            }).find("absent cannot be read") != std::string::npos);
}

void TestSafetensors::accepts_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("tensors");
    const auto accept = [](const char *name, const std::string &bytes, int tensors) {
        QTest::newRow(name) << bytes << tensors;
    };
    accept("two tensors", fileBytes(goodHeader, goodData), 2);
    accept("A2 header length 0", lengthBytes(0), 0);
    accept("A2 no tensors", fileBytes("{}"), 0);
    accept("A2 metadata alone", fileBytes("{\"__metadata__\":{\"format\":\"pt\"}}"), 0);
    accept("A15 dimension 0", onlyTensor("\"F32\"", "[3,0]", "[0,0]", 0), 1);
    accept("A15 scalar", onlyTensor("\"F64\"", "[]", "[0,8]"), 1);
    accept("A15 empty tensors between",
           fileBytes(headerOf({tensorText("e1", "\"F32\"", "[0]", "[4,4]"),
                               tensorText("z", "\"F32\"", "[1]", "[0,4]"),
                               tensorText("e0", "\"F32\"", "[0]", "[0,0]"),
                               tensorText("a", "\"F32\"", "[1]", "[4,8]")}),
                     "datadata"),
           4);
    accept("64 dimensions", onlyTensor("\"U8\"", "[1" + repeated(",1", 63) + "]", "[0,1]", 1), 1);
    accept("fields in another order",
           fileBytes("{\"a\":{\"data_offsets\":[0,1],\"shape\":[1],\"dtype\":\"BOOL\"}}", "\1"), 1);
    accept(
        "padding and inner space",
        fileBytes("{ \"a\" : {\"data_offsets\":[0, 1],\"shape\":[1],\"dtype\":\"I8\"}}\n   ", "\1"),
        1);
    accept("header of 640 bytes", fileBytes("{}" + std::string(638, ' ')), 0);
}

void TestSafetensors::accepts()
{
    QFETCH(std::string, bytes);
    QFETCH(int, tensors);
    const fs::path path = place("good.safetensors");
    put(path, bytes);

    const SafetensorsFile file = SafetensorsFile::open(path);

    QCOMPARE(int(file.tensors().size()), tensors);
    std::string seen;
    for (const auto &[name, info] : file.tensors()) {
        std::string content(info.bytes, '\0');
        file.read(info, std::as_writable_bytes(std::span(content)));
        QCOMPARE(content, bytes.substr(info.offset, info.bytes));
        QCOMPARE(info.name, name);
    }
}

void TestSafetensors::readsPythonFile()
{
    const SafetensorsFile file =
        SafetensorsFile::open(fs::path(LUTHIER_TEST_DATA) / "weights/reference.safetensors");

    QCOMPARE(file.metadata().at("format"), std::string("pt"));
    QCOMPARE(int(file.tensors().size()), 13);
    for (const char *name : {"of.f64", "of.f32", "of.f16", "of.bf16"}) {
        const TensorInfo &info = file.tensors().at(name);
        QCOMPARE(info.shape, (std::vector<int64_t>{2, 3}));
        std::vector<float> values(6);
        file.readAsFloat(info, values);
        QCOMPARE(values, (std::vector<float>{0, 1, 2, 3, 4, 5}));
    }
    std::vector<int64_t> whole(6);
    file.read(file.tensors().at("of.i64"), std::as_writable_bytes(std::span(whole)));
    QCOMPARE(whole, (std::vector<int64_t>{0, 1, 2, 3, 4, 5}));
    float scalar = 0;
    file.readAsFloat(file.tensors().at("a scalar"), std::span(&scalar, 1));
    QCOMPARE(scalar, -1.5f);
    QCOMPARE(file.tensors().at("no rows").bytes, uint64_t(0));
    QCOMPARE(file.countNonFinite(file.tensors().at("가중치 \"quoted\" back\\slash é/")),
             (NonFiniteCount{1, 1}));
}

void TestSafetensors::changedFileIsAnError_data()
{
    using Change = std::function<void(const fs::path &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<std::string>("part");
    QTest::newRow("A19 truncated")
        << Change([](const fs::path &path) { fs::resize_file(path, 100); })
        << std::string("was changed while it was being read");
    QTest::newRow("A19 emptied") << Change([](const fs::path &path) { put(path, ""); })
                                 << std::string("was changed while it was being read");
    QTest::newRow("A19 longer") << Change([](const fs::path &path) {
        std::ofstream(path, std::ios::app) << "more";
    }) << std::string("was changed while it was being read");
    QTest::newRow("A19 other content, same length") << Change([](const fs::path &path) {
        const fs::file_time_type then = fs::last_write_time(path);
        put(path, fileBytes(goodHeader, std::string(12, 'y')));
        fs::last_write_time(path, then + std::chrono::milliseconds(1));
    }) << std::string("was changed while it was being read");
    QTest::newRow("replaced by renaming: the old content is read")
        << Change([](const fs::path &path) {
               put(path.string() + ".new", "other");
               fs::rename(path.string() + ".new", path);
           })
        << std::string();
}

void TestSafetensors::changedFileIsAnError()
{
    QFETCH(std::function<void(const fs::path &)>, change);
    QFETCH(std::string, part);
    const fs::path path = place("changing.safetensors");
    put(path, fileBytes(goodHeader, goodData));
    const SafetensorsFile file = SafetensorsFile::open(path);
    change(path);

    std::string content(8, '\0');
    const std::string sentence = refusal(
        [&] { file.read(file.tensors().at("first"), std::as_writable_bytes(std::span(content))); });

    if (part.empty())
        QCOMPARE(content, std::string(8, 'x'));
    QVERIFY2(part.empty() ? sentence.empty() : sentence.find(part) != std::string::npos,
             sentence.c_str());
}

void TestSafetensors::convertsLongTensorsInPieces()
{
    // Longer than one piece, and no multiple of it.
    std::vector<uint16_t> halves(1'300'003);
    for (size_t i = 0; i < halves.size(); ++i)
        halves[i] = uint16_t(i % 0x7C00);
    halves[1'300'002] = 0x7C00;
    const fs::path path = place("long.safetensors");
    writeSafetensors(path, {{"long", DType::F16, {1'300'003}, std::as_bytes(std::span(halves))}});
    const SafetensorsFile file = SafetensorsFile::open(path);
    std::vector<float> floats(halves.size());

    file.readAsFloat(file.tensors().at("long"), floats);

    for (size_t i = 0; i < halves.size(); ++i)
        QVERIFY2(floats[i] == exactHalf(halves[i], 5, 10), std::to_string(i).c_str());
    QCOMPARE(file.countNonFinite(file.tensors().at("long")), (NonFiniteCount{0, 1}));
}

void TestSafetensors::wholeNumbersAreNoFloats()
{
    const fs::path path = place("ids.safetensors");
    put(path, onlyTensor("\"I64\"", "[1]", "[0,8]"));
    const SafetensorsFile file = SafetensorsFile::open(path);
    float value = 0;
    const std::string sentence =
        refusal([&] { file.readAsFloat(file.tensors().at("wte"), std::span(&value, 1)); });
    QVERIFY2(sentence.find("Tensor wte") != std::string::npos &&
                 sentence.find("holds I64") != std::string::npos,
             sentence.c_str());
}

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
