// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures/states.h"
#include "tests/ui/tried_runs.h"
#include "ui/pages/try/file_card.h"
#include "ui/pages/try/try_page.h"

#include <QPlainTextEdit>
#include <QTest>

namespace luthier::pictures {

namespace {

void lastLayerAndFull(SessionFixture &fixture)
{
    const std::filesystem::path model = headlessModel(fixture, "tiny-base");
    trainRun(fixture, "mails-features", triedPlan("feature-extraction", model));
    trainRun(fixture, "mails-full", triedPlan("full", model));
}

void newHead(SessionFixture &fixture)
{
    trainRun(fixture, "mails-full", triedPlan("full", headlessModel(fixture, "tiny-base")));
}

void pairs(SessionFixture &fixture)
{
    trainRun(fixture, "mails-pairs", pairPlan(fixture));
}

void several(SessionFixture &fixture)
{
    trainRun(fixture, "mails-topics", severalPlan());
}

constexpr int untilMeasured = 400; // ms

/// Asks `text` as the page's reader would.
void ask(const Scene &scene, const QString &text)
{
    const auto *page = scene.find<TryPage>("tryPage");
    const size_t before = page->document().asked().size();
    auto *field = scene.find<QPlainTextEdit>("tryText");
    field->setPlainText(text);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    if (!QTest::qWaitFor([&] { return page->document().asked().size() > before; }, 20000))
        qFatal("the tiny models gave no answer");
}

void askSome(Scene &scene)
{
    for (const char *text :
         {"fire more off", "berry now only On may dayed his berry about newing one lake.",
          "Into even go for? have", "1 5 lake fern frog 5", "no as is, more from into fern day",
          "but before lake day- more from into fern day hasing like frog no as is,"})
        ask(scene, QString::fromUtf8(text));
    QTest::qWait(untilMeasured);
}

void askLong(Scene &scene)
{
    ask(scene, QStringLiteral("but before lake day- more from into fern day hasing like frog no as "
                              "is, berry now only On may dayed his berry about newing one lake.\n")
                   .repeated(3));
    QTest::qWait(untilMeasured);
}

void askPair(Scene &scene)
{
    scene.find<QPlainTextEdit>("tryPair")->setPlainText(QStringLiteral("may dayed his berry"));
    ask(scene, QStringLiteral("is it more fire"));
    QTest::qWait(untilMeasured);
}

void open(Scene &scene, const QString &file)
{
    const auto *page = scene.find<TryPage>("tryPage");
    scene.window.open(
        {QStringLiteral("try"), page->document().run(), {{QStringLiteral("file"), file}}});
    const auto *card = scene.find<FileCard>("fileCard");
    if (!QTest::qWaitFor([&] { return card->hasAnswers(); }, 20000))
        qFatal("the texts of the file were not answered");
}

void openFile(Scene &scene)
{
    open(scene, QStringLiteral(LUTHIER_TEST_DATA "/parity/bert-tiny-full/test.csv"));
}

void openSeveral(Scene &scene)
{
    open(scene, QString::fromStdString(severalFile().string()));
}

} // namespace

std::vector<State> tryStates()
{
    return {
        {"try-empty", "try"},
        {"try", "try/mails-full", lastLayerAndFull, askSome},
        {"try-new-head", "try/mails-full", newHead, askSome},
        {"try-cut", "try/mails-full", lastLayerAndFull, askLong},
        {"try-pair", "try/mails-pairs", pairs, askPair},
        {"try-file", "try/mails-full", lastLayerAndFull, openFile},
        {"try-several", "try/mails-topics", several, askSome},
        {"try-several-file", "try/mails-topics", several, openSeveral},
    };
}

} // namespace luthier::pictures
