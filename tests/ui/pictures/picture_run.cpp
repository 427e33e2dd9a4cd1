// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures/picture_run.h"

#include "ui/shell/theme.h"

#include <QScreen>

namespace luthier::pictures {

namespace {

constexpr double usualPoints = 10, largePoints = 20;
constexpr int largeFrom = 1440; ///< screens on which twice the size is looked at

QString screenName()
{
    const QSize size = QGuiApplication::primaryScreen()->size();
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

void apply(bool dark, double points)
{
    Theme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light).apply(*qApp, pictureFont(points));
}

bool isLargeScreen()
{
    return QGuiApplication::primaryScreen()->size().width() >= largeFrom;
}

} // namespace

QFont pictureFont(double points)
{
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("NanumGothic"),
                           QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(points);
    return font;
}

PictureRun::PictureRun(std::optional<QDir> out, const QString &onlyState, bool all)
    : m_out(std::move(out)), m_onlyState(onlyState), m_all(all),
      m_english(detect::English::read(
          QStringLiteral(LUTHIER_SOURCE_DIR "/translations/luthier_ko.ts"),
          QStringLiteral(LUTHIER_SOURCE_DIR "/tests/ui/pictures/allowed_words.txt")))
{
}

QStringList PictureRun::run()
{
    for (const State &state : allStates())
        if (m_onlyState.isEmpty() || m_onlyState == QLatin1String(state.name))
            runState(state);
    m_findings.removeDuplicates();
    return m_findings;
}

void PictureRun::runState(const State &state)
{
    stage(state, usualPoints, [&](const Scene &scene) { drawVariants(state, scene); });
    if (isLargeScreen())
        stage(state, largePoints,
              [&](const Scene &scene) { look(state, scene, QStringLiteral("200-percent")); });
}

void PictureRun::stage(const State &state, double points,
                       const std::function<void(const Scene &)> &draw)
{
    apply(false, points);
    m_language.use(QLocale(QLocale::English, QLocale::UnitedStates));
    SessionFixture fixture;
    if (state.fill)
        state.fill(fixture);
    MainWindow window(fixture.context);
    Scene scene{fixture, window};
    window.setGeometry(window.screen()->availableGeometry());
    window.show();
    window.open(Route::parse(QLatin1String(state.route)));
    scene.settle();
    if (state.act) {
        state.act(scene);
        scene.settle();
    }
    draw(scene);
}

void PictureRun::drawVariants(const State &state, const Scene &scene)
{
    for (const QLocale &locale : {QLocale(QLocale::English, QLocale::UnitedStates),
                                  QLocale(QLocale::Korean, QLocale::SouthKorea)})
        for (const bool dark : {false, true}) {
            const bool korean = locale.language() == QLocale::Korean;
            const bool wanted = isLargeScreen() ? !korean && !dark : korean && dark;
            if (!m_all && !wanted)
                continue;
            showVariant(scene, locale, dark);
            look(state, scene,
                 QStringLiteral("%1-%2").arg(korean ? QStringLiteral("ko") : QStringLiteral("en"),
                                             dark ? QStringLiteral("dark")
                                                  : QStringLiteral("light")),
                 korean);
        }
    if (m_all || !isLargeScreen())
        drawLonger(state, scene);
}

void PictureRun::showVariant(const Scene &scene, const QLocale &locale, bool dark)
{
    apply(dark, usualPoints);
    m_language.use(locale);
    scene.settle();
}

void PictureRun::drawLonger(const State &state, const Scene &scene)
{
    showVariant(scene, QLocale(QLocale::English, QLocale::UnitedStates), false);
    detect::LongerWords longer;
    QCoreApplication::installTranslator(&longer);
    scene.settle();
    look(state, scene, QStringLiteral("longer"));
    QCoreApplication::removeTranslator(&longer);
    scene.settle();
}

void PictureRun::look(const State &state, const Scene &scene, const QString &variant, bool korean)
{
    const QString name =
        QStringLiteral("%1-%2-%3").arg(QLatin1String(state.name), variant, screenName());
    if (m_out && !scene.window.grab().save(m_out->filePath(name + QStringLiteral(".png"))))
        m_findings << name + QStringLiteral(": the picture could not be written");
    QStringList found = detect::clippedTexts(&scene.window);
    found << detect::overlaps(&scene.window) << detect::missingGlyphs(&scene.window)
          << detect::sidewaysScrolling(&scene.window) << detect::largerThanScreen(&scene.window);
    if (korean)
        found << detect::untranslatedTexts(&scene.window, m_english);
    for (const QString &finding : found)
        m_findings << name + QStringLiteral(": ") + finding;
}

} // namespace luthier::pictures
