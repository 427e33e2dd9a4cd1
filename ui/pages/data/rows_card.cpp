// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/rows_card.h"

#include "ui/pages/data/problem_texts.h"
#include "ui/pages/data/role_header.h"
#include "ui/pages/data/row_delegate.h"
#include "ui/pages/data/rows_model.h"
#include "ui/session/view_state.h"
#include "ui/shell/words.h"
#include "ui/tables/row_table.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_label.h"

#include <QCryptographicHash>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTimer>

namespace luthier {

namespace {

constexpr int filterDelay = 150;
constexpr size_t mostLabelsInMenu = 50;
constexpr int mostLines = 10000;

} // namespace

RowsCard::RowsCard(DataDocument &document, Jobs &jobs, ViewState &view, QWidget *parent)
    : Card(parent), m_document(document), m_view(view), m_shown(document, jobs),
      m_model(new RowsModel(document, m_shown, this)), m_filter(new QLineEdit(this)),
      m_filterSoon(new QTimer(this)), m_label(new Chip(this)), m_part(new Chip(this)),
      m_showAll(new QPushButton(this)), m_tables(new QWidget(this)),
      m_stack(new QStackedLayout(m_tables)), m_table(new RowTable(this)),
      m_header(new RoleHeader(document, *m_model, m_table)), m_lines(new RowTable(this)),
      m_linesModel(new QStandardItemModel(this)),
      m_range(new TextLabel(QStringLiteral("caption"), this)),
      m_legend(new TextLabel(QStringLiteral("warning"), this)),
      m_counts(new TextLabel(QStringLiteral("caption"), this))
{
    makeTable();
    makeLines();
    body()->setContentsMargins(1, 1, 1, 1);
    body()->setSpacing(0);
    body()->addWidget(madeTools());
    body()->addWidget(m_tables, 1);
    body()->addWidget(madeFoot());
    connect(m_model, &RowTableModel::arranged, this, &RowsCard::showFoot);
    connect(&m_document, &DataDocument::overviewChanged, this, [this] {
        refreshCells();
        m_header->refresh();
        m_shown.refresh();
    });
    connect(&m_document, &DataDocument::tokensChanged, this, &RowsCard::refreshCells);
    connect(&m_document, &DataDocument::cutOffChanged, this, &RowsCard::refreshCells);
}

QWidget *RowsCard::madeTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(Theme::units(2), Theme::units(1), Theme::units(1), Theme::units(1));
    row->setSpacing(Theme::units(1));
    m_filter->setObjectName(QStringLiteral("dataFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search"), 16), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(Theme::units(40));
    m_filter->setMinimumWidth(Theme::units(16));
    m_filterSoon->setSingleShot(true);
    m_filterSoon->setInterval(filterDelay);
    m_label->setObjectName(QStringLiteral("dataLabelFilter"));
    m_part->setObjectName(QStringLiteral("dataPartFilter"));
    m_showAll->setObjectName(QStringLiteral("dataShowAll"));
    m_showAll->setIcon(icon(QStringLiteral("close"), 12));
    m_showAll->setProperty("role", QStringLiteral("small"));
    m_showAll->hide();
    for (Chip *chip : {m_label, m_part})
        chip->setMenu(new QMenu(chip));
    row->addWidget(m_filter, 1);
    row->addWidget(m_label);
    row->addWidget(m_part);
    row->addWidget(m_showAll);
    row->addStretch();
    connect(m_filter, &QLineEdit::textChanged, m_filterSoon, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &RowsCard::applyFilter);
    connect(m_filterSoon, &QTimer::timeout, this, &RowsCard::applyFilter);
    connect(m_label->menu(), &QMenu::aboutToShow, this, &RowsCard::fillLabelMenu);
    connect(m_part->menu(), &QMenu::aboutToShow, this, &RowsCard::fillPartMenu);
    connect(m_showAll, &QPushButton::clicked, this, &RowsCard::showAll);
    return tools;
}

void RowsCard::makeTable()
{
    m_table->setObjectName(QStringLiteral("dataTable"));
    m_table->setModel(m_model);
    m_table->setHeader(m_header);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->viewport()->installEventFilter(this);
    m_stack->addWidget(m_table);
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_header,
            &RoleHeader::placeChips);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &RowsCard::showFoot);
    connect(m_header, &RoleHeader::roleChosen, this, &RowsCard::roleChosen);
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting)
            saveColumns();
    });
}

