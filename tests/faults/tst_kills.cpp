// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is killed again and again ends in the same bytes as one that is left alone.
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/base/random.h"
#include "core/runs/checkpoint.h"
#include "core/runs/event_log.h"

#include <QtTest>

#include <QProcess>

#include <csignal>

using namespace luthier;
namespace fs = std::filesystem;

class tst_Kills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledRunEndsInTheSameBytes_data();
    void aKilledRunEndsInTheSameBytes();
    void twoRunsAtOnceInOneWorkspaceFinish();
    void aSecondProcessInTheSameFolderIsRefused();

private:
    /// Ends a run between saves and inside them, and lets it go on each time.
    void killAgainAndAgain(const fs::path &plan, const fs::path &killed,
                           const std::string &weights);
    fs::path folder(const QString &name)
    {
        return fs::path(m_folder.path().toStdString()) / name.toStdString();
    }
    QTemporaryDir m_folder;
};

namespace {

constexpr int64_t kSteps = 60, kSaveSteps = 5;
constexpr int kKills = 20, kMilliseconds = 120'000;

/// luthier-cli train in a process of its own.
class Training
{
public:
    /// With `hold` it stands still where that says (tests/faults/hold.cpp).
    Training(const fs::path &plan, const fs::path &workspace, const fs::path &output,
             const std::string &hold = {})
        : m_held(QString::fromStdString((workspace / "held").string()))
    {
        QFile::remove(m_held);
        if (!hold.empty()) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(LUTHIER_HOLD));
            environment.insert(QStringLiteral("LUTHIER_HOLD"), QString::fromStdString(hold));
            environment.insert(QStringLiteral("LUTHIER_HELD"), m_held);
            m_process.setProcessEnvironment(environment);
        }
        m_process.start(QStringLiteral(LUTHIER_BINARY_DIR "/luthier-cli"),
                        {QStringLiteral("train"), QString::fromStdString(plan.string()),
                         QStringLiteral("--workspace"), QString::fromStdString(workspace.string()),
                         QStringLiteral("--output"), QString::fromStdString(output.string()),
                         QStringLiteral("--resume"), QStringLiteral("--json"),
                         QStringLiteral("--threads"), QStringLiteral("1")});
    }

    bool finishes()
    {
        return m_process.waitForFinished(kMilliseconds) &&
               m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

    /// Waits until it stands still; false when it ends before.
    bool isHeld()
    {
        const auto ended = [this] { return m_process.state() == QProcess::NotRunning; };
        return QTest::qWaitFor([&] { return QFile::exists(m_held) || ended(); }, kMilliseconds) &&
               !ended();
    }

    /// Waits for the event of a step; false when the run ends before.
    bool reaches(int64_t step)
    {
        while (m_process.canReadLine() || m_process.waitForReadyRead(kMilliseconds)) {
            while (m_process.canReadLine()) {
                const Json event = Json::parse(m_process.readLine().toStdString());
                if (event["event"] == "step" && event["step"].get<int64_t>() >= step)
                    return true;
            }
        }
        return false;
    }

    /// False when it was not this that ended it.
    bool kill()
    {
        ::kill(pid_t(m_process.processId()), SIGKILL);
        return m_process.waitForFinished(kMilliseconds) &&
               m_process.exitStatus() == QProcess::CrashExit;
    }

    QByteArray errors() { return m_process.readAllStandardError(); }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
    QString m_held;
};

std::string betweenSaves(int64_t step)
{
    return "line 1 \"event\":\"step\",\"step\":" + std::to_string(step) + ",";
}

/// From the folder's opening to the moment before its renaming.
std::vector<std::string> insideSave(int64_t step, const std::string &weights)
{
    const std::string target = "checkpoint-" + std::to_string(step), part = target + ".part/";
    return {"write 1 " + part + weights + ".part",
            "write 3 " + part + weights + ".part",
            "fsync 1 " + part + weights + ".part",
            "rename 1 " + part + weights,
            "write 2 " + part + "optimizer.safetensors.part",
            "rename 1 " + part + "state.json",
            "write 1 " + part + "manifest.json.part",
            "rename 1 " + target};
}

/// Where the newest part of a run went on; 0: at the beginning.
int64_t resumedStep(const fs::path &run)
{
    int64_t step = 0;
    readEvents(run / "events.jsonl", [&](const Json &event) {
        if (event["event"] == "resumed")
            step = event["step"];
    });
    return step;
}

int64_t newestStep(const fs::path &run)
{
    const CheckpointSearch search = newestComplete(run);
    return search.newest ? search.newest->step : 0;
}

bool standsInSave(const fs::path &run, int64_t step)
{
    return fs::exists(run / ("checkpoint-" + std::to_string(step) + ".part"));
}

} // namespace

