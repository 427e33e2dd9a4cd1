// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/close_question.h"

#include "ui/shell/words.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace luthier {

namespace {

QString text(const char *english)
{
    return QCoreApplication::translate("CloseQuestion", english);
}

bool agrees(QWidget *window, const QString &question, const QString &consequence,
            const QString &yes)
{
    QMessageBox box(QMessageBox::Question, QStringLiteral("Luthier"), question,
                    QMessageBox::NoButton, window);
    box.setObjectName(QStringLiteral("closeQuestion"));
    box.setInformativeText(consequence);
    QPushButton *close = box.addButton(yes, QMessageBox::AcceptRole);
    close->setObjectName(QStringLiteral("saveAndClose"));
    QPushButton *stay =
        box.addButton(text(QT_TRANSLATE_NOOP("CloseQuestion", "Stay")), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("stay"));
    box.setDefaultButton(close);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == close;
}

} // namespace

bool savesAndCloses(QWidget *window, int64_t next)
{
    return agrees(window, text(QT_TRANSLATE_NOOP("CloseQuestion", "A run is going.")),
                  text(QT_TRANSLATE_NOOP("CloseQuestion",
                                         "Save and close. It continues from step %1 next time."))
                      .arg(words::whole(next)),
                  text(QT_TRANSLATE_NOOP("CloseQuestion", "Save and close")));
}

bool closesWithoutRun(QWidget *window)
{
    return agrees(window, text(QT_TRANSLATE_NOOP("CloseQuestion", "A run is being prepared.")),
                  text(QT_TRANSLATE_NOOP("CloseQuestion",
                                         "It has made no step yet. The plan stays as it is.")),
                  text(QT_TRANSLATE_NOOP("CloseQuestion", "Close")));
}

} // namespace luthier
