// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include <QTest>

#include <arrow/api.h>
#include <arrow/io/memory.h>
#include <arrow/ipc/writer.h>
#include <parquet/arrow/writer.h>

using namespace luthier;
using namespace std::string_literals;

namespace {

template <typename T>
T taken(arrow::Result<T> result)
{
    if (!result.ok())
        qFatal("%s", result.status().ToString().c_str());
    return std::move(result).ValueUnsafe();
}

template <typename Builder, typename Values>
std::shared_ptr<arrow::Array> column(const Values &values)
{
    Builder builder;
    for (const auto &value : values)
        if (!(value ? builder.Append(*value) : builder.AppendNull()).ok())
            qFatal("the test's column cannot be made");
    return taken(builder.Finish());
}

template <typename T>
using Values = std::vector<std::optional<T>>;

std::shared_ptr<arrow::Table> sample()
{
    const auto text = column<arrow::StringBuilder>(Values<std::string>{"first", "", {}, "한글"});
    const auto label =
        column<arrow::StringDictionaryBuilder>(Values<std::string>{"x", "y", "x", {}});
    const auto whole = column<arrow::Int64Builder>(Values<int64_t>{1, -2, 3, {}});
    const auto real = column<arrow::DoubleBuilder>(Values<double>{0.5, 1e300, {}, -0.1});
    const auto flag = column<arrow::BooleanBuilder>(Values<bool>{true, false, {}, true});
    const auto schema = arrow::schema(
        {arrow::field("text", arrow::utf8()), arrow::field("label", label->type()),
         arrow::field("whole", arrow::int64()), arrow::field("real", arrow::float64()),
         arrow::field("flag", arrow::boolean())});
    return arrow::Table::Make(schema, {text, label, whole, real, flag});
}

std::string asArrow(const arrow::Table &table, arrow::Compression::type compression)
{
    auto out = taken(arrow::io::BufferOutputStream::Create());
    auto options = arrow::ipc::IpcWriteOptions::Defaults();
    options.codec = taken(arrow::util::Codec::Create(compression));
    auto writer = taken(arrow::ipc::MakeFileWriter(out, table.schema(), options));
    if (!writer->WriteTable(table).ok() || !writer->Close().ok())
        qFatal("the test's file cannot be written");
    return taken(out->Finish())->ToString();
}

std::string asParquet(const arrow::Table &table, int64_t rowsInGroup = 1 << 20)
{
    auto out = taken(arrow::io::BufferOutputStream::Create());
    if (!parquet::arrow::WriteTable(table, arrow::default_memory_pool(), out, rowsInGroup).ok())
        qFatal("the test's file cannot be written");
    return taken(out->Finish())->ToString();
}

/// A word of three for each of these numbers, whether there is one or not.
std::string wordsOf(const Values<int32_t> &numbers)
{
    const auto words = column<arrow::StringBuilder>(Values<std::string>{"x", "y", "z"});
    const auto type = arrow::dictionary(arrow::int32(), arrow::utf8());
    const auto cells =
        std::make_shared<arrow::DictionaryArray>(type, column<arrow::Int32Builder>(numbers), words);
    return asArrow(*arrow::Table::Make(arrow::schema({arrow::field("label", type)}),
                                       {std::static_pointer_cast<arrow::Array>(cells)}),
                   arrow::Compression::UNCOMPRESSED);
}

/// 400 rows that name one word of eight megabytes: three gigabytes of text from a small file.
std::string bomb()
{
    arrow::StringDictionaryBuilder builder;
    const std::string word(8 << 20, 'x');
    for (int row = 0; row < 400; ++row)
        if (!builder.Append(word).ok())
            qFatal("the test's column cannot be made");
    const auto cells = taken(builder.Finish());
    return asArrow(
        *arrow::Table::Make(arrow::schema({arrow::field("text", cells->type())}), {cells}),
        arrow::Compression::ZSTD);
}

/// `content` with the only place that holds `bytes` overwritten from `at` on.
template <typename T>
std::string overwritten(std::string content, std::string_view bytes, size_t at, T value)
{
    const size_t found = content.find(bytes);
    if (found == std::string::npos || content.find(bytes, found + 1) != std::string::npos)
        qFatal("the test's place is not there once");
    return content.replace(found + at, sizeof value, reinterpret_cast<const char *>(&value),
                           sizeof value);
}

const QByteArray expected = "first|x|1|0.5|true/|y|-2|1e+300|false/~|x|3|~|~/한글|~|~|-0.1|true";

} // namespace

