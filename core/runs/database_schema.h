// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

namespace luthier {

/// Brings luthier.db to the newest form, one transaction a step. Throws an Error when a newer
/// version of the program has written it.
void migrate(SQLite::Database &database);

/// True for what SQLite reports when the file itself is no usable database.
bool isDamage(const SQLite::Exception &error);

/// SQLite's report as one sentence.
Error databaseError(const SQLite::Exception &error);

} // namespace luthier
