// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/runs/run_summary.h"

#include "core/runs/event_log.h"
#include "core/runs/run_folder.h"
#include "ui/pages/run/run_state_words.h"
#include "ui/shell/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace luthier {

namespace {

struct VerdictLook
{
    const char *kind;
    const char *word;
    const char *icon;
    Theme::Token color;
};

constexpr VerdictLook verdicts[]{
    {"too_early", QT_TRANSLATE_NOOP("Verdict", "Too early"), "clock", Theme::Token::SecondaryText},
    {"healthy", QT_TRANSLATE_NOOP("Verdict", "Healthy"), "good", Theme::Token::Good},
    {"overfitting", QT_TRANSLATE_NOOP("Verdict", "Overfitting"), "warning",
     Theme::Token::WarningMark},
    {"underfitting", QT_TRANSLATE_NOOP("Verdict", "Underfitting"), "warning",
     Theme::Token::WarningMark},
    {"plateau", QT_TRANSLATE_NOOP("Verdict", "Plateau"), "info", Theme::Token::Info},
    {"divergence", QT_TRANSLATE_NOOP("Verdict", "Diverged"), "error", Theme::Token::ErrorMark},
    {"unclear", QT_TRANSLATE_NOOP("Verdict", "Not clear"), "help", Theme::Token::SecondaryText},
};

const VerdictLook *lookOfVerdict(const RunSummary &run)
{
    const std::string kind = run.verdict ? run.verdict->kind : std::string();
    const auto found =
        std::ranges::find_if(verdicts, [&](const VerdictLook &look) { return kind == look.kind; });
    return found == std::end(verdicts) ? nullptr : found;
}

std::shared_ptr<const RunSummary> read(const RunRecord &record)
{
    auto out = std::make_shared<RunSummary>();
    out->record = record;
    const std::filesystem::path events = record.folder / "events.jsonl";
    if (record.state == RunState::Missing || !std::filesystem::exists(events))
        return out;
    RunHistory history;
    for (const Json &event : allEvents(events))
        history.take(event);
    out->loss = history.loss();
    for (const RunEvaluation &each : history.evaluations())
        out->validation.emplace_back(double(each.step), each.value("eval_loss"));
    out->verdict = history.verdict();
    out->error = history.error();
    if (const RunEvaluation *best = history.best())
        if (const double accuracy = best->value("accuracy"); accuracy == accuracy)
            out->bestAccuracy = accuracy;
    if (history.done().contains("seconds") && history.done()["seconds"].is_number())
        out->seconds = history.done()["seconds"].get<double>();
    out->trainable = history.start().value("trainable_parameters", int64_t(0));
    return out;
}

bool isSame(const RunRecord &a, const RunRecord &b)
{
    return a.id == b.id && a.folder == b.folder && a.state == b.state && a.name == b.name &&
           a.lastStep == b.lastStep && a.bestStep == b.bestStep && a.bestValue == b.bestValue;
}

QString lastPart(const Json &section, const char *key)
{
    const std::string path =
        section.is_object() && section.contains(key) && section[key].is_string()
            ? section[key].get<std::string>()
            : std::string();
    return QFileInfo(QString::fromStdString(path)).fileName();
}

} // namespace

RunSummaries summarize(const std::vector<RunRecord> &records, const RunSummaries &known,
                       std::stop_token stop)
{
    RunSummaries out;
    for (const RunRecord &record : records) {
        if (stop.stop_requested())
            break;
        const auto found = std::ranges::find_if(
            known, [&](const auto &run) { return isSame(run->record, record); });
        // A run that trains writes events between two looks at the index.
        const bool reuse = found != known.end() && record.state != RunState::Running;
        out.push_back(reuse ? *found : read(record));
    }
    return out;
}

QString modelName(const RunRecord &record)
{
    return lastPart(record.config.value("model", Json::object()), "path");
}

QString dataName(const RunRecord &record)
{
    const Json dataset = record.config.value("dataset", Json::object());
    const QString whole = lastPart(dataset, "path");
    return whole.isEmpty() ? lastPart(dataset, "train") : whole;
}

std::string metricKey(const RunRecord &record)
{
    constexpr std::string_view prefix = "eval_";
    const std::string &name = record.bestMetric;
    if (name == "eval_loss" || name.empty())
        return "eval_loss";
    return name.starts_with(prefix) ? name.substr(prefix.size()) : name;
}

QString verdictWord(const RunSummary &run)
{
    const VerdictLook *look = lookOfVerdict(run);
    return look ? QCoreApplication::translate("Verdict", look->word) : QString();
}

QString verdictIcon(const RunSummary &run)
{
    const VerdictLook *look = lookOfVerdict(run);
    return look ? QLatin1String(look->icon) : QString();
}

Theme::Token verdictColor(const RunSummary &run)
{
    const VerdictLook *look = lookOfVerdict(run);
    return look ? look->color : Theme::Token::SecondaryText;
}

QString createdText(const RunRecord &record)
{
    const QDateTime created =
        QDateTime::fromString(QString::fromStdString(record.created), Qt::ISODate).toLocalTime();
    if (!created.isValid())
        return {};
    const QLocale locale;
    return created.date() == QDate::currentDate()
               ? locale.toString(created.time(), QLocale::ShortFormat)
               : locale.toString(created.date(), QLocale::ShortFormat);
}

QString bestText(const RunRecord &record)
{
    if (!record.bestValue)
        return {};
    return QCoreApplication::translate("RunsPage", "%1 at step %2")
        .arg(metricText(metricKey(record), *record.bestValue), words::whole(record.bestStep));
}

} // namespace luthier
