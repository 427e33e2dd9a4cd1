// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"

#include <QWidget>

#include <vector>

namespace luthier {

class TextLabel;

/// What a run costs, in one row: memory, speed, one step, disk. Only what was measured is shown.
class ResourceRow : public QWidget
{
    Q_OBJECT

public:
    explicit ResourceRow(const RunDocument &run, QWidget *parent = nullptr);

    void refresh();
    /// Without the notes beside the figures.
    void setCompact(bool compact);
    /// Whether anything is shown.
    bool isEmpty() const { return m_isEmpty; }

private:
    struct Item
    {
        QWidget *row;
        TextLabel *label, *value, *note;
    };

    Item &add(const char *name, const char *icon);
    void set(size_t item, const QString &label, const std::optional<QString> &value,
             const QString &note = {});

    const RunDocument &m_run;
    std::vector<Item> m_items;
    bool m_isEmpty = true, m_compact = false;
};

} // namespace luthier
