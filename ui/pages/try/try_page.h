// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/try/try_document.h"

class QBoxLayout;
class QPushButton;

namespace luthier {

class AnswerCard;
class Banner;
class EarlierCard;
class EmptyState;
class FileCard;
class KeptSplitter;
class PageHeader;
class QuestionCard;
class ReadingCard;

/// The same text, before and after training; or the texts of a file, as a table.
/// Route: try, try/RUN, try/RUN?file=PATH.
class TryPage : public Page
{
    Q_OBJECT

public:
    explicit TryPage(const AppContext &context, QWidget *parent = nullptr);

    void open(const Route &route) override;
    QWidget *firstFocus() override;
    const TryDocument &document() const { return m_document; }

protected:
    void setTexts() override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeContent();
    void connectParts();
    void connectFile();
    void showState();
    void showHeader();
    void showAsked();
    void openFile(const QString &path);
    void askForFile();
    void leaveFile();
    void leaveForeignFile();
    void tell(const Message &message);
    void setEmptyTexts();
    void leaveEmpty();
    const AskedText *shown() const;

    const AppContext m_context;
    TryDocument m_document;
    PageHeader *m_header;
    QPushButton *m_back, *m_file;
    Banner *m_banner;
    EmptyState *m_empty;
    QWidget *m_content, *m_side, *m_answers;
    QBoxLayout *m_columns;
    KeptSplitter *m_left;
    QuestionCard *m_question;
    AnswerCard *m_before, *m_after;
    EarlierCard *m_earlier;
    ReadingCard *m_reading;
    FileCard *m_fileCard;
    qsizetype m_shown = -1; ///< of the asked texts
    QString m_pendingFile;  ///< asked for before the models were open
    QString m_fileRun;      ///< whose answers the table of texts holds
    QString m_shownRun;     ///< as the window's history has it
    bool m_showsFile = false, m_wantsFocus = false;
};

Page *createTryPage(const AppContext &context);

} // namespace luthier
