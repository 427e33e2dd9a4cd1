// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/command.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace luthier::test;

class CliTrainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eventsComeInOrder();
    void wordsForPeople();
    void aBarOnATerminal();
    void whatWasTrainedAnswers();
    void theRunIsListed();
    void aRunFolderIsInspected();
    void ctrlCSavesAndResumeGoesOn();
    void aDoubledSignalStillSaves();
    void twiceCtrlCEndsAtOnce();
    void twiceCtrlCInsideASaveKeepsTheCheckpointBefore();
    void aReaderThatLeavesStopsTheRun();
    void oneOpenMpThatWaitsPassively();
    void trainingLeavesThePriorityToOthers();
    void theUsersOwnWaitPolicyStays();
    void failureIsAnEventToo();
    void theSizeOfKeptFeaturesIsSaid();

private:
    QStringList command(const QStringList &more = {}) const;
    QString run() const { return m_folder->filePath("my run"); }
    /// Starts a run that takes long, and returns when three steps are done.
    void startLongRun(QProcess &process, const QProcessEnvironment &extra = {}) const;
    static QByteArray procFile(const QProcess &process, const char *name);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CliTrainTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/run 실행 XXXXXX");
}

QStringList CliTrainTest::command(const QStringList &more) const
{
    return QStringList{"train",       tinyCase("run.json"),
                       "--workspace", m_folder->path(),
                       "--output",    run(),
                       "--threads",   "2"} +
           more;
}

