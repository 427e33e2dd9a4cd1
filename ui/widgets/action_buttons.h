// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace luthier {

/// The buttons of a banner or a problem, side by side as far as they fit; hidden while there are
/// none.
class ActionButtons : public QWidget
{
    Q_OBJECT

public:
    explicit ActionButtons(QWidget *parent = nullptr);

    /// `role`: as the style knows it; empty: a plain button.
    QPushButton *add(const QString &objectName, const QString &text, const QString &role);
    void clear();

private:
    void showIfAny();
};

} // namespace luthier
