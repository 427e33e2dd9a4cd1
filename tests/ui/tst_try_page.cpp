// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shown_try.h"
#include "ui/pages/run/run_page.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/try/file_card.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/blocked.h"

#include <QtTest>
#include <QtWidgets>

#include <set>

using namespace luthier;
namespace fs = std::filesystem;

namespace {

const QString kText = QStringLiteral("but before lake day more from into fern day");
const QString kLong = QStringLiteral("fire more off ").repeated(30);

/// Every text in brackets: another language, for tests that have no translation at hand.
class Brackets : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("[%1]").arg(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TryPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme(Theme::Scheme::Light).apply(*qApp); }
    void anEmptyWorkspaceSaysWhatToDo();
    void aMissingRunLeadsToAllRuns();
    void answersAreThoseOfPredict();
    void aNewHeadGivesNoAnswer();
    void aLastLayerStandsForTheBase();
    void anotherRunIsChosenByItsMenu();
    void aRunWithoutWeightsIsOneSentence();
    void severalLabelsAreThoseOfPredict();
    void aRunOfSeveralLabelsLeadsHere();
    void testTextsShowAllTheirLabels();
    void aLongTextIsStruckThrough();
    void anotherRunMeasuresAgain();
    void pairsHaveTwoFields();
    void earlierTextsComeBack();
    void textsOfTheTestPart();
    void aTestTextStaysWithItsRun();
    void modelsAreFreedWithThePage();
    void anotherLanguageKeepsTheAnswer();
    void runsLeadHere();
};

void TryPageTest::anEmptyWorkspaceSaysWhatToDo()
{
    Shown shown;
    shown.show();
    QTRY_VERIFY(shown.isShown("tryEmptyButton"));
    QSignalSpy asked(&shown.page, &Page::routeRequested);
    QTest::mouseClick(shown.find<QPushButton>("tryEmptyButton"), Qt::LeftButton);
    QCOMPARE(asked[0][0].value<Route>().page, QStringLiteral("train"));
}

void TryPageTest::aMissingRunLeadsToAllRuns()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.show(QStringLiteral("deleted"));
    QTRY_VERIFY(shown.isShown("tryEmptyButton"));
    QVERIFY(!shown.isShown("questionCard"));
    QSignalSpy asked(&shown.page, &Page::routeRequested);
    QTest::mouseClick(shown.find<QPushButton>("tryEmptyButton"), Qt::LeftButton);
    QCOMPARE(asked[0][0].value<Route>().page, QStringLiteral("runs"));
}

void TryPageTest::answersAreThoseOfPredict()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"));
    QTRY_VERIFY(shown.find<QWidget>("tryText")->hasFocus());
    shown.ask(kText);
    const Json after = predicted(shown.fixture.run("full"), kText);
    const Json before = predicted(baseModel(), kText);
    QCOMPARE(shown.text("afterAnswer"), QString::fromStdString(after["label"]));
    QCOMPARE(shown.text("beforeAnswer"), QString::fromStdString(before["label"]));
    const AskedText &asked = shown.page.document().asked().back();
    const auto &labels = shown.page.document().labels();
    for (size_t label = 0; label < labels.size(); ++label) {
        QCOMPARE(asked.answers[After]->probabilities[label],
                 after["scores"][labels[label]].get<double>());
        QCOMPARE(asked.answers[Before]->probabilities[label],
                 before["scores"][labels[label]].get<double>());
    }
    for (const std::string &label : labels)
        QVERIFY(shown.find<QWidget>("afterBars")
                    ->accessibleDescription()
                    .contains(QString::fromStdString(label)));
    QVERIFY(shown.isShown("afterTime"));
    QVERIFY(shown.text("beforeWho").contains(QStringLiteral("as it came")));
}

void TryPageTest::aNewHeadGivesNoAnswer()
{
    Shown shown;
    const fs::path model = headlessModel(shown.fixture, "tiny-base");
    trainRun(shown.fixture, "full", triedPlan("full", model));
    shown.showReady(QStringLiteral("full"));
    shown.ask(kText);
    QVERIFY(shown.isShown("afterAnswer"));
    QVERIFY(!shown.isShown("beforeAnswer"));
    QVERIFY(!shown.isShown("beforeBars"));
    QVERIFY(!shown.page.document().asked().back().answers[Before]);
    const QString why = shown.text("beforeSentence");
    QVERIFY2(shown.text("beforeWho").contains(QStringLiteral("tiny-base")), qPrintable(why));
    const QString sentence = shown.find<QWidget>("beforeCard")->accessibleDescription();
    QVERIFY2(sentence.startsWith(QStringLiteral("No answer: ")), qPrintable(sentence));
    QVERIFY(shown.text("beforeQuality").contains(u'%'));
}

