// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"
#include "looking.h"

#include "ui/shell/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/form_row.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/problem_row.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/segmented_buttons.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/step_header.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

using namespace luthier;
using namespace luthier::looking;

namespace {

QString text(const char *english)
{
    return QString::fromUtf8(english);
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { useTheme(Theme(Theme::Scheme::Light)); }
    void nothingIsCut_data();
    void nothingIsCut();
    void pictures();
    void ringFollowsTheKeyboard();
    void fieldsAlwaysHaveTheRing();
    void blockedIsReachedAndAnswers();
    void everythingOperableHasAName();
    void stepsAreChosenAndNamed();
    void stepsKeepTheirPlacesWhenNarrow();
    void segmentsAreChosenByArrows();
    void choiceCardsAreRadioButtons();
    void formRowSaysWhatIsWrong();
    void formRowResets();
    void formRowStacksWhereNarrow();
    void longWordsWrapAnywhere();
    void hangulStandsFurtherApart();
    void cutNamesShowThemselvesInTheTip();
    void badgeWithoutParentOpensNoWindow();
    void chipOpensItsMenuByKey();
    void tileKeepsItsWidth();
    void bannerTakesActionsUnderWhereNarrow();
    void bannerLaysOutAfterItsCaller();
    void loadingWaitsBeforeItShows();
    void progressShowsItsMark();
};

void WidgetsTest::nothingIsCut_data()
{
    QTest::addColumn<double>("points");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("as drawn") << 10.0 << 720 << false;
    QTest::newRow("right to left") << 10.0 << 720 << true;
    QTest::newRow("narrow") << 10.0 << 705 << false;
    QTest::newRow("font 200 %") << 20.0 << 1440 << false;
}

void WidgetsTest::nothingIsCut()
{
    QFETCH(double, points);
    QFETCH(int, width);
    QFETCH(bool, mirrored);
    for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        useTheme(Theme(scheme), points);
        Gallery first(text("Components"));
        SecondGallery second(text("mails-full"));
        for (QWidget *gallery : std::initializer_list<QWidget *>{&first, &second}) {
            gallery->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
            const int height = qMax(gallery->heightForWidth(width), gallery->sizeHint().height());
            open(*gallery, QSize(width, height));
            QTest::qWait(350); // until what loads is drawn
            const QStringList found = clipped(*gallery);
            QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(" | "))));
            QStringList widest;
            for (const QWidget *part :
                 gallery->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
                widest.append(QString::number(part->minimumSizeHint().width()));
            QVERIFY2(gallery->width() <= width, qPrintable(widest.join(QLatin1Char(' '))));
        }
    }
}

void WidgetsTest::pictures()
{
    QList<QPixmap> shots;
    const Theme themes[]{Theme(Theme::Scheme::Light), Theme(Theme::Scheme::Dark),
                         Theme::highContrast(QPalette(Qt::black))};
    for (const Theme &theme : themes) {
        useTheme(theme);
        const bool dark = theme.scheme() == Theme::Scheme::Dark;
        Gallery first(dark ? text("Components, dark") : text("Components, light"));
        SecondGallery second(text("mails-full"));
        open(first, QSize(720, 900));
        first.findChild<QPushButton *>(text("pause"))->setFocus(Qt::TabFocusReason);
        QTest::qWait(350);
        shots.append(first.grab());
        open(second, QSize(720, 1160));
        shots.append(second.grab());
        const QColor window = shots.last().toImage().pixelColor(1, 1);
        QCOMPARE(window, theme.color(Theme::Token::Window));
    }
    save(shots[0], shots[2], text("components"));
    save(shots[1], shots[3], text("components-2"));
    save(shots[4], shots[5], text("components-contrast"));
    const QImage light = shots[0].toImage();
    for (const auto token :
         {Theme::Token::WarningSoft, Theme::Token::ErrorSoft, Theme::Token::InfoSoft,
          Theme::Token::GoodSoft, Theme::Token::Accent, Theme::Token::Strong})
        QVERIFY2(hasPixel(light, light.rect(), Theme(Theme::Scheme::Light).color(token)),
                 qPrintable(QString::number(int(token))));
}

