// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_page.h"

#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"

#include "core/base/files.h"
#include "core/methods/catalog.h"
#include "core/runs/run_config.h"
#include "core/tasks/catalog.h"
#include "ui/forms/number_box.h"
#include "ui/forms/number_text.h"
#include "ui/pages/data/majority_name.h"
#include "ui/pages/page.h"
#include "ui/pages/train/data_facts.h"
#include "ui/pages/train/planned_run.h"
#include "ui/shell/words.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/choice_card.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include <QProcess>

using namespace luthier;
namespace fs = std::filesystem;

namespace {

const fs::path stored = fs::path(LUTHIER_TEST_DATA) / "parity" / "bert-tiny-full";
/// Positions of the stored model.
constexpr ModelSize tinyModel{.max_length = 48, .hidden_size = 48};

/// A window with the page alone, in a workspace with one sound and one spoilt model.
struct Wizard : SessionFixture
{
    std::unique_ptr<Page> page;
    std::optional<Route> asked;

    Wizard()
    {
        fs::create_directories(path("models"));
        fs::copy(stored / "model", path("models/bert-tiny"), fs::copy_options::recursive);
        fs::copy(stored / "model", path("models/spoilt"), fs::copy_options::recursive);
        fs::resize_file(path("models/spoilt/model.safetensors"), 1000);
        fs::copy_file(stored / "train.csv", path("mails.csv"));
        makePage();
    }

    void makePage()
    {
        page.reset(createTrainPage(context));
        QObject::connect(page.get(), &Page::routeRequested,
                         [this](const Route &route) { asked = route; });
        page->resize(1240, 800);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->open({QStringLiteral("train"), {}});
        if (page->firstFocus())
            page->firstFocus()->setFocus();
    }

    template <typename T>
    T *find(const QString &name)
    {
        return page->findChild<T *>(name);
    }
    QPushButton *next() { return find<QPushButton>(QStringLiteral("wizardNext")); }
    QString reason() { return blockedReason(next()); }
    bool nextIs(const QString &step) { return next()->text().contains(step); }
    void pressNext() { QTest::mouseClick(next(), Qt::LeftButton); }

    ChoiceCard *card(const QString &name) { return find<ChoiceCard>(name); }
    bool isUsable(const QString &model)
    {
        ChoiceCard *found = card(QStringLiteral("model-") + model);
        return found && found->isVisible() && blockedReason(found).isEmpty();
    }

    QString csv() const { return QString::fromStdString(path("mails.csv").string()); }

    void enterFile(const QString &file)
    {
        auto *field = find<QLineEdit>(QStringLiteral("dataFile"));
        field->setText(file);
        QTest::keyClick(field, Qt::Key_Return);
    }

    void enterPart(const char *field, const QString &file)
    {
        auto *line = find<QLineEdit>(QLatin1String(field));
        line->setFocus();
        line->setText(file);
        QTest::keyClick(line, Qt::Key_Return);
    }

    /// From the first step to the review of a run with a sound model.
    void fillPlan(const QString &method = QStringLiteral("full"),
                  const QString &model = QStringLiteral("bert-tiny"))
    {
        pressNext();
        QTRY_VERIFY(isUsable(model));
        QTest::mouseClick(card(QStringLiteral("model-") + model), Qt::LeftButton);
        pressNext();
        enterFile(csv());
        QTRY_COMPARE(reason(), QString());
        pressNext();
        QTest::mouseClick(card(QStringLiteral("method-") + method), Qt::LeftButton);
        pressNext();
        QVERIFY(nextIs(QStringLiteral("Review")));
    }

    void set(const QString &field, const QString &text)
    {
        auto *box = find<NumberBox>(field);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    }
};

/// Key events to the widget that has the focus, whatever it is.
void press(int key, Qt::KeyboardModifiers modifiers = {})
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
}

/// Tab until the widget of that name has the focus.
bool tabTo(const QString &name)
{
    QStringList passed;
    for (int i = 0; i < 80; ++i) {
        passed.append(QApplication::focusWidget()->objectName());
        if (passed.last() == name)
            return true;
        press(Qt::Key_Tab);
    }
    qWarning("Tab does not lead to %s but to %s", qPrintable(name),
             qPrintable(passed.join(QStringLiteral(", "))));
    return false;
}

