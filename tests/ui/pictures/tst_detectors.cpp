// SPDX-License-Identifier: GPL-3.0-or-later
// Each detector is shown a fault, and the same thing without it.
#include "tests/ui/pictures/detectors.h"
#include "ui/charts/bars_view.h"
#include "ui/charts/plot_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace luthier;

class DetectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCutLabelIsFound();
    void aWrappedLabelWithoutRoomIsFound();
    void aCutButtonIsFound();
    void aTextPushedOutOfItsParentIsFound();
    void whatCanBeScrolledToIsNotCut();
    void aCutChoiceIsFound();
    void aCutNumberIsFound();
    void aCutPlaceholderIsFound();
    void aCutCellNeedsATooltip();
    void overlapIsFound();
    void hiddenAndFloatingWidgetsDoNotOverlap();
    void aMissingGlyphIsFound();
    void aSidewaysScrollBarIsFound();
    void aPageWithoutRoomIsFound();
    void aWindowLargerThanTheScreenIsFound();
    void aPageTooLowIsFound();
    void englishIsFound();
    void englishInAChartIsFound();
    void longerWordsAreFortyPercentLonger();

private:
    void showInAStack(QLabel *inside);
    detect::English english() const;
    void show();
    QLabel *label(const QString &text, const QRect &place);

    std::unique_ptr<QWidget> m_window;
};

void DetectorsTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->setObjectName(QStringLiteral("window"));
    m_window->resize(400, 300);
}

