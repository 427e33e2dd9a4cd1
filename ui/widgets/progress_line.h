// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

#include <optional>

namespace luthier {

/// A thin bar with a mark (the best step). Screen readers get the value and `setValueText`.
class ProgressLine : public QProgressBar
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// A vertical line at `value` of the range; NaN or out of range: none.
    void setMark(double value);
    /// Paused: hatched instead of filled.
    void setPaused(bool paused);
    /// "560 of 1,280 steps"
    void setValueText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_mark{};
    bool m_paused = false;
};

} // namespace luthier