class tst_Arrow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void rowGroups();
    void otherTypesArePrinted();
    void listsReadAsJson();
    void wordsOfADictionary();
    void refuses_data();
    void refuses();
    void hostileBytes_data();
    void hostileBytes();
};

void tst_Arrow::reads_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("format");
    using Codec = arrow::Compression;
    const auto table = sample();
    QTest::newRow("Arrow") << QByteArray::fromStdString(asArrow(*table, Codec::UNCOMPRESSED))
                           << QByteArray("Arrow");
    QTest::newRow("Feather, LZ4") << QByteArray::fromStdString(asArrow(*table, Codec::LZ4_FRAME))
                                  << QByteArray("Arrow");
    QTest::newRow("Feather, Zstandard")
        << QByteArray::fromStdString(asArrow(*table, Codec::ZSTD)) << QByteArray("Arrow");
    QTest::newRow("Parquet") << QByteArray::fromStdString(asParquet(*table))
                             << QByteArray("Parquet");
}

void tst_Arrow::reads()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, format);
    // Whatever its name says.
    for (const char *name : {"rows.parquet", "rows.bin"}) {
        const Table table = readText(content.toStdString(), name);
        QCOMPARE(shown(table), expected);
        QCOMPARE(shownNames(table), QByteArray("text|label|whole|real|flag"));
        QCOMPARE(shownLines(table), QByteArray("1,2,3,4"));
        QCOMPARE(QByteArray::fromStdString(table.facts.format), format);
        QCOMPARE(table.facts.bytes, uint64_t(content.size()));
        QCOMPARE(table.facts.lines, int64_t(0));
    }
}

void tst_Arrow::rowGroups()
{
    QCOMPARE(shown(readText(asParquet(*sample(), 1), "rows.parquet")), expected);
}

void tst_Arrow::otherTypesArePrinted()
{
    const auto date = column<arrow::Date32Builder>(Values<int32_t>{0, 1});
    const auto table =
        arrow::Table::Make(arrow::schema({arrow::field("day", arrow::date32())}), {date});
    QCOMPARE(shown(readText(asParquet(*table), "rows.parquet")),
             QByteArray("1970-01-01/1970-01-02"));
}

void tst_Arrow::listsReadAsJson()
{
    const auto words = std::make_shared<arrow::StringBuilder>();
    arrow::ListBuilder lists(arrow::default_memory_pool(), words);
    const std::vector<std::vector<std::string>> rows{{"a", "say \"b\""}, {}, {"한"}};
    for (const auto &row : rows) {
        bool good = lists.Append().ok();
        for (const std::string &word : row)
            good = words->Append(word).ok() && good;
        QVERIFY(good);
    }
    QVERIFY(lists.AppendNull().ok());
    const auto numbers = std::make_shared<arrow::Int32Builder>();
    arrow::FixedSizeListBuilder pairs(arrow::default_memory_pool(), numbers, 2);
    for (int row = 0; row < 4; ++row)
        QVERIFY(pairs.Append().ok() && numbers->Append(row).ok() && numbers->AppendNull().ok());
    const auto first = taken(lists.Finish()), second = taken(pairs.Finish());
    const auto table = arrow::Table::Make(
        arrow::schema({arrow::field("label", first->type()), arrow::field("n", second->type())}),
        {first, second});
    const QByteArray cells =
        R"(["a", "say \"b\""]|[0, null]/[]|[1, null]/["한"]|[2, null]/~|[3, null])";
    QCOMPARE(shown(readText(asArrow(*table, arrow::Compression::UNCOMPRESSED), "rows.arrow")),
             cells);
    QCOMPARE(shown(readText(asParquet(*table), "rows.parquet")), cells);
}

