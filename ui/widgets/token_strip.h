// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QPainter;

namespace luthier {

/// Rows of a batch as the model sees them, token by token. The legend is always visible.
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

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString kindName(Kind kind) const;
    void describe();
    double drawLegend(QPainter &painter) const;

    std::vector<Row> m_rows;
};

} // namespace luthier
