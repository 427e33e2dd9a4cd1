// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

#include <array>

namespace luthier {

/// Training, validation and test as one bar: training blue, validation vermilion and hatched, test
/// grey, as on every page.
class PartsBar : public QWidget
{
    Q_OBJECT

public:
    explicit PartsBar(QWidget *parent = nullptr);

    void setRows(const std::array<int64_t, 3> &rows);
    /// Colour of a part.
    static QColor color(size_t part);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<int64_t, 3> m_rows{};
};

} // namespace luthier
