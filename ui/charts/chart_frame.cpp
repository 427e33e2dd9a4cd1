// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_frame.h"

#include "ui/charts/bars_view.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_table_model.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/chart_tools.h"
#include "ui/session/view_state.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSaveFile>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace luthier {

namespace {

constexpr double pngScale = 2;

bool anySmoothed(const ChartModel &model)
{
    return std::any_of(model.series().begin(), model.series().end(),
                       [](const ChartModel::Series &series) { return series.smoothed; });
}

} // namespace

ChartFrame::ChartFrame(Kind kind, QWidget *parent)
    : Card(parent), m_legend(new ChartLegend(m_model, this)), m_tools(new ChartTools(this)),
      m_tableModel(new ChartTableModel(m_model, this)), m_table(new QTableView(this)),
      m_title(new TextLabel(QStringLiteral("cardTitle"), this)),
      m_caption(new TextLabel(QStringLiteral("caption"), this)),
      m_nothing(new TextLabel(QStringLiteral("secondary"), this)), m_legendRow(new QWidget(this))
{
    setObjectName(QStringLiteral("chartFrame"));
    if (kind == Kind::Lines)
        m_plot = new PlotView(m_model, this);
    else
        m_bars = new BarsView(m_model, this);
    // Bars of one kind say by their axes what they are.
    m_legendWanted = kind == Kind::Lines;
    makeTitleRow();
    makeBody();
    connectTools();
    setTexts();
    showModel();
}

ChartView *ChartFrame::view() const
{
    return m_plot ? static_cast<ChartView *>(m_plot) : m_bars;
}

void ChartFrame::makeTitleRow()
{
    const int unit = Theme::unit();
    auto *row = new QWidget(this);
    row->setMinimumHeight(5 * unit);
    m_titleLayout = new QHBoxLayout(row);
    m_titleLayout->setContentsMargins(2 * unit, 0, unit, 0);
    m_titleLayout->setSpacing(2 * unit);
    m_title->setElided(Qt::ElideRight);
    m_titleLayout->addWidget(m_title);
    m_titleLayout->addWidget(m_legend);
    m_titleLayout->addStretch(1);
    m_titleLayout->addWidget(m_caption);
    m_titleLayout->addWidget(m_tools);
    auto *legendLayout = new QHBoxLayout(m_legendRow);
    legendLayout->setContentsMargins(2 * unit, 0, 2 * unit, unit / 2);
    m_legendRow->hide();
    m_caption->hide();
    body()->setContentsMargins(1, 0, 1, unit / 2);
    body()->setSpacing(0);
    body()->addWidget(row);
    body()->addWidget(m_legendRow);
}

