// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/catalog.h"
#include "core/runs/dataset_settings.h"
#include "ui/charts/chart_frame.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/rows_model.h"
#include "ui/session/jobs.h"
#include "ui/session/plan_document.h"
#include "ui/session/run_library.h"
#include "ui/session/training_session.h"
#include "ui/session/view_state.h"
#include "ui/shell/words.h"
#include "ui/widgets/blocked.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace luthier;

namespace {

/// A page with everything around it, in a workspace of its own.
struct Window
{
    Window() : runs(folder.path(), jobs), plan(folder.path())
    {
        page.reset(createDataPage(context));
        page->resize(1256, 836);
        page->show();
    }

    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test's file");
        return path;
    }

    void open(const QString &path)
    {
        page->open({QStringLiteral("data"), {}, {{QStringLiteral("open"), path}}});
    }

    template <typename T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }

    bool isShown(const char *name) const
    {
        const auto *widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }

    QTableView &table() const { return *find<QTableView>("dataTable"); }
    QString cell(int row, int column) const
    {
        return table().model()->index(row, column).data().toString();
    }
    /// First cells of the file's first column, as the table shows them.
    QStringList texts() const
    {
        QStringList out;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            out.append(cell(row, 1));
        return out;
    }
    void clickHeader(int section) const
    {
        const auto *header = find<QHeaderView>("dataHeader");
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(section) + 12, header->height() / 2});
    }
    QString label(const char *name) const { return find<QLabel>(name)->text(); }

    QTemporaryDir folder;
    Jobs jobs;
    TrainingSession training;
    RunLibrary runs;
    PlanDocument plan;
    ViewState view{folder.filePath(QStringLiteral("view.ini"))};
    AppContext context{folder.path(), jobs, training, runs, plan, view};
    std::unique_ptr<Page> page;
};

QByteArray mails(int rows)
{
    QByteArray content = "text,kind,note\n";
    for (int i = 0; i < rows; ++i)
        content += "mail number " + QByteArray::number(i) + (i % 4 ? ",ham," : ",spam,") + "x" +
                   QByteArray::number(i % 7) + "\n";
    return content;
}

} // namespace

class tst_DataPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty();
    void showsAFile();
    void countsAddUp();
    void saysWhyAFileCannotBeUsed();
    void cancelsReading();
    void rolesGoIntoThePlan();
    void aRoleTakenBackIsNotGuessedAgain();
    void splitSharesGoIntoThePlan();
    void theCutOffGoesIntoThePlan();
    void tokensOfAModelAndWhatTheCutOffTakes();
    void followsThePlan();
    void severalLabelsARow();
    void sortsByTheHeader();
    void filters();
    void showsTheRowsOfAProblem();
    void showsLinesThatCouldNotBeRead();
    void opensAFolderOfTextFiles();
    void saysThatNothingWasFound();
    void blocksWhatCannotBeTrained();
    void remembersColumnWidths();
    void manyLabels();
    void aMillionRowsStayLazy();
    void theModelKeepsItsPromises();
};

void tst_DataPage::beginsEmpty()
{
    Window window;
    QVERIFY(window.isShown("dataOpenFirst"));
    QVERIFY(!window.isShown("dataUse"));
    QCOMPARE(window.page->firstFocus(), window.find<QWidget>("dataOpenFirst"));
}

void tst_DataPage::showsAFile()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), mails(40)));
    QTRY_VERIFY(window.isShown("dataTable"));
    QTRY_COMPARE(window.table().model()->rowCount(), 40);
    QCOMPARE(window.cell(0, 0), QStringLiteral("2"));
    QCOMPARE(window.cell(0, 1), QStringLiteral("mail number 0"));
    QCOMPARE(window.find<QToolButton>("dataRole_0")->text(), QStringLiteral("Text"));
    QCOMPARE(window.find<QToolButton>("dataRole_1")->text(), QStringLiteral("Label"));
    QCOMPARE(window.find<QListView>("dataLabels")->model()->rowCount(), 2);
    QVERIFY(window.label("dataBaseline").contains(QStringLiteral("75")));
    QVERIFY(window.isShown("dataUse"));
}

