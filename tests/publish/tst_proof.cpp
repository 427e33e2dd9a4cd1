// SPDX-License-Identifier: GPL-3.0-or-later
// What an export is proven with, and what counts as proven.
#include "core/publish/proof.h"

#include "core/base/files.h"
#include "core/data/catalog.h"
#include "tests/support/tiny_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <sstream>

using namespace luthier;
namespace fs = std::filesystem;

class tst_Proof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rowsAreTakenFromTheTestPartFirst();
    void aSmallDataSetGivesAllItsRows();
    void rowsOfAPartAreSpread();
    void textsAloneHaveNoPairs();
    void answersAreCompared_data();
    void answersAreCompared();

private:
    fs::path path(const char *name) const { return fs::path(m_folder.path().toStdString()) / name; }
    std::vector<Json> written(int64_t count, const ProofRows &expected) const;

    QTemporaryDir m_folder;
};

namespace {

struct Answers
{
    std::vector<Json> rows;
};

fs::path pairData(const char *name)
{
    return fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-pair" / name;
}

Json pairPlan()
{
    Json plan = tinyPlan({{"type", "full"}}, {{"max_steps", 1}});
    plan["model"]["path"] = pairData("model").string();
    plan["dataset"] = {{"train", pairData("train.csv").string()},
                       {"validation", pairData("test.csv").string()},
                       {"test", pairData("test.csv").string()},
                       {"columns", {{"text", "text"}, {"text_pair", "pair"}, {"label", "label"}}}};
    return plan;
}

std::vector<Json> rowsOf(const Table &table)
{
    std::vector<Json> rows;
    for (int64_t row = 0; row < table.rows(); ++row)
        rows.push_back({{"text", *table.cell(row, 0)}, {"text_pair", *table.cell(row, 1)}});
    return rows;
}

std::vector<Json> joined(const std::vector<std::vector<Json>> &parts)
{
    std::vector<Json> all;
    for (const std::vector<Json> &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

void tst_Proof::initTestCase()
{
    const TinyRun pairs = runTiny(pairPlan(), path("pairs"));
    QVERIFY2(!pairs.error, pairs.error ? pairs.error->message.english().c_str() : "");
    const TinyRun texts = runTiny(tinyPlan({{"type", "full"}}, {{"max_steps", 1}}), path("texts"));
    QVERIFY2(!texts.error, texts.error ? texts.error->message.english().c_str() : "");
}

std::vector<Json> tst_Proof::written(int64_t count, const ProofRows &expected) const
{
    const fs::path file = path("rows.jsonl");
    const Result<ProofRows> rows = writeProofRows(path("pairs"), count, file, {});
    if (!rows || rows.value().count != expected.count ||
        rows.value().textColumn != expected.textColumn ||
        rows.value().pairColumn != expected.pairColumn)
        return {};
    std::vector<Json> lines;
    std::istringstream stream(files::read(file));
    for (std::string line; std::getline(stream, line);)
        lines.push_back(Json::parse(line));
    return lines;
}

void tst_Proof::rowsAreTakenFromTheTestPartFirst()
{
    const std::vector<Json> test = rowsOf(readTable(pairData("test.csv")));
    const std::vector<Json> train = rowsOf(readTable(pairData("train.csv")));
    const int64_t count = int64_t(2 * test.size() + 1);
    QCOMPARE(written(count, {count, "text", "text_pair"}), joined({test, test, {train.front()}}));
}

void tst_Proof::aSmallDataSetGivesAllItsRows()
{
    const std::vector<Json> test = rowsOf(readTable(pairData("test.csv")));
    const std::vector<Json> train = rowsOf(readTable(pairData("train.csv")));
    const std::vector<Json> all = joined({test, test, train});
    QCOMPARE(written(100'000, {int64_t(all.size()), "text", "text_pair"}), all);
}

// The rows of a file are often sorted by label.
void tst_Proof::rowsOfAPartAreSpread()
{
    const std::vector<Json> test = rowsOf(readTable(pairData("test.csv")));
    QCOMPARE(written(2, {2, "text", "text_pair"}),
             (std::vector<Json>{test[0], test[test.size() / 2]}));
}

void tst_Proof::textsAloneHaveNoPairs()
{
    const fs::path file = path("texts.jsonl");
    const Result<ProofRows> rows = writeProofRows(path("texts"), 3, file, {});
    QVERIFY(rows);
    QCOMPARE(rows.value().pairColumn, std::string());
    QCOMPARE(files::read(file).find("text_pair"), std::string::npos);
}

void tst_Proof::answersAreCompared_data()
{
    QTest::addColumn<Answers>("tuned");
    QTest::addColumn<Answers>("exported");
    QTest::addColumn<bool>("proven");
    QTest::addColumn<int>("agreeing");
    const Json red{{"label", "red"}, {"logits", {1.0, -20.0}}};
    const Json both{{"labels", {"red", "green"}}, {"logits", {1.0, 2.0}}};
    const auto row = [](const char *name, std::vector<Json> tuned, std::vector<Json> exported,
                        bool proven, int agreeing) {
        QTest::newRow(name) << Answers{tuned} << Answers{exported} << proven << agreeing;
    };
    const auto changed = [](Json answer, const char *key, const Json &value) {
        answer[key] = value;
        return answer;
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    row("the same", {red, red}, {red, red}, true, 2);
    row("the same labels", {both}, {both}, true, 1);
    row("no label above one half", {changed(both, "labels", Json::array())},
        {changed(both, "labels", Json::array())}, true, 1);
    row("rounding", {red}, {changed(red, "logits", {1.0019, -20.0})}, true, 1);
    row("more than rounding", {red}, {changed(red, "logits", {1.0021, -20.0})}, false, 1);
    row("another label", {red, red}, {red, changed(red, "label", "green")}, false, 1);
    row("fewer labels", {both}, {changed(both, "labels", {"red"})}, false, 0);
    row("other labels", {both}, {changed(both, "labels", {"red", "blue"})}, false, 0);
    row("one label instead of several", {both}, {red}, false, 0);
    row("a row less", {red, red}, {red}, false, 1);
    row("a score less", {red}, {changed(red, "logits", {1.0})}, false, 1);
    row("no scores", {changed(red, "logits", Json::array())},
        {changed(red, "logits", Json::array())}, false, 1);
    row("no number", {changed(red, "logits", {nan, -20.0})}, {changed(red, "logits", {nan, -20.0})},
        false, 1);
    row("no number, read again", {red}, {changed(red, "logits", {nullptr, -20.0})}, false, 1);
    row("no rows", {}, {}, false, 0);
}

void tst_Proof::answersAreCompared()
{
    QFETCH(Answers, tuned);
    QFETCH(Answers, exported);
    QFETCH(bool, proven);
    QFETCH(int, agreeing);
    const Json proof = compareAnswers(tuned.rows, exported.rows);
    QCOMPARE(proof["proven"].get<bool>(), proven);
    QCOMPARE(proof["rows"].get<size_t>(), tuned.rows.size());
    QCOMPARE(proof["agreeing"].get<int>(), agreeing);
    const int compared = int(std::min(tuned.rows.size(), exported.rows.size()));
    QCOMPARE(proof.contains("first_difference"), agreeing < compared);
}

QTEST_APPLESS_MAIN(tst_Proof)
#include "tst_proof.moc"