void WidgetsTest::ringFollowsTheKeyboard()
{
    Gallery gallery(text("Components"));
    open(gallery, QSize(720, 900));
    auto *back = gallery.findChild<QPushButton *>(text("back"));
    auto *pause = gallery.findChild<QPushButton *>(text("pause"));
    QTest::mouseClick(back, Qt::LeftButton);
    back->setFocus(Qt::MouseFocusReason);
    QVERIFY(!hasRing(gallery, *back));
    QVERIFY(tabTo(pause));
    QVERIFY(hasRing(gallery, *pause));
    QTest::keyClick(pause, Qt::Key_Tab);
    QVERIFY(!hasRing(gallery, *pause));
}

void WidgetsTest::fieldsAlwaysHaveTheRing()
{
    Gallery gallery(text("Components"));
    open(gallery, QSize(720, 900));
    auto *field = gallery.findChild<QLineEdit *>();
    QTest::mouseClick(field, Qt::LeftButton);
    field->setFocus(Qt::MouseFocusReason);
    QVERIFY(hasRing(gallery, *field));
}

void WidgetsTest::blockedIsReachedAndAnswers()
{
    Gallery gallery(text("Components"));
    open(gallery, QSize(720, 900));
    auto *button = gallery.findChild<QPushButton *>(text("blocked"));
    QSignalSpy clicked(button, &QPushButton::clicked);
    const QString reason = text("No graphics card found");
    QVERIFY(tabTo(button));
    QTRY_COMPARE(QToolTip::text(), reason);
    QToolTip::hideText();
    QTRY_VERIFY(QToolTip::text().isEmpty());
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE(QToolTip::text(), reason);
    QTest::mouseClick(button, Qt::LeftButton);
    button->click();
    QCOMPARE(clicked.count(), 0);
    QVERIFY(hasRing(gallery, *button));
    QCOMPARE(spoken(button, QAccessible::Description), reason);
    setBlocked(button, {});
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 1);
    QVERIFY(button->toolTip().isEmpty());
}

void WidgetsTest::everythingOperableHasAName()
{
    Gallery first(text("Components"));
    SecondGallery second(text("mails-full"));
    for (QWidget *gallery : std::initializer_list<QWidget *>{&first, &second}) {
        for (QWidget *widget : gallery->findChildren<QWidget *>()) {
            const bool field =
                qobject_cast<QLineEdit *>(widget) && widget->parentWidget()->focusProxy() != widget;
            if (widget->window() != gallery || !(widget->focusPolicy() & Qt::TabFocus) || field ||
                widget->focusProxy() || widget->inherits("QTabBar"))
                continue;
            QVERIFY2(!spoken(widget).isEmpty(), widget->metaObject()->className());
        }
    }
}

void WidgetsTest::stepsAreChosenAndNamed()
{
    StepHeader header;
    header.setSteps({text("Task"), text("Model"), text("Data")});
    header.setReachable(1);
    header.setCurrent(1);
    open(header, QSize(600, 40));
    QSignalSpy chosen(&header, &StepHeader::stepChosen);
    const auto step = [&](int i) {
        return header.findChild<QAbstractButton *>(text("step") + QString::number(i));
    };
    QCOMPARE(spoken(step(2)), text("Step 2 of 3, Model, current"));
    QCOMPARE(spoken(step(1)), text("Step 1 of 3, Task, done"));
    QTest::mouseClick(step(1), Qt::LeftButton);
    QCOMPARE(chosen.value(0).value(0).toInt(), 0);
    step(1)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(step(1), Qt::Key_Space);
    QCOMPARE(chosen.count(), 2);
    QTest::mouseClick(step(3), Qt::LeftButton);
    QCOMPARE(chosen.count(), 2);
    QVERIFY(!step(3)->isEnabled());
}

