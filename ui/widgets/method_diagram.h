// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace luthier {

/// Which parts of a model learn: one bar a block, filled where it learns, hatched where it is
/// frozen, small bars beside it for an add-on. Many blocks are drawn as the first and last few with
/// a gap.
class MethodDiagram : public QWidget
{
    Q_OBJECT

public:
    struct Part
    {
        QString name; ///< "Block 6"
        bool learns = true;
        bool addOn = false;  ///< something small learns beside it
        bool narrow = false; ///< the last layer
    };

    explicit MethodDiagram(QWidget *parent = nullptr);

    /// From the model's output down to its word table.
    void setParts(std::vector<Part> parts);
    /// What the drawing says, for screen readers: "The upper 2 of 6 blocks learn."
    void setDescription(const QString &sentence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Part> m_parts;
};

} // namespace luthier
