// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QTimer;

namespace luthier {

class ProgressLine;
class TextLabel;

/// What is being counted, how far, and Cancel; still grey bars where the result will stand. Nothing
/// is drawn for the first 300 ms after it is shown.
class LoadingState : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingState(QWidget *parent = nullptr);

    /// "Tokens: 2,110 of 5,838"
    void setText(const QString &text);
    /// `total` 0: unknown, no bar.
    void setProgress(qint64 done, qint64 total);

Q_SIGNALS:
    void cancelled();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setTexts();

    QWidget *m_parts;
    TextLabel *m_text;
    ProgressLine *m_progress;
    QPushButton *m_cancel;
    QWidget *m_bars;
    QTimer *m_delay;
};

} // namespace luthier
