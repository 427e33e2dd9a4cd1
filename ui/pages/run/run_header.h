// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"

#include <QWidget>

class QGridLayout;
class QMenu;
class QPushButton;

namespace luthier {

class Badge;
class ProgressLine;
class TextLabel;

/// Name, state, progress and the buttons of a run. Compact: all in one row, buttons without text.
class RunHeader : public QWidget
{
    Q_OBJECT

public:
    explicit RunHeader(const RunDocument &run, QWidget *parent = nullptr);

    void setCompact(bool compact);
    /// Further views: the page fills it.
    QMenu *menu() const { return m_menu; }
    void setTexts();
    /// Reads the document again.
    void refresh();

Q_SIGNALS:
    void pauseRequested(); ///< pause, or go on when paused
    void stopRequested();

private:
    void arrange();
    void announce(const QString &state);
    void refreshButtons();
    void refreshProgress();
    void setWord(QPushButton *button, const QString &text, const QString &keys);

    const RunDocument &m_run;
    bool m_compact = false;
    QGridLayout *m_grid;
    QWidget *m_titleRow, *m_buttons;
    TextLabel *m_title, *m_subtitle, *m_progressText;
    Badge *m_badge;
    ProgressLine *m_progress;
    QPushButton *m_pause, *m_stop, *m_more;
    QMenu *m_menu;
    QString m_announced;
};

} // namespace luthier
