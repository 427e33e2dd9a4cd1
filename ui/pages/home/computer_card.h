// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <array>

namespace luthier {

class TextLabel;

/// What this computer has for training, in plain words.
class ComputerCard : public Card
{
    Q_OBJECT

public:
    explicit ComputerCard(const QString &workspace, QWidget *parent = nullptr);

    /// Memory and disk as they are now.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Row { Processor, NumberFormat, Memory, GraphicsCard, Disk, RowCount };

    QString m_workspace;
    std::array<TextLabel *, RowCount> m_names{}, m_values{};
};

} // namespace luthier