void RowsCard::makeLines()
{
    m_lines->setObjectName(QStringLiteral("dataLines"));
    m_lines->setModel(m_linesModel);
    m_lines->horizontalHeader()->setStretchLastSection(true);
    m_stack->addWidget(m_lines);
}

QWidget *RowsCard::madeFoot()
{
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(Theme::units(2), Theme::units(0.5), Theme::units(2),
                               Theme::units(1));
    column->setSpacing(Theme::units(0.5));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::units(2));
    m_range->setObjectName(QStringLiteral("dataRange"));
    m_legend->setObjectName(QStringLiteral("dataLegend"));
    m_counts->setObjectName(QStringLiteral("dataCounts"));
    m_legend->setAlignment(Qt::AlignRight);
    row->addWidget(m_range, 1);
    row->addWidget(m_legend);
    column->addLayout(row);
    column->addWidget(m_counts);
    return foot;
}

QWidget *RowsCard::table() const
{
    return m_table;
}

void RowsCard::setTexts()
{
    setAccessibleName(tr("Rows of the file"));
    m_filter->setPlaceholderText(tr("Search in all columns"));
    m_filter->setAccessibleName(tr("Search in all columns"));
    m_filter->setToolTip(tr("Shows the rows that hold this text (Ctrl+F)"));
    m_table->setAccessibleName(tr("Rows"));
    m_lines->setAccessibleName(tr("Lines that could not be read"));
    m_linesModel->setHorizontalHeaderLabels({tr("Line"), tr("Why it is kept aside")});
    m_showAll->setToolTip(tr("Shows all rows again"));
    showChoices();
    m_header->refresh();
    showFoot();
}

void RowsCard::reset()
{
    m_problem.clear();
    m_stack->setCurrentWidget(m_table);
    m_showAll->hide();
    const QSignalBlocker blocker(m_filter);
    m_filter->clear();
    m_header->setSortIndicator(-1, Qt::AscendingOrder);
    m_header->clear();
    m_model->reset();
    m_shown.reset();
    m_header->refresh();
    restoreColumns();
    fitColumns();
    showChoices();
}

void RowsCard::showProblem(const DataProblem &problem)
{
    m_problem = problemTitle(problem);
    m_showAll->setText(m_problem);
    m_showAll->setAccessibleName(tr("Show all rows again; shown now: %1").arg(m_problem));
    m_showAll->show();
    const bool files = problem.id == "unreadable_files";
    if (problem.id != "unreadable" && !files) {
        m_stack->setCurrentWidget(m_table);
        m_shown.setSelection(problem.rows);
        m_table->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_linesModel->setRowCount(0);
    const auto &aside = m_document.table()->unreadable;
    for (size_t i = 0; i < std::min<size_t>(aside.size(), mostLines); ++i)
        m_linesModel->appendRow({new QStandardItem(words::whole(aside[i].line)),
                                 new QStandardItem(words::of(aside[i].reason))});
    m_linesModel->setHorizontalHeaderLabels(
        {files ? tr("Number") : tr("Line"), tr("Why it is kept aside")});
    m_stack->setCurrentWidget(m_lines);
    m_lines->setFocus(Qt::OtherFocusReason);
    showFoot();
}

void RowsCard::showAll()
{
    m_problem.clear();
    m_showAll->hide();
    m_stack->setCurrentWidget(m_table);
    m_shown.setSelection(std::nullopt);
    m_table->setFocus(Qt::OtherFocusReason);
    showFoot();
}

void RowsCard::applyFilter()
{
    m_filterSoon->stop();
    RowFilter filter = m_shown.filter();
    filter.text = m_filter->text().toStdString();
    m_shown.setFilter(filter);
}

void RowsCard::fillLabelMenu()
{
    QMenu &menu = *m_label->menu();
    menu.clear();
    const auto choose = [this](std::optional<std::string> label) {
        RowFilter filter = m_shown.filter();
        filter.label = std::move(label);
        const auto &column = m_document.columns().label;
        filter.labelColumn = column ? m_document.table()->columnIndex(*column) : std::nullopt;
        m_shown.setFilter(filter);
        showChoices();
    };
    connect(menu.addAction(tr("All labels")), &QAction::triggered, this,
            [choose] { choose(std::nullopt); });
    const auto overview = m_document.overview();
    for (size_t i = 0; i < std::min(mostLabelsInMenu, overview->labels.size()); ++i) {
        const LabelShare &label = overview->labels[i];
        QString shown = QString::fromStdString(label.name);
        connect(menu.addAction(shown.replace(u'&', QStringLiteral("&&"))), &QAction::triggered,
                this, [choose, name = label.name] { choose(name); });
    }
}

void RowsCard::fillPartMenu()
{
    QMenu &menu = *m_part->menu();
    menu.clear();
    const auto add = [&](const QString &name, std::optional<Part> part) {
        connect(menu.addAction(name), &QAction::triggered, this, [this, part] {
            RowFilter filter = m_shown.filter();
            filter.part = part;
            m_shown.setFilter(filter);
            showChoices();
        });
    };
    add(tr("All parts"), std::nullopt);
    for (const Part part : {Part::Train, Part::Validation, Part::Test})
        add(partName(part), part);
}

void RowsCard::showChoices()
{
    const RowFilter &filter = m_shown.filter();
    const QString all = tr("all", "labels or parts");
    const QString label = filter.label ? QString::fromStdString(*filter.label) : all;
    m_label->setText(tr("Label: %1").arg(label.left(24)));
    m_label->setAccessibleName(m_label->text());
    m_label->setToolTip(tr("Shows the rows of one label"));
    m_part->setText(tr("Split: %1").arg(filter.part ? partName(*filter.part) : all));
    m_part->setAccessibleName(m_part->text());
    m_part->setToolTip(tr("Shows the rows of one part of the split"));
    for (Chip *chip : {m_label, m_part})
        chip->updateGeometry();
}

QString RowsCard::columnsKey() const
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    if (const auto table = m_document.table())
        for (const std::string &name : table->columnNames())
            hash.addData(QByteArray::fromStdString(name) + '\n');
    return QStringLiteral("data/columns/") + QString::fromLatin1(hash.result().toHex().left(16));
}

