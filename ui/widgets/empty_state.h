// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace luthier {

class IconLabel;
class TextLabel;

/// What belongs here, and what to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// A name of ui/widgets/icon.h.
    void setIcon(const QString &name);
    void setTexts(const QString &title, const QString &advice);
    /// The one button; it is there from the first call on. The page gives it name, text and role.
    QPushButton *button();

private:
    IconLabel *m_drawing;
    TextLabel *m_title;
    TextLabel *m_advice;
    QPushButton *m_button = nullptr;
};

} // namespace luthier