void WidgetsTest::stepsKeepTheirPlacesWhenNarrow()
{
    StepHeader header;
    header.setSteps({text("Task"), text("Model"), text("Data"), text("Method"), text("Settings"),
                     text("Review")});
    header.setReachable(5);
    for (const int width : {1100, 700, 400, 300}) {
        open(header, QSize(width, 40));
        int right = -1;
        for (int i = 1; i <= 6; ++i) {
            const auto *step =
                header.findChild<QAbstractButton *>(text("step") + QString::number(i));
            QVERIFY(step->x() > right);
            right = step->geometry().right();
            QVERIFY(right < width);
        }
    }
}

void WidgetsTest::segmentsAreChosenByArrows()
{
    SegmentedButtons segments;
    segments.setSegments({text("Simple"), text("Advanced")});
    QSignalSpy chosen(&segments, &SegmentedButtons::chosen);
    open(segments, segments.sizeHint());
    QCOMPARE(segments.current(), 0);
    segments.setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(segments.current(), 1);
    QCOMPARE(chosen.count(), 1);
    segments.setCurrent(0);
    QCOMPARE(chosen.count(), 1);
    segments.setSegments({text("간단히"), text("자세히")});
    QCOMPARE(segments.current(), 0);
    QCOMPARE(spoken(segments.focusProxy()), text("간단히"));
}

void WidgetsTest::choiceCardsAreRadioButtons()
{
    SecondGallery gallery(text("mails-full"));
    open(gallery, QSize(720, 1160));
    auto *full = gallery.findChild<ChoiceCard *>(text("Full"));
    auto *lora = gallery.findChild<ChoiceCard *>(text("LoRA"));
    auto *blocked = gallery.findChild<ChoiceCard *>(text("QLoRA"));
    QVERIFY(full->isChecked());
    QCOMPARE(QAccessible::queryAccessibleInterface(full)->role(), QAccessible::RadioButton);
    QTest::mouseClick(lora->findChild<TextLabel *>(text("choiceTitle")), Qt::LeftButton);
    QVERIFY(lora->isChecked() && !full->isChecked());
    QTest::mouseClick(blocked, Qt::LeftButton);
    QVERIFY(lora->isChecked() && !blocked->isChecked());
    lora->setFocus(Qt::TabFocusReason);
    QTest::keyClick(lora, Qt::Key_Left);
    QVERIFY(full->isChecked());
}

void WidgetsTest::formRowSaysWhatIsWrong()
{
    FormRow row;
    auto *field = new QLineEdit(text("0"));
    row.setLabel(text("Epochs"));
    row.setReason(text("Default 3: enough for a few thousand texts."));
    row.setField(field);
    open(row, QSize(700, 120));
    QCOMPARE(spoken(field), text("Epochs"));
    QCOMPARE(spoken(field, QAccessible::Description),
             text("Default 3: enough for a few thousand texts."));
    row.setError(text("Must be 1 or more."));
    auto *error = row.findChild<TextLabel *>(text("error"));
    QVERIFY(error->isVisible());
    QVERIFY(!row.findChild<TextLabel *>(text("reason"))->isVisible());
    QCOMPARE(spoken(field, QAccessible::Description), text("Must be 1 or more."));
    QVERIFY(hasPixel(field->grab().toImage(), field->rect(),
                     Theme::current().color(Theme::Token::ErrorMark)));
    row.setError({});
    QVERIFY(!error->isVisible());
    QVERIFY(!hasPixel(field->grab().toImage(), field->rect(),
                      Theme::current().color(Theme::Token::ErrorMark)));
}

void WidgetsTest::formRowResets()
{
    FormRow row;
    row.setLabel(text("Epochs"));
    row.setField(new QLineEdit);
    open(row, QSize(700, 80));
    auto *reset = row.findChild<QToolButton *>(text("reset"));
    QVERIFY(!reset->isVisible());
    row.setChanged(true);
    QSignalSpy requested(&row, &FormRow::resetRequested);
    row.setFocus(Qt::TabFocusReason);
    QCOMPARE(QApplication::focusWidget(), row.field());
    QTest::keyClick(row.field(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), reset);
    QTest::keyClick(reset, Qt::Key_Space);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(spoken(reset), text("Reset Epochs to its default"));
}

