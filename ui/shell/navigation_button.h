// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace luthier {

/// One row of the navigation: icon, name, and a count at its end. When narrow, the icon alone with
/// the name as tooltip.
class NavigationButton : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationButton(const QString &iconName, QWidget *parent = nullptr);

    void setNarrow(bool narrow);
    /// Shown as a badge; 0: none. `meaning` says it in words: "1 run is going".
    void setCount(int count, const QString &meaning);
    /// Name, tooltip with the key, name for screen readers.
    void setTexts(const QString &name, const QKeySequence &key);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintBadge(QPainter &painter, const QRectF &row) const;
    void setAccessibleTexts();

    QString m_iconName;
    QString m_name, m_meaning;
    QKeySequence m_key;
    int m_count = 0;
    bool m_narrow = false;
};

} // namespace luthier
