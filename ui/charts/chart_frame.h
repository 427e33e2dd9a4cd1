// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot_view.h"
#include "ui/widgets/card.h"

class QStackedLayout;
class QTableView;
class QBoxLayout;

namespace luthier {

class BarsView;
class ChartLegend;
class ChartTableModel;
class ChartTools;
class TextLabel;
class ViewState;

/// A card with one chart: title, legend, tools, and the chart, its table, or what is said while
/// there is nothing to show. Keys: L log, T table, Ctrl+C copies the values; more in PlotView.
class ChartFrame : public Card
{
    Q_OBJECT

public:
    enum class Kind { Lines, Bars };

    /// Makes the chart's model too.
    explicit ChartFrame(Kind kind = Kind::Lines, QWidget *parent = nullptr);

    ChartModel &model() { return m_model; }
    /// Nothing for the other kind.
    PlotView *plot() const { return m_plot; }
    BarsView *bars() const { return m_bars; }

    /// Small text at the end of the title row: "warm-up ends at 77".
    void setCaption(const QString &caption);
    /// A widget before the tools; taken.
    void addToTitle(QWidget *widget);
    /// Without them (small charts) the same is in the context menu.
    void setToolsVisible(bool visible);
    void setLegendVisible(bool visible);
    /// Keeps smoothing and scale in `view` under `key`.
    void remember(ViewState &view, const QString &key);
    bool isTable() const;
    void setTable(bool table);
    /// Writes .svg, .png (2x) or .csv; what went wrong, in words, else nothing.
    std::optional<QString> save(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void makeTitleRow();
    void makeBody();
    void connectTools();
    void setTexts();
    void showModel();
    void arrangeLegend();
    void applyOptions();
    void askWhereToSave(const QString &suffix);
    void copyValues();
    ChartView *view() const;

    ChartModel m_model;
    PlotView *m_plot = nullptr;
    BarsView *m_bars = nullptr;
    ChartLegend *m_legend;
    ChartTools *m_tools;
    ChartTableModel *m_tableModel;
    QTableView *m_table;
    TextLabel *m_title, *m_caption, *m_nothing;
    QBoxLayout *m_titleLayout = nullptr;
    QWidget *m_legendRow;
    QStackedLayout *m_stack = nullptr;
    ViewState *m_view = nullptr;
    QString m_viewKey;
    bool m_legendWanted = true, m_toolsWanted = true;
};

} // namespace luthier
