// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/plan_document.h"

#include "core/base/files.h"

#include <QtTest>

#include <QProcess>

#include <csignal>

using namespace luthier;
namespace fs = std::filesystem;

class PlanDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesAKillOneSecondAfterAChange();
    void isReadAgainAtTheNextStart();
    void editsInARowAreOneUndoStep();
    void undoLeavesNoTrace();
    void takingAllChoicesBackCanBeUndone();
    void aDamagedPlanIsKeptAside_data();
    void aDamagedPlanIsKeptAside();
    void aFailedWriteIsSaidAndTriedAgain();
    void longTypingIsSavedOnTheWay();

private:
    fs::path file(const QTemporaryDir &folder) const
    {
        return fs::path(folder.path().toStdString()) / "plan.json";
    }
};

void PlanDocumentTest::outlivesAKillOneSecondAfterAChange()
{
    const QTemporaryDir folder;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--edit"), folder.path()});
    QVERIFY(child.waitForStarted());
    while (!child.canReadLine())
        QVERIFY(child.waitForReadyRead(30000));
    QTest::qWait(1000);
    ::kill(pid_t(child.processId()), SIGKILL);
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    const PlanDocument plan(folder.path());
    QVERIFY(!plan.notice());
    QVERIFY(plan.value("/training/learning_rate") == Json(5e-5));
    QVERIFY(plan.value("/task") == Json("text-classification"));
}

void PlanDocumentTest::isReadAgainAtTheNextStart()
{
    const QTemporaryDir folder;
    {
        PlanDocument plan(folder.path());
        QVERIFY(!fs::exists(file(folder)));
        plan.set("/method", {{"type", "lora"}, {"r", 4}}, QStringLiteral("Method"));
    }
    PlanDocument plan(folder.path());
    QVERIFY(plan.value("/method/r") == Json(4));
    QVERIFY(!plan.value("/method/lora_alpha"));
    QVERIFY(!plan.undoStack().canUndo());
}

void PlanDocumentTest::editsInARowAreOneUndoStep()
{
    const QTemporaryDir folder;
    PlanDocument plan(folder.path());
    plan.set("/name", "a", QStringLiteral("Name"));
    for (const int epochs : {1, 12, 5})
        plan.set("/training/num_train_epochs", epochs, QStringLiteral("Epochs"));
    QCOMPARE(plan.undoStack().count(), 2);
    QCOMPARE(plan.undoStack().undoText(), QStringLiteral("Epochs"));
    plan.undoStack().undo();
    QVERIFY(!plan.value("/training/num_train_epochs"));
    QVERIFY(plan.value("/name") == Json("a"));
    plan.undoStack().redo();
    QVERIFY(plan.value("/training/num_train_epochs") == Json(5));
    // Back at the value before: there is nothing left to undo.
    plan.set("/training/seed", 1, QStringLiteral("Seed"));
    plan.set("/training/seed", nullptr, QStringLiteral("Seed"));
    QCOMPARE(plan.undoStack().undoText(), QStringLiteral("Epochs"));
}

void PlanDocumentTest::undoLeavesNoTrace()
{
    const QTemporaryDir folder;
    PlanDocument plan(folder.path());
    QSignalSpy changes(&plan, &PlanDocument::changed);
    plan.set("/dataset/split/validation", 0.2, QStringLiteral("Share"));
    plan.set("/dataset/split/validation", 0.2, QStringLiteral("Share"));
    QCOMPARE(changes.count(), 1);
    plan.undoStack().undo();
    QVERIFY(plan.json() == Json::object());
}

void PlanDocumentTest::takingAllChoicesBackCanBeUndone()
{
    const QTemporaryDir folder;
    PlanDocument plan(folder.path());
    plan.set("/model/path", "/models/a", QStringLiteral("Model"));
    plan.clear();
    QVERIFY(plan.json().empty());
    plan.undoStack().undo();
    QVERIFY(plan.value("/model/path") == Json("/models/a"));
}

void PlanDocumentTest::aDamagedPlanIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut off") << QByteArray("{\"task\": \"text-cl");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("a section that is none") << QByteArray("{\"training\": 5}");
    QTest::newRow("columns that are none")
        << QByteArray("{\"dataset\": {\"path\": \"a\", \"columns\": []}}");
    QTest::newRow("no text at all") << QByteArray("\x80\x02\x00\xff", 4);
    QTest::newRow("far too deep") << QByteArray(100000, '[');
}

void PlanDocumentTest::aDamagedPlanIsKeptAside()
{
    QFETCH(const QByteArray, content);
    const QTemporaryDir folder;
    files::writeWhole(file(folder), content.toStdString());
    // One is there already from another time: it stays too.
    files::writeWhole(file(folder).string() + ".damaged-1", "older");
    PlanDocument plan(folder.path());
    QVERIFY(plan.notice());
    QVERIFY(plan.notice()->english().find(".damaged-2") != std::string::npos);
    QVERIFY(plan.json().empty());
    plan.set("/task", "text-classification", QStringLiteral("Task"));
    plan.flush();
    QCOMPARE(QByteArray::fromStdString(files::read(file(folder).string() + ".damaged-2")), content);
    QCOMPARE(files::read(file(folder).string() + ".damaged-1"), std::string("older"));
    QVERIFY(readJson(file(folder))["task"] == "text-classification");
}

void PlanDocumentTest::aFailedWriteIsSaidAndTriedAgain()
{
    const QTemporaryDir folder;
    PlanDocument plan(folder.path());
    QSignalSpy failures(&plan, &PlanDocument::writeFailed);
    files::setFault([](files::Operation operation, const fs::path &) {
        return operation == files::Operation::Write ? ENOSPC : 0;
    });
    plan.set("/name", "a", QStringLiteral("Name"));
    QTRY_COMPARE(failures.count(), 1);
    files::setFault({});
    plan.set("/name", "b", QStringLiteral("Name"));
    QTRY_VERIFY(fs::exists(file(folder)));
    plan.flush();
    QVERIFY(readJson(file(folder))["name"] == "b");
}

void PlanDocumentTest::longTypingIsSavedOnTheWay()
{
    const QTemporaryDir folder;
    PlanDocument plan(folder.path());
    for (int i = 0; i < 50 && !fs::exists(file(folder)); ++i) {
        plan.set("/name", std::to_string(i), QStringLiteral("Name"));
        QTest::qWait(20);
    }
    QVERIFY(fs::exists(file(folder)));
}

namespace {

/// A window that is killed: edits the plan, says so, and waits.
int edit(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    PlanDocument plan(QString::fromLocal8Bit(argv[2]));
    plan.set("/task", "text-classification", QStringLiteral("Task"));
    plan.set("/training/learning_rate", 5e-5, QStringLiteral("Learning rate"));
    std::puts("edited");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--edit") == 0)
        return edit(argc, argv);
    QCoreApplication app(argc, argv);
    PlanDocumentTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_plan_document.moc"
