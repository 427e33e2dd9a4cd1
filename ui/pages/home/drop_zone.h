// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace luthier {

/// A dashed frame that invites to drop a file; the whole window takes it.
class DropZone : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace luthier
