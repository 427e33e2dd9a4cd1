// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace luthier {

/// Two to four ways to see one thing; exactly one is chosen. Tab reaches the chosen one, arrows
/// choose the next.
class SegmentedButtons : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedButtons(QWidget *parent = nullptr);

    void setSegments(const QStringList &names);
    /// Does not emit `chosen`.
    void setCurrent(int segment);
    int current() const;
    /// 24 instead of 32 pixels high.
    void setSmall(bool small);

Q_SIGNALS:
    void chosen(int segment);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Segment;

    QButtonGroup *m_group;
    bool m_small = false;
};

} // namespace luthier
