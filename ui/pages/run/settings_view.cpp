// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/settings_view.h"

#include "core/methods/catalog.h"
#include "core/runs/training_parameters.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/card.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace luthier {

namespace {

/// The setting's name of the catalogs; its key in run.json where they have none.
QString nameOf(const std::string &key)
{
    const auto named = [&key](const std::vector<Parameter> &parameters) -> QString {
        const auto found = std::ranges::find(parameters, key, &Parameter::id);
        return found == parameters.end() || found->label.empty() ? QString()
                                                                 : words::of(found->label);
    };
    if (const QString name = named(trainingParameters()); !name.isEmpty())
        return name;
    for (const Descriptor &method : methodDescriptors())
        if (const QString name = named(method.parameters); !name.isEmpty())
            return name;
    return QString::fromStdString(key);
}

QString valueOf(const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_number_integer())
        return words::whole(value.get<qint64>());
    if (value.is_number())
        return words::number(value.get<double>(), 6);
    if (value.is_array()) {
        QStringList all;
        for (const Json &each : value)
            all << valueOf(each);
        return all.join(QStringLiteral(", "));
    }
    return QString::fromStdString(value.dump());
}

} // namespace

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
    for (const auto &[id, value] : found->items()) {
        auto *item = new QTreeWidgetItem(group, {nameOf(id), valueOf(value)});
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