bool nextByKeyboard()
{
    if (!tabTo(QStringLiteral("wizardNext")))
        return false;
    press(Qt::Key_Space);
    return true;
}

QString text(Wizard &wizard, const QString &name)
{
    QStringList out;
    for (const QLabel *label : wizard.find<QWidget>(name)->findChildren<QLabel *>())
        out.append(label->text());
    return out.join(u'\n');
}

/// What the review's card says of `name`; null when it says nothing of it.
QString fact(Wizard &wizard, const QString &name)
{
    for (const QLabel *label :
         wizard.find<QWidget>(QStringLiteral("outcomeFacts"))->findChildren<QLabel *>())
        if (label->accessibleName().startsWith(name + QStringLiteral(": ")))
            return label->text();
    return {};
}

/// What the run says before its first step, by the same plan.
Json startOf(const Wizard &wizard)
{
    TrainRequest request;
    request.config = plannedRun(wizard.plan.json(), tinyModel, wizard.folder.path()).value();
    request.workspace = wizard.path("");
    request.dryRun = true;
    Json start;
    const auto result = train(request, {}, [&start](const Json &event) {
        if (event["event"] == "start")
            start = event;
    });
    return result ? start : Json();
}

} // namespace

class TrainPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromAFileToAStartedRunByKeyboardAlone();
    void aPlanEqualsThatOfInitAndEndsInTheSameBytes();
    void anUnusableModelIsBlockedWithItsReason();
    void aFileThatIsNoDataLeavesThePlanAlone();
    void anotherLabelColumnCountsAnew();
    void validationAndTestMayHaveFilesOfTheirOwn();
    void theMajorityOfSeveralLabelsIsASet();
    void aFileOfItsOwnIsChecked_data();
    void aFileOfItsOwnIsChecked();
    void aTypedErrorBlocksTheStart();
    void theReviewSaysWhatTheDryRunSays();
    void theReviewSaysHowLargeTheKeptFeaturesAre();
    void aPlanThatCannotStartIsRefusedWithTheRemedy();
    void theDraftIsThereAfterARestart();
    void anotherMethodBringsItsOwnSettings();
    void startOverCanBeUndone();
};

void TrainPageTest::fromAFileToAStartedRunByKeyboardAlone()
{
    Wizard w;
    QVERIFY(nextByKeyboard());
    QTRY_VERIFY(w.isUsable(QStringLiteral("bert-tiny")));
    QVERIFY(tabTo(QStringLiteral("model-bert-tiny")));
    press(Qt::Key_Space);
    QVERIFY(nextByKeyboard());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("dataFile"));
    // Counted from the workspace.
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("mails.csv"));
    press(Qt::Key_Return);
    QTRY_COMPARE(w.reason(), QString());
    QVERIFY(nextByKeyboard());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("method-full"));
    press(Qt::Key_Right);
    QVERIFY(w.plan.value("/method/type") == Json("lora"));
    QVERIFY(nextByKeyboard());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("numTrainEpochs"));
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("2"));
    QVERIFY(tabTo(QStringLiteral("learningRate")));
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("5e-4"));
    QVERIFY(nextByKeyboard());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("runName"));
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("by keys"));
    press(Qt::Key_F5);

    QTRY_VERIFY_WITH_TIMEOUT(w.asked.has_value(), 60000);
    QCOMPARE(w.asked->page, QStringLiteral("run"));
    QTRY_VERIFY_WITH_TIMEOUT(!w.training.isActive(), 60000);
    const fs::path folder = w.path("runs") / w.asked->item.toStdString();
    const Json run = readJson(folder / "run.json");
    QVERIFY(run["name"] == "by keys");
    QVERIFY(run["method"]["type"] == "lora");
    QVERIFY(run["training"]["num_train_epochs"] == 2.0);
    QVERIFY(run["training"]["learning_rate"] == 5e-4);
    QVERIFY(run["dataset"]["path"] == w.csv().toStdString());
    QVERIFY(run["dataset"]["columns"]["label"] == "label");
    QVERIFY(fs::exists(folder / "final"));
}

