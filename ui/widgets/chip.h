// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace luthier {

/// A choice in few words with an arrow: it opens its menu by click, Space, Enter or Alt+Down.
/// Checked: drawn in accent (a role that counts); muted: a choice that is out of use.
class Chip : public QToolButton
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);

    void setMuted(bool muted);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_muted = false;
};

} // namespace luthier