void DetectorsTest::show()
{
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QLabel *DetectorsTest::label(const QString &text, const QRect &place)
{
    auto *label = new QLabel(text, m_window.get());
    label->setGeometry(place);
    return label;
}

void DetectorsTest::aCutLabelIsFound()
{
    QLabel *text = label(QStringLiteral("A text that needs more room"), {10, 10, 60, 30});
    show();
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
    text->resize(350, 30);
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
    text->resize(350, 4);
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
}

void DetectorsTest::aWrappedLabelWithoutRoomIsFound()
{
    QLabel *text =
        label(QStringLiteral("A text of several lines, as many as it takes"), {10, 10, 120, 20});
    text->setWordWrap(true);
    show();
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
    text->resize(120, 200);
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
}

void DetectorsTest::aCutButtonIsFound()
{
    auto *button = new QPushButton(QStringLiteral("Run the sample now"), m_window.get());
    button->setGeometry(10, 10, 40, 32);
    show();
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
    button->resize(button->sizeHint());
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
}

void DetectorsTest::aTextPushedOutOfItsParentIsFound()
{
    QLabel *text = label(QStringLiteral("Hello"), {380, 10, 80, 30});
    show();
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
    text->move(100, 10);
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
}

void DetectorsTest::whatCanBeScrolledToIsNotCut()
{
    auto *area = new QScrollArea(m_window.get());
    area->setGeometry(0, 0, 200, 100);
    auto *tall = new QWidget;
    tall->resize(150, 1000);
    (new QLabel(QStringLiteral("Far below"), tall))->setGeometry(10, 900, 100, 30);
    area->setWidget(tall);
    show();
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
}

void DetectorsTest::aCutChoiceIsFound()
{
    auto *combo = new QComboBox(m_window.get());
    combo->addItem(QStringLiteral("An answer of some length"));
    combo->setGeometry(10, 10, 60, 30);
    show();
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
    combo->resize(combo->sizeHint());
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
}

void DetectorsTest::aCutNumberIsFound()
{
    auto *number = new QSpinBox(m_window.get());
    number->setMaximum(1000000);
    number->setPrefix(QStringLiteral("Cut-off "));
    number->setValue(123456);
    number->setGeometry(10, 10, 60, 30);
    show();
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
    number->resize(number->sizeHint());
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
}

void DetectorsTest::aCutPlaceholderIsFound()
{
    auto *line = new QLineEdit(m_window.get());
    line->setPlaceholderText(QStringLiteral("Search in all of your runs"));
    line->setGeometry(10, 10, 80, 30);
    show();
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
    line->setToolTip(line->placeholderText());
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
    line->setToolTip({});
    line->resize(300, 30);
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
    line->resize(80, 30);
    line->setText(QStringLiteral("what somebody types may be longer than the field"));
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
}

void DetectorsTest::aCutCellNeedsATooltip()
{
    auto *table = new QTableWidget(1, 1, m_window.get());
    auto *cell = new QTableWidgetItem(QStringLiteral("A cell with more text than the column"));
    table->setItem(0, 0, cell);
    table->setColumnWidth(0, 50);
    table->resize(300, 200);
    show();
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
    cell->setToolTip(cell->text());
    QCOMPARE(detect::clippedTexts(m_window.get()), QStringList());
    table->setHorizontalHeaderLabels({QStringLiteral("A name longer than that")});
    QCOMPARE(detect::clippedTexts(m_window.get()).size(), 1);
}

void DetectorsTest::overlapIsFound()
{
    label(QStringLiteral("One"), {10, 10, 100, 30});
    QLabel *second = label(QStringLiteral("Two"), {80, 20, 100, 30});
    show();
    QCOMPARE(detect::overlaps(m_window.get()).size(), 1);
    second->move(110, 20);
    QCOMPARE(detect::overlaps(m_window.get()), QStringList());
}

void DetectorsTest::hiddenAndFloatingWidgetsDoNotOverlap()
{
    label(QStringLiteral("One"), {10, 10, 100, 30});
    QLabel *second = label(QStringLiteral("Two"), {80, 20, 100, 30});
    second->setProperty("floating", true);
    label(QStringLiteral("Three"), {10, 10, 100, 30})->hide();
    show();
    second->show();
    QCOMPARE(detect::overlaps(m_window.get()), QStringList());
}

void DetectorsTest::aMissingGlyphIsFound()
{
    QLabel *text = label(QStringLiteral("Korean 학습 and English"), {10, 10, 300, 30});
    show();
    QCOMPARE(detect::missingGlyphs(m_window.get()), QStringList());
    const char32_t nowhere = 0x10FFFD; // the last private letter: no font has it
    text->setText(QStringLiteral("x") + QString::fromUcs4(&nowhere, 1));
    QCOMPARE(detect::missingGlyphs(m_window.get()).size(), 1);
}

void DetectorsTest::aSidewaysScrollBarIsFound()
{
    auto *area = new QScrollArea(m_window.get());
    area->setGeometry(0, 0, 200, 100);
    auto *wide = new QWidget;
    wide->resize(1000, 50);
    area->setWidget(wide);
    show();
    QCOMPARE(detect::sidewaysScrolling(m_window.get()).size(), 1);
    area->setProperty("maySlide", true);
    QCOMPARE(detect::sidewaysScrolling(m_window.get()), QStringList());
    area->setProperty("maySlide", false);
    wide->resize(100, 50);
    QTRY_COMPARE(detect::sidewaysScrolling(m_window.get()), QStringList());
}

/// A stack of pages of 300 x 200 that does not ask how much its page needs.
void DetectorsTest::showInAStack(QLabel *inside)
{
    class Stack : public QStackedWidget
    {
    public:
        using QStackedWidget::QStackedWidget;
        QSize minimumSizeHint() const override { return {0, 0}; }
    };
    auto *stack = new Stack(m_window.get());
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(inside);
    stack->addWidget(page);
    stack->resize(300, 200);
    show();
}

void DetectorsTest::aPageWithoutRoomIsFound()
{
    auto *inside = new QLabel;
    inside->setMinimumWidth(500);
    showInAStack(inside);
    QCOMPARE(detect::sidewaysScrolling(m_window.get()).size(), 1);
    inside->setMinimumWidth(100);
    QTRY_COMPARE(detect::sidewaysScrolling(m_window.get()), QStringList());
}

void DetectorsTest::aPageTooLowIsFound()
{
    auto *inside = new QLabel;
    inside->setMinimumHeight(500);
    showInAStack(inside);
    const QStringList found = detect::sidewaysScrolling(m_window.get());
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.front().contains(QStringLiteral("px of height, has 200")),
             qPrintable(found.front()));
    inside->setMinimumHeight(100);
    QTRY_COMPARE(detect::sidewaysScrolling(m_window.get()), QStringList());
}

void DetectorsTest::aWindowLargerThanTheScreenIsFound()
{
    show();
    m_window->setGeometry(QRect({0, 0}, m_window->screen()->size() + QSize(100, 0)));
    QCOMPARE(detect::largerThanScreen(m_window.get()).size(), 1);
    m_window->setGeometry(0, 0, 300, 200);
    QCOMPARE(detect::largerThanScreen(m_window.get()), QStringList());
}

