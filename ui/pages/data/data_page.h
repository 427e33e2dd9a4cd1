// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/data_document.h"
#include "ui/pages/page.h"

class QBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace luthier {

class EmptyState;
class KeptSplitter;
class LabelsCard;
class LoadingState;
class PageHeader;
class ProblemsCard;
class RowsCard;
class SplitCard;
class TokensCard;

/// One file: its rows, the roles of its columns, the split, what is wrong with it.
class DataPage : public Page
{
    Q_OBJECT

public:
    explicit DataPage(const AppContext &context, QWidget *parent = nullptr);

    /// "data?open=PATH" (or "data/PATH") reads that file.
    void open(const Route &route) override;
    QWidget *firstFocus() override;

protected:
    void setTexts() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeStates();
    void makeContent();
    void connectParts();
    void askForFile();
    void askForFolder();
    void openFile(const QString &path);
    void use();
    void showState();
    void showHeader();
    void showProgress(const QString &key, const Progress &progress);
    void arrange();

    const AppContext m_context;
    DataDocument m_document;
    PageHeader *m_header;
    QPushButton *m_use;
    QPushButton *m_openOther, *m_openFolder;
    QVBoxLayout *m_states;
    EmptyState *m_empty;
    QWidget *m_loadingPane;
    LoadingState *m_loading;
    EmptyState *m_failed;
    QWidget *m_content;
    KeptSplitter *m_columns;
    KeptSplitter *m_left;
    QBoxLayout *m_chartsLayout, *m_sideLayout;
    QWidget *m_charts, *m_side;
    RowsCard *m_rows;
    LabelsCard *m_labels;
    TokensCard *m_tokens;
    ProblemsCard *m_problems;
    SplitCard *m_split;
    bool m_wide = true;
    QString m_shownPath;
};

Page *createDataPage(const AppContext &context);

} // namespace luthier
