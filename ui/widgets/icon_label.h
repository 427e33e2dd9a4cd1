// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

namespace luthier {

/// An icon beside a text; screen readers skip it.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    /// `size`: side in pixels at 10 points and 100 %.
    IconLabel(const QString &name, int size, Theme::Token color, QWidget *parent = nullptr);

    void setSize(int size);
    void setIcon(const QString &name, Theme::Token color);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
    Theme::Token m_color;
};

} // namespace luthier