void TrainPageTest::aPlanEqualsThatOfInitAndEndsInTheSameBytes()
{
    Wizard w;
    w.fillPlan();
    w.set(QStringLiteral("numTrainEpochs"), QStringLiteral("1"));
    w.set(QStringLiteral("validation"), QStringLiteral("20"));

    const QString cli = QStringLiteral(LUTHIER_BINARY_DIR "/luthier-cli");
    const QString plan = w.folder.filePath(QStringLiteral("init.json"));
    const QString edits[]{QStringLiteral("--set"), QStringLiteral("training.num_train_epochs=1"),
                          QStringLiteral("--set"), QStringLiteral("dataset.split.validation=0.2")};
    QCOMPARE(QProcess::execute(cli, {QStringLiteral("init"), QStringLiteral("--model"),
                                     w.folder.filePath(QStringLiteral("models/bert-tiny")),
                                     QStringLiteral("--data"), w.csv(), QStringLiteral("--method"),
                                     QStringLiteral("full"), QStringLiteral("--output"), plan}),
             0);
    Json written = readJson(plan.toStdString());
    written["training"]["num_train_epochs"] = 1;
    written["dataset"]["split"]["validation"] = 0.2;
    const RunConfig theirs = parseRunConfig(written, w.path(""), methodDescriptors(), tasks());
    const auto ours = plannedRun(w.plan.json(), tinyModel, w.folder.path());
    QVERIFY(ours);
    QCOMPARE(QByteArray::fromStdString(toJson(ours.value()).dump(1)),
             QByteArray::fromStdString(toJson(theirs).dump(1)));

    w.pressNext();
    QTRY_VERIFY_WITH_TIMEOUT(!text(w, QStringLiteral("outcomeCard")).isEmpty(), 30000);
    w.pressNext();
    QTRY_VERIFY_WITH_TIMEOUT(w.asked.has_value(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(!w.training.isActive(), 60000);
    const QString output = w.folder.filePath(QStringLiteral("by-cli"));
    QCOMPARE(
        QProcess::execute(cli, QStringList{QStringLiteral("train"), plan, edits[0], edits[1],
                                           edits[2], edits[3], QStringLiteral("--output"), output,
                                           QStringLiteral("--workspace"), w.folder.path()}),
        0);
    const auto window = filesBelow(w.path("runs") / w.asked->item.toStdString() / "final");
    const auto command = filesBelow(fs::path(output.toStdString()) / "final");
    QVERIFY(window.contains("model.safetensors"));
    QVERIFY(window == command);
}

void TrainPageTest::anUnusableModelIsBlockedWithItsReason()
{
    Wizard w;
    w.pressNext();
    QTRY_VERIFY(w.isUsable(QStringLiteral("bert-tiny")));
    ChoiceCard *spoilt = w.card(QStringLiteral("model-spoilt"));
    QTRY_VERIFY(!blockedReason(spoilt).isEmpty());
    QVERIFY(blockedReason(spoilt).contains(QStringLiteral("model.safetensors")));
    QTest::mouseClick(spoilt, Qt::LeftButton);
    QVERIFY(!w.plan.value("/model/path"));
    QVERIFY(!w.reason().isEmpty());
    w.pressNext();
    QVERIFY(w.nextIs(QStringLiteral("Data")));
}

void TrainPageTest::aFileThatIsNoDataLeavesThePlanAlone()
{
    Wizard w;
    w.fillPlan();
    const Json before = w.plan.json();
    w.page->open({QStringLiteral("train"), {}, {{QStringLiteral("step"), QStringLiteral("data")}}});
    for (const QString &file :
         {w.folder.filePath(QStringLiteral("nowhere.csv")),
          QString::fromStdString((stored / "model" / "model.safetensors").string())}) {
        w.enterFile(file);
        QTRY_VERIFY(w.reason().contains(QFileInfo(file).fileName()));
        QVERIFY(w.find<QWidget>(QStringLiteral("dataTrouble"))->isVisible());
        QVERIFY(w.plan.json() == before);
    }
    w.enterFile(w.csv());
    QTRY_COMPARE(w.reason(), QString());
    QVERIFY(!w.find<QWidget>(QStringLiteral("dataTrouble"))->isVisible());
}

void TrainPageTest::anotherLabelColumnCountsAnew()
{
    Wizard w;
    w.fillPlan();
    w.page->open({QStringLiteral("train"), {}, {{QStringLiteral("step"), QStringLiteral("data")}}});
    auto *box = w.find<QComboBox>(QStringLiteral("labelColumn"));
    QCOMPARE(box->currentText(), QStringLiteral("label"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Up);
    QVERIFY(w.plan.value("/dataset/columns/label") != Json("label"));
    QTRY_VERIFY(!w.reason().isEmpty());
    w.plan.undoStack().undo();
    QTRY_COMPARE(w.reason(), QString());
    QCOMPARE(box->currentText(), QStringLiteral("label"));
}

void TrainPageTest::theMajorityOfSeveralLabelsIsASet()
{
    const QTemporaryDir folder;
    const auto write = [&](const char *name, const std::string &content) {
        const fs::path file = folder.filePath(QLatin1String(name)).toStdString();
        files::writeWhole(file, content);
        return file.string();
    };
    const std::string train = write("train.csv", "text,label\n1,a;b\n2,b;a\n3,b\n4,b;c\n");
    const std::string check = write("check.csv", "text,label\n5,a;b\n6,c\n");
    const auto majorityOf = [&](const char *problem) {
        const auto facts =
            readDataFacts({{"train", train}, {"validation", check}}, "text-classification", problem,
                          {}, {}, [](const auto &) {});
        if (!facts || facts.value().overview.obstacle)
            return QStringLiteral("obstacle");
        const Overview &overview = facts.value().overview;
        return QStringLiteral("%1: %2").arg(majorityName(overview)).arg(overview.majorityRows);
    };
    QCOMPARE(majorityOf("multi_label_classification"), QStringLiteral("a, b: 3"));
    write("train.csv", "text,label\n1,a;b\n2,[]\n3,[]\n4,b;c\n");
    QCOMPARE(majorityOf("multi_label_classification"), QStringLiteral("no label: 2"));
    write("train.csv", "text,label\n1,c\n2,c\n3,a;b\n4,b\n");
    QCOMPARE(majorityOf("single_label_classification"), QStringLiteral("c: 3"));
}

void TrainPageTest::validationAndTestMayHaveFilesOfTheirOwn()
{
    Wizard w;
    fs::copy_file(stored / "test.csv", w.path("check.csv"));
    w.fillPlan();
    const Json before = w.plan.value("/dataset").value();
    w.page->open({QStringLiteral("train"), {}, {{QStringLiteral("step"), QStringLiteral("data")}}});
    w.enterPart("validationFile", QStringLiteral("check.csv"));
    QTRY_COMPARE(w.reason(), QString());
    QCOMPARE(w.plan.value("/dataset/train"), before["path"]);
    QCOMPARE(w.plan.value("/dataset/validation"), Json(w.path("check.csv").string()));
    QVERIFY(!w.plan.value("/dataset/path"));
    const auto config = plannedRun(w.plan.json(), tinyModel, w.folder.path());
    QVERIFY2(config, config ? "" : config.error().what());
    QCOMPARE(config.value().dataset.validation, w.path("check.csv"));

    w.enterPart("testFile", QStringLiteral("check.csv"));
    QTRY_COMPARE(w.reason(), QString());
    QCOMPARE(w.plan.value("/dataset/test"), Json(w.path("check.csv").string()));
    // The plan still comes to steps, and the review to what the run would say.
    w.pressNext();
    w.pressNext();
    w.pressNext();
    QTRY_VERIFY_WITH_TIMEOUT(
        text(w, QStringLiteral("checksCard")).contains(QStringLiteral("on 24 rows")), 30000);

    w.page->open({QStringLiteral("train"), {}, {{QStringLiteral("step"), QStringLiteral("data")}}});
    w.enterPart("validationFile", {});
    w.enterPart("testFile", {});
    QTRY_VERIFY(w.plan.value("/dataset/path") == before["path"]);
    QVERIFY(w.plan.value("/dataset/split") == before["split"]);
    QTRY_COMPARE(w.reason(), QString());
}

void TrainPageTest::aFileOfItsOwnIsChecked_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("missing") << QByteArray() << QStringLiteral("check.csv");
    QTest::newRow("other columns")
        << QByteArray("body,kind\na,red\nb,green\n") << QStringLiteral("label");
    QTest::newRow("new label") << QByteArray("text,label\na,red\nb,violet\n")
                               << QStringLiteral("violet");
    QTest::newRow("no label") << QByteArray("text,label\na,\nb,\n")
                              << QStringLiteral("no labelled rows");
}

void TrainPageTest::aFileOfItsOwnIsChecked()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    Wizard w;
    if (!content.isEmpty())
        files::writeWhole(w.path("check.csv"), content.toStdString());
    w.fillPlan();
    w.page->open({QStringLiteral("train"), {}, {{QStringLiteral("step"), QStringLiteral("data")}}});
    w.enterPart("validationFile", QStringLiteral("check.csv"));
    QTRY_VERIFY(!w.reason().isEmpty() && !w.reason().contains(QStringLiteral("being read")));
    QVERIFY2(w.reason().contains(said), qPrintable(w.reason()));
    QVERIFY(w.find<QWidget>(QStringLiteral("dataTrouble"))->isVisible());
    w.enterPart("validationFile", {});
    QTRY_COMPARE(w.reason(), QString());
}

void TrainPageTest::aTypedErrorBlocksTheStart()
{
    Wizard w;
    w.fillPlan();
    w.set(QStringLiteral("learningRate"), QStringLiteral("fast"));
    QVERIFY(!w.reason().isEmpty());
    w.pressNext();
    QVERIFY(w.nextIs(QStringLiteral("Review")));
    w.set(QStringLiteral("learningRate"), QStringLiteral("1e-3"));
    QCOMPARE(w.reason(), QString());
}

void TrainPageTest::theReviewSaysWhatTheDryRunSays()
{
    Wizard w;
    headlessPlan(tinyPlan({{"type", "full"}}, {}), w.path("models/headless"));
    w.fillPlan(QStringLiteral("full"), QStringLiteral("headless"));
    w.set(QStringLiteral("maxLength"), QStringLiteral("8"));
    w.pressNext();
    QTRY_VERIFY_WITH_TIMEOUT(!fact(w, QStringLiteral("Rows")).isEmpty(), 30000);
    const Json start = startOf(w);
    QVERIFY(start.is_object());
    const QString said = text(w, QStringLiteral("outcomeCard"));
    for (const char *key : {"tokens", "steps", "trainable_parameters", "rows_cut"})
        QVERIFY2(said.contains(words::whole(start[key].get<int64_t>())), key);
    const auto rows = [&start](const char *part) {
        return words::whole(start["rows"][part].get<int64_t>());
    };
    QCOMPARE(fact(w, QStringLiteral("Rows")),
             QStringLiteral("%1 training, %2 validation, %3 test")
                 .arg(rows("train"), rows("validation"), rows("test")));
    QCOMPARE(fact(w, QStringLiteral("Steps")),
             QStringLiteral("%1, %2 an epoch")
                 .arg(words::whole(start["steps"].get<int64_t>()),
                      words::whole(start["steps_per_epoch"].get<int64_t>())));
    QCOMPARE(
        fact(w, QStringLiteral("Validation")),
        QStringLiteral("every %1 steps").arg(words::whole(start["eval_steps"].get<int64_t>())));
    QCOMPARE(fact(w, QStringLiteral("Learning rate")),
             numberText(start["learning_rate"].get<double>()));
    QVERIFY(start["new_modules"] == Json::array({"classifier"}));
    QCOMPARE(fact(w, QStringLiteral("New parts")), QStringLiteral("classifier"));
    const QString computes = fact(w, QStringLiteral("Computes"));
    QVERIFY2(computes.startsWith(
                 QStringLiteral("Processor, fp32, %1 thread").arg(start["threads"].get<int>())),
             qPrintable(computes));
    QVERIFY(
        fact(w, QStringLiteral("Disk"))
            .startsWith(words::bytes(start["disk_bytes"].get<double>()) + QStringLiteral(" of ")));
    QVERIFY(text(w, QStringLiteral("checksCard")).contains(QStringLiteral("cut at 8 tokens")));
    QVERIFY(!fs::exists(w.path("runs")));
}

void TrainPageTest::theReviewSaysHowLargeTheKeptFeaturesAre()
{
    const QString kept = QStringLiteral("Kept features");
    for (const char *method : {"feature-extraction", "freeze", "full"}) {
        Wizard w;
        w.fillPlan(QLatin1String(method));
        w.pressNext();
        QTRY_VERIFY_WITH_TIMEOUT(!fact(w, QStringLiteral("Rows")).isEmpty(), 30000);
        const auto bytes = startOf(w)["cache_bytes"].get<int64_t>();
        QCOMPARE(bytes > 0, QLatin1String(method) != QLatin1String("full"));
        if (bytes > 0)
            QCOMPARE(
                fact(w, kept),
                QStringLiteral("%1 in memory, computed once").arg(words::bytes(double(bytes))));
        else
            QVERIFY(fact(w, kept).isNull());
    }
}

void TrainPageTest::aPlanThatCannotStartIsRefusedWithTheRemedy()
{
    Wizard w;
    w.fillPlan();
    // More steps of warm-up than there are steps: only the whole plan shows it.
    w.plan.set("/training/warmup_steps", 5000, QStringLiteral("Warm-up"));
    w.pressNext();
    QTRY_VERIFY_WITH_TIMEOUT(w.reason().contains(QStringLiteral("warm"), Qt::CaseInsensitive),
                             30000);
    QVERIFY(w.find<QWidget>(QStringLiteral("reviewTrouble"))->isVisible());
    w.pressNext();
    QTest::qWait(100);
    QVERIFY(!w.training.isActive());
    QVERIFY(!fs::exists(w.path("runs")));
    QTest::mouseClick(w.find<QPushButton>(QStringLiteral("edit4")), Qt::LeftButton);
    QVERIFY(w.nextIs(QStringLiteral("Review")));
    w.plan.undoStack().undo();
    w.pressNext();
    QTRY_VERIFY_WITH_TIMEOUT(w.reason().isEmpty(), 30000);
}

void TrainPageTest::theDraftIsThereAfterARestart()
{
    Wizard w;
    w.fillPlan(QStringLiteral("lora"));
    w.set(QStringLiteral("numTrainEpochs"), QStringLiteral("7"));
    w.plan.flush();
    w.page.reset();
    const Json before = w.plan.json();
    PlanDocument again(w.folder.path());
    QVERIFY(again.json() == before);
    w.makePage();
    w.page->open(
        {QStringLiteral("train"), {}, {{QStringLiteral("step"), QStringLiteral("settings")}}});
    QVERIFY(w.nextIs(QStringLiteral("Review")));
    QCOMPARE(w.find<NumberBox>(QStringLiteral("numTrainEpochs"))->text(), QStringLiteral("7"));
}

void TrainPageTest::anotherMethodBringsItsOwnSettings()
{
    Wizard w;
    w.fillPlan(QStringLiteral("lora"));
    QVERIFY(w.find<NumberBox>(QStringLiteral("r")));
    w.plan.set("/method/r", 4, QStringLiteral("Rank"));
    w.page->open(
        {QStringLiteral("train"), {}, {{QStringLiteral("step"), QStringLiteral("method")}}});
    QTest::mouseClick(w.card(QStringLiteral("method-full")), Qt::LeftButton);
    QVERIFY(w.plan.value("/method") == Json({{"type", "full"}}));
    w.pressNext();
    QVERIFY(!w.find<NumberBox>(QStringLiteral("r")));
    QVERIFY(plannedRun(w.plan.json(), {}, w.folder.path()));
}

void TrainPageTest::startOverCanBeUndone()
{
    Wizard w;
    w.fillPlan();
    const Json before = w.plan.json();
    QTest::mouseClick(w.find<QPushButton>(QStringLiteral("startOver")), Qt::LeftButton);
    QVERIFY(w.plan.json().empty());
    QVERIFY(w.nextIs(QStringLiteral("Model")));
    w.plan.undoStack().undo();
    QVERIFY(w.plan.json() == before);
}

QTEST_MAIN(TrainPageTest)
#include "tst_train_page.moc"
