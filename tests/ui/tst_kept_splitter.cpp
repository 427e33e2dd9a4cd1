// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/view_state.h"
#include "ui/widgets/kept_splitter.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace luthier;

namespace {

/// Two panes of which the first gets three quarters at first.
struct Shown
{
    KeptSplitter splitter{Qt::Horizontal};

    explicit Shown(ViewState &view)
    {
        splitter.addWidget(new QWidget);
        splitter.addWidget(new QWidget);
        splitter.remember(view, QStringLiteral("test/splitter"), {300, 100});
        splitter.resize(800, 200);
        splitter.show();
    }
    int left() const { return splitter.sizes().front(); }
    QPoint middle() const { return splitter.handle(1)->rect().center(); }
    void drag(int by)
    {
        QWidget *handle = splitter.handle(1);
        const QPoint from = middle();
        QTest::mousePress(handle, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, from + QPoint(by, 0),
                         handle->mapToGlobal(from + QPoint(by, 0)), Qt::LeftButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(handle, &move);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, middle());
    }
};

} // namespace

class KeptSplitterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereItWasLeftIsRemembered();
    void aDoubleClickPutsItBack();
    void theOtherDirectionIsNotRemembered();

private:
    QTemporaryDir m_folder;
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
};

void KeptSplitterTest::whereItWasLeftIsRemembered()
{
    ViewState view(file("left.ini"));
    int left = 0;
    {
        Shown shown(view);
        const int first = shown.left();
        QVERIFY(std::abs(first - 3 * shown.splitter.sizes().back()) <= 4);
        QSignalSpy moved(&shown.splitter, &KeptSplitter::moved);
        shown.drag(-150);
        QVERIFY(!moved.isEmpty());
        left = shown.left();
        QVERIFY(left <= first - 100);
    }
    QCOMPARE(Shown(view).left(), left);
}

void KeptSplitterTest::aDoubleClickPutsItBack()
{
    ViewState view(file("back.ini"));
    Shown shown(view);
    const int first = shown.left();
    shown.drag(-150);
    QVERIFY(shown.left() != first);
    QWidget *handle = shown.splitter.handle(1);
    QTest::mouseDClick(handle, Qt::LeftButton, {}, shown.middle());
    QCOMPARE(shown.left(), first);
    QCOMPARE(Shown(view).left(), first);
    // It can be moved again.
    shown.drag(-150);
    QVERIFY(shown.left() != first);
}

void KeptSplitterTest::theOtherDirectionIsNotRemembered()
{
    ViewState view(file("other.ini"));
    Shown shown(view);
    shown.splitter.setOrientation(Qt::Vertical);
    Q_EMIT shown.splitter.splitterMoved(20, 1);
    QVERIFY(!view.value(QStringLiteral("test/splitter")).isValid());
    shown.splitter.setOrientation(Qt::Horizontal);
    Q_EMIT shown.splitter.splitterMoved(20, 1);
    QVERIFY(view.value(QStringLiteral("test/splitter")).isValid());
}

QTEST_MAIN(KeptSplitterTest)
#include "tst_kept_splitter.moc"
