// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QPainter;

namespace luthier {

/// Rows of a batch as the model sees them, token by token, below a legend. A row's tooltip holds
/// what does not fit.
class TokenStrip : public QWidget
{
    Q_OBJECT

public:
    enum Kind {
        Learned,  ///< what the model is to answer
        ReadOnly, ///< read, not learned
        CutOff,   ///< beyond the longest length: never seen
        Padding,  ///< what others would add and we skip
    };
    struct Token
    {
        QString text;
        Kind kind = ReadOnly;
    };
    using Row = std::vector<Token>;

    explicit TokenStrip(QWidget *parent = nullptr);

    void setRows(std::vector<Row> rows);
    /// Where the rows scroll, the legend is a strip without rows above them.
    void setLegendVisible(bool visible);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString kindName(Kind kind) const;
    QString textOf(const Row &row) const;
    QString textAt(int y) const;
    void describe();
    double legendHeight() const;
    double legendWidth() const;
    void drawLegend(QPainter &painter) const;

    std::vector<Row> m_rows;
    bool m_hasLegend = true;
};

} // namespace luthier
