// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/try/try_document.h"
#include "ui/widgets/card.h"

class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace luthier {

class IconLabel;
class TextLabel;

/// The text to ask (and its pair), how much of it is read, and the page's main button. What is
/// beyond the cut-off is struck through.
class QuestionCard : public Card
{
    Q_OBJECT

public:
    explicit QuestionCard(TryDocument &document, QWidget *parent = nullptr);

    void setTexts();
    /// Reads the document again: whether there is a pair, and whom to ask.
    void refresh();
    void setQuestion(const QString &text, const QString &pair, const TrueLabels &labels);
    void ask();
    QPlainTextEdit *field() const { return m_text; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *makeField(const QString &name);
    QPushButton *makeTool(const QString &name);
    void makeFoot();
    void clear();
    void textEdited();
    /// Who measures may be another model now.
    void forgetKept();
    void showKept(const KeptText &kept);
    void showTokens();
    void showTruth();
    void strike(QPlainTextEdit &field, size_t bytes) const;
    std::optional<std::string> pair() const;
    std::string text() const;

    TryDocument &m_document;
    TextLabel *m_firstName, *m_secondName;
    QPlainTextEdit *m_text, *m_pair;
    QPushButton *m_fromTest, *m_clear, *m_ask;
    IconLabel *m_tokensIcon;
    TextLabel *m_tokens, *m_key, *m_truthLine;
    QTimer *m_pause; ///< between two letters nothing is measured
    std::optional<KeptText> m_kept;
    TrueLabels m_truth; ///< of the text as it was taken from data
};

} // namespace luthier
