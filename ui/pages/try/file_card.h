// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    void chosen(const QString &text, const QString &pair, const QString &label);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    void take(Result<AskedTexts> asked);
    void showState();
    void showSummary();
    void fitColumns();

    const AppContext m_context;
    TryDocument &m_document;
    QString m_path;
    std::shared_ptr<const AskedTexts> m_asked;
    bool m_busy = false;
    TextLabel *m_summary;
    SegmentedButtons *m_filter;
    LoadingState *m_loading;
    RowTableModel *m_model;
    RowTable *m_table;
    QPushButton *m_save;
    QWidget *m_head;
};

} // namespace luthier
