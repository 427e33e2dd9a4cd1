// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/try/try_document.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace luthier {

class RowTable;
class RowTableModel;
class TextLabel;

/// Asks where to save and writes the texts with their answers; what fails is told to `tell`.
void saveAnswers(QWidget *parent, const AskedTexts &asked,
                 const std::function<void(const Message &)> &tell);

/// The texts that were asked on this page, newest first; changed answers are marked.
class EarlierCard : public Card
{
    Q_OBJECT

public:
    explicit EarlierCard(TryDocument &document, QWidget *parent = nullptr);

    void setTexts();

Q_SIGNALS:
    /// Number of the text in the document.
    void chosen(qsizetype index);
    void failed(const luthier::Message &message);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitColumns();

    TryDocument &m_document;
    std::shared_ptr<AskedTexts> m_asked;
    RowTableModel *m_model;
    RowTable *m_table;
    TextLabel *m_empty, *m_legend;
    QWidget *m_foot;
    QPushButton *m_save;
};

} // namespace luthier