void CliTrainTest::startLongRun(QProcess &process, const QProcessEnvironment &extra) const
{
    prepare(process, command({"--json", "--set", "max_steps=1000000"}));
    QProcessEnvironment environment = process.processEnvironment();
    environment.insert(extra);
    process.setProcessEnvironment(environment);
    process.start();
    int steps = 0;
    while (steps < 3) {
        QVERIFY2(process.canReadLine() || process.waitForReadyRead(60'000),
                 process.readAllStandardError());
        while (process.canReadLine())
            steps += process.readLine().contains("\"event\":\"step\"");
    }
}

QByteArray CliTrainTest::procFile(const QProcess &process, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(process.processId()).arg(QLatin1String(name)));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void CliTrainTest::eventsComeInOrder()
{
    const Answer answer = luthierCli(command(
        {"--json", "--set", "max_steps=6", "--set", "eval_steps=3", "--set", "save_steps=3"}));
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    QCOMPARE(answer.error, QString());
    QStringList kinds;
    int lastStep = 0;
    for (const QJsonObject &event : answer.jsonLines()) {
        const QString kind = event["event"].toString();
        QVERIFY(!kind.isEmpty());
        if (kind == "step")
            QCOMPARE(event["step"].toInt(), ++lastStep);
        kinds << kind;
    }
    QCOMPARE(lastStep, 6);
    QVERIFY(kinds.indexOf("start") < kinds.indexOf("step"));
    QCOMPARE(kinds.count("start"), 1);
    QCOMPARE(kinds.count("checkpoint"), 2);
    QVERIFY(kinds.count("evaluation") >= 2);
    QCOMPARE(kinds.count("verdict"), 2);
    QCOMPARE(kinds[kinds.indexOf("verdict") - 1], QString("evaluation"));
    QCOMPARE(kinds.last(), QString("done"));

    const QJsonObject done = answer.jsonLines().last();
    QCOMPARE(done["output"].toString(), run());
    QCOMPARE(done["steps"].toInt(), 6);
    QVERIFY(done["test"]["accuracy"].isDouble());
    QVERIFY(QFile::exists(run() + "/best/model.safetensors"));
    QVERIFY(QFile::exists(run() + "/final/config.json"));
    QVERIFY(QFile::exists(run() + "/events.jsonl"));
}

void CliTrainTest::wordsForPeople()
{
    const Answer answer = luthierCli(command({"--set", "max_steps=6", "--set", "eval_steps=3"}));
    QVERIFY2(answer.status == 0, qPrintable(answer.error));
    for (const char *said :
         {"Rows", "Tokens", "cut at max_length", "Steps", "Trainable", "Device", "Disk needed",
          "step 6 of 6", "Validation at step 3 of 6", "Test: accuracy",
          "always the most frequent label", "Best step", "Run folder"})
        QVERIFY2(answer.out.contains(said), said);
    QVERIFY(answer.out.contains(run()));
    // Two validations, and the same said after both.
    QCOMPARE(answer.out.count("Too early to say."), 1);
    QVERIFY2(!answer.out.contains('\r') && !answer.out.contains('\x1b'),
             "no progress bar into a file");
}

void CliTrainTest::aBarOnATerminal()
{
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    const QByteArray device = ptsname(terminal);
    winsize size{.ws_row = 24, .ws_col = 60, .ws_xpixel = 0, .ws_ypixel = 0};
    QCOMPARE(ioctl(terminal, TIOCSWINSZ, &size), 0);
    QProcess process;
    prepare(process, command({"--set", "max_steps=40", "--set", "eval_steps=40"}));
    process.setChildProcessModifier(
        [&device] { dup2(open(device.constData(), O_RDWR | O_NOCTTY), STDOUT_FILENO); });
    process.start();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    QByteArray seen;
    char piece[4096];
    for (ssize_t count = 0; (count = read(terminal, piece, sizeof piece)) > 0;)
        seen.append(piece, count);
    close(terminal);
    QVERIFY2(seen.contains("\r[########################] step 40 of 40"), seen);
    for (const QByteArray &line : seen.split('\r'))
        if (line.startsWith('['))
            QVERIFY2(line.left(line.indexOf("\x1b")).size() < 60, line);
}

void CliTrainTest::whatWasTrainedAnswers()
{
    QCOMPARE(luthierCli(command({"--set", "max_steps=6"})).status, 0);
    const QStringList model{"--model", run(), "--workspace", m_folder->path()};
    const Answer one = luthierCli(QStringList{"predict", "--text", "leaf fern moss", "--text", "",
                                              "--logits", "--all-scores"} +
                                  model);
    QVERIFY2(one.status == 0, qPrintable(one.error));
    QCOMPARE(one.jsonLines().size(), 2);
    for (const QJsonObject &row : one.jsonLines()) {
        QVERIFY(QStringList({"red", "green", "blue"}).contains(row["label"].toString()));
        QCOMPARE(row["logits"].toArray().size(), 3);
        QCOMPARE(row["scores"].toObject().size(), 3);
        QVERIFY(row["score"].toDouble() > 1.0 / 3.0 - 1e-6);
    }
    const Answer piped =
        luthierCli(QStringList{"predict", "--input", "-", "--logits", "--all-scores"} + model, {},
                   "leaf fern moss\n\n");
    QCOMPARE(piped.out, one.out);

    const QString file = m_folder->filePath("answers.jsonl");
    QCOMPARE(luthierCli(QStringList{"predict", "--input", tinyCase("test.csv"), "--output", file} +
                        model)
                 .status,
             0);
    const Answer scored =
        luthierCli(QStringList{"evaluate", "--input", tinyCase("test.csv"), "--json"} + model);
    QVERIFY2(scored.status == 0, qPrintable(scored.error));
    QFile answers(file);
    QVERIFY(answers.open(QFile::ReadOnly));
    QCOMPARE(int(answers.readAll().count('\n')), scored.json()["samples"].toInt());
    QVERIFY(scored.json()["accuracy"].isDouble());
    for (const char *metric : {"roc_auc", "ece"})
        QVERIFY(scored.json()[metric].toDouble(-1) >= 0 && scored.json()[metric].toDouble() <= 1);
    QVERIFY(luthierCli(QStringList{"evaluate", "--input", tinyCase("test.csv")} + model)
                .out.contains("f1_macro"));
}

void CliTrainTest::theRunIsListed()
{
    QCOMPARE(luthierCli(command({"--set", "max_steps=4"})).status, 0);
    const Answer answer = luthierCli({"runs", "--json", "--workspace", m_folder->path()});
    QCOMPARE(answer.status, 0);
    const QJsonArray runs = answer.json()["runs"].toArray();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0]["state"].toString(), QString("done"));
    QCOMPARE(runs[0]["folder"].toString(), run());
    QCOMPARE(runs[0]["last_step"].toInt(), 4);
    QVERIFY(luthierCli({"runs", "--workspace", m_folder->path()}).out.contains("done"));
}

