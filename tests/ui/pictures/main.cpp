// SPDX-License-Identifier: GPL-3.0-or-later
// luthier-pictures --screen 1440x900 [--out DIR] [--state NAME] [--all]
// Draws every page on an offscreen screen of that size and looks for faults; exits with 1 when it
// finds one.
#include "tests/ui/pictures/picture_run.h"

#include <QTemporaryFile>

#include <cstdio>

namespace {

QString argumentAfter(int argc, char **argv, const char *option, const char *otherwise)
{
    for (int at = 1; at + 1 < argc; ++at)
        if (qstrcmp(argv[at], option) == 0)
            return QString::fromLocal8Bit(argv[at + 1]);
    return QString::fromLatin1(otherwise);
}

/// The offscreen platform takes the size of its screen from a file, read when the application
/// starts.
bool prepareScreen(QTemporaryFile &file, const QString &size)
{
    const QStringList sides = size.split(QLatin1Char('x'));
    if (sides.size() != 2 || !file.open())
        return false;
    file.write(QStringLiteral(R"({"screens": [{"name": "picture", "x": 0, "y": 0, "width": %1,
        "height": %2, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})")
                   .arg(sides[0], sides[1])
                   .toUtf8());
    file.flush();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toUtf8());
    qputenv("QT_FONT_DPI", "96");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QString out = argumentAfter(argc, argv, "--out", "");
    QTemporaryFile screen;
    if (!prepareScreen(screen, argumentAfter(argc, argv, "--screen", "1440x900")))
        return 2;
    QApplication app(argc, argv);
    std::optional<QDir> folder;
    if (!out.isEmpty()) {
        folder = QDir(out);
        folder->mkpath(QStringLiteral("."));
    }
    luthier::pictures::PictureRun run(folder, argumentAfter(argc, argv, "--state", ""),
                                      app.arguments().contains(QStringLiteral("--all")));
    const QStringList findings = run.run();
    for (const QString &finding : findings)
        std::printf("%s\n", qPrintable(finding));
    return findings.isEmpty() ? 0 : 1;
}
