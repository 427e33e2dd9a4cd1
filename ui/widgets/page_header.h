// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/badge.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace luthier {

class TextLabel;

/// Title, state and sentence of a page; its actions at the end, the main one last and filled.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// Empty `text`: no badge.
    void setBadge(Badge::Kind kind, const QString &icon, const QString &text);
    /// The page's one filled button. The page gives it text and accessible name.
    QPushButton *setMainAction(const QString &objectName);
    /// A button before the main one.
    QPushButton *addAction(const QString &objectName);
    /// Takes `widget` and puts it before the buttons.
    void addWidget(QWidget *widget);

private:
    TextLabel *m_title;
    TextLabel *m_subtitle;
    Badge *m_badge;
    QHBoxLayout *m_actions;
    QPushButton *m_main = nullptr;
    int m_widgets = 0;
};

} // namespace luthier