void ChartFrame::makeBody()
{
    m_table->setObjectName(QStringLiteral("chartTable"));
    m_table->setModel(m_tableModel);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(4 * Theme::unit());
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_nothing->setObjectName(QStringLiteral("noDataYet"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setContentsMargins(2 * Theme::unit(), 0, 2 * Theme::unit(), 0);
    auto *holder = new QWidget(this);
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(view());
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    body()->addWidget(holder, 1);
}

void ChartFrame::connectTools()
{
    m_tools->setForLines(m_plot);
    for (QAction *action : m_tools->all())
        addAction(action);
    connect(m_tools->table, &QAction::toggled, this, &ChartFrame::setTable);
    connect(m_tools->copy, &QAction::triggered, this, &ChartFrame::copyValues);
    connect(m_tools->saveSvg, &QAction::triggered, this,
            [this] { askWhereToSave(QStringLiteral("svg")); });
    connect(m_tools->savePng, &QAction::triggered, this,
            [this] { askWhereToSave(QStringLiteral("png")); });
    connect(m_tools->saveCsv, &QAction::triggered, this,
            [this] { askWhereToSave(QStringLiteral("csv")); });
    connect(&m_model, &ChartModel::changed, this, &ChartFrame::showModel);
    connect(&m_model, &ChartModel::appended, this, [this] {
        if (m_stack->currentWidget() == m_nothing)
            showModel();
    });
    if (!m_plot)
        return;
    m_tools->setSmoothing(m_plot->options().smoothing);
    connect(m_tools, &ChartTools::smoothingChanged, this, &ChartFrame::applyOptions);
    connect(m_tools->logarithmic, &QAction::toggled, this, &ChartFrame::applyOptions);
    connect(m_tools->zoom, &QAction::triggered, m_plot, &PlotView::zoomByFrame);
    connect(m_tools->reset, &QAction::triggered, m_plot, &PlotView::reset);
}

void ChartFrame::setTexts()
{
    m_legend->setBestName(tr("Best step"));
    m_table->setAccessibleName(tr("Numbers of the chart"));
}

void ChartFrame::showModel()
{
    m_title->setText(m_model.title());
    setAccessibleName(m_model.title());
    setAccessibleDescription(chartDescription(m_model));
    m_nothing->setText(m_model.note().isEmpty() ? tr("Nothing to show yet") : m_model.note());
    m_tools->setSmoothingShown(m_plot && anySmoothed(m_model));
    if (!m_model.hasPoints())
        m_stack->setCurrentWidget(m_nothing);
    else
        m_stack->setCurrentWidget(isTable() ? static_cast<QWidget *>(m_table) : view());
    arrangeLegend();
}

void ChartFrame::arrangeLegend()
{
    m_legend->setVisible(m_legendWanted && !m_legend->isEmpty());
    m_tools->setVisible(m_toolsWanted);
    // The row's own hint would count the legend wherever it stands.
    const int gap = 2 * Theme::unit();
    int others = m_title->sizeHint().width() + 4 * gap;
    for (int i = 0; i < m_titleLayout->count(); ++i) {
        const QWidget *widget = m_titleLayout->itemAt(i)->widget();
        if (widget && widget != m_legend && widget != m_title && !widget->isHidden())
            others += widget->sizeHint().width() + gap;
    }
    const bool fits = m_legend->sizeHint().width() + others <= width();
    const bool inTitle = m_titleLayout->indexOf(m_legend) >= 0;
    if (fits && !inTitle)
        m_titleLayout->insertWidget(1, m_legend);
    else if (!fits && inTitle)
        m_legendRow->layout()->addWidget(m_legend);
    m_legendRow->setVisible(!fits && m_legendWanted && !m_legend->isEmpty());
}

void ChartFrame::applyOptions()
{
    PlotOptions options = m_plot->options();
    options.smoothing = m_tools->smoothing();
    options.logarithmic = m_tools->logarithmic->isChecked();
    m_plot->setOptions(options);
    if (!m_view)
        return;
    m_view->setValue(m_viewKey + QStringLiteral("/smoothing"), options.smoothing);
    m_view->setValue(m_viewKey + QStringLiteral("/logarithmic"), options.logarithmic);
}

void ChartFrame::remember(ViewState &view, const QString &key)
{
    m_view = nullptr;
    const PlotOptions options = m_plot ? m_plot->options() : PlotOptions();
    m_tools->setSmoothing(
        view.value(key + QStringLiteral("/smoothing"), options.smoothing).toDouble());
    m_tools->logarithmic->setChecked(
        view.value(key + QStringLiteral("/logarithmic"), false).toBool());
    m_view = &view;
    m_viewKey = key;
}

void ChartFrame::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    arrangeLegend();
}

void ChartFrame::addToTitle(QWidget *widget)
{
    m_titleLayout->insertWidget(m_titleLayout->indexOf(m_tools), widget);
    arrangeLegend();
}

void ChartFrame::setToolsVisible(bool visible)
{
    m_toolsWanted = visible;
    arrangeLegend();
}

void ChartFrame::setLegendVisible(bool visible)
{
    m_legendWanted = visible;
    arrangeLegend();
}

bool ChartFrame::isTable() const
{
    return m_tools->table->isChecked();
}

void ChartFrame::setTable(bool table)
{
    const bool focused = isAncestorOf(QApplication::focusWidget());
    m_tools->table->setChecked(table);
    m_tableModel->setActive(table);
    showModel();
    if (focused)
        m_stack->currentWidget()->setFocus();
}

std::optional<QString> ChartFrame::save(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray content;
    if (suffix == QLatin1String("svg")) {
        content = view()->svg();
    } else if (suffix == QLatin1String("csv")) {
        content = csv(m_model);
    } else {
        QBuffer buffer(&content);
        view()->picture(pngScale).save(&buffer, "PNG");
    }
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    if (written)
        return std::nullopt;
    return tr("%1 could not be written: %2. Choose another folder.")
        .arg(QDir::toNativeSeparators(path), file.errorString());
}

void ChartFrame::askWhereToSave(const QString &suffix)
{
    const QString proposed = m_model.title() + u'.' + suffix;
    QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), proposed,
                                                QStringLiteral("*.") + suffix);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().toLower() != suffix)
        path += u'.' + suffix;
    if (const auto problem = save(path))
        QMessageBox::warning(this, tr("Save chart"), *problem);
}

void ChartFrame::copyValues()
{
    auto *data = new QMimeData;
    const QByteArray values = csv(m_model);
    data->setText(QString::fromUtf8(values));
    data->setData(QStringLiteral("text/csv"), values);
    data->setImageData(view()->picture(pngScale));
    QApplication::clipboard()->setMimeData(data);
}

void ChartFrame::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        arrangeLegend();
}

void ChartFrame::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrangeLegend();
}

void ChartFrame::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addActions(m_tools->all());
    menu.exec(event->globalPos());
}

} // namespace luthier
