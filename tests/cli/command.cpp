// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/command.h"

#include <QDir>
#include <QJsonDocument>

#include <csignal>

namespace luthier::test {

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

QList<QJsonObject> Answer::jsonLines() const
{
    QList<QJsonObject> objects;
    for (const QString &line : out.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        objects << QJsonDocument::fromJson(line.toUtf8()).object();
    return objects;
}

void prepare(QProcess &process, const QStringList &arguments, const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove("OMP_WAIT_POLICY");
    environment.remove("LUTHIER_WORKSPACE");
    process.setProcessEnvironment(environment);
    // A test run in the background of a script would hand down ignored signals.
    process.setChildProcessModifier([] {
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            std::signal(signal, SIG_DFL);
    });
    process.setProgram(QStringLiteral(LUTHIER_BINARY_DIR "/luthier-cli"));
    process.setArguments(arguments);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
}

Answer luthierCli(const QStringList &arguments, const QString &folder, const QByteArray &input)
{
    constexpr int longest = 120'000;
    QProcess process;
    prepare(process, arguments, folder);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    Answer answer;
    if (!process.waitForFinished(longest))
        process.kill();
    else if (process.exitStatus() == QProcess::NormalExit)
        answer.status = process.exitCode();
    answer.out = QString::fromUtf8(process.readAllStandardOutput());
    answer.error = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files))
        QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name));
}

QString tinyCase(const QString &name)
{
    return QDir(QStringLiteral(LUTHIER_TEST_DATA "/parity/bert-tiny-full")).filePath(name);
}

} // namespace luthier::test
