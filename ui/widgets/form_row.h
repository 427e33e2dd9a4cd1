// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace luthier {

class TextLabel;

/// One setting: its name, why its default is what it is, the field, a reset arrow and what a change
/// costs. Where there is little room the reason goes under the field.
class FormRow : public QWidget
{
    Q_OBJECT

public:
    explicit FormRow(QWidget *parent = nullptr);

    /// Also the field's accessible name.
    void setLabel(const QString &label);
    /// "Default 5e-5: the usual start for full fine-tuning." Also the field's description.
    void setReason(const QString &reason);
    /// Takes `field`; the focus goes to it (or its focus proxy).
    void setField(QWidget *field);
    QWidget *field() const { return m_field; }
    /// Shows the word Changed and the reset arrow.
    void setChanged(bool changed);
    /// Under the field with an icon, in place of the reason; empty: none.
    void setError(const QString &error);
    /// What the change costs: "+3 min 42 s".
    void setEffect(const QString &effect);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void resetRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOutNotes();
    void arrange(bool stacked);
    void setTexts();
    void describeField();

    QVBoxLayout *m_layout;
    QVBoxLayout *m_words;
    TextLabel *m_label;
    QWidget *m_notes;
    TextLabel *m_reason;
    QWidget *m_errorLine;
    TextLabel *m_error;
    TextLabel *m_effect;
    QToolButton *m_reset;
    QHBoxLayout *m_line;
    QWidget *m_field = nullptr;
    QString m_reasonText;
    bool m_changed = false;
    bool m_stacked = false;
};

} // namespace luthier
