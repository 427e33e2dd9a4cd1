// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures/visible_texts.h"

#include "ui/charts/bars_view.h"
#include "ui/charts/plot_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>

#include <algorithm>

namespace luthier::detect {

namespace {

class Collector
{
public:
    void add(const QWidget *widget, const QString &text, bool isCell = false)
    {
        if (!text.trimmed().isEmpty())
            m_texts.push_back({widget, text, widget->font(), isCell});
    }

    void addFrom(const QWidget *widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            add(widget, label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            add(widget, button->text());
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            add(widget, combo->currentText());
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            add(widget, line->text().isEmpty() ? line->placeholderText() : QString());
        else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
            add(widget, plain->toPlainText().isEmpty() ? plain->placeholderText() : QString());
        else if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            addHeader(header);
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            addCells(view);
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            for (int tab = 0; tab < tabs->count(); ++tab)
                add(widget, tabs->isTabVisible(tab) ? tabs->tabText(tab) : QString());
        else if (const auto *plot = qobject_cast<const PlotView *>(widget))
            addChart(plot, plot->model());
        else if (const auto *bars = qobject_cast<const BarsView *>(widget))
            addChart(bars, bars->model());
        else if (const auto *menus = qobject_cast<const QMenuBar *>(widget))
            for (const QAction *action : menus->actions())
                add(widget, action->text());
        else
            // Widgets that paint their texts themselves give them as property or accessible name.
            add(widget, widget->property("text").toString());
    }

    std::vector<VisibleText> take() { return std::move(m_texts); }

private:
    void addHeader(const QHeaderView *header)
    {
        if (const QAbstractItemModel *model = header->model())
            for (int section = 0; section < header->count(); ++section)
                if (!header->isSectionHidden(section))
                    add(header, model->headerData(section, header->orientation()).toString());
    }

    void addCells(const QAbstractItemView *view)
    {
        const QAbstractItemModel *model = view->model();
        if (!model)
            return;
        constexpr int enough = 100;
        const int rows = std::min(enough, model->rowCount(view->rootIndex()));
        const int columns = model->columnCount(view->rootIndex());
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                const QModelIndex cell = model->index(row, column, view->rootIndex());
                if (view->visualRect(cell).intersects(view->viewport()->rect()))
                    add(view, cell.data().toString(), true);
            }
    }

    /// What the view paints, and its title, which stands above it.
    void addChart(const QWidget *view, const ChartModel &model)
    {
        for (const QString &text : {model.title(), model.x().title, model.y().title})
            add(view, text);
        for (const ChartModel::Mark &mark : model.marks()) {
            add(view, mark.label);
            add(view, mark.note);
        }
        for (const ChartModel::Band &band : model.bands())
            add(view, band.name);
        // Names of runs and labels are the user's own words.
        for (const ChartModel::Series &series : model.series())
            add(view, series.name, true);
        for (const ChartModel::Axis *axis : {&model.x(), &model.y()})
            for (const QString &category : axis->categories)
                add(view, category, true);
    }

    std::vector<VisibleText> m_texts;
};

} // namespace

std::vector<const QWidget *> visibleWidgets(const QWidget *window)
{
    std::vector<const QWidget *> out{window};
    for (const QWidget *widget : window->findChildren<QWidget *>())
        if (widget->isVisible() && widget->window() == window && !widget->size().isEmpty())
            out.push_back(widget);
    return out;
}

std::vector<VisibleText> visibleTexts(const QWidget *window)
{
    Collector texts;
    for (const QWidget *widget : visibleWidgets(window))
        texts.addFrom(widget);
    return texts.take();
}

QString pathOf(const QWidget *widget)
{
    QStringList names;
    for (; widget; widget = widget->parentWidget())
        if (!widget->objectName().isEmpty() &&
            !widget->objectName().startsWith(QLatin1String("qt_")))
            names.prepend(widget->objectName());
        else if (names.isEmpty())
            names.prepend(QLatin1String(widget->metaObject()->className()));
    return names.join(u'/');
}

} // namespace luthier::detect
