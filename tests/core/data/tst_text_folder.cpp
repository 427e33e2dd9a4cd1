// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include "core/data/labels.h"
#include "core/data/overview.h"
#include "core/data/text_folder_reader.h"

#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace luthier;
using namespace std::string_literals;
namespace fs = std::filesystem;

class tst_TextFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reads();
    void readsParts();
    void partsWithoutClassesAreNoClasses();
    void letters_data();
    void letters();
    void keepsAside_data();
    void keepsAside();
    void neverFollowsALink();
    void unreadableByPermission();
    void oversizedIsNotRead();
    void refuses_data();
    void refuses();
    void oneClassIsRefusedBySplitting();
    void orderIsThatOfTheNames();
    void stops();
    void hostileBytes();
    void isOpenedLikeAFile();
    void countsAddUp();

private:
    void put(const std::string &name, const std::string &content);
    std::unique_ptr<QTemporaryDir> m_outer;
    fs::path m_folder;
};

void tst_TextFolder::init()
{
    m_outer = std::make_unique<QTemporaryDir>();
    m_folder = fs::path(m_outer->path().toStdString()) / "mails 편지";
    fs::create_directory(m_folder);
}

void tst_TextFolder::put(const std::string &name, const std::string &content)
{
    fs::create_directories((m_folder / name).parent_path());
    std::ofstream(m_folder / name, std::ios::binary) << content;
}

void tst_TextFolder::reads()
{
    put("ham/2.txt", "see you\nat ten\n");
    put("ham/10.TXT", "");
    put("spam/한글.txt", "buy\r\n");
    put("spam/51060", "from a news group");
    for (const fs::path &folder : {m_folder, m_folder / ""}) {
        const Table table = readTable(folder);
        QCOMPARE(shownNames(table), QByteArray("text|label|file"));
        QCOMPARE(shown(table),
                 QByteArray("|ham|ham/10.TXT/see you\\nat ten|ham|ham/2.txt/"
                            "from a news group|spam|spam/51060/buy|spam|spam/한글.txt"));
        QCOMPARE(shownLines(table), QByteArray("1,2,3,4"));
        QCOMPARE(table.facts.format, "Text folder"s);
        QCOMPARE(table.facts.files, int64_t(4));
        QCOMPARE(table.facts.bytes, uint64_t(15 + 0 + 17 + 5));
        QCOMPARE(table.source, "mails 편지"s);
        QVERIFY(table.notes.empty());
    }
}

void tst_TextFolder::readsParts()
{
    put("train/pos/1.txt", "good");
    put("train/neg/1.txt", "bad");
    put("dev/pos/1.txt", "fine");
    put("test/neg/1.txt", "worse");
    put("train/urls.txt", "no row");
    put("extra/1.txt", "no row");
    const Table table = readTable(m_folder);
    QCOMPARE(shownNames(table), QByteArray("text|label|split|file"));
    QCOMPARE(shown(table),
             QByteArray("fine|pos|dev|dev/pos/1.txt/worse|neg|test|test/neg/1.txt/"
                        "bad|neg|train|train/neg/1.txt/good|pos|train|train/pos/1.txt"));
    QCOMPARE(shownAside(table), QByteArray("2 no_part_folder; 6 beside_classes"));
    const Columns columns = guessColumns(table, "text-classification").columns;
    QCOMPARE(columns.text, "text"s);
    QCOMPARE(columns.label, "label"s);
    QCOMPARE(columns.split, "split"s);
    const Split split = splitTable(table, columns, {});
    QCOMPARE(split.train, (std::vector<int64_t>{2, 3}));
    QCOMPARE(split.validation, (std::vector<int64_t>{0}));
    QCOMPARE(split.test, (std::vector<int64_t>{1}));
}

void tst_TextFolder::partsWithoutClassesAreNoClasses()
{
    put("train/1.txt", "a");
    put("test/1.txt", "b");
    const QByteArray error = errorOf([&] { readTable(m_folder); });
    QVERIFY2(error.startsWith("data.no_readable_row: ") && error.contains("test/1.txt"),
             error.constData());
}

void tst_TextFolder::letters_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("UTF-8") << QByteArray("가격이 좋아요") << QByteArray();
    QTest::newRow("E2 byte order mark")
        << QByteArray("\xEF\xBB\xBF가격이 좋아요") << QByteArray("UTF-8 with byte order mark");
    QTest::newRow("E2 UTF-16") << QByteArray("\xFF\xFE\x00\xAC\xA9\xAC\x74\xC7\x20\x00\x8B\xC8\x44"
                                             "\xC5\x94\xC6",
                                             16)
                               << QByteArray("UTF-16");
    QTest::newRow("E2 CP949") << QByteArray("\xB0\xA1\xB0\xDD\xC0\xCC \xC1\xC1\xBE\xC6\xBF\xE4")
                              << QByteArray("CP949");
}