void TryPageTest::aLastLayerStandsForTheBase()
{
    Shown shown;
    const fs::path model = headlessModel(shown.fixture, "tiny-base");
    trainRun(shown.fixture, "features", triedPlan("feature-extraction", model));
    trainRun(shown.fixture, "full", triedPlan("full", model));
    shown.showReady(QStringLiteral("full"));
    QCOMPARE(shown.page.document().party(Before).run, QStringLiteral("features"));
    shown.ask(kText);
    const Json before = predicted(shown.fixture.run("features"), kText);
    QCOMPARE(shown.text("beforeAnswer"), QString::fromStdString(before["label"]));
    QVERIFY(shown.text("beforeWho").contains(QStringLiteral("only a last layer")));
}

void TryPageTest::anotherRunIsChosenByItsMenu()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    trainRun(shown.fixture, "lora", triedPlan("lora"));
    shown.showReady(QStringLiteral("full"));
    shown.ask(kText);
    auto *menu = shown.find<QMenu>("beforeMenu");
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().last()->trigger();
    QTRY_COMPARE(shown.page.document().state(), TryDocument::State::Ready);
    // The text that stands there is asked again.
    QTRY_VERIFY(!shown.page.document().asked().empty() && !shown.page.document().isAsking());
    const Json before = predicted(shown.fixture.run("lora"), kText);
    QCOMPARE(shown.text("beforeAnswer"), QString::fromStdString(before["label"]));
    QVERIFY(shown.text("beforeWho").contains(QStringLiteral("lora")));
    QSignalSpy routes(&shown.page, &Page::routeChanged);
    auto *others = shown.find<QMenu>("afterMenu");
    Q_EMIT others->aboutToShow();
    for (QAction *action : others->actions())
        if (action->data().toString() == QStringLiteral("lora"))
            action->trigger();
    QTRY_COMPARE(shown.page.document().state(), TryDocument::State::Ready);
    QCOMPARE(routes.last()[0].value<Route>().item, QStringLiteral("lora"));
}

void TryPageTest::aRunWithoutWeightsIsOneSentence()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    fs::remove_all(shown.fixture.run("full") / "best");
    fs::remove_all(shown.fixture.run("full") / "final");
    shown.showReady(QStringLiteral("full"));
    const QString sentence = shown.find<QWidget>("afterCard")->accessibleDescription();
    QVERIFY2(sentence.contains(QStringLiteral("has no weights any more")), qPrintable(sentence));
    shown.ask(kText);
    QVERIFY(!shown.isShown("afterAnswer"));
    QVERIFY(!shown.isShown("afterBars"));
    const Json before = predicted(baseModel(), kText);
    QCOMPARE(shown.text("beforeAnswer"), QString::fromStdString(before["label"]));
    const std::string label = before["label"];
    const auto &labels = shown.page.document().labels();
    const auto number = size_t(std::ranges::find(labels, label) - labels.begin());
    QCOMPARE(shown.page.document().asked().back().answers[Before]->probabilities.at(number),
             before["scores"][label].get<double>());
    shown.page.open(
        {QStringLiteral("try"), QStringLiteral("full"), {{QStringLiteral("file"), testFile()}}});
    auto *card = shown.find<FileCard>("fileCard");
    QTRY_VERIFY(card->hasAnswers());
    const Json row = predicted(baseModel(), QString::fromStdString(card->asked().texts[3]));
    QCOMPARE(card->asked().labelOf(Before, 3), QString::fromStdString(row["label"]));
    QVERIFY(card->asked().answers[After].empty());
}

void TryPageTest::severalLabelsAreThoseOfPredict()
{
    Shown shown;
    trainRun(shown.fixture, "several", severalPlan());
    shown.showReady(QStringLiteral("several"));
    const auto &labels = shown.page.document().labels();
    const std::vector<Json> rows = predictedRows(shown.fixture.run("several"), severalFile());
    const auto questions = readQuestions(severalFile(), {.text = "text"}, "text-classification");
    QVERIFY(questions);
    std::set<size_t> counts;
    for (size_t row = 0; row < rows.size(); ++row) {
        if (!counts.insert(rows[row]["labels"].size()).second)
            continue;
        const QString text = QString::fromStdString(questions.value().rows.text[row]);
        shown.ask(text);
        const Json after = predicted(shown.fixture.run("several"), text);
        QCOMPARE(shown.text("afterAnswer"), labelsIn(after));
        for (const Json &label : after["labels"])
            QVERIFY(shown.cell("earlierTexts", 0, 2)
                        .contains(QString::fromStdString(label) + u' ' +
                                  words::percent(
                                      after["scores"][label.get<std::string>()].get<double>(), 0)));
        const QString bars = shown.find<QWidget>("afterBars")->accessibleDescription();
        for (const std::string &label : labels)
            QVERIFY2(bars.contains(QString::fromStdString(label) + QStringLiteral(": ") +
                                   words::percent(after["scores"][label].get<double>())),
                     qPrintable(bars));
    }
    QVERIFY2(counts.size() > 1, "all texts got equally many labels: nothing was tested");
    // The base model gives one label each.
    const Json before = predicted(baseModel(), kText);
    shown.ask(kText);
    QCOMPARE(shown.text("beforeAnswer"), QString::fromStdString(before["label"]));
    QVERIFY(shown.text("eachLabelSentence").startsWith(QStringLiteral("After, each label")));
    QVERIFY(shown.text("afterQuality").startsWith(QStringLiteral("All labels right")));
}

