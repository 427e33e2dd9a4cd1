// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
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

/// What the catalogs call a setting of a run, translated; `key`, the last part of its place in
/// run.json, where they have no name.
QString settingName(const std::string &key);

/// A setting's value in words and numbers of now; lists with commas. `key`: as for settingName.
QString settingValue(const std::string &key, const Json &value);

} // namespace luthier
