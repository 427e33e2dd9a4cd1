// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace luthier {

class ActionButtons;
class IconLabel;
class TextLabel;

/// A problem of the data: an icon by weight, how many, the sentence, and what can be done.
class ProblemRow : public QWidget
{
    Q_OBJECT

public:
    enum Kind { Info, Warning, Error, Fixed };

    explicit ProblemRow(QWidget *parent = nullptr);

    /// `count`: how many, by locale; `title`: what, in a few words; `text`: where and what follows.
    void setProblem(Kind kind, const QString &count, const QString &title, const QString &text);
    /// A remedy, Show or Undo; the row keeps it.
    QPushButton *addAction(const QString &objectName, const QString &text);
    void clearActions();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconLabel *m_icon;
    TextLabel *m_count;
    TextLabel *m_title;
    TextLabel *m_text;
    ActionButtons *m_actions;
};

} // namespace luthier