void tst_DataPage::countsAddUp()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"),
                             mails(20) + "\n" + "no label,,x\n" + "too,many,cells,here\n"));
    QTRY_VERIFY(window.isShown("dataTable"));
    const QString counts = window.label("dataCounts");
    // 24 lines: header, unreadable, blank, 21 rows; of them one without a label.
    QVERIFY2(counts.startsWith(QStringLiteral("24 ")), qPrintable(counts));
    for (const char *part : {"1 header", "1 unreadable", "1 blank", "20 in use", "1 without"})
        QVERIFY2(counts.contains(QLatin1String(part)), qPrintable(counts));
    int rows = 0;
    for (const char *name : {"dataPartRows_0", "dataPartRows_1", "dataPartRows_2"})
        rows += window.label(name).toInt();
    QCOMPARE(rows, 20);
}

void tst_DataPage::saysWhyAFileCannotBeUsed()
{
    Window window;
    window.open(window.write(QStringLiteral("rows.csv"), {}));
    QTRY_VERIFY(window.isShown("dataFailed"));
    const auto *state = window.find<QWidget>("dataFailed");
    QVERIFY(state->accessibleDescription().contains(QStringLiteral("rows.csv")));
    QVERIFY(window.isShown("dataOpenAgain"));
    window.open(window.write(QStringLiteral("good.csv"), mails(20)));
    QTRY_VERIFY(window.isShown("dataTable"));
}

void tst_DataPage::cancelsReading()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), mails(400000)));
    auto *cancel = window.find<QPushButton>("loadingCancel");
    QVERIFY(cancel);
    cancel->click();
    QVERIFY(window.isShown("dataOpenFirst"));
    QTest::qWait(300);
    QVERIFY(!window.isShown("dataTable"));
}

void tst_DataPage::rolesGoIntoThePlan()
{
    Window window;
    const QString path = window.write(QStringLiteral("mails.csv"), mails(40));
    window.open(path);
    QTRY_VERIFY(window.isShown("dataTable"));
    QSignalSpy routes(window.page.get(), &Page::routeRequested);
    auto *chip = window.find<QToolButton>("dataRole_2");
    Q_EMIT chip->menu()->aboutToShow();
    chip->menu()->findChild<QAction *>(QStringLiteral("role_2"))->trigger(); // label
    QTRY_COMPARE(window.find<QListView>("dataLabels")->model()->rowCount(), 7);
    QVERIFY(!window.plan.value("/dataset"));

    window.find<QPushButton>("dataUse")->click();
    QCOMPARE(routes.count(), 1);
    QCOMPARE(routes[0][0].value<Route>().page, QStringLiteral("train"));
    const Json dataset = window.plan.json()["dataset"];
    QVERIFY(dataset["path"] == Json(path.toStdString()));
    QVERIFY(dataset["columns"]["text"] == Json("text"));
    QVERIFY(dataset["columns"]["label"] == Json("note"));
    QVERIFY(dataset["split"]["validation"] == Json(0.15));
    QVERIFY(window.plan.json()["task"] == Json("text-classification"));
}

void tst_DataPage::aRoleTakenBackIsNotGuessedAgain()
{
    Window window;
    const QByteArray content = "text,label,split\na,x,train\nb,y,train\nc,x,train\nd,y,train\n"
                               "e,x,test\nf,y,test\ng,x,dev\nh,y,dev\n";
    const QString path = window.write(QStringLiteral("parts.csv"), content);
    window.open(path);
    QTRY_VERIFY(window.isShown("dataTable"));
    QCOMPARE(window.label("dataPartRows_0"), QStringLiteral("4"));
    auto *chip = window.find<QToolButton>("dataRole_2");
    Q_EMIT chip->menu()->aboutToShow();
    chip->menu()->findChild<QAction *>(QStringLiteral("role_-1"))->trigger();
    QTRY_COMPARE(window.label("dataPartRows_0"), QStringLiteral("6"));
    window.find<QPushButton>("dataUse")->click();

    // What a run makes of the plan is what the page showed.
    const DatasetSettings settings =
        parseDatasetSettings(window.plan.json()["dataset"], window.folder.path().toStdString());
    const Table table = readTable(path.toStdString());
    const Columns columns = resolveColumns(settings.columns, table, "text-classification").columns;
    QVERIFY(!columns.split);
    QCOMPARE(splitTable(table, columns, settings.split).train.size(), size_t(6));
}

void tst_DataPage::splitSharesGoIntoThePlan()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), mails(200)));
    QTRY_VERIFY(window.isShown("dataTable"));
    QCOMPARE(window.label("dataPartRows_1"), QStringLiteral("30"));
    window.find<QPushButton>("dataUse")->click();
    window.find<QSpinBox>("dataValidationShare")->setValue(20);
    window.find<QSpinBox>("dataTestShare")->setValue(0);
    QTRY_COMPARE(window.label("dataPartRows_1"), QStringLiteral("40"));
    QCOMPARE(window.label("dataPartRows_2"), QStringLiteral("0"));
    QVERIFY(window.plan.json()["dataset"]["split"]["validation"] == Json(0.2));
    QVERIFY(window.plan.json()["dataset"]["split"]["test"] == Json(0.0));
    // The two limit each other: something is left to learn from.
    window.find<QSpinBox>("dataTestShare")->setValue(90);
    QCOMPARE(window.find<QSpinBox>("dataTestShare")->value(), 75);
}

