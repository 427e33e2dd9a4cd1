// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/plan_words.h"

#include "core/methods/catalog.h"
#include "core/tasks/catalog.h"
#include "ui/forms/form_entry.h"
#include "ui/forms/number_text.h"
#include "ui/pages/train/model_words.h"
#include "ui/pages/train/planned_run.h"
#include "ui/pages/train/train_step.h"
#include "ui/session/plan_document.h"
#include "ui/shell/words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace luthier {

namespace {

struct PlanWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

PlanLine taskLine(const Json &plan, const DataFacts *data)
{
    PlanLine line{QStringLiteral("task"), PlanWords::tr("Task"), {}, {}, TaskAt};
    for (const Descriptor &task : tasks())
        if (plan.value("task", Json()) == task.id)
            line.value = words::of(task.name);
    if (!line.value.isEmpty() && data && !data->overview.labels.empty())
        line.note = PlanWords::tr("%n label(s)", nullptr, int(data->overview.labels.size()));
    return line;
}

PlanLine modelLine(const PlanFacts &facts)
{
    PlanLine line{QStringLiteral("models"), PlanWords::tr("Model"), {}, {}, ModelAt};
    if (facts.modelFolder().isEmpty())
        return line;
    line.value = modelWords::nameOf(facts.modelFolder());
    if (facts.model())
        line.note = modelWords::size(*facts.model());
    return line;
}

PlanLine dataLine(const DataFacts *data)
{
    PlanLine line{QStringLiteral("data"), PlanWords::tr("Data"), {}, {}, DataAt};
    if (!data)
        return line;
    line.value = QFileInfo(QString::fromStdString(data->file)).fileName();
    const auto &rows = data->overview.partRows;
    if (!data->overview.obstacle)
        line.note = rows[2] > 0 ? PlanWords::tr("%1 training, %2 validation, %3 test")
                                      .arg(words::whole(rows[0]), words::whole(rows[1]),
                                           words::whole(rows[2]))
                                : PlanWords::tr("%1 training, %2 validation")
                                      .arg(words::whole(rows[0]), words::whole(rows[1]));
    return line;
}

PlanLine methodLine(const Json &plan, const PlanFacts &facts)
{
    PlanLine line{QStringLiteral("train"), PlanWords::tr("Method"), {}, {}, MethodAt};
    if (!plan.value("method", Json::object()).contains("type"))
        return line;
    const Descriptor &method = plannedMethod(plan);
    line.value = words::of(method.name);
    if (const Learning *learning = facts.learning(method.id))
        line.note = PlanWords::tr("%1 learn").arg(modelWords::weights(learning->trainable));
    return line;
}

PlanLine settingsLine(const Json &plan, const PlanFacts &facts, const QString &workspace)
{
    PlanLine line{QStringLiteral("settings"), PlanWords::tr("Settings"), {}, {}, SettingsAt};
    const int changed = changedSettings(plan, facts.modelSize());
    line.value =
        changed > 0 ? PlanWords::tr("%n changed", nullptr, changed) : PlanWords::tr("Defaults");
    Json whole = plan;
    // What is missing has no say in the numbers.
    whole["task"] = plan.value("task", tasks().front().id);
    if (!plan.contains("model"))
        whole["model"] = {{"path", "none"}};
    if (!plan.contains("dataset"))
        whole["dataset"] = {{"path", "none"}};
    const auto config = plannedRun(whole, facts.modelSize(), workspace);
    if (!config)
        return line;
    const TrainingSettings &settings = config.value().training;
    const QString rate = numberText(settings.learning_rate);
    const QString batch = words::whole(settings.per_device_train_batch_size);
    line.note = settings.max_steps > 0
                    ? PlanWords::tr("%1 steps, %2 rows a step, rate %3")
                          .arg(words::whole(settings.max_steps), batch, rate)
                    : PlanWords::tr("%1 epochs, %2 rows a step, rate %3")
                          .arg(numberText(settings.num_train_epochs), batch, rate);
    return line;
}

} // namespace

int changedSettings(const Json &plan, const ModelSize &model)
{
    const std::vector<FormEntry> entries = settingsOf(plannedMethod(plan), model);
    return int(std::ranges::count_if(entries, [&plan](const FormEntry &entry) {
        const Json::json_pointer path(entry.pointer);
        return plan.contains(path) && plan.at(path) != entry.parameter.initial;
    }));
}

std::vector<PlanLine> planLines(const AppContext &context, const PlanFacts &facts)
{
    const Json &plan = context.plan.json();
    return {taskLine(plan, facts.data()), modelLine(facts), dataLine(facts.data()),
            methodLine(plan, facts), settingsLine(plan, facts, context.workspace)};
}

} // namespace luthier