void WidgetsTest::formRowStacksWhereNarrow()
{
    FormRow row;
    auto *field = new QLineEdit;
    row.setLabel(text("Epochs"));
    row.setReason(text("Default 3: enough for a few thousand texts. More learn by heart."));
    row.setField(field);
    const auto *reason = row.findChild<TextLabel *>(text("reason"));
    open(row, QSize(800, 120));
    const auto place = [&](const QWidget *part) {
        return QRect(part->mapTo(&row, QPoint()), part->size());
    };
    QVERIFY(place(reason).right() < place(field).left());
    row.resize(320, 140);
    QTRY_VERIFY(place(reason).top() > place(field).bottom() + 4);
    row.resize(320, row.heightForWidth(320));
    QCoreApplication::processEvents();
    QVERIFY(place(reason).bottom() < row.height());
    QVERIFY(place(reason).top() > place(field).bottom() + 4);
    QVERIFY(reason->height() >= reason->heightForWidth(reason->width()));
    row.resize(800, 120);
    QTRY_VERIFY(place(reason).right() < place(field).left());
}

void WidgetsTest::longWordsWrapAnywhere()
{
    TextLabel label;
    label.setText(QString(200, QLatin1Char('w')));
    const int line = label.fontMetrics().height();
    QVERIFY(label.heightForWidth(300) > 4 * line);
    QVERIFY(label.heightForWidth(300) > label.heightForWidth(600));
    open(label, QSize(300, label.heightForWidth(300)));
    const QImage image = label.grab().toImage();
    const QRect lastLine(0, image.height() - line, image.width(), line);
    bool inked = false;
    const QRgb ground = image.pixel(image.width() - 1, image.height() - 1);
    for (int x = 0; x < lastLine.width() && !inked; ++x)
        inked = image.pixel(x, lastLine.center().y()) != ground;
    QVERIFY(inked);
}

void WidgetsTest::hangulStandsFurtherApart()
{
    TextLabel label;
    const double size = QFontInfo(label.font()).pixelSize();
    label.setText(text("한국어 한국어"));
    const int one = label.heightForWidth(1000);
    const int two = label.heightForWidth(label.fontMetrics().horizontalAdvance(label.text()) - 4);
    QVERIFY(two - one >= int(1.5 * size) - 1);
}

void WidgetsTest::cutNamesShowThemselvesInTheTip()
{
    TextLabel label;
    label.setElided(Qt::ElideMiddle);
    label.setText(text("a-very-long-name-of-a-file-that-does-not-fit.csv"));
    open(label, QSize(120, 30));
    QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(&label, &help);
    QTRY_COMPARE(QToolTip::text(), label.text());
    QToolTip::hideText();
    QVERIFY(label.minimumSizeHint().width() < 120);
}

void WidgetsTest::badgeWithoutParentOpensNoWindow()
{
    Badge badge;
    badge.setState(Badge::Good, text("check"), text("Done"));
    QVERIFY(!badge.isVisible());
    QCOMPARE(spoken(&badge), text("Done"));
    QWidget owner;
    badge.setParent(&owner);
    badge.setState(Badge::Error, text("error"), text("Failed"));
    owner.show();
    QVERIFY(badge.isVisible());
    badge.setState(Badge::Neutral, {}, {});
    QVERIFY(!badge.isVisible());
    badge.setParent(nullptr);
}

