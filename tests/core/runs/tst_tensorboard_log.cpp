// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of TensorBoard's file; that TensorBoard reads it is tested under the label "reference".
#include "core/runs/tensorboard_log.h"

#include <QtTest>

#include <cmath>

using namespace luthier;
namespace fs = std::filesystem;

class tst_TensorBoardLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordIsFramedAsTensorFlowFramesIt();
    void numbersStandUnderTheUsualTags();
    void goesOnInTheSameFile();
    void rewritingTakesBackWhatCameAfter();
};

namespace {

const Json step1{{"event", "step"}, {"step", 1}, {"loss", 0.5}, {"learning_rate", 0.25}};
const Json step2{{"event", "step"}, {"step", 200}, {"loss", 0.125}};
const Json validation{{"event", "evaluation"}, {"split", "validation"}, {"step", 200},
                      {"eval_loss", 1.5},      {"accuracy", 0.75},      {"best", true}};

QByteArray contentOf(const QTemporaryDir &folder)
{
    const QStringList names = QDir(folder.path()).entryList({QStringLiteral("*.luthier")});
    if (names.size() != 1)
        return "one file was expected";
    QFile file(folder.filePath(names.first()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "unreadable";
}

/// A scalar's bytes as protobuf writes them, made by hand: tag, then a float of one exact value.
QByteArray scalar(const char *tag, const char *float32)
{
    QByteArray value =
        QByteArray("\x0A") + char(qstrlen(tag)) + tag + '\x15' + QByteArray::fromHex(float32);
    return QByteArray("\x2A") + char(value.size() + 2) + "\x0A" + char(value.size()) + value;
}

fs::path pathOf(const QTemporaryDir &folder)
{
    return folder.path().toStdString();
}

} // namespace

void tst_TensorBoardLog::recordIsFramedAsTensorFlowFramesIt()
{
    // Length and data, each with its CRC-32C (RFC 3720) turned and masked; computed bit by bit.
    const std::string record = tfRecord("hello");
    QCOMPARE(QByteArray::fromStdString(record).toHex(), QByteArray("0500000000000000"
                                                                   "eab2043e"
                                                                   "68656c6c6f"
                                                                   "bb1f1c19"));
}

void tst_TensorBoardLog::numbersStandUnderTheUsualTags()
{
    const QTemporaryDir folder;
    {
        TensorBoardLog log(pathOf(folder), 1000);
        log.append(std::vector{step1, validation}, 1001);
    }
    const QByteArray content = contentOf(folder);
    QVERIFY(content.contains("brain.Event:2"));
    QVERIFY(content.contains(scalar("train/loss", "0000003f")));
    QVERIFY(content.contains(scalar("train/learning_rate", "0000803e")));
    QVERIFY(content.contains(scalar("eval/loss", "0000c03f")));
    QVERIFY(content.contains(scalar("eval/accuracy", "0000403f")));
    QVERIFY(!content.contains("best"));
    // Step 200 takes two bytes.
    QVERIFY(content.contains(QByteArray("\x10\xC8\x01", 3) + scalar("eval/loss", "0000c03f")));
}

void tst_TensorBoardLog::goesOnInTheSameFile()
{
    const QTemporaryDir folder;
    TensorBoardLog(pathOf(folder), 1000).append(std::vector{step1}, 1000);
    const QByteArray before = contentOf(folder);
    TensorBoardLog(pathOf(folder), 2000).append(std::vector{step2}, 2000);
    const QByteArray after = contentOf(folder);
    QVERIFY(after.startsWith(before) && after.size() > before.size());
    QCOMPARE(after.count("brain.Event:2"), 1);
}

void tst_TensorBoardLog::rewritingTakesBackWhatCameAfter()
{
    const QTemporaryDir folder;
    TensorBoardLog log(pathOf(folder), 1000);
    log.append(std::vector{step1, step2}, 1000);
    log.rewrite(std::vector{step1}, 1000);
    log.append(std::vector{validation}, 1001);
    const QByteArray content = contentOf(folder);
    QCOMPARE(content.count("train/loss"), 1);
    QCOMPARE(content.count("eval/loss"), 1);
}

QTEST_APPLESS_MAIN(tst_TensorBoardLog)
#include "tst_tensorboard_log.moc"
