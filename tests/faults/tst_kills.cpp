// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is killed again and again ends in the same bytes as one that is left alone.
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/base/random.h"

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
    fs::path folder(const QString &name)
    {
        return fs::path(m_folder.path().toStdString()) / name.toStdString();
    }
    QTemporaryDir m_folder;
};

namespace {

constexpr int kSteps = 60, kSaveSteps = 5;
constexpr int kKillsBetween = 12, kKillsInside = 8;

/// luthier-cli train in a process of its own.
class Training
{
public:
    Training(const fs::path &plan, const fs::path &workspace, const fs::path &output)
    {
        m_process.start(QStringLiteral(LUTHIER_BINARY_DIR "/luthier-cli"),
                        {QStringLiteral("train"), QString::fromStdString(plan.string()),
                         QStringLiteral("--workspace"), QString::fromStdString(workspace.string()),
                         QStringLiteral("--output"), QString::fromStdString(output.string()),
                         QStringLiteral("--resume"), QStringLiteral("--json"),
                         QStringLiteral("--threads"), QStringLiteral("1")});
    }

    bool finishes()
    {
        return m_process.waitForFinished(120000) &&
               m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

    /// Waits for the event of a step; false when the run ends before.
    bool reaches(int64_t step)
    {
        while (m_process.state() != QProcess::NotRunning || m_process.canReadLine()) {
            if (!m_process.canReadLine() && !m_process.waitForReadyRead(60000))
                continue;
            while (m_process.canReadLine()) {
                const Json event = Json::parse(m_process.readLine().toStdString());
                if (event["event"] == "step" && event["step"].get<int64_t>() >= step)
                    return true;
            }
        }
        return false;
    }

    void kill()
    {
        ::kill(pid_t(m_process.processId()), SIGKILL);
        m_process.waitForFinished();
    }

    QByteArray errors() { return m_process.readAllStandardError(); }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

bool inSave(const fs::path &run, int64_t step)
{
    return fs::exists(run / ("checkpoint-" + std::to_string(step) + ".part"));
}

} // namespace

void tst_Kills::aKilledRunEndsInTheSameBytes_data()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("full") << QStringLiteral("full");
    QTest::newRow("lora") << QStringLiteral("lora");
}

void tst_Kills::aKilledRunEndsInTheSameBytes()
{
    QFETCH(QString, method);
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

    SplitMix64 random(method.size());
    int between = 0, inside = 0;
    for (int64_t reached = 0; between < kKillsBetween || inside < kKillsInside;) {
        // Never beyond the last checkpoint but one, so that there is always something left to kill.
        const bool wantInside = inside < kKillsInside && between >= inside;
        Training training(plan, workspace, killed);
        const int64_t step = std::min<int64_t>(reached + 1 + int64_t(random.below(4)), kSteps - 6);
        QVERIFY2(training.reaches(step), training.errors().constData());
        if (wantInside) {
            const int64_t save = (step / kSaveSteps + 1) * kSaveSteps;
            while (!inSave(killed, save) &&
                   !fs::exists(killed / ("checkpoint-" + std::to_string(save))))
                ;
            training.kill();
            inside += inSave(killed, save);
        } else {
            training.kill();
            ++between;
        }
        reached = step / kSaveSteps * kSaveSteps;
        if (reached >= kSteps - 10) {
            reached = 0;
            fs::remove_all(killed);
        }
    }
    Training last(plan, workspace, killed);
    QVERIFY2(last.finishes(), last.errors().constData());
    qInfo("killed %d times between checkpoints and %d times inside a save", between, inside);
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
    first.kill();
}

QTEST_GUILESS_MAIN(tst_Kills)
#include "tst_kills.moc"
