// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

namespace luthier {

/// A state as icon and word; not to be clicked.
class Badge : public QWidget
{
    Q_OBJECT

public:
    enum Kind { Neutral, Info, Warning, Error, Good, Accent };

    explicit Badge(QWidget *parent = nullptr);

    /// `icon`: a name of ui/widgets/icon.h, may be empty for a neutral badge. Without text it is
    /// hidden.
    void setState(Kind kind, const QString &icon, const QString &text);
    Kind kind() const { return m_kind; }
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Kind m_kind = Neutral;
    QString m_icon;
    QString m_text;
};

} // namespace luthier