/// Two translated texts, and names that stay as they are.
detect::English DetectorsTest::english() const
{
    const QTemporaryDir folder;
    const auto write = [&](const char *name, const char *text) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("x.ts", "<TS><context><message><source>&amp;Start</source><translation>시작</translation>"
                  "</message><message><source>Luthier</source><translation>Luthier</translation>"
                  "</message></context></TS>");
    write("words.txt", "# names\nLuthier\nCSV\n");
    return detect::English::read(folder.filePath(QStringLiteral("x.ts")),
                                 folder.filePath(QStringLiteral("words.txt")));
}

void DetectorsTest::englishIsFound()
{
    const detect::English english = this->english();
    QLabel *text = label(QString(), {10, 10, 300, 30});
    show();
    const auto found = [&](const char *shown) {
        text->setText(QString::fromUtf8(shown));
        return detect::untranslatedTexts(m_window.get(), english).size();
    };
    QCOMPARE(found("시작"), 0);
    QCOMPARE(found("Start"), 1);
    QCOMPARE(found("Luthier, CSV 파일"), 0);
    QCOMPARE(found("CSV file 열기"), 1);
    text->setProperty("userText", true);
    QCOMPARE(found("CSV file 열기"), 0);
    QCOMPARE(found("Start"), 1);
    text->setText(QStringLiteral("시작"));
    text->setToolTip(QStringLiteral("Start"));
    QCOMPARE(detect::untranslatedTexts(m_window.get(), english).size(), 1);
    text->setToolTip({});
    auto *tabs = new QTabBar(m_window.get());
    tabs->addTab(QStringLiteral("시작"));
    tabs->addTab(QStringLiteral("Start"));
    tabs->setGeometry(10, 50, 300, 30);
    tabs->show();
    QCOMPARE(detect::untranslatedTexts(m_window.get(), english).size(), 1);
    tabs->setTabVisible(1, false);
    QCOMPARE(detect::untranslatedTexts(m_window.get(), english).size(), 0);
}

void DetectorsTest::englishInAChartIsFound()
{
    const detect::English english = this->english();
    const QString korean = QStringLiteral("시작"), start = QStringLiteral("Start");
    ChartModel model;
    PlotView lines(model, m_window.get());
    BarsView bars(model, m_window.get());
    bars.hide();
    const auto found = [&](const QString &title, const QString &axis, const QString &mark,
                           const QString &note, const QString &band, const QString &series) {
        model.setTitle(title, {});
        model.setAxes({.title = axis}, {.title = korean});
        model.setSeries({{.id = QStringLiteral("a"), .name = series, .points = {{0, 1}, {1, 2}}}});
        model.setMarks({{.label = mark, .note = note}});
        model.setBands({{.upper = {}, .lower = {}, .name = band}});
        return !detect::untranslatedTexts(m_window.get(), english).isEmpty();
    };
    show();
    for (QWidget *chart : {static_cast<QWidget *>(&lines), static_cast<QWidget *>(&bars)}) {
        lines.setVisible(chart == &lines);
        bars.setVisible(chart == &bars);
        QVERIFY(!found(korean, korean, korean, korean, korean, korean));
        QVERIFY(found(start, korean, korean, korean, korean, korean));
        QVERIFY(found(korean, start, korean, korean, korean, korean));
        QVERIFY(found(korean, korean, start, korean, korean, korean));
        QVERIFY(found(korean, korean, korean, start, korean, korean));
        QVERIFY(found(korean, korean, korean, korean, start, korean));
        QVERIFY(found(korean, korean, korean, korean, korean, start));
        // Of a mark every word counts, of a run's name none.
        QVERIFY(found(korean, korean, QStringLiteral("best 7"), korean, korean, korean));
        QVERIFY(!found(korean, korean, korean, korean, korean, QStringLiteral("best 7")));
    }
}

void DetectorsTest::longerWordsAreFortyPercentLonger()
{
    const detect::LongerWords longer;
    const QString text = longer.translate("luthier::MainWindow", "Nothing leaves", nullptr, -1);
    QVERIFY(text.startsWith(QStringLiteral("Nothing leaves")));
    QCOMPARE(text.size(), 14 + 6);
}

QTEST_MAIN(DetectorsTest)
#include "tst_detectors.moc"
