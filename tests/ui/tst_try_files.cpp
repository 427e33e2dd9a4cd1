// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shown_try.h"
#include "ui/pages/try/answers_source.h"
#include "ui/pages/try/file_card.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/loading_state.h"

#include <QtTest>
#include <QtWidgets>

using namespace luthier;
namespace fs = std::filesystem;

namespace {

constexpr int manyTexts = 20000;

QString writeFile(const SessionFixture &fixture, const char *name, const QByteArray &content)
{
    const QString path = fixture.folder.filePath(QLatin1String(name));
    QFile file(path);
    file.open(QIODevice::WriteOnly);
    file.write(content);
    return path;
}

/// Asks a table that takes a while to answer.
void openLongFile(Shown &shown)
{
    const QString file =
        writeFile(shown.fixture, "long.csv",
                  "text,label\n" + QByteArray("fire more off,red\n").repeated(manyTexts));
    shown.page.open(
        {QStringLiteral("try"), shown.page.document().run(), {{QStringLiteral("file"), file}}});
}

/// Does something as soon as the first texts of a file are answered.
void atFirstAnswers(Shown &shown, const std::function<void()> &action)
{
    const auto once = std::make_shared<bool>(false);
    QObject::connect(&shown.fixture.jobs, &Jobs::progressed, &shown.page,
                     [once, action](const QString &key, const Progress &progress) {
                         if (key == QStringLiteral("try/file") &&
                             progress.phase.id == "evaluate.asking" && !std::exchange(*once, true))
                             action();
                     });
}

} // namespace

class TryFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme(Theme::Scheme::Light).apply(*qApp); }
    void textsOfAFile();
    void textsOfAFileWithSeveralLabels();
    void aTextOfAFileIsAskedAlone();
    void aTableStaysWithItsRun();
    void aStoppedFileKeepsItsAnswers();
    void leavingThePageKeepsTheAnswersOfAFile();
    void aColumnThatIsNotThereSortsNothing();
    void answersSortByTheNamesOfTheirLabels();
    void aFileThatIsNoTableIsOneSentence();
};

void TryFilesTest::textsOfAFile()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"), {{QStringLiteral("file"), testFile()}});
    auto *card = shown.find<FileCard>("fileCard");
    QTRY_VERIFY(card->hasAnswers());
    QVERIFY(card->isVisible() && !shown.isShown("questionCard"));
    const AskedTexts &asked = card->asked();
    QCOMPARE(shown.table("fileTexts")->model()->rowCount(), int(asked.rows()));
    const QString text = QString::fromStdString(asked.texts[3]);
    const Json after = predicted(shown.fixture.run("full"), text);
    QCOMPARE(asked.labelOf(After, 3), QString::fromStdString(after["label"]));
    QVERIFY(shown.cell("fileTexts", 3, 3).startsWith(asked.labelOf(After, 3)));
    QCOMPARE(shown.cell("fileTexts", 3, 1), QString::fromStdString(asked.truth[3]));
    QCOMPARE(asked.isRight(After, 3).value(), after["label"] == asked.truth[3]);
    QVERIFY(shown.text("fileSummary").contains(u'%'));
    int wrong = 0;
    for (int64_t row = 0; row < asked.rows(); ++row)
        wrong += asked.isRight(After, row) == false;
    Q_EMIT shown.find<QWidget>("fileFilter")->findChildren<QAbstractButton *>().last()->click();
    QTRY_COMPARE(shown.table("fileTexts")->model()->rowCount(), wrong);

    const fs::path saved = shown.fixture.path("answers.csv");
    QVERIFY(writeCsv(asked, saved));
    const auto again =
        readQuestions(saved, {.text = "text", .label = "label"}, "text-classification");
    QVERIFY(again);
    QCOMPARE(again.value().rows.text, asked.texts);
    QCOMPARE(again.value().labels, asked.truth);
    QTest::mouseClick(shown.find<QPushButton>("backToText"), Qt::LeftButton);
    QVERIFY(shown.isShown("questionCard") && !card->isVisible());
}

