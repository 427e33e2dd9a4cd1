// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/data_document.h"

#include "core/runs/dataset_settings.h"
#include "core/runs/problem_type.h"
#include "core/runs/training_parameters.h"
#include "ui/pages/train/model_folders.h"
#include "ui/session/jobs.h"
#include "ui/session/plan_document.h"

namespace luthier {

namespace {

constexpr const char *task = "text-classification";

std::optional<std::string> Columns::*memberOf(Role role)
{
    static constexpr std::optional<std::string> Columns::*members[] = {
        &Columns::text, &Columns::textPair, &Columns::label, &Columns::id, &Columns::split};
    return members[size_t(role)];
}

constexpr std::array roles{Role::Text, Role::TextPair, Role::Label, Role::Id, Role::Split};
constexpr std::array roleKeys{"text", "text_pair", "label", "id", "split"};
constexpr std::array partKeys{"train", "validation", "test"};

/// What a run takes when its plan says nothing.
int initialCutOff()
{
    return int(trainingDefaults().max_length);
}

QString keyOf(const char *key)
{
    return QLatin1String(key);
}

} // namespace

DataDocument::DataDocument(const AppContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_overview(std::make_shared<Overview>()),
      m_cutOff(initialCutOff())
{
    connect(&m_context.plan, &PlanDocument::changed, this, &DataDocument::planChanged);
}

void DataDocument::open(const QString &path, bool again)
{
    if (path == m_path && m_state != State::Empty && !again)
        return;
    m_context.jobs.cancel(keyOf(tokensKey()));
    m_path = path;
    m_state = State::Reading;
    m_error.reset();
    m_context.jobs.start(
        Jobs::Lane::Files, keyOf(readingKey()), this,
        [file = path.toStdString()](std::stop_token stop, const ProgressHandler &onProgress) {
            return openData(file, task, stop, onProgress);
        },
        [this](Result<OpenedData> answer) {
            if (answer)
                return take(std::move(answer.value()));
            m_error = answer.error();
            m_state = State::Failed;
            Q_EMIT stateChanged();
        });
    Q_EMIT stateChanged();
}

void DataDocument::cancel()
{
    if (m_state != State::Reading) {
        m_context.jobs.cancel(keyOf(tokensKey()));
        m_tokens = Tokens::NoModel;
        m_countedModel.clear();
        Q_EMIT tokensChanged();
        return;
    }
    m_context.jobs.cancel(keyOf(readingKey()));
    m_path.clear();
    m_state = State::Empty;
    Q_EMIT stateChanged();
}

void DataDocument::take(OpenedData opened)
{
    m_opened = std::move(opened);
    m_columns = m_opened.choice.columns;
    m_split = parseDatasetSettings({{"path", m_path.toStdString()}}, "/").split;
    m_cutOff = int(m_context.plan.value("/training/max_length").value_or(initialCutOff()));
    m_cutOffChosen = false;
    m_lengths.reset();
    m_tokens = Tokens::NoModel;
    m_countedModel.clear();
    takeFromPlan();
    lookOver();
}

/// Leaves what is there when the plan is about another file or cannot be used.
void DataDocument::takeFromPlan()
{
    if (!isPlanned())
        return;
    const auto planned = guarded([&] {
        const DatasetSettings settings = parseDatasetSettings(m_context.plan.json()["dataset"],
                                                              m_context.workspace.toStdString());
        return std::pair(resolveColumns(settings.columns, *m_opened.table, task).columns,
                         settings.split);
    });
    if (planned)
        std::tie(m_columns, m_split) = planned.value();
}

bool DataDocument::plannedSeveralLabels() const
{
    return m_context.plan.value("/training/problem_type") == Json(multiLabelProblem);
}

void DataDocument::lookOver()
{
    m_lookingOver = true;
    m_severalLabels = plannedSeveralLabels();
    m_context.jobs.start(
        Jobs::Lane::Files, keyOf(readingKey()), this,
        [table = m_opened.table, columns = m_columns, split = m_split,
         several = m_severalLabels](std::stop_token stop, const ProgressHandler &onProgress) {
            return luthier::lookOver(*table, columns, split, stop, onProgress, several);
        },
        [this](Result<Overview> answer) {
            m_lookingOver = false;
            if (!answer) {
                m_error = answer.error();
                m_state = State::Failed;
                Q_EMIT stateChanged();
                return;
            }
            m_overview = std::make_shared<const Overview>(std::move(answer.value()));
            const bool isNew = m_state != State::Ready;
            m_state = State::Ready;
            if (isNew)
                Q_EMIT stateChanged();
            Q_EMIT overviewChanged();
            refreshTokens();
        });
    if (m_state == State::Ready)
        Q_EMIT overviewChanged();
}

QString DataDocument::modelFolder() const
{
    const auto planned = m_context.plan.value("/model/path");
    if (planned && planned->is_string())
        return QString::fromStdString(planned->get<std::string>());
    return modelFolders(m_context.workspace).value(0);
}

void DataDocument::refreshTokens()
{
    if (m_state != State::Ready || !m_columns.text)
        return;
    const QString model = modelFolder();
    const bool sameTexts =
        m_countedColumns.text == m_columns.text && m_countedColumns.textPair == m_columns.textPair;
    if (model == m_countedModel && sameTexts)
        return;
    m_countedModel = model;
    m_countedColumns = m_columns;
    m_lengths.reset();
    m_tokensError.reset();
    m_tokens = model.isEmpty() ? Tokens::NoModel : Tokens::Counting;
    if (model.isEmpty())
        m_context.jobs.cancel(keyOf(tokensKey()));
    else
        countTokens();
    Q_EMIT tokensChanged();
}

void DataDocument::countTokens()
{
    m_context.jobs.start(
        Jobs::Lane::Computing, keyOf(tokensKey()), this,
        [table = m_opened.table, columns = m_columns, model = m_countedModel.toStdString()](
            std::stop_token stop, const ProgressHandler &onProgress) {
            return measureTokenLengths(*table, columns, model, stop, onProgress);
        },
        [this](Result<TokenLengths> answer) {
            m_tokens = answer ? Tokens::Counted : Tokens::Failed;
            if (answer)
                m_lengths = std::make_shared<const TokenLengths>(std::move(answer.value()));
            else
                m_tokensError = answer.error();
            Q_EMIT tokensChanged();
        });
}

std::optional<Role> DataDocument::roleOf(int column) const
{
    if (!m_opened.table || size_t(column) >= m_opened.table->columnNames().size())
        return std::nullopt;
    const std::string &name = m_opened.table->columnNames()[size_t(column)];
    for (const Role role : roles)
        if (m_columns.*memberOf(role) == name)
            return role;
    return std::nullopt;
}

std::optional<Message> DataDocument::reasonOf(int column) const
{
    const auto role = roleOf(column);
    if (!role)
        return std::nullopt;
    const std::string &name = m_opened.table->columnNames()[size_t(column)];
    if (m_opened.choice.columns.*memberOf(*role) != name)
        return std::nullopt;
    for (const Message &reason : m_opened.choice.reasons)
        if (const auto at = reason.values.find("column");
            at != reason.values.end() && at->second == MessageValue(name))
            return reason;
    return std::nullopt;
}

void DataDocument::setRole(int column, std::optional<Role> role)
{
    if (role == roleOf(column))
        return;
    const std::string &name = m_opened.table->columnNames()[size_t(column)];
    for (const Role other : roles)
        if (m_columns.*memberOf(other) == name)
            (m_columns.*memberOf(other)).reset();
    if (role)
        m_columns.*memberOf(*role) = name;
    if (isPlanned())
        writePlan();
    lookOver();
}

void DataDocument::setSplit(const SplitOptions &split)
{
    m_split = split;
    if (isPlanned())
        writePlan();
    lookOver();
}

void DataDocument::setCutOff(int tokens)
{
    if (tokens == m_cutOff)
        return;
    m_cutOff = tokens;
    m_cutOffChosen = true;
    if (isPlanned())
        writePlan();
    Q_EMIT cutOffChanged();
}

bool DataDocument::isPlanned() const
{
    for (const char *pointer : {"/dataset/path", "/dataset/train"}) {
        const auto file = m_context.plan.value(pointer);
        if (file && file->is_string())
            return QString::fromStdString(file->get<std::string>()) == m_path;
    }
    return false;
}

bool DataDocument::hasOwnFile(Part part) const
{
    return isPlanned() && m_context.plan.value(std::string("/dataset/") + partKeys[size_t(part)]);
}

void DataDocument::use()
{
    if (!m_context.plan.value("/task"))
        m_context.plan.set("/task", task, tr("Task"));
    writePlan();
}

/// A role that was taken back must not be guessed again.
Json DataDocument::plannedColumns() const
{
    Json columns = Json::object();
    for (const Role role : roles) {
        const auto &chosen = m_columns.*memberOf(role);
        if (chosen)
            columns[roleKeys[size_t(role)]] = *chosen;
        else if (m_opened.choice.columns.*memberOf(role))
            columns[roleKeys[size_t(role)]] = "";
    }
    return columns;
}

void DataDocument::writePlan()
{
    m_writing = true;
    Json dataset =
        isPlanned() ? m_context.plan.json()["dataset"] : Json{{"path", m_path.toStdString()}};
    dataset["columns"] = plannedColumns();
    dataset["split"] = {{"validation", m_split.validation},
                        {"test", m_split.test},
                        {"stratify", m_split.stratify},
                        {"seed", m_split.seed}};
    m_context.plan.set("/dataset", dataset, tr("Data set"));
    if (m_cutOffChosen)
        m_context.plan.set("/training/max_length", m_cutOff, tr("Cut-off"));
    m_writing = false;
}

void DataDocument::planChanged(const std::string &pointer)
{
    if (m_writing || m_state != State::Ready)
        return;
    const auto concerns = [&](const std::string &place) {
        return pointer.starts_with(place) || place.starts_with(pointer);
    };
    if (concerns("/model"))
        refreshTokens();
    if (const int cutOff = int(m_context.plan.value("/training/max_length").value_or(m_cutOff));
        concerns("/training/max_length") && cutOff != m_cutOff) {
        m_cutOff = cutOff;
        Q_EMIT cutOffChanged();
    }
    const auto before = std::tuple(m_columns, m_split);
    if (concerns("/dataset"))
        takeFromPlan();
    if (std::get<0>(before) != m_columns || std::get<1>(before) != m_split ||
        plannedSeveralLabels() != m_severalLabels)
        lookOver();
}

} // namespace luthier
