// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace luthier {

/// Smoothing, log, zoom, reset, table, save and copy of a chart. The actions live here and may be
/// used without the bar being visible.
class ChartTools : public QWidget
{
    Q_OBJECT

public:
    explicit ChartTools(QWidget *parent = nullptr);

    void setTexts();
    /// Smoothing, log, zoom and reset are for lines only.
    void setForLines(bool lines);
    void setSmoothingShown(bool shown);
    double smoothing() const;
    void setSmoothing(double smoothing);
    /// All actions, for shortcuts and a context menu.
    QList<QAction *> all() const;

    QAction *logarithmic, *zoom, *reset, *table, *saveSvg, *savePng, *saveCsv, *copy;

Q_SIGNALS:
    void smoothingChanged(double smoothing);

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *makeAction(const char *name, const char *icon, const QKeySequence &key);
    QToolButton *makeButton(QAction *action);
    void showSmoothing();

    QLabel *m_smoothingName, *m_smoothingValue;
    QSlider *m_smoothing;
    QToolButton *m_save;
    QMenu *m_saveMenu;
};

} // namespace luthier
