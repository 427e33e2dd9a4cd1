// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/try/file_answers.h"
#include "ui/pages/try/try_document.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace luthier {

class LoadingState;
class RowTable;
class RowTableModel;
class SegmentedButtons;
class TextLabel;

/// The texts of a file with the answers of both sides, in one table.
class FileCard : public Card
{
    Q_OBJECT

public:
    FileCard(const AppContext &context, TryDocument &document, QWidget *parent = nullptr);

    void setTexts();
    /// Asks every text of the file; `done`, `stopped` or `failed` follows.
    void open(const QString &path);
    /// Asks no more texts: `done` follows with those that were answered, or `stopped`.
    void finish();
    /// Gives up what is being answered.
    void stop();
    bool isBusy() const { return m_busy; }
    bool hasAnswers() const { return m_asked->rows() > 0; }
    QWidget *firstFocus();
    const AskedTexts &asked() const { return *m_asked; }

Q_SIGNALS:
    void done();
    void stopped();
    void failed(const luthier::Message &message);
    /// A row was opened.
    void chosen(const QString &text, const QString &pair, const luthier::TrueLabels &labels);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    void take(Result<FileAnswers> answers);
    void showState();
    void showSummary();
    QString summary() const;
    void fitColumns();

    const AppContext m_context;
    TryDocument &m_document;
    QString m_path;
    std::shared_ptr<const AskedTexts> m_asked;
    int64_t m_total = 0; ///< texts of the file
    bool m_busy = false;
    std::stop_source m_stopping; ///< ends the asking, but not the job
    TextLabel *m_summary, *m_partial;
    SegmentedButtons *m_filter;
    LoadingState *m_loading;
    RowTableModel *m_model;
    RowTable *m_table;
    QPushButton *m_save;
    QWidget *m_head;
};

} // namespace luthier
