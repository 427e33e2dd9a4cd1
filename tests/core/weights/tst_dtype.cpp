// SPDX-License-Identifier: GPL-3.0-or-later
#include "safetensors_bytes.h"

#include "core/weights/dtype.h"

#include <QTest>

#include <cstring>
#include <limits>
#include <map>

using namespace luthier;
using namespace luthier::test;

class TestDType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convertsEveryHalf();
    void roundsDoubles();
    void namesAndSizes();
    void acceptsUnalignedBytes();
};

void TestDType::convertsEveryHalf()
{
    std::vector<uint16_t> halves(65536);
    for (size_t i = 0; i < halves.size(); ++i)
        halves[i] = uint16_t(i);
    std::vector<float> fromHalf(halves.size()), fromBrain(halves.size());
    convertToFloat(DType::F16, std::as_bytes(std::span(halves)), fromHalf);
    convertToFloat(DType::BF16, std::as_bytes(std::span(halves)), fromBrain);
    for (size_t i = 0; i < halves.size(); ++i) {
        const float half = exactHalf(uint16_t(i), 5, 10), brain = exactHalf(uint16_t(i), 8, 7);
        QVERIFY2(std::isnan(half) ? std::isnan(fromHalf[i]) : half == fromHalf[i],
                 std::to_string(i).c_str());
        QVERIFY2(std::isnan(brain) ? std::isnan(fromBrain[i]) : brain == fromBrain[i],
                 std::to_string(i).c_str());
        QCOMPARE(std::signbit(fromHalf[i]), i >= 0x8000);
    }
}

void TestDType::roundsDoubles()
{
    const double doubles[] = {0.1, -1e300, 1 + 0x1p-25};
    float rounded[3];
    convertToFloat(DType::F64, std::as_bytes(std::span(doubles)), rounded);
    QCOMPARE(rounded[0], 0.1f);
    QVERIFY(std::isinf(rounded[1]));
    QCOMPARE(rounded[2], 1.0f);
}

void TestDType::namesAndSizes()
{
    const std::map<std::string, size_t> sizes{{"F64", 8}, {"F32", 4}, {"F16", 2}, {"BF16", 2},
                                              {"I64", 8}, {"I32", 4}, {"I16", 2}, {"I8", 1},
                                              {"U8", 1},  {"BOOL", 1}};
    for (const auto &[name, size] : sizes) {
        const std::optional<DType> dtype = dtypeFromName(name);
        QVERIFY2(dtype && dtypeName(*dtype) == name && dtypeSize(*dtype) == size, name.c_str());
        QCOMPARE(isFloating(*dtype), name.find('F') != std::string::npos);
    }
    QVERIFY(!dtypeFromName("F8_E4M3") && !dtypeFromName("U16") && !dtypeFromName(""));
}

void TestDType::acceptsUnalignedBytes()
{
    std::vector<std::byte> bytes(9);
    const float values[] = {1.5f, std::numeric_limits<float>::infinity()};
    std::memcpy(bytes.data() + 1, values, sizeof values);
    float read[2];
    convertToFloat(DType::F32, std::span(bytes).subspan(1), read);
    QCOMPARE(read[0], 1.5f);
    QCOMPARE(countNonFinite(DType::F32, std::span(bytes).subspan(1)), (NonFiniteCount{0, 1}));
    QVERIFY_EXCEPTION_THROWN(convertToFloat(DType::F32, bytes, read), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(convertToFloat(DType::I64, bytes, read), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestDType)
#include "tst_dtype.moc"