void WidgetsTest::chipOpensItsMenuByKey()
{
    Chip chip;
    chip.setText(text("Label"));
    auto *menu = new QMenu(&chip);
    menu->addAction(text("Text"));
    chip.setMenu(menu);
    open(chip, chip.sizeHint());
    for (const auto &[key, modifier] :
         {std::pair(Qt::Key_Return, Qt::NoModifier), std::pair(Qt::Key_Space, Qt::NoModifier),
          std::pair(Qt::Key_Down, Qt::AltModifier)}) {
        bool opened = false;
        QTimer::singleShot(50, menu, [&] {
            opened = menu->isVisible();
            menu->close();
        });
        chip.setFocus();
        QTest::keyClick(&chip, key, modifier);
        QTRY_VERIFY(opened);
    }
}

void WidgetsTest::tileKeepsItsWidth()
{
    StatTile tile;
    tile.setLabel(text("Speed"));
    tile.setWidestValue(text("9,999 texts/s"));
    tile.setValue(text("1/s"));
    const int narrow = tile.sizeHint().width();
    tile.setValue(text("8,888 texts/s"));
    QCOMPARE(tile.sizeHint().width(), narrow);
    QCOMPARE(spoken(&tile, QAccessible::Description), text("8,888 texts/s"));
}

void WidgetsTest::bannerTakesActionsUnderWhereNarrow()
{
    Banner banner;
    banner.setMessage(Banner::Warning, text("Overfitting since step 450. Best was step 350."), {});
    QPushButton *go = banner.addAction(text("goBack"), text("Go back to best step"), true);
    banner.addAction(text("keep"), text("Keep going"));
    auto *title = banner.findChild<TextLabel *>(text("bannerTitle"));
    const auto top = [&](const QWidget *widget) { return widget->mapTo(&banner, QPoint()).y(); };
    open(banner, QSize(1000, 60));
    QVERIFY(go->mapTo(&banner, QPoint()).x() > title->geometry().right());
    banner.resize(420, 160);
    QTRY_VERIFY(top(go) > top(title) + title->height() - 1);
    banner.clearActions();
    QVERIFY(!banner.findChild<QPushButton *>(text("goBack")));
}

void WidgetsTest::bannerLaysOutAfterItsCaller()
{
    struct ClearingOnResize : QObject
    {
        bool eventFilter(QObject *watched, QEvent *event) override
        {
            if (event->type() == QEvent::Resize)
                static_cast<Banner *>(watched)->clearActions();
            return false;
        }
    };
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *banner = new Banner(&page);
    banner->setMessage(Banner::Warning, text("Overfitting since step 450."), {});
    column->addWidget(banner);
    column->addStretch();
    open(page, QSize(420, 300));
    ClearingOnResize clearing;
    banner->installEventFilter(&clearing);
    const QPointer<QPushButton> button =
        banner->addAction(text("goBack"), text("Go back to the best step of this run"));
    QVERIFY(button);
    const int before = banner->height();
    banner->removeEventFilter(&clearing);
    QTRY_VERIFY(banner->height() > before && button->isVisible());
}

void WidgetsTest::loadingWaitsBeforeItShows()
{
    LoadingState state;
    state.setText(text("Tokens: 2,110 of 5,838"));
    state.setProgress(2110, 5838);
    open(state, QSize(400, 120));
    auto *cancel = state.findChild<QPushButton *>(text("loadingCancel"));
    QVERIFY(!cancel->isVisible());
    QTRY_VERIFY(cancel->isVisible());
    QSignalSpy cancelled(&state, &LoadingState::cancelled);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
}

void WidgetsTest::progressShowsItsMark()
{
    ProgressLine line;
    line.setRange(0, 1000);
    line.setValue(100);
    line.setValueText(text("100 of 1,000 steps"));
    line.setMark(500);
    open(line, QSize(400, 16));
    const QColor ink = Theme::current().color(Theme::Token::Text);
    QVERIFY(hasPixel(line.grab().toImage(), QRect(196, 0, 8, 16), ink));
    line.setMark(qQNaN());
    QVERIFY(!hasPixel(line.grab().toImage(), line.rect(), ink));
    QCOMPARE(spoken(&line, QAccessible::Description), text("100 of 1,000 steps"));
}

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
