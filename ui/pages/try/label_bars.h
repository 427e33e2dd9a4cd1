// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace luthier {

/// How sure an answer is of each label: marker, name, bar, share. Up to six labels have a look of
/// their own; of more, the largest are shown and the others as one.
class LabelBars : public QWidget
{
    Q_OBJECT

public:
    struct Bar
    {
        QString label;
        double share = 0;
        int number = 0; ///< of the label: its look
    };

    /// What the bar of those not shown says.
    enum class Others {
        Sum,     ///< their shares together: all add up to 1
        Largest, ///< the largest share among them: each label has one of its own
    };

    explicit LabelBars(QWidget *parent = nullptr);

    /// Largest first. `labels`: how many there are in all; `share`: of those not in `bars`.
    void setBars(std::vector<Bar> bars, int labels, Others others, double share);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Widths of what stands beside the bars.
    struct Columns
    {
        int mark = 0, name = 0, value = 0;
    };

    static QFont figureFont();
    Columns columns() const;
    QRect placed(const QRect &place) const;
    void drawWords(QPainter &painter, int row, const Columns &wide) const;
    void drawBar(QPainter &painter, int row, const QRectF &track) const;
    void describe();
    int rowHeight() const;
    int rows() const { return int(m_bars.size()) + (m_hidden > 0 ? 1 : 0); }
    QString nameOf(int row) const;
    double shareOf(int row) const;
    QString figureOf(int row) const;
    int styleOf(int row) const;

    std::vector<Bar> m_bars;
    int m_labels = 0, m_hidden = 0;
    Others m_others = Others::Sum;
    double m_othersShare = 0;
};

} // namespace luthier
