// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace luthier {

class TextLabel;

/// A figure with its name and a note ("forecast 0.98").
class StatTile : public QWidget
{
    Q_OBJECT

public:
    explicit StatTile(QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setValue(const QString &value);
    void setNote(const QString &note);
    /// The tile stays as wide as this value, so that nothing jumps while the figure changes.
    void setWidestValue(const QString &widest);

protected:
    void changeEvent(QEvent *event) override;

private:
    void keepWidth();
    void nameForReaders();

    TextLabel *m_label;
    TextLabel *m_value;
    TextLabel *m_note;
    QString m_widest;
};

} // namespace luthier
