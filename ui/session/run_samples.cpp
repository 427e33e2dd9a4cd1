// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_samples.h"

#include "core/runs/evaluation_rows.h"
#include "core/train/continue_run.h"
#include "core/train/text_parts.h"
#include "ui/session/jobs.h"
#include "ui/session/run_document.h"

#include <algorithm>

namespace luthier {

namespace {

constexpr size_t mostSamples = 12;
const std::string part = "validation";

/// Those that turned come first: wrong now, then right now; then what was never right.
int interest(const EvaluatedRow &best, const EvaluatedRow &now)
{
    const bool was = best.isRight(), is = now.isRight();
    return was && !is ? 0 : !was && is ? 1 : !is ? 2 : 3;
}

std::optional<double> scoreOf(const EvaluatedRow &row)
{
    return size_t(row.answer) < row.scores.size() ? std::optional(row.scores[size_t(row.answer)])
                                                  : std::nullopt;
}

} // namespace

struct RunSamples::Request
{
    std::string workspace, folder;
    int64_t best = 0;
    std::vector<std::string> labels;
    std::shared_ptr<const Texts> texts;
};

struct RunSamples::Reading
{
    std::string folder;
    std::shared_ptr<const Texts> texts;
    std::vector<RunSample> samples{};
    int64_t best = 0, now = 0, rows = 0, turnedWrong = 0;
};

RunSamples::RunSamples(const AppContext &context, const RunDocument &run, QObject *parent)
    : QObject(parent), m_context(context), m_run(run)
{
    connect(&run, &RunDocument::opened, this, [this] {
        m_seen = 0;
        refresh();
    });
    connect(&run, &RunDocument::grew, this, &RunSamples::refresh);
}

void RunSamples::refresh()
{
    const RunHistory &history = m_run.history();
    if (history.evaluations().empty() && !m_samples.empty())
        take({});
    if (history.evaluations().size() == m_seen || !history.best() || m_run.folder().isEmpty())
        return;
    m_seen = history.evaluations().size();
    Request request{m_context.workspace.toStdString(),
                    m_run.folder().toStdString(),
                    history.best()->step,
                    {},
                    m_textsOf == m_run.folder() ? m_texts : nullptr};
    for (const Json &label : json::part(history.start(), "labels"))
        request.labels.push_back(label.is_string() ? label.get<std::string>() : label.dump());
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("run/samples/%1").arg(quintptr(this)), this,
        [request](std::stop_token stop, const ProgressHandler &) {
            return guarded([&] { return read(request, stop); });
        },
        [this](const Result<Reading> &reading) {
            // A run without kept rows, or whose data is gone, has no samples; its curves stay.
            take(reading ? reading.value() : Reading());
        });
}

RunSamples::Reading RunSamples::read(const Request &request, std::stop_token stop)
{
    Reading reading{.folder = request.folder, .texts = request.texts, .best = request.best};
    const std::vector<int64_t> steps = evaluatedSteps(request.folder, part);
    if (!std::ranges::count(steps, request.best))
        return reading;
    reading.now = steps.back();
    if (!reading.texts) {
        const Result<TrainRequest> plan = requestToContinue(request.workspace, request.folder);
        if (!plan)
            throw plan.error();
        const RunConfig &config = plan.value().config;
        const TextParts parts =
            readTextParts(config.dataset, config.task, {}, stop, {}, config.training.problem_type);
        auto texts = std::make_shared<Texts>();
        for (size_t row = 0; row < parts.validation.size(); ++row)
            (*texts)[parts.validation.rowId[row]] = parts.validation.text[row];
        reading.texts = texts;
    }
    const auto best = evaluatedRows(request.folder, part, reading.best);
    const auto now = evaluatedRows(request.folder, part, reading.now);
    if (!best || !now || best.value().size() != now.value().size())
        return reading;
    reading.rows = int64_t(now.value().size());
    std::vector<std::pair<int, size_t>> order;
    for (size_t row = 0; row < now.value().size(); ++row)
        order.emplace_back(interest(best.value()[row], now.value()[row]), row);
    reading.turnedWrong = std::ranges::count(order, 0, &std::pair<int, size_t>::first);
    std::ranges::stable_sort(order, {}, &std::pair<int, size_t>::first);
    order.resize(std::min(order.size(), mostSamples));
    const auto label = [&](int64_t number) {
        return QString::fromStdString(size_t(number) < request.labels.size()
                                          ? request.labels[size_t(number)]
                                          : std::to_string(number));
    };
    const auto names = [&](const std::vector<int64_t> &numbers) {
        QStringList all;
        for (const int64_t number : numbers)
            all.append(label(number));
        return all.isEmpty() ? QStringLiteral("–") : all.join(QStringLiteral(", "));
    };
    for (const auto &[rank, row] : order) {
        const EvaluatedRow &then = best.value()[row], &last = now.value()[row];
        const auto text = reading.texts->find(last.row_id);
        if (text == reading.texts->end() || then.row_id != last.row_id)
            continue;
        reading.samples.push_back({QString::fromStdString(text->second).simplified(),
                                   names(last.labels), names(then.answers), names(last.answers),
                                   scoreOf(then), scoreOf(last)});
    }
    return reading;
}

void RunSamples::take(const Reading &reading)
{
    m_texts = reading.texts;
    m_textsOf = QString::fromStdString(reading.folder);
    m_samples = reading.samples;
    m_bestStep = reading.best;
    m_nowStep = reading.now;
    m_rows = reading.rows;
    m_turnedWrong = reading.turnedWrong;
    Q_EMIT changed();
}

} // namespace luthier
