// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"

#include <QWidget>

class QTreeWidget;

namespace luthier {

class Card;

/// run.json as the run really uses it; to read.
class SettingsView : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsView(const RunDocument &run, QWidget *parent = nullptr);

    void refresh();
    void setTexts();

private:
    void addGroup(const QString &name, const std::string &key);

    const RunDocument &m_run;
    Card *m_card;
    QTreeWidget *m_tree;
    Json m_shown;
};

} // namespace luthier
