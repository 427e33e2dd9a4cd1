// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_record.h"
#include "ui/shell/theme.h"

#include <QString>

namespace luthier {

/// A run's state as it is shown everywhere: icon, colour and word together.
struct StateLook
{
    QString word;
    QString icon; ///< a name of ui/widgets/icon.h
    Theme::Token color;
};

StateLook lookOf(RunState state);

/// The catalog's name of a method, translated; its id when the catalog does not know it.
QString methodName(const std::string &id);

} // namespace luthier
