// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace luthier {

class ActionButtons;
class IconLabel;
class TextLabel;

/// One sentence, what it means, and at most three things to do about it. One a page.
class Banner : public QWidget
{
    Q_OBJECT

public:
    enum Kind { Info, Warning, Error, Good };

    explicit Banner(QWidget *parent = nullptr);

    /// `title`: one sentence; `text`: at most two lines, may be empty. Screen readers announce a
    /// change while the banner is visible.
    void setMessage(Kind kind, const QString &title, const QString &text);
    Kind kind() const { return m_kind; }
    /// `filled`: the page's main action. The first action stands first.
    QPushButton *addAction(const QString &objectName, const QString &text, bool filled = false);
    void clearActions();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();

    Kind m_kind = Info;
    IconLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
    ActionButtons *m_actions;
    QBoxLayout *m_layout;
};

} // namespace luthier
