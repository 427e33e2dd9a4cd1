// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/start_card.h"

#include "ui/pages/catalog.h"
#include "ui/pages/home/action_row.h"
#include "ui/shell/theme.h"

#include <QVBoxLayout>

namespace luthier {

namespace {

struct Action
{
    const char *name, *page, *icon, *title, *text;
};

constexpr Action startActions[]{
    {"startTraining", "train", "train", QT_TRANSLATE_NOOP("luthier::StartCard", "Train a model"),
     QT_TRANSLATE_NOOP("luthier::StartCard", "Pick a task, a model and your data")},
    {"startData", "data", "data", QT_TRANSLATE_NOOP("luthier::StartCard", "Open data"),
     QT_TRANSLATE_NOOP("luthier::StartCard", "CSV, JSONL, Parquet; or drop it")},
    {"startCompare", "runs", "compare", QT_TRANSLATE_NOOP("luthier::StartCard", "Compare runs"),
     QT_TRANSLATE_NOOP("luthier::StartCard", "Curves and settings on one chart")},
    {"startTry", "try", "try", QT_TRANSLATE_NOOP("luthier::StartCard", "Try a model"),
     QT_TRANSLATE_NOOP("luthier::StartCard", "Type a text and see base beside tuned")},
};

} // namespace

StartCard::StartCard(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("start"));
    const int edge = Theme::current().borderWidth();
    body()->setContentsMargins(edge, 0, edge, Theme::units(1));
    body()->setSpacing(0);
    for (const Action &action : startActions) {
        auto *row = new ActionRow(QLatin1String(action.icon), this);
        row->setObjectName(QLatin1String(action.name));
        body()->addWidget(row);
        m_rows.push_back(row);
        const QString page = QLatin1String(action.page);
        row->setVisible(hasPage(page));
        connect(row, &QAbstractButton::clicked, this, [this, page] {
            if (page == QLatin1String("data"))
                Q_EMIT dataRequested();
            else
                Q_EMIT routeRequested({page, {}});
        });
    }
}

void StartCard::setTexts()
{
    setTitle(tr("Start"));
    for (size_t row = 0; row < m_rows.size(); ++row)
        m_rows[row]->setTexts(tr(startActions[row].title), tr(startActions[row].text));
}

} // namespace luthier
