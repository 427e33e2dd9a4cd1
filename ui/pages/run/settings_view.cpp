// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/settings_view.h"

#include "ui/pages/run/dataset_words.h"
#include "ui/shell/run_words.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/card.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace luthier {

SettingsView::SettingsView(const RunDocument &run, QWidget *parent)
    : QWidget(parent), m_run(run), m_card(new Card(this)), m_tree(new QTreeWidget)
{
    setObjectName(QStringLiteral("settingsView"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_tree->setObjectName(QStringLiteral("runSettings"));
    m_tree->setColumnCount(2);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_card->body()->setContentsMargins(1, 0, 1, Theme::unit());
    m_card->body()->addWidget(m_tree);
}

void SettingsView::setTexts()
{
    m_card->setTitle(tr("Settings"));
    m_card->setSubtitle(tr("as the run uses them"));
    m_tree->setAccessibleName(tr("Settings of this run"));
    m_tree->setHeaderLabels({tr("Setting"), tr("Value")});
    m_shown = Json();
    refresh();
}

void SettingsView::addGroup(const QString &name, const std::string &key)
{
    const auto found = m_run.config().find(key);
    if (found == m_run.config().end() || !found->is_object())
        return;
    auto *group = new QTreeWidgetItem(m_tree, {name});
    const auto valueOf = [&key](const std::string &id, const Json &value) {
        const QString worded = key == "dataset" ? datasetPartText(id, value) : QString();
        if (key == "method" && id == "type" && value.is_string())
            return methodName(value.get<std::string>());
        return worded.isEmpty() ? settingValue(id, value) : worded;
    };
    for (const auto &[id, value] : found->items()) {
        const QString named = sectionKeyName(key, id);
        auto *item = new QTreeWidgetItem(
            group, {named.isEmpty() ? settingName(id) : named, valueOf(id, value)});
        item->setToolTip(0, QString::fromStdString(id));
        item->setToolTip(1, item->text(1));
    }
    group->setExpanded(true);
}

void SettingsView::refresh()
{
    if (m_shown == m_run.config())
        return;
    m_shown = m_run.config();
    m_tree->clear();
    addGroup(tr("Model"), "model");
    addGroup(tr("Data"), "dataset");
    addGroup(tr("Method"), "method");
    addGroup(tr("Training"), "training");
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

} // namespace luthier