void tst_Kills::aKilledRunEndsInTheSameBytes_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("weights");
    QTest::newRow("full") << QStringLiteral("full") << QStringLiteral("model.safetensors");
    QTest::newRow("lora") << QStringLiteral("lora") << QStringLiteral("adapter_model.safetensors");
}

void tst_Kills::killAgainAndAgain(const fs::path &plan, const fs::path &killed,
                                  const std::string &weights)
{
    SplitMix64 random(weights.size());
    int between = 0, inside = 0, resumed = 0;
    int64_t before = 0;
    for (int i = 0; i < kKills; ++i) {
        // The newest whole checkpoint at this kill: all of the run is gone through.
        const int64_t newest = i * (kSteps / kSaveSteps - 1) / kKills * kSaveSteps;
        const int64_t next = newest + kSaveSteps;
        const bool atSave = i % 5 == 1 || i % 5 == 3;
        const std::vector<std::string> places = insideSave(next, weights);
        Training training(plan, killed.parent_path(), killed,
                          atSave ? places[size_t(inside) % places.size()]
                                 : betweenSaves(newest + 1 + int64_t(random.below(kSaveSteps))));
        QVERIFY2(training.isHeld(), training.errors().constData());
        QVERIFY(training.kill());
        QCOMPARE(standsInSave(killed, next), atSave);
        QCOMPARE(newestStep(killed), newest);
        QCOMPARE(resumedStep(killed), before);
        ++(atSave ? inside : between);
        resumed += before > 0;
        before = newest;
    }
    qInfo("killed %d times between checkpoints and %d times inside a save, resumed %d times",
          between, inside, resumed);
    QVERIFY(between >= 10 && inside >= 5 && resumed >= 10);
}

void tst_Kills::aKilledRunEndsInTheSameBytes()
{
    QFETCH(QString, method);
    QFETCH(QString, weights);
    const fs::path workspace = folder(method), straight = workspace / "straight",
                   killed = workspace / "killed", plan = workspace / "run.json";
    fs::create_directories(workspace);
    Json settings{{"type", method.toStdString()}};
    if (method == QStringLiteral("lora"))
        settings["lora_dropout"] = 0.1;
    writeJson(plan, tinyPlan(settings, {{"max_steps", kSteps},
                                        {"eval_steps", 7},
                                        {"save_steps", kSaveSteps},
                                        {"save_total_limit", 3},
                                        {"dropout", 0.1}}));
    Training undisturbed(plan, workspace, straight);
    QVERIFY2(undisturbed.finishes(), undisturbed.errors().constData());
    killAgainAndAgain(plan, killed, weights.toStdString());
    if (QTest::currentTestFailed())
        return;
    Training last(plan, workspace, killed);
    QVERIFY2(last.finishes(), last.errors().constData());
    QVERIFY(resumedStep(killed) > 0);
    QVERIFY(filesBelow(straight / "final") == filesBelow(killed / "final"));
    QVERIFY(filesBelow(straight / "best") == filesBelow(killed / "best"));
    const std::string newest = "checkpoint-" + std::to_string(kSteps) + "/optimizer.safetensors";
    QVERIFY(files::read(straight / newest) == files::read(killed / newest));
    QVERIFY(comparableEvents(straight) == comparableEvents(killed));
}

void tst_Kills::twoRunsAtOnceInOneWorkspaceFinish()
{
    const fs::path workspace = folder(QStringLiteral("shared")), plan = workspace / "run.json";
    fs::create_directories(workspace);
    writeJson(plan, tinyPlan({{"type", "full"}}, {{"max_steps", 10}}));
    Training first(plan, workspace, workspace / "a"), second(plan, workspace, workspace / "b");
    QVERIFY2(first.finishes(), first.errors().constData());
    QVERIFY2(second.finishes(), second.errors().constData());
    QVERIFY(filesBelow(workspace / "a/final") == filesBelow(workspace / "b/final"));
}

void tst_Kills::aSecondProcessInTheSameFolderIsRefused()
{
    const fs::path workspace = folder(QStringLiteral("locked")), plan = workspace / "run.json";
    fs::create_directories(workspace);
    writeJson(plan, tinyPlan({{"type", "full"}}, {{"max_steps", 5000}}));
    Training first(plan, workspace, workspace / "a");
    QVERIFY2(first.reaches(3), first.errors().constData());
    Training second(plan, workspace, workspace / "a");
    QVERIFY(second.process().waitForFinished(60000));
    QCOMPARE(second.process().exitCode(), 1);
    QVERIFY(second.errors().count('\n') <= 1);
    QVERIFY(first.kill());
}

QTEST_GUILESS_MAIN(tst_Kills)
#include "tst_kills.moc"
