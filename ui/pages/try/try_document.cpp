// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/try_document.h"

#include "core/data/row_labels.h"
#include "core/train/continue_run.h"
#include "core/train/text_parts.h"
#include "ui/session/askable_runs.h"
#include "ui/session/jobs.h"
#include "ui/session/run_library.h"

#include <algorithm>

namespace luthier {

namespace {

const QString openKey = QStringLiteral("try/open"), askKey = QStringLiteral("try/ask"),
              measureKey = QStringLiteral("try/measure"), testKey = QStringLiteral("try/test");

using Models = std::array<std::shared_ptr<const AskedModel>, sideCount>;

struct Asking
{
    Models models{};
    std::array<std::vector<size_t>, sideCount> orders{};
    std::vector<AskedText> questions;
};

Asking askingOf(const Parties &parties, std::vector<AskedText> questions)
{
    Asking asking{.questions = std::move(questions)};
    for (const Side side : {Before, After}) {
        asking.orders[side] = parties.sides[side].order;
        if (parties.sides[side].answers())
            asking.models[side] = parties.sides[side].model;
    }
    return asking;
}

std::vector<AskedText> answered(Asking asking, std::stop_token stop)
{
    for (AskedText &question : asking.questions)
        for (const Side side : {Before, After}) {
            question.answers[side].reset();
            if (!asking.models[side])
                continue;
            const std::string pair = question.pair.value_or(std::string());
            const auto answers = asking.models[side]->answer(
                {&question.text, 1},
                question.pair ? std::span(&pair, 1) : std::span<const std::string>(), stop);
            if (!answers)
                throw answers.error();
            question.answers[side] = reordered(answers.value().rows.front(), asking.orders[side]);
            question.seconds[side] = answers.value().seconds;
        }
    return std::move(asking.questions);
}

std::vector<TestText> testTexts(const std::string &workspace, const std::filesystem::path &folder,
                                const std::vector<std::string> &labels, std::stop_token stop)
{
    const Result<TrainRequest> plan = requestToContinue(workspace, folder);
    if (!plan)
        throw plan.error();
    const RunConfig &config = plan.value().config;
    const TextParts parts =
        readTextParts(config.dataset, config.task, labels, stop, {}, config.training.problem_type);
    const TextRows &test = parts.test;
    const RowLabelsView truth{test.label, test.labelOffsets};
    std::vector<TestText> out;
    for (size_t row = 0; row < test.size(); ++row) {
        TestText text{.text = QString::fromStdString(test.text[row])};
        if (!test.textPair.empty())
            text.pair = QString::fromStdString(test.textPair[row]);
        for (const int64_t label : truth.of(row))
            text.labels << QString::fromStdString(parts.labels.names()[size_t(label)]);
        out.push_back(std::move(text));
    }
    return out;
}

QString whoAnswers(const Parties &parties)
{
    return parties.sides[Before].run + u'\n' + parties.sides[Before].name + u'\n' +
           parties.sides[After].run;
}

} // namespace

TryDocument::TryDocument(const AppContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
    connect(&context.runs, &RunLibrary::changed, this, [this] {
        if (m_isOpen &&
            (m_state == State::Loading || m_state == State::NoRuns || m_state == State::Gone))
            showRuns();
        else
            Q_EMIT stateChanged(); // other runs to choose from
    });
}

const RunRecord *TryDocument::record(const QString &id) const
{
    const RunRecord *found = m_context.runs.find(id);
    return found && canBeAsked(*found) ? found : nullptr;
}

void TryDocument::open(const QString &runId)
{
    m_isOpen = true;
    m_wanted = runId.isEmpty() ? m_run : runId;
    m_context.runs.refresh();
    if (m_context.runs.isRead())
        showRuns();
    else
        setState(State::Loading);
}

void TryDocument::showRuns()
{
    const auto &runs = m_context.runs.runs();
    QString id = m_wanted;
    if (id.isEmpty() || (id == m_run && !record(id))) {
        const auto newest = std::ranges::find_if(runs, canBeAsked);
        id = newest == runs.end() ? QString() : QString::fromStdString(newest->id);
    }
    if (id.isEmpty())
        return setState(State::NoRuns);
    if (!record(id))
        return setState(State::Gone);
    if (id == m_run && m_state == State::Ready)
        return;
    if (id != m_run) {
        m_run = id;
        m_before.reset();
    }
    openModels();
}

void TryDocument::close()
{
    m_isOpen = false;
    for (const QString &key : {openKey, askKey, measureKey, testKey})
        m_context.jobs.cancel(key);
    for (Party &party : m_parties.sides)
        party.model.reset();
    m_test.clear();
    // What is under way is asked when the page is here again.
    if (!m_underWay.empty())
        m_askedOf.clear();
    m_asked.insert(m_asked.end(), m_underWay.begin(), m_underWay.end());
    m_underWay.clear();
    m_waiting.clear();
    m_state = State::Loading;
}

void TryDocument::openModels()
{
    const RunRecord *after = record(m_run);
    PartiesRequest request{
        .workspace = m_context.workspace.toStdString(), .after = *after, .before = m_before};
    if (m_before && !m_before->isEmpty())
        if (const RunRecord *chosen = record(*m_before))
            request.beforeRun = *chosen;
    for (const RunRecord &run : m_context.runs.runs())
        if (canBeAsked(run) && run.method == "feature-extraction" && run.id != after->id &&
            baseModelOf(run) == baseModelOf(*after) &&
            givesSeveralLabels(run.config) == givesSeveralLabels(after->config))
            request.lastLayers.push_back(run);
    for (const QString &key : {measureKey, testKey})
        m_context.jobs.cancel(key);
    m_parties = {};
    m_test.clear();
    m_nextTest = 0;
    setState(State::Opening);
    m_context.jobs.start(
        Jobs::Lane::Computing, openKey, this,
        [request](std::stop_token stop, const ProgressHandler &onProgress) {
            onProgress({{"try.opening", LUTHIER_MESSAGE("Opening the models"), {}}});
            return openParties(request, stop);
        },
        [this](Parties parties) { takeParties(std::move(parties)); });
}

void TryDocument::takeParties(Parties parties)
{
    const bool others = whoAnswers(parties) != m_askedOf || parties.labels != m_labels;
    std::vector<AskedText> questions;
    if (others) {
        // The same texts, asked of whoever stands here now.
        for (AskedText &asked : std::exchange(m_asked, {}))
            if (asked.pair.has_value() == parties.columns.textPair.has_value())
                questions.push_back(std::move(asked));
        Q_EMIT askedChanged();
    }
    m_askedOf = whoAnswers(parties);
    m_labels = parties.labels;
    m_parties = std::move(parties);
    setState(State::Ready);
    for (AskedText &waiting : std::exchange(m_waiting, {}))
        questions.push_back(std::move(waiting));
    if (!questions.empty())
        askAll(std::move(questions));
}

std::vector<const RunRecord *> TryDocument::choices(Side side) const
{
    std::vector<const RunRecord *> out;
    for (const RunRecord &run : m_context.runs.runs())
        if (canBeAsked(run) && (side == After || QString::fromStdString(run.id) != m_run))
            out.push_back(&run);
    return out;
}

void TryDocument::choose(Side side, const QString &runId)
{
    if (side == After) {
        m_run = runId;
        m_before.reset();
    } else {
        m_before = runId;
    }
    m_context.jobs.cancel(askKey);
    for (AskedText &question : std::exchange(m_underWay, {}))
        m_waiting.push_back(std::move(question));
    if (record(m_run))
        openModels();
}

void TryDocument::ask(const std::string &text, const std::optional<std::string> &pair,
                      const TrueLabels &truth)
{
    AskedText question{text, pair, truth, QDateTime::currentDateTime()};
    if (m_state == State::Opening)
        m_waiting.push_back(std::move(question));
    else if (m_state == State::Ready)
        askAll({std::move(question)});
}

void TryDocument::askAll(std::vector<AskedText> questions)
{
    for (AskedText &question : questions)
        m_underWay.push_back(std::move(question));
    Q_EMIT stateChanged();
    m_context.jobs.start(
        Jobs::Lane::Computing, askKey, this,
        [asking = askingOf(m_parties, m_underWay)](std::stop_token stop,
                                                   const ProgressHandler &onProgress) {
            onProgress({{"evaluate.asking", LUTHIER_MESSAGE("Asking"), {}}});
            return guarded([&] { return answered(asking, stop); });
        },
        [this](const Result<std::vector<AskedText>> &answers) {
            m_underWay.clear();
            if (answers)
                m_asked.insert(m_asked.end(), answers.value().begin(), answers.value().end());
            else
                Q_EMIT failed(answers.error().message);
            Q_EMIT stateChanged();
            Q_EMIT askedChanged();
        });
}

std::shared_ptr<const AskedModel> TryDocument::measuringModel() const
{
    return party(After).model ? party(After).model : party(Before).model;
}

void TryDocument::measure(const std::string &text, const std::optional<std::string> &pair)
{
    const auto model = measuringModel();
    if (!model)
        return;
    m_context.jobs.start(
        Jobs::Lane::Computing, measureKey, this,
        [model, text, pair](std::stop_token, const ProgressHandler &) {
            return model->measure(text, pair);
        },
        [this](const Result<KeptText> &kept) {
            if (kept)
                Q_EMIT measured(kept.value());
        });
}

void TryDocument::takeTestText()
{
    const auto give = [this] {
        if (m_test.empty())
            return;
        const TestText &next = m_test[m_nextTest++ % m_test.size()];
        Q_EMIT testTextTaken(next.text, next.pair, next.labels);
    };
    const RunRecord *run = record(m_run);
    if (!m_test.empty() || !run)
        return give();
    m_context.jobs.start(
        Jobs::Lane::Files, testKey, this,
        [workspace = m_context.workspace.toStdString(), folder = run->folder,
         labels = m_labels](std::stop_token stop, const ProgressHandler &onProgress) {
            onProgress({{"try.reading_test", LUTHIER_MESSAGE("Reading the test part"), {}}});
            return guarded([&] { return testTexts(workspace, folder, labels, stop); });
        },
        [this, give](const Result<std::vector<TestText>> &rows) {
            if (!rows) {
                Q_EMIT failed(rows.error().message);
                return;
            }
            m_test = rows.value();
            give();
        });
}

void TryDocument::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace luthier
