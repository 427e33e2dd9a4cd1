// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/runs/evaluation_rows.h"
#include "runs_test.h"

#include <cmath>

using namespace luthier;

class tst_EvaluationRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsComeBack();
    void scoresCanGo();
    void laterOnesAreTakenBack();
    void whatIsNotThereIsSaid();
    void damageIsSaid_data();
    void damageIsSaid();
    void aFailedWriteLeavesTheOldRows();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_run;
};

namespace {

EvaluationRows someRows()
{
    return {.row_ids = {7, 3, 12},
            .labels = {0, 1, 1},
            .answers = {0, 0, 1},
            .losses = {0.1f, 2.5f, 0.0f},
            .logits = {2, -1, 1, -2, -50, 50}};
}

} // namespace

void tst_EvaluationRows::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_run = m_folder->path().toStdString();
}

void tst_EvaluationRows::rowsComeBack()
{
    const EvaluationFolder folder(m_run);
    folder.write("validation", 50, someRows());
    QVERIFY(folder.read("validation", 50) == someRows());
    const auto rows = evaluatedRows(m_run, "validation", 50);
    QVERIFY(rows);
    QCOMPARE(rows.value().size(), size_t(3));
    const EvaluatedRow &second = rows.value()[1];
    QCOMPARE(second.row_id, int64_t(3));
    QCOMPARE(second.label, int64_t(1));
    QCOMPARE(second.answer, int64_t(0));
    QCOMPARE(second.loss, 2.5);
    QCOMPARE(second.scores.size(), size_t(2));
    QVERIFY(std::abs(second.scores[1] - 1 / (1 + std::exp(3.0))) < 1e-12);
}

void tst_EvaluationRows::scoresCanGo()
{
    const EvaluationFolder folder(m_run);
    folder.write("validation", 50, someRows());
    folder.removeScores("validation", 50);
    const auto rows = evaluatedRows(m_run, "validation", 50);
    QVERIFY(rows && rows.value()[2].scores.empty());
    QCOMPARE(rows.value()[2].answer, int64_t(1));
}

void tst_EvaluationRows::laterOnesAreTakenBack()
{
    const EvaluationFolder folder(m_run);
    for (const int64_t step : {100, 20, 60})
        folder.write("validation", step, someRows());
    folder.write("test", 60, someRows());
    QCOMPARE(evaluatedSteps(m_run, "validation"), (std::vector<int64_t>{20, 60, 100}));
    folder.cutBackTo(20);
    QCOMPARE(evaluatedSteps(m_run, "validation"), (std::vector<int64_t>{20}));
    QVERIFY(evaluatedSteps(m_run, "test").empty());
    QVERIFY(evaluatedSteps(m_run / "elsewhere", "test").empty());
}

void tst_EvaluationRows::whatIsNotThereIsSaid()
{
    const auto rows = evaluatedRows(m_run, "validation", 50);
    QVERIFY(!rows);
    QCOMPARE(rows.error().message.id, std::string("runs.no_evaluation"));
}

void tst_EvaluationRows::damageIsSaid_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("bytes");
    QTest::newRow("rows emptied") << QStringLiteral("validation-50.safetensors") << 0;
    QTest::newRow("rows cut off") << QStringLiteral("validation-50.safetensors") << 100;
    QTest::newRow("scores cut off") << QStringLiteral("validation-50-scores.safetensors") << 60;
}

void tst_EvaluationRows::damageIsSaid()
{
    QFETCH(QString, file);
    QFETCH(int, bytes);
    EvaluationFolder(m_run).write("validation", 50, someRows());
    const auto path = m_run / "evaluations" / file.toStdString();
    QVERIFY(std::filesystem::file_size(path) > uint64_t(bytes));
    std::filesystem::resize_file(path, uint64_t(bytes));
    const auto rows = evaluatedRows(m_run, "validation", 50);
    QVERIFY(!rows);
    QVERIFY(rows.error().message.english().find(file.toStdString()) != std::string::npos);
}

void tst_EvaluationRows::aFailedWriteLeavesTheOldRows()
{
    const EvaluationFolder folder(m_run);
    folder.write("validation", 50, someRows());
    EvaluationRows other = someRows();
    other.losses[0] = 9;
    files::setFault([](files::Operation operation, const std::filesystem::path &) {
        return operation == files::Operation::Write ? ENOSPC : 0;
    });
    QVERIFY_EXCEPTION_THROWN(folder.write("validation", 50, other), Error);
    files::setFault({});
    QVERIFY(folder.read("validation", 50) == someRows());
}

QTEST_APPLESS_MAIN(tst_EvaluationRows)
#include "tst_evaluation_rows.moc"
