// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace luthier {

/// Amounts side by side: a name, a bar scaled to the largest, the value in words at the end. Rows
/// are aligned with each other.
class ForecastBar : public QWidget
{
    Q_OBJECT

public:
    struct Item
    {
        QString label;
        double amount = 0;   ///< negative or not a number: not measured yet, an empty bar
        QString value;       ///< the amount in words: "412 MB"
        bool strong = false; ///< the total, or what is chosen now
    };

    explicit ForecastBar(QWidget *parent = nullptr);

    void setItems(std::vector<Item> items);
    /// Full length of a bar; 0: the largest amount.
    void setFull(double amount);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Item> m_items;
    double m_full = 0;
};

} // namespace luthier