void CliTrainTest::aRunFolderIsInspected()
{
    QCOMPARE(luthierCli(command({"--set", "max_steps=4", "--set", "save_steps=2"})).status, 0);
    const Answer answer = luthierCli({"inspect", run(), "--json"});
    QVERIFY2(answer.status == 0, qPrintable(answer.out));
    const QJsonObject json = answer.json();
    QCOMPARE(json["kind"].toString(), QString("run"));
    QCOMPARE(json["state"].toString(), QString("done"));
    QCOMPARE(json["last_step"].toInt(), 4);
    QCOMPARE(json["resumes_from"].toInt(), 4);
    QVERIFY(json["best"].toBool());
}

void CliTrainTest::ctrlCSavesAndResumeGoesOn()
{
    QProcess first;
    startLongRun(first);
    ::kill(pid_t(first.processId()), SIGINT);
    QVERIFY(first.waitForFinished(60'000));
    QCOMPARE(first.exitCode(), 130);
    QVERIFY(first.readAllStandardError().contains("--resume"));
    const QStringList saved = QDir(run()).entryList({"checkpoint-*"});
    QCOMPARE(saved.size(), 1);
    const int step = saved[0].section('-', 1).toInt();
    QVERIFY(step >= 3);

    QProcess second;
    prepare(second, {"train", run(), "--workspace", m_folder->path(), "--threads", "2", "--resume",
                     "--json"});
    second.start();
    QByteArray seen;
    while (!seen.contains("\"event\":\"step\"") && second.waitForReadyRead(60'000))
        seen += second.readAllStandardOutput();
    ::kill(pid_t(second.processId()), SIGTERM);
    QVERIFY(second.waitForFinished(60'000));
    QCOMPARE(second.exitCode(), 130);
    QVERIFY2(
        seen.contains(QByteArray("\"event\":\"resumed\",\"step\":") + QByteArray::number(step)),
        seen);
    QVERIFY(
        seen.contains(QByteArray("\"event\":\"step\",\"step\":") + QByteArray::number(step + 1)));
}

void CliTrainTest::aDoubledSignalStillSaves()
{
    QProcess process;
    startLongRun(process);
    // As timeout(1) and make pass it on.
    ::kill(pid_t(process.processId()), SIGINT);
    QTest::qSleep(5);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(QDir(run()).entryList({"checkpoint-*"}).size(), 1);
}

void CliTrainTest::twiceCtrlCEndsAtOnce()
{
    // Waiting for its input, it sees no request to stop.
    QProcess process;
    prepare(process, {"predict", "--model", tinyCase("model"), "--input", "-", "--workspace",
                      m_folder->path()});
    process.start();
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(procFile(process, "status").contains("SigBlk:\t0000000000004003"));
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(!process.waitForFinished(600));
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
}

void CliTrainTest::twiceCtrlCInsideASaveKeepsTheCheckpointBefore()
{
    QProcess process;
    prepare(process, command({"--json", "--set", "max_steps=6", "--set", "save_steps=2"}));
    QProcessEnvironment environment = process.processEnvironment();
    environment.insert("LD_PRELOAD", LUTHIER_HOLD);
    environment.insert("LUTHIER_HOLD", "write 3 checkpoint-4.part/optimizer.safetensors.part");
    environment.insert("LUTHIER_HELD", m_folder->filePath("held"));
    process.setProcessEnvironment(environment);
    process.start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder->filePath("held")), 60'000);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(!process.waitForFinished(600));
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(QFile::exists(run() + "/checkpoint-4.part"));
    QCOMPARE(luthierCli({"inspect", run(), "--json"}).json()["resumes_from"].toInt(), 2);

    const Answer rest = luthierCli(
        {"train", run(), "--workspace", m_folder->path(), "--threads", "2", "--resume", "--json"});
    QVERIFY2(rest.status == 0, qPrintable(rest.error));
    QVERIFY2(rest.out.contains("\"event\":\"resumed\",\"step\":2"), qPrintable(rest.out));
    QVERIFY(QDir(run()).entryList({"*.part"}, QDir::AllEntries).isEmpty());
}

void CliTrainTest::aReaderThatLeavesStopsTheRun()
{
    QProcess shell;
    const QStringList script{"-c", "\"$@\" | head -n 6", "sh", LUTHIER_BINARY_DIR "/luthier-cli"};
    shell.start("sh", script + command({"--json", "--set", "max_steps=1000000"}));
    QVERIFY(shell.waitForFinished(60'000));
    QTRY_COMPARE_WITH_TIMEOUT(QDir(run()).entryList({"checkpoint-*"}).size(), 1, 30'000);
}

void CliTrainTest::oneOpenMpThatWaitsPassively()
{
    QProcess process;
    startLongRun(process);
    QStringList libraries;
    for (const QByteArray &line : procFile(process, "maps").split('\n')) {
        static const QRegularExpression openMp("(/\\S*lib(gomp|omp|iomp5)[^/]*\\.so\\S*)$");
        if (const auto match = openMp.match(QString::fromUtf8(line)); match.hasMatch())
            libraries << match.captured(1);
    }
    libraries.removeDuplicates();
    QCOMPARE(libraries.size(), 1);
    QVERIFY(procFile(process, "environ").split('\0').contains("OMP_WAIT_POLICY=PASSIVE"));
    QCOMPARE(procFile(process, "comm").trimmed(), QByteArray("luthier-cli"));
    process.kill();
    process.waitForFinished();
}

void CliTrainTest::trainingLeavesThePriorityToOthers()
{
    QProcess process;
    startLongRun(process);
    // A test that runs at a lower priority already hands it down.
    const int lower = std::max(10, getpriority(PRIO_PROCESS, 0));
    QList<int> values;
    const QString tasks = QStringLiteral("/proc/%1/task").arg(process.processId());
    for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QByteArray stat = procFile(process, ("task/" + task + "/stat").toUtf8().constData());
        // The name may hold spaces: fields count from its closing bracket; "nice" is the 19th.
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        values << fields.value(16).toInt();
        if (task.toLongLong() == process.processId())
            QCOMPARE(values.last(), lower);
    }
    // The calling thread and the one that helps it.
    QVERIFY2(values.count(lower) >= 2, qPrintable(QDebug::toString(values)));
    process.kill();
    process.waitForFinished();
}

void CliTrainTest::theUsersOwnWaitPolicyStays()
{
    QProcess process;
    QProcessEnvironment own;
    own.insert("OMP_WAIT_POLICY", "ACTIVE");
    startLongRun(process, own);
    const QList<QByteArray> environment = procFile(process, "environ").split('\0');
    QVERIFY(environment.contains("OMP_WAIT_POLICY=ACTIVE"));
    QVERIFY(!environment.contains("OMP_WAIT_POLICY=PASSIVE"));
    process.kill();
    process.waitForFinished();
}

void CliTrainTest::failureIsAnEventToo()
{
    const Answer answer = luthierCli(command({"--json", "--set", "dataset.columns.label=colour"}));
    QCOMPARE(answer.status, 1);
    QVERIFY(answer.error.contains("colour"));
    const QList<QJsonObject> events = answer.jsonLines();
    QVERIFY(!events.isEmpty());
    QCOMPARE(events.last()["event"].toString(), QString("error"));
    QCOMPARE(events.last()["message"]["values"]["column"].toString(), QString("colour"));
}

void CliTrainTest::theSizeOfKeptFeaturesIsSaid()
{
    const auto dryRun = [this](const char *method, const QStringList &more = {}) {
        return luthierCli(command({"--dry-run", "--set", "max_steps=60", "--set", "eval_steps=10",
                                   "--set", QString("method={\"type\": \"%1\"}").arg(method)}) +
                          more);
    };
    const Answer frozen = dryRun("feature-extraction");
    QVERIFY2(frozen.status == 0, qPrintable(frozen.error));
    static const QRegularExpression size("Kept features  ([0-9.]+ [kM]?B) in memory");
    const auto said = size.match(frozen.out);
    QVERIFY2(said.hasMatch(), qPrintable(frozen.out));
    const auto bytes = dryRun("feature-extraction", {"--json"}).jsonLines().last()["cache_bytes"];
    // Rows of 36 numbers, of train and validation.
    QCOMPARE(bytes.toInt(), (83 + 24) * 36 * 4);
    QCOMPARE(said.captured(1), QString("15.4 kB"));
    QVERIFY(!dryRun("full").out.contains("Kept features"));
}

QTEST_GUILESS_MAIN(CliTrainTest)
#include "tst_cli_train.moc"
