// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QPointer>

namespace luthier {

/// Puts the ring around what has the focus: always in fields, elsewhere when the focus came by
/// keyboard. Lists and tables mark their own current row instead. One for the whole program.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void surround(QWidget *widget);

    QPointer<QFocusFrame> m_frame;
    bool m_byKeyboard = false;
};

} // namespace luthier