void TryPageTest::aRunOfSeveralLabelsLeadsHere()
{
    SessionFixture fixture;
    trainRun(fixture, "several", severalPlan());
    RunPage run(fixture.context);
    run.open({QStringLiteral("run"), QStringLiteral("several")});
    run.resize(1240, 836);
    run.show();
    const auto button = [&] { return run.findChild<QPushButton *>(QStringLiteral("tryButton")); };
    QTRY_VERIFY(button() && button()->isVisible());
}

void TryPageTest::testTextsShowAllTheirLabels()
{
    Shown shown;
    trainRun(shown.fixture, "several", severalPlan());
    shown.showReady(QStringLiteral("several"));
    auto *button = shown.find<QPushButton>("takeTestText");
    for (const char *line : {"Its true label: blue", "Its true label: none",
                             "Its true labels: red, green", "Its true label: green"}) {
        button->click();
        QTRY_COMPARE(shown.text("truthLine"), QString::fromLatin1(line));
        QVERIFY(shown.isShown("truthLine"));
    }
}

void TryPageTest::aLongTextIsStruckThrough()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"));
    auto *field = shown.find<QPlainTextEdit>("tryText");
    field->setPlainText(kText);
    QTRY_VERIFY(shown.text("tokenCount").contains(QStringLiteral("nothing is cut")));
    QVERIFY(field->extraSelections().isEmpty());
    field->setPlainText(kLong);
    QTRY_COMPARE(field->extraSelections().size(), 1);
    const auto cut = field->extraSelections().first();
    QVERIFY(cut.format.fontStrikeOut());
    // [CLS] and [SEP] leave 30 tokens: ten times three words.
    QCOMPARE(cut.cursor.selectionStart(), int(kLong.size() / 3) - 1);
    QCOMPARE(cut.cursor.selectionEnd(), int(kLong.size()));
    QVERIFY(shown.text("tokenCount").contains(QStringLiteral("32 of 92")));
}

void TryPageTest::anotherRunMeasuresAgain()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    Json shorter = triedPlan("full");
    shorter["training"]["max_length"] = 12;
    trainRun(shown.fixture, "shorter", shorter);
    shown.showReady(QStringLiteral("full"));
    auto *field = shown.find<QPlainTextEdit>("tryText");
    field->setPlainText(kLong);
    QTRY_VERIFY(shown.text("tokenCount").contains(QStringLiteral("32 of 92")));
    shown.page.open({QStringLiteral("try"), QStringLiteral("shorter")});
    QCOMPARE(shown.page.document().state(), TryDocument::State::Opening);
    QCOMPARE(shown.text("tokenCount"), QString());
    QVERIFY(field->extraSelections().isEmpty());
    QTRY_VERIFY(shown.text("tokenCount").contains(QStringLiteral("12 of 92")));
    // [CLS] and [SEP] leave ten tokens: "fire more off" three times and one "fire".
    QTRY_COMPARE(field->extraSelections().size(), 1);
    QCOMPARE(field->extraSelections().first().cursor.selectionStart(),
             int(3 * QStringLiteral("fire more off ").size() + QStringLiteral("fire").size()));
}

void TryPageTest::pairsHaveTwoFields()
{
    Shown shown;
    trainRun(shown.fixture, "pairs", pairPlan(shown.fixture));
    shown.showReady(QStringLiteral("pairs"));
    auto *pair = shown.find<QPlainTextEdit>("tryPair");
    QVERIFY(pair->isVisible());
    pair->setPlainText(kText);
    shown.ask(QStringLiteral("is it more fire"));
    QCOMPARE(shown.page.document().asked().back().pair, kText.toStdString());
    const Answer with = *shown.page.document().asked().back().answers[After];
    pair->setPlainText(QStringLiteral("lake"));
    shown.ask(QStringLiteral("is it more fire"));
    QVERIFY(with.probabilities !=
            shown.page.document().asked().back().answers[After]->probabilities);
}

