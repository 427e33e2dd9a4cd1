// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/run_advice.h"

#include "ui/shell/words.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <map>

namespace luthier {

namespace {

const std::map<std::string, std::vector<const char *>> &advice()
{
    static const std::map<std::string, std::vector<const char *>> all{
        {"overfitting",
         {QT_TRANSLATE_NOOP("RunAdvice", "Go back to best step"),
          QT_TRANSLATE_NOOP("RunAdvice", "Fewer epochs"),
          QT_TRANSLATE_NOOP("RunAdvice", "Train fewer blocks"),
          QT_TRANSLATE_NOOP("RunAdvice", "More data")}},
        {"underfitting",
         {QT_TRANSLATE_NOOP("RunAdvice", "More epochs"),
          QT_TRANSLATE_NOOP("RunAdvice", "A higher learning rate"),
          QT_TRANSLATE_NOOP("RunAdvice", "Train more blocks"),
          QT_TRANSLATE_NOOP("RunAdvice", "Check the labels")}},
        {"plateau",
         {QT_TRANSLATE_NOOP("RunAdvice", "Finish now"),
          QT_TRANSLATE_NOOP("RunAdvice", "A lower learning rate"),
          QT_TRANSLATE_NOOP("RunAdvice", "Another method")}},
        {"divergence",
         {QT_TRANSLATE_NOOP("RunAdvice", "A tenth of the learning rate"),
          QT_TRANSLATE_NOOP("RunAdvice", "A longer warm-up")}},
        {"unclear",
         {QT_TRANSLATE_NOOP("RunAdvice", "More validation rows"),
          QT_TRANSLATE_NOOP("RunAdvice", "More seeds")}}};
    return all;
}

QString text(const char *english)
{
    return QCoreApplication::translate("RunDialogs", english);
}

} // namespace

QStringList adviceFor(const std::string &verdictKind)
{
    QStringList out;
    if (const auto found = advice().find(verdictKind); found != advice().end())
        for (const char *line : found->second)
            out << QCoreApplication::translate("RunAdvice", line);
    return out;
}

void showAdvice(QWidget *parent, const std::string &verdictKind)
{
    QMessageBox box(QMessageBox::NoIcon, text(QT_TRANSLATE_NOOP("RunDialogs", "What can I do?")),
                    text(QT_TRANSLATE_NOOP("RunDialogs", "What helps, best first:")),
                    QMessageBox::Close, parent);
    box.setObjectName(QStringLiteral("adviceDialog"));
    QStringList lines;
    int number = 0;
    for (const QString &line : adviceFor(verdictKind))
        lines << QStringLiteral("%1. %2").arg(words::whole(++number), line);
    box.setInformativeText(lines.join(QLatin1Char('\n')));
    box.exec();
}

StopChoice askHowToStop(QWidget *parent, const QString &name)
{
    QMessageBox box(QMessageBox::Question, text(QT_TRANSLATE_NOOP("RunDialogs", "Stop")),
                    text(QT_TRANSLATE_NOOP("RunDialogs", "Stop %1?")).arg(name),
                    QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("stopDialog"));
    box.setInformativeText(text(QT_TRANSLATE_NOOP(
        "RunDialogs", "A saved run can be continued later. A discarded one goes to the trash "
                      "folder of the workspace.")));
    QPushButton *save = box.addButton(text(QT_TRANSLATE_NOOP("RunDialogs", "Stop and save")),
                                      QMessageBox::AcceptRole);
    QPushButton *discard = box.addButton(text(QT_TRANSLATE_NOOP("RunDialogs", "Stop and discard")),
                                         QMessageBox::DestructiveRole);
    QPushButton *keep = box.addButton(text(QT_TRANSLATE_NOOP("RunDialogs", "Keep running")),
                                      QMessageBox::RejectRole);
    save->setObjectName(QStringLiteral("stopAndSave"));
    discard->setObjectName(QStringLiteral("stopAndDiscard"));
    keep->setObjectName(QStringLiteral("keepRunning"));
    box.setDefaultButton(save);
    box.setEscapeButton(keep);
    box.exec();
    return box.clickedButton() == save      ? StopChoice::Save
           : box.clickedButton() == discard ? StopChoice::Discard
                                            : StopChoice::KeepRunning;
}

bool agreesToUseBest(QWidget *parent, int64_t best, int64_t now)
{
    QMessageBox box(
        QMessageBox::Question, text(QT_TRANSLATE_NOOP("RunDialogs", "Go back to best step")),
        text(QT_TRANSLATE_NOOP("RunDialogs", "Stop here and use step %1?")).arg(words::whole(best)),
        QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("bestDialog"));
    box.setInformativeText(
        text(QT_TRANSLATE_NOOP("RunDialogs", "Steps %1 to %2 stay in the history."))
            .arg(words::whole(best + 1), words::whole(now)));
    QPushButton *stop = box.addButton(
        text(QT_TRANSLATE_NOOP("RunDialogs", "Stop and use step %1")).arg(words::whole(best)),
        QMessageBox::AcceptRole);
    QPushButton *keep =
        box.addButton(text(QT_TRANSLATE_NOOP("RunDialogs", "Keep going")), QMessageBox::RejectRole);
    stop->setObjectName(QStringLiteral("stopAndUseBest"));
    keep->setObjectName(QStringLiteral("keepGoing"));
    box.setDefaultButton(stop);
    box.setEscapeButton(keep);
    box.exec();
    return box.clickedButton() == stop;
}

} // namespace luthier