void tst_DataPage::theCutOffGoesIntoThePlan()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), mails(40)));
    QTRY_VERIFY(window.isShown("dataTable"));
    window.find<QPushButton>("dataUse")->click();
    QVERIFY(!window.plan.value("/training/max_length"));
    window.find<QSpinBox>("dataCutOff")->setValue(128);
    QVERIFY(window.plan.value("/training/max_length") == std::optional(Json(128)));
}

void tst_DataPage::followsThePlan()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), mails(200)));
    QTRY_VERIFY(window.isShown("dataTable"));
    window.find<QPushButton>("dataUse")->click();
    window.find<QSpinBox>("dataValidationShare")->setValue(30);
    QTRY_COMPARE(window.label("dataPartRows_1"), QStringLiteral("60"));
    window.plan.set("/dataset/split/validation", 0.1, QStringLiteral("by another page"));
    QTRY_COMPARE(window.label("dataPartRows_1"), QStringLiteral("20"));
    QCOMPARE(window.find<QSpinBox>("dataValidationShare")->value(), 10);
}

void tst_DataPage::severalLabelsARow()
{
    QByteArray content = "text,kind\n";
    for (int i = 0; i < 40; ++i)
        content += "mail number " + QByteArray::number(i) +
                   (i % 2   ? ",a;b\n"
                    : i % 4 ? ",b\n"
                            : ",[]\n");
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), content));
    QTRY_VERIFY(window.isShown("dataTable"));
    window.find<QPushButton>("dataUse")->click();
    const QString one = window.label("dataBaseline");
    QVERIFY2(one.contains(QStringLiteral("“a;b”")) && one.contains(QStringLiteral("50")),
             qPrintable(one));
    // A plan that is taken over as a whole, with the same data.
    Json plan = window.plan.json();
    plan["training"]["problem_type"] = "multi_label_classification";
    window.plan.set("", plan, QStringLiteral("by another page"));
    QTRY_VERIFY(window.label("dataBaseline").contains(QStringLiteral("“a, b”")));
    QVERIFY(window.label("dataBaseline").contains(QStringLiteral("50")));
    window.plan.undoStack().undo();
    QTRY_COMPARE(window.label("dataBaseline"), one);
}

void tst_DataPage::tokensOfAModelAndWhatTheCutOffTakes()
{
    constexpr int rows = 12, longRows = 3, wordsOfLongRow = 40, cutOff = 32;
    QByteArray content = "text,kind\n";
    for (int row = 0; row < rows; ++row)
        content += QByteArray("moss ").repeated(row < longRows ? wordsOfLongRow : 2) +
                   QByteArray::number(row) + (row % 2 ? ",ham\n" : ",spam\n");
    Window window;
    const std::string model = LUTHIER_TEST_DATA "/parity/bert-tiny-full/model";
    window.plan.set("/model/path", model, QStringLiteral("by another page"));
    window.open(window.write(QStringLiteral("mails.csv"), content));
    QTRY_VERIFY(window.isShown("dataTokens"));
    auto *frame = window.find<ChartFrame>("dataTokens");
    double counted = 0;
    for (const QPointF &bin : frame->model().series().front().points)
        counted += bin.y();
    QCOMPARE(counted, double(rows));

    const auto mark = [frame] { return frame->model().marks().front(); };
    window.find<QSpinBox>("dataCutOff")->setValue(cutOff);
    QCOMPARE(frame->model().marks().size(), size_t(1));
    QVERIFY(mark().kind == ChartModel::Mark::Kind::CutOff);
    QCOMPARE(mark().x, double(cutOff));
    QCOMPARE(mark().label, QStringLiteral("Cut-off 32"));
    QVERIFY2(mark().note.startsWith(QStringLiteral("3 text")), qPrintable(mark().note));
    QVERIFY2(
        mark().note.endsWith(QStringLiteral("lose their end (%1)").arg(words::percent(0.25, 0))),
        qPrintable(mark().note));
    QVERIFY(frame->accessibleDescription().contains(mark().note));
    QTRY_VERIFY(window.isShown("dataProblem_too_long"));

    window.find<QSpinBox>("dataCutOff")->setValue(2 * wordsOfLongRow);
    QCOMPARE(mark().label, QStringLiteral("Cut-off 80"));
    QVERIFY(mark().note.isEmpty());
    QVERIFY(frame->accessibleDescription().contains(QStringLiteral("No text loses its end")));
    QTRY_VERIFY(!window.isShown("dataProblem_too_long"));
}

