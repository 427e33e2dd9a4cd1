// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/model_details.h"

#include "ui/pages/train/model_words.h"
#include "ui/shell/words.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace luthier {

ModelDetails::ModelDetails(QWidget *parent)
    : Card(parent), m_facts(new FactsGrid(this)),
      m_note(new TextLabel(QStringLiteral("secondary"), this)),
      m_refusal(new TextLabel(QStringLiteral("error"), this)),
      m_warnings(new TextLabel(QStringLiteral("warning"), this))
{
    m_refusal->setObjectName(QStringLiteral("modelRefusal"));
    for (TextLabel *label : {m_refusal, m_warnings})
        label->setProperty("userText", true);
    body()->addWidget(m_note);
    body()->addWidget(m_refusal);
    body()->addWidget(m_facts);
    body()->addWidget(m_warnings);
    body()->addStretch(1);
}

void ModelDetails::setModel(const QString &folder, const Json *facts)
{
    setTitle(folder.isEmpty() ? tr("About the model") : modelWords::nameOf(folder));
    const QString refusal = facts ? modelWords::refusal(*facts).value_or(QString()) : QString();
    m_refusal->setText(refusal);
    m_refusal->setVisible(!refusal.isEmpty());
    m_note->setText(folder.isEmpty() ? tr("Choose a model to see its size and what it reads.")
                    : facts          ? QString()
                                     : tr("Looking at its files…"));
    m_note->setVisible(!m_note->text().isEmpty());
    m_facts->setFacts(facts ? factsOf(*facts) : FactsGrid::Facts{});
    m_warnings->setText(facts ? modelWords::warnings(*facts) : QString());
    m_warnings->setVisible(!m_warnings->text().isEmpty());
}

FactsGrid::Facts ModelDetails::factsOf(const Json &facts) const
{
    const auto number = [&facts](const char *key) { return facts.value(key, int64_t(0)); };
    const auto text = [&facts](const char *key) {
        const Json value = facts.value(key, Json());
        return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
    };
    const int64_t blocks = number("blocks"), longest = number("max_length");
    const int64_t vocabulary = number("vocabulary");
    QStringList made;
    for (const Json &module : facts.value("new_modules", Json::array()))
        made.append(QString::fromStdString(module.get<std::string>()));
    const QString size = number("parameters") > 0
                             ? modelWords::weights(number("parameters")) + QStringLiteral(", ") +
                                   words::bytes(double(number("bytes")))
                             : QString();
    return {
        {tr("Family"), text("family_name")},
        {tr("Size"), size},
        {tr("Blocks"), blocks > 0 ? words::whole(blocks) : QString()},
        {tr("Reads"), longest > 0 ? tr("up to %n token(s)", nullptr, int(longest)) : QString()},
        {tr("Vocabulary"),
         vocabulary > 0 ? tr("%n token(s)", nullptr, int(vocabulary)) : QString()},
        {tr("New parts"), made.join(QStringLiteral(", "))},
    };
}

} // namespace luthier