void tst_Arrow::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("id");
    const std::string parquet = asParquet(*sample());
    const std::string arrowFile = asArrow(*sample(), arrow::Compression::UNCOMPRESSED);
    const auto add = [](const char *name, const std::string &content, const char *id) {
        QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(id);
    };
    add("E14 Parquet cut off", parquet.substr(0, parquet.size() / 2), "data.damaged");
    add("E14 Arrow cut off", arrowFile.substr(0, arrowFile.size() / 2), "data.damaged");
    add("E14 head only", "PAR1", "data.damaged");
    add("E14 footer longer than the file", "PAR1" + std::string("\xFF\xFF\xFF\x7FPAR1", 8),
        "data.damaged");
    add("E14 Arrow footer longer than the file",
        "ARROW1\0\0"s + std::string("\xFF\xFF\xFF\x7F"
                                    "ARROW1",
                                    10),
        "data.damaged");
    // The offsets of "first", "", null and two letters of three bytes.
    const int32_t offsets[]{0, 5, 5, 5, 11};
    const std::string_view pattern(reinterpret_cast<const char *>(offsets), sizeof offsets);
    add("E14 Arrow offset below zero", overwritten(arrowFile, pattern, 8, int32_t(-5)),
        "data.damaged");
    add("E14 Arrow offset beyond the text", overwritten(arrowFile, pattern, 8, 1 << 30),
        "data.damaged");
    add("E14 Arrow offsets that fall", overwritten(arrowFile, pattern, 4, int32_t(6)),
        "data.damaged");
    add("E14 Arrow dictionary index too big", wordsOf({0, 1, 3}), "data.damaged");
    add("E14 Arrow dictionary index 2^31 - 1", wordsOf({0, 1, INT32_MAX}), "data.damaged");
    add("E14 Arrow dictionary index below zero", wordsOf({0, -1, 2}), "data.damaged");
    add("E14 Arrow dictionary bomb", bomb(), "data.asks_for_memory");
    // In a page of plain texts their length stands before each.
    const std::string_view first("\5\0\0\0first", 9);
    add("E14 Parquet text longer than its page", overwritten(parquet, first, 0, INT32_MAX),
        "data.damaged");
    add("E14 Parquet text of negative length", overwritten(parquet, first, 0, int32_t(-1)),
        "data.damaged");
    add("E14 Parquet footer overwritten",
        std::string(parquet).replace(parquet.size() - 100, 40, 40, '\xFF'), "data.damaged");
    const auto none = arrow::Table::Make(arrow::schema({arrow::field("text", arrow::utf8())}),
                                         {column<arrow::StringBuilder>(Values<std::string>{})});
    add("E1 no rows", asParquet(*none), "data.header_only");
    const auto text = column<arrow::StringBuilder>(Values<std::string>{"a"});
    const auto field = arrow::field("text", arrow::utf8());
    add("two columns of one name",
        asArrow(*arrow::Table::Make(arrow::schema({field, field}), {text, text}),
                arrow::Compression::UNCOMPRESSED),
        "data.column_twice");
}

void tst_Arrow::wordsOfADictionary()
{
    QCOMPARE(shown(readText(wordsOf({0, 2, {}, 1}), "rows.arrow")), QByteArray("x/z/~/y"));
    QVERIFY(bomb().size() < (1 << 20));
}

void tst_Arrow::refuses()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, id);
    const QByteArray error = errorOf([&] { readText(content.toStdString(), "rows.bin"); });
    QVERIFY2(error.startsWith(id + ": "), error.constData());
}

void tst_Arrow::hostileBytes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("E14 Arrow, bytes changed")
        << QByteArray::fromStdString(asArrow(*sample(), arrow::Compression::UNCOMPRESSED));
    QTest::newRow("E14 Feather, bytes changed")
        << QByteArray::fromStdString(asArrow(*sample(), arrow::Compression::LZ4_FRAME));
    QTest::newRow("E14 Parquet, bytes changed") << QByteArray::fromStdString(asParquet(*sample()));
}

void tst_Arrow::hostileBytes()
{
    QFETCH(QByteArray, content);
    SplitMix64 random(9);
    int read = 0;
    for (int round = 0; round < 1500; ++round) {
        std::string changed = content.toStdString();
        for (uint64_t i = 1 + random.below(3); i > 0; --i)
            changed[8 + random.below(changed.size() - 16)] = char(random.below(256));
        // A sentence or rows, never a crash, never all memory.
        read += errorOf([&] { readText(changed, "rows.bin"); }).isEmpty();
    }
    QVERIFY(read > 100);
}

QTEST_APPLESS_MAIN(tst_Arrow)
#include "tst_arrow.moc"