void tst_DataPage::sortsByTheHeader()
{
    Window window;
    window.open(window.write(QStringLiteral("rows.csv"),
                             "text,n\nb,10\na,9\nC,2\n\xEA\xB0\x80,1\nd,1\ne,2\n"));
    QTRY_COMPARE(window.table().model()->rowCount(), 6);
    window.clickHeader(1);
    QTRY_COMPARE(window.texts().join(QString()), QStringLiteral("Cabde가"));
    window.clickHeader(1);
    QTRY_COMPARE(window.texts().join(QString()), QStringLiteral("가edbaC"));
    window.clickHeader(2);
    QTRY_COMPARE(window.texts().join(QString()), QStringLiteral("가dCeab"));
    window.clickHeader(2);
    window.clickHeader(2); // the third click takes the order back
    QTRY_COMPARE(window.texts().join(QString()), QStringLiteral("baC가de"));
}

void tst_DataPage::filters()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), mails(40)));
    QTRY_COMPARE(window.table().model()->rowCount(), 40);
    QTest::keyClicks(window.find<QLineEdit>("dataFilter"), QStringLiteral("NUMBER 1"));
    QTRY_COMPARE(window.table().model()->rowCount(), 11);
    auto *labels = window.find<QToolButton>("dataLabelFilter");
    Q_EMIT labels->menu()->aboutToShow();
    labels->menu()->actions().at(2)->trigger(); // spam
    QTRY_COMPARE(window.texts(),
                 (QStringList{QStringLiteral("mail number 12"), QStringLiteral("mail number 16")}));
    window.find<QLineEdit>("dataFilter")->clear();
    QTRY_COMPARE(window.table().model()->rowCount(), 10);
}

void tst_DataPage::showsTheRowsOfAProblem()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"),
                             mails(40) + "twice,ham,x\ntwice,ham,x\n ,ham,x\n"));
    QTRY_VERIFY(window.isShown("dataProblem_copies"));
    QVERIFY(window.isShown("dataProblem_empty_texts"));
    auto *row = window.find<QWidget>("dataProblem_copies");
    row->findChild<QPushButton *>()->click();
    QTRY_COMPARE(window.table().model()->rowCount(), 2);
    QCOMPARE(window.cell(0, 1), QStringLiteral("twice"));
    QVERIFY(window.isShown("dataShowAll"));
    window.find<QPushButton>("dataShowAll")->click();
    QTRY_COMPARE(window.table().model()->rowCount(), 43);
    QVERIFY(!window.isShown("dataShowAll"));
}

void tst_DataPage::showsLinesThatCouldNotBeRead()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), mails(40) + "a,b,c,d\n"));
    QTRY_VERIFY(window.isShown("dataProblem_unreadable"));
    window.find<QWidget>("dataProblem_unreadable")->findChild<QPushButton *>()->click();
    QVERIFY(window.isShown("dataLines"));
    const auto *lines = window.find<QTableView>("dataLines")->model();
    QCOMPARE(lines->rowCount(), 1);
    QCOMPARE(lines->index(0, 0).data().toString(), QStringLiteral("42"));
    QVERIFY(lines->index(0, 1).data().toString().contains(QStringLiteral("4 columns")));
    window.find<QPushButton>("dataShowAll")->click();
    QVERIFY(window.isShown("dataTable"));
}