void tst_TextFolder::letters()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, note);
    put("a/1.txt", content.toStdString());
    put("b/1.txt", "plain");
    const Table table = readTable(m_folder);
    QCOMPARE(shown(table), QByteArray("가격이 좋아요|a|a/1.txt/plain|b|b/1.txt"));
    const QByteArray said = sentence(table.notes, "data.files_encoded");
    QCOMPARE(said, note.isEmpty() ? QByteArray() : "Files read as " + note + ": 1.");
}

void tst_TextFolder::keepsAside_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("aside");
    const auto add = [](const char *row, const char *name, const QByteArray &content,
                        const char *aside) {
        QTest::newRow(row) << QByteArray(name) << content << QByteArray(aside);
    };
    add("E2 Latin-1", "b/x.txt", "caf\xE9 cr\xE8me", "2 file_not_encoded");
    add("E2 zero byte", "b/x.txt", QByteArray("a\0b", 3), "2 file_zero_byte");
    add("E5 cut letter", "b/x.txt", "\xEA\xB0", "2 file_not_encoded");
    add("E8 picture of that name", "b/x.txt", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16),
        "2 file_zero_byte");
    add("E8 other file", "b/x.jpg", "JFIF", "2 no_text_name");
    add("E8 no extension", "b/README", "words", "2 no_text_name");
    add("E8 hidden", "b/.x.txt", "words", "2 hidden_file");
    add("E8 hidden folder", ".git/x.txt", "words", "1 hidden_file");
    add("E8 beside the classes", "x.txt", "words", "3 beside_classes");
    add("E8 folder in a class", "b/x/x.txt", "words", "2 folder_in_class");
    add("E8 name that is no UTF-8", "b/\xFF.txt", "words", "3 name_not_utf8");
}

void tst_TextFolder::keepsAside()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, aside);
    put("a/1.txt", "one");
    put("b/y.txt", "two");
    put(name.toStdString(), content.toStdString());
    const Table table = readTable(m_folder);
    QVERIFY(shown(table).contains("one|a|a/1.txt") && shown(table).contains("two|b|b/y.txt"));
    QCOMPARE(table.rows(), int64_t(2));
    QCOMPARE(shownAside(table), aside);
    const QByteArray said = sentence(table.notes, "data.files_kept_aside");
    QVERIFY2(said.startsWith("Files of mails 편지 kept aside: 1 of 3; the first is "),
             said.constData());
    QVERIFY2(said.endsWith("."), said.constData());
    // The file is named in letters that every window can show.
    QVERIFY2(said.contains(QByteArray(name).replace('\xFF', '?').split('/').first()),
             said.constData());
}

void tst_TextFolder::neverFollowsALink()
{
    const fs::path outside = m_folder.parent_path() / "secret";
    fs::create_directories(outside / "class");
    std::ofstream(outside / "class" / "1.txt") << "outside";
    put("a/1.txt", "one");
    put("b/1.txt", "two");
    fs::create_symlink(outside / "class" / "1.txt", m_folder / "a" / "out.txt");
    fs::create_symlink("1.txt", m_folder / "a" / "in.txt");
    fs::create_symlink("nowhere", m_folder / "b" / "broken.txt");
    fs::create_directory_symlink(outside / "class", m_folder / "c");
    fs::create_directory_symlink(m_folder, m_folder / "loop");
    QCOMPARE(::mkfifo((m_folder / "b" / "pipe.txt").c_str(), 0600), 0);
    const Table table = readTable(m_folder);
    QCOMPARE(shown(table), QByteArray("one|a|a/1.txt/two|b|b/1.txt"));
    QCOMPARE(shownAside(table),
             QByteArray("2 link; 3 link; 5 link; 6 no_plain_file; 7 link; 8 link"));
    QCOMPARE(filesOfTextFolder(m_folder), (std::vector<fs::path>{"a/1.txt", "b/1.txt"}));
    fs::remove(m_folder / "b" / "pipe.txt");
}

void tst_TextFolder::unreadableByPermission()
{
    if (::geteuid() == 0)
        QSKIP("root reads everything");
    put("a/1.txt", "one");
    put("a/2.txt", "locked");
    put("b/1.txt", "locked");
    fs::permissions(m_folder / "a" / "2.txt", fs::perms::none);
    fs::permissions(m_folder / "b", fs::perms::none);
    const Table table = readTable(m_folder);
    QCOMPARE(shownAside(table), QByteArray("2 cannot_read; 3 folder_cannot_be_read"));
    fs::permissions(m_folder / "b", fs::perms::owner_all);
}

void tst_TextFolder::oversizedIsNotRead()
{
    put("a/1.txt", "one");
    put("b/1.txt", "");
    // A file of a terabyte that takes no place on the disk.
    QCOMPARE(::truncate((m_folder / "b" / "1.txt").c_str(), off_t(1) << 40), 0);
    const Table table = readTable(m_folder);
    QCOMPARE(shown(table), QByteArray("one|a|a/1.txt"));
    QCOMPARE(shownAside(table), QByteArray("2 text_too_large"));
    const QByteArray error = errorOf([&] { readTable(m_folder, {.longestRecord = 2}); });
    QVERIFY2(error.startsWith("data.no_readable_row: "), error.constData());
}

