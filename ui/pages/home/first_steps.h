// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/app_context.h"
#include "ui/shell/route.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QPushButton;

namespace luthier {

class Badge;
class Card;
class ComputerCard;
class PageHeader;
class TextLabel;

/// Home of an empty workspace: three steps, the sample in one click, a place to drop a file.
class FirstSteps : public QWidget
{
    Q_OBJECT

public:
    explicit FirstSteps(const AppContext &context, QWidget *parent = nullptr);

    QWidget *firstFocus();
    void setTexts();
    void refresh();

Q_SIGNALS:
    void routeRequested(const luthier::Route &route);
    void dataRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Step
    {
        Card *card;
        Badge *number;
        TextLabel *title, *text;
        QPushButton *button;
    };

    Step addStep(const QString &icon, const char *buttonName);
    QWidget *sampleCard();
    QWidget *dropZone();
    void runSample();
    void arrange();

    const AppContext m_context;
    PageHeader *m_header;
    QBoxLayout *m_steps, *m_bottom;
    Step m_open, m_train, m_try;
    Card *m_sample;
    TextLabel *m_sampleTitle, *m_sampleText, *m_dropTitle, *m_dropText;
    QPushButton *m_runSample;
    ComputerCard *m_computer;
};

} // namespace luthier
