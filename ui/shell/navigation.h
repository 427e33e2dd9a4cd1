// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/catalog.h"

#include <QFrame>

class QLabel;

namespace luthier {

class NavigationButton;
class TextLabel;

/// The pages at the left: icon and name, or icons alone. The catalog's last group stands at the
/// bottom.
class Navigation : public QFrame
{
    Q_OBJECT

public:
    explicit Navigation(const std::vector<PageInfo> &catalog, QWidget *parent = nullptr);

    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    /// Marks the entry that `pageId` belongs to.
    void setCurrent(const QString &pageId);
    /// Badge of the page "runs".
    void setRunsGoing(int count);
    /// The entries' ids in order, as Ctrl+1 and on open them.
    QStringList entries() const;

Q_SIGNALS:
    void chosen(const QString &pageId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Entry
    {
        const PageInfo *info;
        NavigationButton *button;
    };

    QWidget *brand();
    QWidget *line();
    void addEntry(const PageInfo &info);
    void setTexts();
    void setWidths();

    const std::vector<PageInfo> &m_catalog;
    std::vector<Entry> m_entries;
    QLabel *m_mark;
    TextLabel *m_name;
    int m_runsGoing = 0;
    bool m_narrow = false;
};

} // namespace luthier
