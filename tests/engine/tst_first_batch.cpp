// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of the first batch, beside what the trainer takes.
#include "core/kernels/tensor.h"

#include "core/methods/catalog.h"
#include "core/tasks/catalog.h"
#include "core/train/first_batch.h"
#include "core/train/prepared_run.h"
#include "core/train/trainer.h"

#include <QtTest>

#include <algorithm>

using namespace luthier;
namespace fs = std::filesystem;

class tst_FirstBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void rowsAreThoseOfTheFirstStep_data();
    void rowsAreThoseOfTheFirstStep();
    void readAndCutTokensMakeTheWholeRow_data();
    void readAndCutTokensMakeTheWholeRow();
    void aRowMayTeachSeveralLabels();
    void longStretchesAreCounted();
    void otherDataHasNoFirstBatch();
};

namespace {

/// The plan of a stored case with some training keys of its own.
RunConfig configOf(const char *name, const Json &training = Json::object())
{
    const fs::path folder = fs::path(LUTHIER_TEST_DATA) / "parity" / name;
    Json plan = readJson(folder / "run.json");
    plan["training"].update(training);
    return parseRunConfig(plan, folder, methodDescriptors(), tasks());
}

PreparedRun prepared(const RunConfig &config)
{
    return prepareRun(config, {.threads = 1}, {}, [](const std::string &) {});
}

FirstBatchOptions optionsOf(const RunConfig &config)
{
    const PreparedRun run = prepared(config);
    return {.max_length = run.max_length, .train_rows = run.train.rows()};
}

FirstBatch taken(const RunConfig &config, const FirstBatchOptions &options)
{
    const Result<FirstBatch> batch = firstBatch(config, options, {});
    if (!batch)
        throw batch.error();
    return batch.value();
}

std::vector<std::string> wordsOf(const BatchRow &row)
{
    std::vector<std::string> out;
    for (const TokenStretch &part : row.parts)
        out.insert(out.end(), part.tokens.begin(), part.tokens.end());
    return out;
}

int64_t readTokens(const BatchRow &row)
{
    int64_t count = 0;
    for (const TokenStretch &part : row.parts)
        count += part.read ? int64_t(part.tokens.size()) : 0;
    return count;
}

} // namespace

void tst_FirstBatch::rowsAreThoseOfTheFirstStep_data()
{
    QTest::addColumn<QByteArray>("training");
    QTest::newRow("shuffled") << QByteArray("{}");
    QTest::newRow("in order") << QByteArray(R"({"shuffle": false})");
    QTest::newRow("grouped by length") << QByteArray(R"({"length_grouping": true})");
    QTest::newRow("accumulated") << QByteArray(R"({"gradient_accumulation_steps": 3})");
}

void tst_FirstBatch::rowsAreThoseOfTheFirstStep()
{
    QFETCH(QByteArray, training);
    const RunConfig config = configOf("bert-tiny-full", Json::parse(training.toStdString()));
    const PreparedRun run = prepared(config);
    std::vector<int64_t> rows = StepRows(dataOrderOf(config.training, run.train)).rows(1);
    rows.resize(size_t(config.training.per_device_train_batch_size));
    const FirstBatch batch = taken(
        config, {.max_length = run.max_length, .train_rows = run.train.rows(), .most_rows = 1000});
    QCOMPARE(batch.size, int64_t(rows.size()));
    QCOMPARE(batch.rows.size(), rows.size());
    int64_t tokens = 0, longest = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        const int64_t length = run.train.length(rows[i]);
        tokens += length;
        longest = std::max(longest, length);
        QCOMPARE(batch.rows[i].tokens, length);
        QCOMPARE(batch.rows[i].labels.size(), size_t(1));
        QCOMPARE(batch.rows[i].labels.front(),
                 run.labels[size_t(run.train.labels[size_t(rows[i])])]);
    }
    QCOMPARE(batch.tokens, tokens);
    QCOMPARE(batch.longest, longest);
}

void tst_FirstBatch::readAndCutTokensMakeTheWholeRow_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"bert-tiny-full", "bert-tiny-pair", "roberta-tiny-full",
                             "roberta-tiny-pair", "electra-tiny-full", "distilbert-tiny-full"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_FirstBatch::readAndCutTokensMakeTheWholeRow()
{
    QFETCH(QString, name);
    const RunConfig config =
        configOf(name.toUtf8().constData(), {{"per_device_train_batch_size", 64}});
    FirstBatchOptions options = optionsOf(config);
    options.max_length = 10000;
    const FirstBatch whole = taken(config, options);
    options.max_length = 12;
    const FirstBatch cut = taken(config, options);
    QCOMPARE(cut.rows.size(), whole.rows.size());
    size_t rowsCut = 0;
    for (size_t i = 0; i < cut.rows.size(); ++i) {
        QVERIFY(wordsOf(cut.rows[i]) == wordsOf(whole.rows[i]));
        QCOMPARE(whole.rows[i].parts.size(), size_t(1));
        // The special tokens at both ends are read but not shown.
        QCOMPARE(readTokens(whole.rows[i]), whole.rows[i].tokens - 2);
        QCOMPARE(readTokens(cut.rows[i]), cut.rows[i].tokens - 2);
        QVERIFY(cut.rows[i].tokens <= 12);
        rowsCut += cut.rows[i].parts.size() > 1;
        QCOMPARE(cut.rows[i].parts.size() > 1, whole.rows[i].tokens > 12);
    }
    QVERIFY(rowsCut > 0);
}

void tst_FirstBatch::aRowMayTeachSeveralLabels()
{
    const RunConfig config = configOf("bert-tiny-several", {{"shuffle", false}});
    const FirstBatch batch = taken(config, optionsOf(config));
    std::vector<std::string> labels = batch.rows.front().labels;
    std::ranges::sort(labels);
    QVERIFY((labels == std::vector<std::string>{"green", "red"}));
    QVERIFY((batch.rows[1].labels == std::vector<std::string>{"red"}));
}

void tst_FirstBatch::longStretchesAreCounted()
{
    const RunConfig config = configOf("bert-tiny-full", {{"shuffle", false}});
    FirstBatchOptions options = optionsOf(config);
    options.most_tokens = 3;
    options.most_rows = 2;
    const FirstBatch batch = taken(config, options);
    QCOMPARE(batch.rows.size(), size_t(2));
    QVERIFY(batch.size > 2);
    for (const BatchRow &row : batch.rows) {
        QCOMPARE(row.parts.front().tokens.size(), size_t(3));
        QCOMPARE(row.parts.front().more, row.tokens - 2 - 3);
    }
}

void tst_FirstBatch::otherDataHasNoFirstBatch()
{
    const RunConfig config = configOf("bert-tiny-full");
    FirstBatchOptions options = optionsOf(config);
    ++options.train_rows;
    QVERIFY(taken(config, options).rows.empty());
}

QTEST_GUILESS_MAIN(tst_FirstBatch)
#include "tst_first_batch.moc"