void TryFilesTest::textsOfAFileWithSeveralLabels()
{
    Shown shown;
    trainRun(shown.fixture, "several", severalPlan());
    shown.showReady(QStringLiteral("several"),
                    {{QStringLiteral("file"), QString::fromStdString(severalFile().string())}});
    auto *card = shown.find<FileCard>("fileCard");
    QTRY_VERIFY(card->hasAnswers());
    const AskedTexts &asked = card->asked();
    const std::vector<Json> rows = predictedRows(shown.fixture.run("several"), severalFile());
    QCOMPARE(rows.size(), size_t(asked.rows()));
    // Of the file: "find if…" is blue, "and a…" has none, "just fire…" is red and green.
    QCOMPARE(shown.cell("fileTexts", 0, 1), QStringLiteral("blue"));
    QCOMPARE(shown.cell("fileTexts", 1, 1), QStringLiteral("No label"));
    QCOMPARE(shown.cell("fileTexts", 2, 1), QStringLiteral("red, green"));
    const fs::path saved = shown.fixture.path("answers.csv");
    QVERIFY(writeCsv(asked, saved));
    const auto again = readQuestions(saved, {.text = "text", .label = "after_labels"},
                                     "text-classification", true);
    QVERIFY(again);
    for (size_t row = 0; row < rows.size(); ++row) {
        const auto names = rows[row]["labels"].get<std::vector<std::string>>();
        QCOMPARE(asked.labelOf(After, int64_t(row)), labelsIn(rows[row]));
        QStringList truth = asked.trueLabels(int64_t(row)).value(), given;
        for (const std::string &name : names)
            given << QString::fromStdString(name);
        truth.sort();
        given.sort();
        QCOMPARE(asked.isRight(After, int64_t(row)).value(), truth == given);
        QCOMPARE(again.value().cells.of(again.value().labels[row]).value(), names);
    }
    QVERIFY(shown.text("fileSummary").contains(QStringLiteral("All labels right")));
}

void TryFilesTest::aTextOfAFileIsAskedAlone()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"), {{QStringLiteral("file"), testFile()}});
    auto *card = shown.find<FileCard>("fileCard");
    QTRY_VERIFY(card->hasAnswers());
    auto *table = shown.table("fileTexts");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(3, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(shown.page.document().asked().size(), size_t(1));
    QVERIFY(shown.isShown("questionCard") && !card->isVisible());
    QCOMPARE(shown.text("afterAnswer"), card->asked().labelOf(After, 3));
    QCOMPARE(shown.text("truthLine"),
             QStringLiteral("Its true label: ") + QString::fromStdString(card->asked().truth[3]));
}

void TryFilesTest::aTableStaysWithItsRun()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    trainRun(shown.fixture, "lora", triedPlan("lora"));
    shown.showReady(QStringLiteral("full"), {{QStringLiteral("file"), testFile()}});
    QTRY_VERIFY(shown.find<FileCard>("fileCard")->hasAnswers());
    QVERIFY(shown.isShown("fileCard"));
    shown.page.hide();
    shown.showReady();
    QVERIFY(shown.isShown("fileCard"));
    shown.page.open({QStringLiteral("try"), QStringLiteral("lora")});
    QVERIFY(!shown.isShown("fileCard") && shown.isShown("questionCard"));
    QTRY_COMPARE(shown.page.document().state(), TryDocument::State::Ready);
    QVERIFY(!shown.isShown("backToText"));
    shown.page.open({QStringLiteral("try"), QStringLiteral("full")});
    QTRY_COMPARE(shown.page.document().state(), TryDocument::State::Ready);
    QVERIFY(!shown.isShown("fileCard") && shown.isShown("questionCard"));
}

