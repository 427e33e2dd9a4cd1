// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace luthier::test {

/// What luthier-cli did.
struct Answer
{
    int status = -1;
    QString out;
    QString error;

    /// The whole output as one JSON object; empty when it is none.
    QJsonObject json() const;
    /// One JSON object a line.
    QList<QJsonObject> jsonLines() const;
};

/// Prepares the built luthier-cli with `arguments`, run in `folder`. OMP_WAIT_POLICY is not set.
void prepare(QProcess &process, const QStringList &arguments, const QString &folder = {});

/// Runs it to its end, with `input` on standard input.
Answer luthierCli(const QStringList &arguments, const QString &folder = {},
                  const QByteArray &input = {});

/// Copies a folder's files (no folders in it) into a new folder.
void copyFolder(const QString &from, const QString &to);

/// tests/data/parity/bert-tiny-full: model/, train.csv, test.csv, run.json.
QString tinyCase(const QString &name = {});

} // namespace luthier::test
