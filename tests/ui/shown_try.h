// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/tried_runs.h"
#include "ui/pages/try/try_page.h"

#include <QtTest>
#include <QtWidgets>

namespace luthier {

/// The Try page in a workspace of its own, driven by object names.
struct Shown
{
    SessionFixture fixture;
    TryPage page{fixture.context};

    void show(const QString &run = {}, const QMap<QString, QString> &query = {})
    {
        page.resize(1240, 836);
        page.open({QStringLiteral("try"), run, query});
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }
    void showReady(const QString &run = {}, const QMap<QString, QString> &query = {})
    {
        show(run, query);
        QTRY_COMPARE(page.document().state(), TryDocument::State::Ready);
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return page.findChild<Widget *>(QLatin1String(name));
    }
    QString text(const char *label) const { return find<QLabel>(label)->text(); }
    bool isShown(const char *name) const { return find<QWidget>(name)->isVisible(); }
    void ask(const QString &text)
    {
        const size_t before = page.document().asked().size();
        auto *field = find<QPlainTextEdit>("tryText");
        field->setPlainText(text);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page.document().asked().size(), before + 1);
    }
    QTableView *table(const char *name) const { return find<QTableView>(name); }
    QString cell(const char *name, int row, int column) const
    {
        return table(name)->model()->index(row, column).data().toString();
    }
};

/// What `predict` says to the same text.
Json predicted(const std::filesystem::path &model, const QString &text);
/// What it says to every text of a file.
std::vector<Json> predictedRows(const std::filesystem::path &model,
                                const std::filesystem::path &file);
/// "red, green" of an answer of `predict` with several labels.
QString labelsIn(const Json &predicted);

/// The stored tiny model and a table of texts for it.
std::filesystem::path baseModel();
QString testFile();

} // namespace luthier
