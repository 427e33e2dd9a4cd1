// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/run_state_words.h"

#include "ui/shell/run_words.h"
#include "ui/shell/words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

struct StateWord
{
    RunDocument::State state;
    Badge::Kind kind;
    const char *icon;
    const char *text;
};

constexpr StateWord stateWords[]{
    {RunDocument::State::Preparing, Badge::Accent, "clock",
     QT_TRANSLATE_NOOP("RunState", "Getting ready")},
    {RunDocument::State::Training, Badge::Accent, "play", QT_TRANSLATE_NOOP("RunState", "Running")},
    {RunDocument::State::Pausing, Badge::Info, "pause", QT_TRANSLATE_NOOP("RunState", "Pausing")},
    {RunDocument::State::Paused, Badge::Info, "pause", QT_TRANSLATE_NOOP("RunState", "Paused")},
    {RunDocument::State::Stopping, Badge::Neutral, "stop",
     QT_TRANSLATE_NOOP("RunState", "Stopping")},
    {RunDocument::State::Elsewhere, Badge::Accent, "play",
     QT_TRANSLATE_NOOP("RunState", "Running elsewhere")},
    {RunDocument::State::Done, Badge::Good, "check", QT_TRANSLATE_NOOP("RunState", "Done")},
    {RunDocument::State::Stopped, Badge::Neutral, "stop", QT_TRANSLATE_NOOP("RunState", "Stopped")},
    {RunDocument::State::Failed, Badge::Error, "close", QT_TRANSLATE_NOOP("RunState", "Failed")},
    {RunDocument::State::Interrupted, Badge::Info, "pause",
     QT_TRANSLATE_NOOP("RunState", "Interrupted")},
};

struct Word
{
    const char *key;
    const char *text;
};

constexpr Word phases[]{
    {"folder", QT_TRANSLATE_NOOP("RunPhase", "Making the run's folder")},
    {"model", QT_TRANSLATE_NOOP("RunPhase", "Reading the model")},
    {"data", QT_TRANSLATE_NOOP("RunPhase", "Reading the data")},
    {"tokens", QT_TRANSLATE_NOOP("RunPhase", "Cutting the texts into tokens")},
    {"features", QT_TRANSLATE_NOOP("RunPhase", "Computing once what the frozen parts give")},
};

constexpr Word metrics[]{
    {"eval_loss", QT_TRANSLATE_NOOP("Metric", "Loss")},
    {"accuracy", QT_TRANSLATE_NOOP("Metric", "Accuracy")},
    {"f1_macro", QT_TRANSLATE_NOOP("Metric", "F1 (macro)")},
    {"f1_micro", QT_TRANSLATE_NOOP("Metric", "F1 (micro)")},
    {"precision_macro", QT_TRANSLATE_NOOP("Metric", "Precision (macro)")},
    {"recall_macro", QT_TRANSLATE_NOOP("Metric", "Recall (macro)")},
    {"precision_micro", QT_TRANSLATE_NOOP("Metric", "Precision (micro)")},
    {"recall_micro", QT_TRANSLATE_NOOP("Metric", "Recall (micro)")},
    {"hamming_loss", QT_TRANSLATE_NOOP("Metric", "Wrong labels (share)")},
    {"roc_auc", QT_TRANSLATE_NOOP("Metric", "ROC AUC")},
    {"ece", QT_TRANSLATE_NOOP("Metric", "Calibration error")},
    {"majority_baseline", QT_TRANSLATE_NOOP("Metric", "Always the most frequent label")},
};

template <size_t Count>
QString translated(const Word (&words)[Count], const char *context, const std::string &key)
{
    const auto found =
        std::ranges::find_if(words, [&](const Word &word) { return key == word.key; });
    return found == std::end(words) ? QString::fromStdString(key)
                                    : QCoreApplication::translate(context, found->text);
}

QString progress(const char *text)
{
    return QCoreApplication::translate("RunProgress", text);
}

QString baseName(const Json &of, const char *key)
{
    return QFileInfo(QString::fromStdString(json::text(of, key))).fileName();
}

} // namespace

RunBadge badgeOf(const RunDocument &run)
{
    const RunDocument::State state = run.state();
    const auto found = std::ranges::find(stateWords, state, &StateWord::state);
    if (found == std::end(stateWords))
        return {};
    RunBadge look{found->kind, QLatin1String(found->icon),
                  QCoreApplication::translate("RunState", found->text)};
    if (state == RunDocument::State::Failed && run.history().error() &&
        run.history().error()->id == "train.non_finite")
        look.text = QCoreApplication::translate("RunState", "Diverged");
    if (state == RunDocument::State::Done && run.stoppedEarly())
        look.text = QCoreApplication::translate("RunState", "Done, stopped early");
    return look;
}

QString phaseText(const std::string &phase)
{
    return phase.empty() ? progress(QT_TRANSLATE_NOOP("RunProgress", "Getting ready"))
                         : translated(phases, "RunPhase", phase);
}

QString progressText(const RunDocument &run, bool brief)
{
    const RunHistory &history = run.history();
    const bool beforeFirstStep = run.isLive() && history.step() == 0 && !history.phase().empty();
    if (run.state() == RunDocument::State::Preparing || beforeFirstStep)
        return phaseText(history.phase());
    QStringList parts;
    if (history.steps() > 0)
        parts << (brief ? progress(QT_TRANSLATE_NOOP("RunProgress", "%1 of %2"))
                        : progress(QT_TRANSLATE_NOOP("RunProgress", "Step %1 of %2")))
                     .arg(words::whole(history.step()), words::whole(history.steps()));
    if (!brief && history.stepsPerEpoch() > 0)
        parts << progress(QT_TRANSLATE_NOOP("RunProgress", "epoch %1 of %2"))
                     .arg(words::fixed(history.epoch(), 2),
                          words::number(double(history.steps()) / double(history.stepsPerEpoch()),
                                        3));
    if (const auto gone = run.secondsGone(); gone && !brief)
        parts << progress(QT_TRANSLATE_NOOP("RunProgress", "%1 gone")).arg(words::duration(*gone));
    if (const auto left = run.secondsLeft())
        parts << progress(QT_TRANSLATE_NOOP("RunProgress", "%1 left")).arg(words::duration(*left));
    return parts.join(QStringLiteral(" · "));
}

QString whatTrains(const RunDocument &run)
{
    const Json &config = run.config();
    QStringList parts{baseName(json::part(config, "model"), "path")};
    const std::string id = json::text(json::part(config, "method"), "type");
    parts << methodName(id);
    const Json &dataset = json::part(config, "dataset");
    const QString whole = baseName(dataset, "path");
    parts << (whole.isEmpty() ? baseName(dataset, "train") : whole);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString metricName(const std::string &key)
{
    return translated(metrics, "Metric", key);
}

QString metricText(const std::string &key, double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    return key == "eval_loss" || key == "ece" ? words::fixed(value) : words::percent(value);
}

} // namespace luthier