/// The text gets what the others leave.
void RowsCard::fitColumns()
{
    if (m_ownWidths || m_model->columnCount() == 0)
        return;
    m_fitting = true;
    int left = m_table->viewport()->width();
    int widest = -1;
    for (int section = 0; section < m_model->columnCount(); ++section) {
        const auto column = m_model->file()->fileColumn(section);
        const auto role = column ? m_document.roleOf(*column) : std::nullopt;
        const double units = section == m_model->file()->tokensColumn() ? 9
                             : !column                                  ? 8
                             : role == Role::Label                      ? 20
                                                                        : 24;
        m_header->resizeSection(section, Theme::units(units));
        left -= Theme::units(units);
        if (role == Role::Text)
            widest = section;
    }
    if (widest >= 0)
        m_header->resizeSection(widest, qMax(Theme::units(24), left + Theme::units(24)));
    m_fitting = false;
    m_header->placeChips();
}

void RowsCard::saveColumns()
{
    m_ownWidths = true;
    QVariantList widths;
    for (int section = 0; section < m_header->count(); ++section)
        widths.append(m_header->sectionSize(section));
    m_view.setValue(columnsKey(), widths);
}

void RowsCard::restoreColumns()
{
    const QVariantList widths = m_view.value(columnsKey()).toList();
    m_ownWidths = widths.size() == m_header->count();
    m_fitting = true;
    for (int section = 0; m_ownWidths && section < m_header->count(); ++section)
        m_header->resizeSection(section, widths[section].toInt());
    m_fitting = false;
}

bool RowsCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        fitColumns();
        showFoot();
    }
    return Card::eventFilter(watched, event);
}

void RowsCard::refreshCells()
{
    m_model->refresh();
    fitColumns();
    showChoices();
    showFoot();
}

void RowsCard::showFoot()
{
    const bool lines = m_stack->currentWidget() == m_lines;
    const qint64 rows = lines ? m_linesModel->rowCount() : m_model->rowCount();
    const int first = m_table->rowAt(0);
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    m_range->setText(lines || first < 0
                         ? tr("%Ln row(s)", nullptr, int(rows))
                         : tr("Rows %1 to %2 of %3")
                               .arg(words::whole(first + 1),
                                    words::whole(last < 0 ? rows : last + 1), words::whole(rows)));
    m_legend->setText(tr("Bold: longer than the cut-off"));
    m_legend->setVisible(!lines && m_document.lengths() != nullptr);
    if (m_document.state() == DataDocument::State::Ready)
        m_counts->setText(countsText(*m_document.table(), m_document.overview()->counts));
}

} // namespace luthier
