// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/encoding.h"
#include "table_text.h"

#include <QTest>

#include <iconv.h>

using namespace luthier;

namespace {

const std::string korean = "본문,분류\n안녕하세요 반갑습니다,인사\n\"쉼표, 그리고\n줄 바꿈\",글\n"
                           "똠방각하 펲시콜라,글\nplain words,인사\n";

std::string encoded(const std::string &text, const char *encoding)
{
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    std::string from = text, out(4 * text.size(), '\0');
    char *in = from.data(), *to = out.data();
    size_t left = from.size(), room = out.size();
    if (converter == iconv_t(-1) || iconv(converter, &in, &left, &to, &room) == size_t(-1))
        qFatal("cannot encode the test's text");
    iconv_close(converter);
    out.resize(out.size() - room);
    return out;
}

} // namespace

class tst_Encodings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSameText_data();
    void readsTheSameText();
    void jsonLines_data();
    void jsonLines();
    void brokenLettersAreKeptAside_data();
    void brokenLettersAreKeptAside();
    void tellsThem_data();
    void tellsThem();
};

void tst_Encodings::readsTheSameText_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("name");
    const auto add = [](const char *name, const std::string &content, const char *encoding) {
        QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(encoding);
    };
    add("E2 UTF-8", korean, "UTF-8");
    add("E2 UTF-8 with mark", "\xEF\xBB\xBF" + korean, "UTF-8 with byte order mark");
    add("E2 UTF-16, little end first", "\xFF\xFE" + encoded(korean, "UTF-16LE"), "UTF-16");
    add("E2 UTF-16, big end first", "\xFE\xFF" + encoded(korean, "UTF-16BE"), "UTF-16");
    add("E2 CP949", encoded(korean, "CP949"), "CP949");
}

void tst_Encodings::readsTheSameText()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, name);
    const QByteArray expected = shown(readText(korean));
    // A letter may be cut at the end of a block.
    for (const size_t blockSize : {1, 2, 3, 5, 1 << 20}) {
        const Table table = readText(content.toStdString(), "rows.csv", {.blockSize = blockSize});
        QCOMPARE(shown(table), expected);
        QCOMPARE(shownNames(table), QByteArray("본문|분류"));
        QCOMPARE(QByteArray::fromStdString(table.facts.encoding), name);
        QCOMPARE(table.facts.lines, int64_t(6));
        QCOMPARE(table.facts.bytes, uint64_t(content.size()));
        QVERIFY(table.unreadable.empty());
    }
}

void tst_Encodings::jsonLines_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("E3 UTF-16LE") << QByteArray("UTF-16LE");
    QTest::newRow("E3 UTF-16BE") << QByteArray("UTF-16BE");
    QTest::newRow("E3 CP949") << QByteArray("CP949");
}

void tst_Encodings::jsonLines()
{
    QFETCH(QByteArray, encoding);
    // Without a mark, UTF-16 is told by the zeros of its keys.
    const std::string lines = "{\"text\": \"안녕하세요\", \"label\": \"first\"}\n"
                              "{\"text\": \"반갑습니다\", \"label\": \"second\"}\n";
    const Table table = readText(encoded(lines, encoding), "rows.jsonl");
    QCOMPARE(shown(table), QByteArray("안녕하세요|first/반갑습니다|second"));
}

void tst_Encodings::brokenLettersAreKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("aside");
    const auto add = [](const char *name, const std::string &content, const char *encoding,
                        const QByteArray &rows, const char *aside) {
        QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(encoding) << rows
                            << QByteArray(aside);
    };
    add("E2 half a letter in UTF-16",
        "\xFF\xFE" + encoded("text,label\na,x\nb", "UTF-16LE") + std::string("\x00\xD8", 2) +
            encoded(",y\nc,x\n", "UTF-16LE"),
        "UTF-16", "a|x/c|x", "3 not_encoded");
    std::string lines = "글,분류\n";
    QByteArray rows;
    for (int i = 0; i < 40; ++i) {
        lines += "안녕하세요 반갑습니다,인사\n";
        rows += "안녕하세요 반갑습니다|인사/";
    }
    add("E2 no letter of CP949",
        encoded(lines, "CP949") + "\xFF\xFF,x\n" + encoded("끝,글\n", "CP949"), "CP949",
        rows + "끝|글", "42 not_encoded");
    add("E2 one broken line does not change the encoding",
        "글,분류\n안녕하세요,인사\n반\xEA갑,인사\n반갑습니다,글\n", "UTF-8",
        "안녕하세요|인사/반갑습니다|글", "3 not_utf8");
    add("E2 Latin-1 is not guessed",
        "text,label\ncaf\xE9 cr\xE8me,x\nplain,y\n\xFC"
        "ber,x\n",
        "UTF-8", "plain|y", "2 not_utf8; 4 not_utf8");
}

void tst_Encodings::brokenLettersAreKeptAside()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, aside);
    const Table table = readText(content.toStdString());
    QCOMPARE(shown(table), rows);
    QCOMPARE(shownAside(table), aside);
    QCOMPARE(QByteArray::fromStdString(table.facts.encoding), encoding);
    if (aside.contains("not_encoded"))
        QVERIFY(table.unreadable[0].reason.english().find(encoding.toStdString()) !=
                std::string::npos);
}

void tst_Encodings::tellsThem_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("encoding");
    const auto add = [](const char *name, const std::string &head, Encoding encoding) {
        QTest::newRow(name) << QByteArray::fromStdString(head) << int(encoding);
    };
    add("nothing", "", Encoding::Utf8);
    add("ASCII", "text,label\n", Encoding::Utf8);
    add("one zero byte", std::string("text,la\0bel\nhello,there\n", 24), Encoding::Utf8);
    add("short UTF-16", std::string("a\0,\0b\0\n\0", 8), Encoding::Utf16Le);
    add("EUC-KR", encoded("가나다라", "EUC-KR"), Encoding::Cp949);
    add("UTF-8 cut in a letter", std::string("한글입니다").substr(0, 14), Encoding::Utf8);
    add("all bytes", "\x80\x81\x82\x83\xFE\xFF\xC0\xF8", Encoding::Utf8);
}

void tst_Encodings::tellsThem()
{
    QFETCH(QByteArray, head);
    QFETCH(int, encoding);
    QCOMPARE(int(encodingOf(head.toStdString(), false)), encoding);
}

QTEST_APPLESS_MAIN(tst_Encodings)
#include "tst_encodings.moc"