void tst_TextFolder::refuses_data()
{
    QTest::addColumn<QByteArrayList>("names");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("E1 empty folder") << QByteArrayList() << QByteArray("data.no_class_folders");
    QTest::newRow("E1 texts without classes")
        << QByteArrayList{"1.txt", "2.txt"} << QByteArray("data.no_class_folders");
    QTest::newRow("E1 classes without texts")
        << QByteArrayList{"a/1.png", "b/1.png"} << QByteArray("data.no_class_folders");
    QTest::newRow("E1 hidden classes")
        << QByteArrayList{".a/1.txt", ".b/1.txt"} << QByteArray("data.no_class_folders");
}

void tst_TextFolder::refuses()
{
    QFETCH(QByteArrayList, names);
    QFETCH(QByteArray, id);
    for (const QByteArray &name : names)
        put(name.toStdString(), "text");
    const QByteArray error = errorOf([&] { readTable(m_folder); });
    QVERIFY2(error.startsWith(id + ": "), error.constData());
    QVERIFY(!looksLikeTextFolder(m_folder));
}

void tst_TextFolder::oneClassIsRefusedBySplitting()
{
    put("only/1.txt", "a");
    put("only/2.txt", "b");
    const Table table = readTable(m_folder);
    const Columns columns = guessColumns(table, "text-classification").columns;
    const QByteArray error =
        errorOf([&] { requireTwoClasses(countLabels(table, *columns.label)); });
    QVERIFY2(error.startsWith("data.one_class: "), error.constData());
}

void tst_TextFolder::orderIsThatOfTheNames()
{
    for (const char *name : {"b/3", "a/9", "b/1", "a/10", "c/2"})
        put(name + ".txt"s, name);
    QCOMPARE(shown(readTable(m_folder)),
             QByteArray("a/10|a|a/10.txt/a/9|a|a/9.txt/b/1|b|b/1.txt/b/3|b|b/3.txt/"
                        "c/2|c|c/2.txt"));
}

void tst_TextFolder::stops()
{
    for (int i = 0; i < 200; ++i)
        put("a/" + std::to_string(i) + ".txt", "text");
    std::stop_source stop;
    int64_t last = 0;
    const QByteArray error = errorOf([&] {
        readTable(m_folder, {}, stop.get_token(), [&](const Progress &progress) {
            last = progress.done;
            QCOMPARE(progress.total, int64_t(200));
            stop.request_stop();
        });
    });
    QVERIFY2(error.startsWith("data.stopped: "), error.constData());
    QVERIFY(last > 0 && last < 200);
}

void tst_TextFolder::hostileBytes()
{
    const std::string good = "first line\nsecond 한글 line\n";
    SplitMix64 random(11);
    put("a/1.txt", "anchor");
    int read = 0;
    for (int round = 0; round < 500; ++round) {
        put("b/1.txt", mutated(good, "\xFF\x00\xFE\xEF\xBB\xBF\n한"s, random));
        const Table table = readTable(m_folder);
        QCOMPARE(table.rows() + int64_t(table.unreadable.size()), int64_t(2));
        read += table.rows() == 2;
    }
    QVERIFY(read > 50 && read < 500);
}

void tst_TextFolder::isOpenedLikeAFile()
{
    for (int i = 0; i < 20; ++i) {
        put("ham/" + std::to_string(i) + ".txt", "a good text of number " + std::to_string(i));
        put("spam/" + std::to_string(i) + ".txt", "a bad text of number " + std::to_string(i));
    }
    const Result<OpenedData> opened = openData(m_folder, "text-classification");
    QVERIFY(opened);
    QCOMPARE(opened.value().choice.columns.label, "label"s);
    const Result<Overview> overview =
        lookOver(*opened.value().table, opened.value().choice.columns, {});
    QVERIFY(overview);
    QVERIFY(!overview.value().obstacle);
    QCOMPARE(overview.value().counts.inUse, int64_t(40));
}

void tst_TextFolder::countsAddUp()
{
    put("a/1.txt", "one");
    put("a/2.jpg", "two");
    put("b/.DS_Store", "x");
    put("b/3.txt", "\xE9");
    const Table table = readTable(m_folder);
    QCOMPARE(table.facts.files, table.rows() + int64_t(table.unreadable.size()));
    const Columns columns = guessColumns(table, "text-classification").columns;
    const Overview overview = lookOver(table, columns, {}).value();
    const auto found = std::ranges::find(overview.problems, "unreadable_files", &DataProblem::id);
    QVERIFY(found != overview.problems.end());
    QCOMPARE(found->count, int64_t(3));
}

QTEST_APPLESS_MAIN(tst_TextFolder)
#include "tst_text_folder.moc"