void TryPageTest::earlierTextsComeBack()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"));
    shown.ask(kText);
    const QString first = shown.text("afterAnswer");
    const QString sure = shown.find<QWidget>("afterBars")->accessibleDescription();
    shown.ask(QStringLiteral("fire more off"));
    QCOMPARE(shown.table("earlierTexts")->model()->rowCount(), 2);
    QCOMPARE(shown.cell("earlierTexts", 1, 0), kText);
    auto *table = shown.table("earlierTexts");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(shown.find<QPlainTextEdit>("tryText")->toPlainText(), kText);
    QCOMPARE(shown.text("afterAnswer"), first);
    QCOMPARE(shown.find<QWidget>("afterBars")->accessibleDescription(), sure);
    QCOMPARE(shown.page.document().asked().size(), size_t(2));
}

void TryPageTest::textsOfTheTestPart()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"));
    auto *button = shown.find<QPushButton>("takeTestText");
    QVERIFY(button->isVisible());
    auto *field = shown.find<QPlainTextEdit>("tryText");
    button->click();
    QTRY_VERIFY(!field->toPlainText().isEmpty());
    const QString first = field->toPlainText();
    QVERIFY(shown.isShown("truthLine"));
    button->click();
    QTRY_VERIFY(field->toPlainText() != first);
    field->appendPlainText(QStringLiteral("more"));
    QVERIFY(!shown.isShown("truthLine"));
}

void TryPageTest::aTestTextStaysWithItsRun()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    trainRun(shown.fixture, "lora", triedPlan("lora"));
    shown.showReady(QStringLiteral("full"));
    shown.find<QPushButton>("takeTestText")->click();
    shown.page.open({QStringLiteral("try"), QStringLiteral("lora")});
    QTRY_COMPARE(shown.page.document().state(), TryDocument::State::Ready);
    QTRY_VERIFY(shown.fixture.jobs.running().empty());
    QCOMPARE(shown.find<QPlainTextEdit>("tryText")->toPlainText(), QString());
    QVERIFY(!shown.isShown("truthLine"));
}

void TryPageTest::modelsAreFreedWithThePage()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"));
    shown.ask(kText);
    const std::weak_ptr<const AskedModel> model = shown.page.document().party(After).model;
    QVERIFY(!model.expired());
    shown.page.hide();
    QTRY_VERIFY(model.expired());
    shown.showReady();
    QCOMPARE(shown.page.document().run(), QStringLiteral("full"));
    QCOMPARE(shown.page.document().asked().size(), size_t(1));
    shown.ask(QStringLiteral("fire more off"));
}

void TryPageTest::anotherLanguageKeepsTheAnswer()
{
    Shown shown;
    trainRun(shown.fixture, "full", triedPlan("full"));
    shown.showReady(QStringLiteral("full"));
    QVERIFY(!blockedReason(shown.find<QPushButton>("askBoth")).isEmpty());
    shown.ask(kText);
    const QString answer = shown.text("afterAnswer");
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QTRY_COMPARE(shown.find<QPushButton>("askBoth")->text(), QStringLiteral("[Ask both]"));
    QCOMPARE(shown.text("afterAnswer"), answer);
    QCOMPARE(shown.find<QPlainTextEdit>("tryText")->toPlainText(), kText);
    QCoreApplication::removeTranslator(&brackets);
    QTRY_COMPARE(shown.find<QPushButton>("askBoth")->text(), QStringLiteral("Ask both"));
}

void TryPageTest::runsLeadHere()
{
    SessionFixture fixture;
    trainRun(fixture, "full", triedPlan("full"));
    const Route here{QStringLiteral("try"), QStringLiteral("full")};
    RunsPage list(fixture.context);
    RunPage run(fixture.context);
    list.open({QStringLiteral("runs"), {}});
    run.open({QStringLiteral("run"), QStringLiteral("full")});
    for (const auto &[page, name] : {std::pair<Page *, const char *>{&list, "tryRun"},
                                     std::pair<Page *, const char *>{&run, "tryButton"}}) {
        page->resize(1240, 836);
        page->show();
        const auto button = [&] { return page->findChild<QPushButton *>(QLatin1String(name)); };
        QTRY_VERIFY(button() && button()->isVisible());
        QSignalSpy asked(page, &Page::routeRequested);
        button()->click();
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<Route>(), here);
    }
    auto *action = run.findChild<QAction *>(QStringLiteral("tryRun"));
    QVERIFY(action && action->isVisible());
}

QTEST_MAIN(TryPageTest)
#include "tst_try_page.moc"