void TryFilesTest::aStoppedFileKeepsItsAnswers()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"));
    auto *card = shown.find<FileCard>("fileCard");
    auto *cancel = card->findChild<LoadingState *>()->findChild<QPushButton *>();
    atFirstAnswers(shown, [&] { cancel->click(); });
    openLongFile(shown);
    QTRY_VERIFY(card->hasAnswers());
    const AskedTexts &asked = card->asked();
    QVERIFY2(asked.rows() < manyTexts, qPrintable(QString::number(asked.rows())));
    QCOMPARE(shown.table("fileTexts")->model()->rowCount(), int(asked.rows()));
    for (const Side side : {Before, After})
        QCOMPARE(int64_t(asked.answers[side].size()), asked.rows());
    const Json after = predicted(shown.fixture.run("full"), QStringLiteral("fire more off"));
    QCOMPARE(asked.labelOf(After, asked.rows() - 1), QString::fromStdString(after["label"]));
    QVERIFY(shown.isShown("fileStopped") && shown.isShown("saveFileAnswers"));
    const QString said = shown.text("fileStopped");
    QVERIFY2(said.contains(words::whole(asked.rows()) + QStringLiteral(" of ") +
                           words::whole(manyTexts)),
             qPrintable(said));
    const fs::path saved = shown.fixture.path("answers.csv");
    QVERIFY(writeCsv(asked, saved));
    const auto again = readQuestions(saved, {.text = "text"}, "text-classification");
    QVERIFY(again);
    QCOMPARE(int64_t(again.value().rows.text.size()), asked.rows());
}

void TryFilesTest::leavingThePageKeepsTheAnswersOfAFile()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"));
    auto *card = shown.find<FileCard>("fileCard");
    atFirstAnswers(shown, [&] { shown.page.hide(); });
    openLongFile(shown);
    QTRY_VERIFY(card->hasAnswers());
    QVERIFY(card->asked().rows() < manyTexts);
    shown.showReady();
    QVERIFY(shown.isShown("fileTexts") && shown.isShown("fileStopped"));
}

void TryFilesTest::aColumnThatIsNotThereSortsNothing()
{
    AskedTexts asked{.labels = {"bad", "good"}, .texts = {"late", "early"}};
    asked.answers[After] = {GivenAnswer{{1}, {0.9}}, GivenAnswer{{0}, {0.9}}};
    const auto source = std::make_shared<AnswersSource>(std::make_shared<AskedTexts>(asked));
    QCOMPARE(source->columns(), 3);
    const auto order = [arrange = arrangeAnswers(source)](int column) {
        return arrange({.column = column}, {}, {}).value();
    };
    QCOMPARE(order(2), (std::vector<int64_t>{1, 0}));
    QCOMPARE(order(3), (std::vector<int64_t>{0, 1}));
}

void TryFilesTest::answersSortByTheNamesOfTheirLabels()
{
    AskedTexts asked{
        .labels = {"good", "bad"}, .several = true, .texts = {"a", "b", "c", "d", "e"}};
    asked.answers[After] = {GivenAnswer{{0}, {0.9}}, std::nullopt, GivenAnswer{{0, 1}, {0.9, 0.6}},
                            GivenAnswer{{1}, {0.8}}, GivenAnswer{}};
    const auto source = std::make_shared<AnswersSource>(std::make_shared<AskedTexts>(asked));
    const auto order = [arrange = arrangeAnswers(source)](bool descending) {
        return arrange({.column = 2, .descending = descending}, {}, {}).value();
    };
    QCOMPARE(order(false), (std::vector<int64_t>{1, 4, 3, 0, 2}));
    QCOMPARE(order(true), (std::vector<int64_t>{2, 0, 3, 4, 1}));
}

void TryFilesTest::aFileThatIsNoTableIsOneSentence()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    const QString empty = writeFile(shown.fixture, "empty.csv", {});
    shown.showReady(QStringLiteral("full"), {{QStringLiteral("file"), empty}});
    auto *banner = shown.find<Banner>("tryBanner");
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(banner->kind(), Banner::Error);
    QVERIFY(shown.isShown("questionCard"));
}

QTEST_MAIN(TryFilesTest)
#include "tst_try_files.moc"
