// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"

#include <QWidget>

class QPlainTextEdit;
class QTableWidget;

namespace luthier {

class Card;

/// What the run has said, sentence by sentence, and the end of its log file; to read.
class LogView : public QWidget
{
    Q_OBJECT

public:
    explicit LogView(const RunDocument &run, QWidget *parent = nullptr);

    void refresh();
    void setTexts();

private:
    void makeScrolled();

    const RunDocument &m_run;
    Card *m_notesCard, *m_fileCard;
    QTableWidget *m_notes;
    QPlainTextEdit *m_file;
    size_t m_shown = 0; ///< sentences
};

} // namespace luthier
