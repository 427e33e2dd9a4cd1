// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/database_schema.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <array>
#include <string>

namespace luthier {

namespace {

/// Append only: databases of every earlier form are out there.
constexpr std::array steps{
    R"(CREATE TABLE run (
           key INTEGER PRIMARY KEY,
           id TEXT NOT NULL UNIQUE,
           name TEXT NOT NULL,
           path TEXT NOT NULL,
           task TEXT NOT NULL,
           model TEXT NOT NULL,
           method TEXT NOT NULL,
           state TEXT NOT NULL,
           created TEXT NOT NULL,
           best_metric TEXT NOT NULL,
           best_value REAL,
           best_step INTEGER NOT NULL,
           config TEXT NOT NULL);
       CREATE TABLE metric (
           run INTEGER NOT NULL REFERENCES run(key) ON DELETE CASCADE,
           name TEXT NOT NULL,
           step INTEGER NOT NULL,
           value REAL NOT NULL,
           PRIMARY KEY (run, name, step)) WITHOUT ROWID;)",
};

} // namespace

void migrate(SQLite::Database &database)
{
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version > int(steps.size()))
        throw failure("store.newer",
                      LUTHIER_MESSAGE(
                          "{file} was written by a newer version of Luthier, so this one leaves it "
                          "alone; update Luthier, or choose another workspace."),
                      {{"file", database.getFilename()}});
    for (size_t step = size_t(version); step < steps.size(); ++step) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec(steps[step]);
        database.exec("PRAGMA user_version = " + std::to_string(step + 1));
        transaction.commit();
    }
}

bool isDamage(const SQLite::Exception &error)
{
    return error.getErrorCode() == SQLITE_CORRUPT || error.getErrorCode() == SQLITE_NOTADB;
}

Error databaseError(const SQLite::Exception &error)
{
    return failure("store.failed",
                   LUTHIER_MESSAGE(
                       "The list of runs could not be used: {reason}. The run folders are complete "
                       "without it; delete luthier.db to have it built anew."),
                   {{"reason", std::string(error.what())}}, Error::Code::Io);
}

} // namespace luthier
