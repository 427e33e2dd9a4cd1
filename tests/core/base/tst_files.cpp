// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/files.h"

#include <QtTest>

#include <cerrno>

using namespace luthier;
namespace fs = std::filesystem;

class tst_Files : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { files::setFault({}); }
    void theOldFileStaysWholeWhenAnyCallFails();
    void nothingIsLeftAsideAfterAFailure();
    void tooLargeAFileIsRefusedBeforeItIsRead();
    void aMissingFileIsNamed();
    void linesAreAppendedAndCutBack();

private:
    fs::path file(const char *name) const { return fs::path(m_folder.path().toStdString()) / name; }
    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/lu thier 한글 XXXXXX")};
};

namespace {

/// Fails the n-th call of any kind; counts them.
struct NthCall
{
    int n, count = 0;
    int operator()(files::Operation, const fs::path &) { return ++count == n ? ENOSPC : 0; }
};

} // namespace

void tst_Files::theOldFileStaysWholeWhenAnyCallFails()
{
    const fs::path path = file("a.txt");
    files::writeWhole(path, "old");
    int failures = 0;
    for (int n = 1;; ++n) {
        files::setFault(NthCall{n});
        try {
            files::writeWhole(path, "new");
            break;
        } catch (const Error &error) {
            ++failures;
            QVERIFY(error.code == Error::Code::Io);
            QVERIFY(QByteArray(error.what()).contains("lu thier")); // the file or its folder
        }
        files::setFault({});
        const std::string found = files::read(path);
        QVERIFY2(found == "old" || found == "new", found.c_str());
    }
    QVERIFY(failures >= 5);
    QCOMPARE(files::read(path), std::string("new"));
}

void tst_Files::nothingIsLeftAsideAfterAFailure()
{
    const fs::path path = file("b.txt");
    files::setFault([](files::Operation operation, const fs::path &) {
        return operation == files::Operation::Write ? EIO : 0;
    });
    QVERIFY_EXCEPTION_THROWN(files::writeWhole(path, "x"), Error);
    QVERIFY(!fs::exists(path));
    QVERIFY(!fs::exists(file("b.txt.part")));
}

void tst_Files::tooLargeAFileIsRefusedBeforeItIsRead()
{
    const fs::path path = file("c.txt");
    files::writeWhole(path, std::string(1000, 'x'));
    QVERIFY_EXCEPTION_THROWN(files::read(path, 999), Error);
    QCOMPARE(files::read(path, 1000).size(), size_t(1000));
}

void tst_Files::aMissingFileIsNamed()
{
    try {
        files::read(file("missing.txt"));
        QFAIL("a missing file was read");
    } catch (const Error &error) {
        QVERIFY(QByteArray(error.what()).contains("missing.txt"));
    }
}

void tst_Files::linesAreAppendedAndCutBack()
{
    const fs::path path = file("lines.jsonl");
    files::LineAppender log(path);
    log.append("one");
    const uint64_t place = log.size();
    log.append("two");
    log.truncate(place);
    log.append("three");
    QCOMPARE(files::read(path), std::string("one\nthree\n"));
}

QTEST_APPLESS_MAIN(tst_Files)
#include "tst_files.moc"