void tst_DataPage::opensAFolderOfTextFiles()
{
    Window window;
    for (const char *label : {"mails/ham", "mails/spam"})
        QVERIFY(QDir(window.folder.path()).mkpath(QLatin1String(label)));
    for (int i = 0; i < 12; ++i)
        window.write(QStringLiteral("mails/%1/%2.txt")
                         .arg(i % 2 ? QStringLiteral("ham") : QStringLiteral("spam"))
                         .arg(i),
                     "mail number " + QByteArray::number(i));
    window.write(QStringLiteral("mails/ham/picture.txt"), QByteArray("a\0b", 3));
    connect(window.page.get(), &Page::routeRequested, this,
            [&window](const Route &route) { window.page->open(route); });
    const QString folder = window.folder.filePath(QStringLiteral("mails"));
    QTimer::singleShot(0, qApp, [folder] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        name->setText(folder);
        QTest::keyClick(name, Qt::Key_Return);
    });
    window.find<QPushButton>("dataOpenFolder")->click();
    QTRY_VERIFY(window.isShown("dataTable"));
    QTRY_COMPARE(window.table().model()->rowCount(), 12);
    auto *row = window.find<QWidget>("dataProblem_unreadable_files");
    QVERIFY(row);
    QStringList said;
    for (const QLabel *label : row->findChildren<QLabel *>())
        said << label->text();
    QVERIFY2(said.join(u'|').contains(QStringLiteral("1 file")) &&
                 said.join(u'|').contains(QStringLiteral("It is kept aside")),
             qPrintable(said.join(u'|')));
    window.find<QPushButton>("dataShow_unreadable_files_0")->click();
    QVERIFY(window.isShown("dataLines"));
}

void tst_DataPage::saysThatNothingWasFound()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), mails(40)));
    QTRY_VERIFY(window.isShown("dataNoProblems"));
    QVERIFY(!window.isShown("dataProblems"));
}

void tst_DataPage::blocksWhatCannotBeTrained()
{
    Window window;
    window.open(window.write(QStringLiteral("one.csv"), "text,label\na,x\nb,x\nc,x\nd,x\n"));
    QTRY_VERIFY(window.isShown("dataProblem_obstacle"));
    QSignalSpy routes(window.page.get(), &Page::routeRequested);
    auto *use = window.find<QPushButton>("dataUse");
    QVERIFY(!blockedReason(use).isEmpty());
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(routes.count(), 0);
    QVERIFY(!window.plan.value("/dataset"));
}

void tst_DataPage::remembersColumnWidths()
{
    Window window;
    const QString path = window.write(QStringLiteral("mails.csv"), mails(40));
    window.open(path);
    QTRY_COMPARE(window.table().model()->rowCount(), 40);
    window.table().horizontalHeader()->resizeSection(2, 333);
    window.page.reset(createDataPage(window.context));
    window.page->resize(1256, 836);
    window.page->show();
    window.open(path);
    QTRY_COMPARE(window.table().model()->rowCount(), 40);
    QCOMPARE(window.table().horizontalHeader()->sectionSize(2), 333);
}

void tst_DataPage::manyLabels()
{
    Window window;
    QByteArray content = "text,label\n";
    for (int i = 0; i < 500; ++i)
        content += "row " + QByteArray::number(i) + ",label " + QByteArray::number(i % 50) + "\n";
    window.open(window.write(QStringLiteral("many.csv"), content));
    QTRY_VERIFY(window.isShown("dataTable"));
    const auto *labels = window.find<QListView>("dataLabels");
    QCOMPARE(labels->model()->rowCount(), 50);
    // One accent: no colour a label.
    QCOMPARE(window.table().model()->index(0, 2).data(FileRows::LabelStyle).toInt(), 0);
    QVERIFY(labels->visualRect(labels->model()->index(0, 0)).height() < 40);
}

void tst_DataPage::aMillionRowsStayLazy()
{
    Window window;
    window.open(window.write(QStringLiteral("many.csv"), mails(1000000)));
    QTRY_COMPARE_WITH_TIMEOUT(window.table().model()->rowCount(), 1000000, 120000);
    QCOMPARE(window.cell(999999, 1), QStringLiteral("mail number 999999"));
    window.table().scrollToBottom();
    QVERIFY(window.table().rowAt(5) > 999900);
    // Only what can be seen is asked for.
    QCOMPARE(
        window.page->findChildren<QToolButton *>(QRegularExpression(QStringLiteral("^dataRole_")))
            .size(),
        3);
}

void tst_DataPage::theModelKeepsItsPromises()
{
    Window window;
    window.open(window.write(QStringLiteral("mails.csv"), mails(40)));
    QTRY_COMPARE(window.table().model()->rowCount(), 40);
    const QAbstractItemModelTester tester(window.table().model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    window.clickHeader(1);
    QTest::keyClicks(window.find<QLineEdit>("dataFilter"), QStringLiteral("spam"));
    QTRY_COMPARE(window.table().model()->rowCount(), 10);
    window.open(window.write(QStringLiteral("other.csv"), "text,label\na,x\nb,y\nc,x\nd,y\n"));
    QTRY_COMPARE(window.table().model()->rowCount(), 4);
    QCOMPARE(window.table().model()->columnCount(), 5);
}

QTEST_MAIN(tst_DataPage)
#include "tst_data_page.moc"
