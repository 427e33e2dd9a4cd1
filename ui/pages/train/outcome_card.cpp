// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/outcome_card.h"

#include "ui/forms/number_text.h"
#include "ui/shell/words.h"
#include "ui/widgets/loading_state.h"

#include <QVBoxLayout>

namespace luthier {

OutcomeCard::OutcomeCard(QWidget *parent)
    : Card(parent), m_facts(new FactsGrid(this)), m_loading(new LoadingState(this))
{
    setObjectName(QStringLiteral("outcomeCard"));
    m_facts->setObjectName(QStringLiteral("outcomeFacts"));
    body()->addWidget(m_facts);
    body()->addWidget(m_loading);
    body()->addStretch(1);
    m_loading->hide();
    connect(m_loading, &LoadingState::cancelled, this, &OutcomeCard::cancelled);
}

void OutcomeCard::setPhase(const QString &phase)
{
    m_loading->setVisible(!phase.isEmpty());
    if (!phase.isEmpty())
        m_loading->setText(phase);
}

void OutcomeCard::setStart(const Json &start, double freeBytes)
{
    setTitle(tr("What the run will do"));
    setSubtitle(tr("nothing is trained yet"));
    m_facts->setFacts(start.is_object() ? factsOf(start, freeBytes) : FactsGrid::Facts{});
}

FactsGrid::Facts OutcomeCard::factsOf(const Json &start, double freeBytes) const
{
    const auto count = [&start](const char *key) { return start.value(key, int64_t(0)); };
    const Json parts = start.value("rows", Json::object());
    const auto rows = [&parts](const char *part) {
        return words::whole(parts.value(part, int64_t(0)));
    };
    const int64_t all = count("parameters"), trained = count("trainable_parameters");
    QStringList made;
    for (const Json &module : start.value("new_modules", Json::array()))
        made.append(QString::fromStdString(module.get<std::string>()));
    const auto frozen = double(count("cache_bytes"));
    const bool onProcessor = start.value("device", "") == "cpu";
    return {
        {tr("Rows"), tr("%1 training, %2 validation, %3 test")
                         .arg(rows("train"), rows("validation"), rows("test"))},
        {tr("Tokens"), tr("%1 an epoch").arg(words::whole(count("tokens")))},
        {tr("Rows cut"), tr("%1 (%2) at %3 tokens")
                             .arg(words::whole(count("rows_cut")),
                                  words::percent(start.value("rows_cut_share", 0.0)),
                                  words::whole(count("max_length")))},
        {tr("Steps"),
         tr("%1, %2 an epoch")
             .arg(words::whole(count("steps")), words::whole(count("steps_per_epoch")))},
        {tr("Validation"), tr("every %1 steps").arg(words::whole(count("eval_steps")))},
        {tr("Learning rate"), numberText(start.value("learning_rate", 0.0))},
        {tr("Learns"), tr("%1 of %2 weights (%3)")
                           .arg(words::whole(trained), words::whole(all),
                                words::percent(all > 0 ? double(trained) / double(all) : 0))},
        {tr("Kept features"),
         frozen > 0 ? tr("%1 in memory, computed once").arg(words::bytes(frozen)) : QString()},
        {tr("New parts"), made.join(QStringLiteral(", "))},
        {tr("Labels"), words::whole(int64_t(start.value("labels", Json::array()).size()))},
        {tr("Always the same"), tr("right for %1 of the validation rows")
                                    .arg(words::percent(start.value("majority_baseline", 0.0)))},
        {tr("Computes"),
         tr("%1, %2, %n thread(s)", nullptr, int(count("threads")))
             .arg(onProcessor ? tr("Processor") : QString::fromStdString(start.value("device", "")),
                  QString::fromStdString(start.value("precision", "")))},
        {tr("Disk"), tr("%1 of %2 free")
                         .arg(words::bytes(double(count("disk_bytes"))), words::bytes(freeBytes))},
    };
}

} // namespace luthier
