// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace luthier {

/// A whole row that can be pressed: icon, title, one line below it, an arrow.
class ActionRow : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ActionRow(const QString &icon, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &note);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect textRect() const;

    QString m_icon, m_note;
};

} // namespace luthier
