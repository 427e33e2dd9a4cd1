// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/training_settings.h"
#include "ui/pages/train/dry_run.h"
#include "ui/widgets/card.h"

#include <optional>

namespace luthier {

class Badge;

/// What was found before the start: one line a check, good ones first.
class ChecksCard : public Card
{
    Q_OBJECT

public:
    explicit ChecksCard(QWidget *parent = nullptr);

    /// Nothing while it is being checked.
    void setChecks(const std::optional<DryRun> &found,
                   const std::optional<TrainingSettings> &settings);

private:
    void addLine(bool good, const QString &text);
    QStringList goodOnes(const Json &start, const TrainingSettings &settings) const;

    Badge *m_badge;
    QWidget *m_lines = nullptr;
};

} // namespace luthier
