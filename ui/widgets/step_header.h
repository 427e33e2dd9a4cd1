// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace luthier {

/// The steps of a wizard in one row: number, a check when done, the current one filled. Where the
/// row is too narrow only the current step keeps its name (the others have it in the tooltip).
class StepHeader : public QWidget
{
    Q_OBJECT

public:
    explicit StepHeader(QWidget *parent = nullptr);

    void setSteps(const QStringList &names);
    void setCurrent(int step);
    /// Steps 0 to `last` can be chosen; those before it are drawn as done unless setDone says else.
    void setReachable(int last);
    /// Says of every step whether it is done; empty: all before the reachable one are.
    void setDone(const QList<bool> &done);
    int current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Step;

    bool isDone(int step) const;
    void refresh();
    void arrange();

    QList<Step *> m_steps;
    QStringList m_names;
    QList<bool> m_done;
    int m_current = 0;
    int m_reachable = 0;
};

} // namespace luthier
