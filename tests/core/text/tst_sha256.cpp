// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/text/sha256.h"

#include <QtTest>

#include <fstream>

using namespace luthier;

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownDigests_data();
    void knownDigests();
    void piecesGiveTheSame();
    void aFile();
    void aMissingFileIsNamed();
};

void TestSha256::knownDigests_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("digest");
    // FIPS 180-4 examples.
    QTest::newRow("empty")
        << QByteArray()
        << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("a million times a")
        << QByteArray(1'000'000, 'a')
        << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestSha256::knownDigests()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, digest);
    Sha256 hash;
    hash.update(text.toStdString());
    QCOMPARE(hash.hex(), digest.toStdString());
}

void TestSha256::piecesGiveTheSame()
{
    Sha256 whole, pieces;
    whole.update("one two three");
    for (const char *piece : {"one", "", " two ", "three"})
        pieces.update(piece);
    const std::string digest = whole.hex();
    QCOMPARE(pieces.hex(), digest);
    whole.update("one two three");
    QCOMPARE(whole.hex(), digest);
}

void TestSha256::aFile()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("한글 이름")).toStdString();
    std::ofstream(path) << std::string(1'000'000, 'a');
    Sha256 hash;
    hash.update(std::string(1'000'000, 'a'));
    QCOMPARE(sha256OfFile(path), hash.hex());
}

void TestSha256::aMissingFileIsNamed()
{
    try {
        sha256OfFile("/nowhere/at/all");
        QFAIL("a missing file was hashed");
    } catch (const Error &error) {
        QVERIFY(error.message.english().find("/nowhere/at/all") != std::string::npos);
    }
}

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"
