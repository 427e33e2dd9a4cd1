// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_tools.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSlider>
#include <QToolButton>

namespace luthier {

namespace {

constexpr int stepsOfSlider = 18; // 0 to 0.9
constexpr double largestSmoothing = 0.9;

QString withKey(const QString &text, const QAction &action)
{
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    return key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key);
}

} // namespace

ChartTools::ChartTools(QWidget *parent)
    : QWidget(parent), logarithmic(makeAction("logarithmic", nullptr, Qt::Key_L)),
      zoom(makeAction("zoom", "zoom", {})), reset(makeAction("resetZoom", "expand", {})),
      table(makeAction("tableView", "table", Qt::Key_T)),
      saveSvg(makeAction("saveSvg", nullptr, {})), savePng(makeAction("savePng", nullptr, {})),
      saveCsv(makeAction("saveCsv", nullptr, {})),
      copy(makeAction("copyValues", "copy", QKeySequence::Copy)),
      m_smoothingName(new TextLabel(QStringLiteral("caption"), this)),
      m_smoothingValue(new TextLabel(QStringLiteral("figure"), this)),
      m_smoothing(new QSlider(Qt::Horizontal, this)), m_saveMenu(new QMenu(this))
{
    logarithmic->setCheckable(true);
    table->setCheckable(true);
    m_smoothing->setObjectName(QStringLiteral("smoothing"));
    m_smoothing->setRange(0, stepsOfSlider);
    m_smoothing->setPageStep(2);
    m_smoothing->setFixedWidth(Theme::units(9));
    m_smoothingValue->setFixedWidth(
        m_smoothingValue->fontMetrics().horizontalAdvance(QLocale().toString(0.85, 'f', 2)) + 2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::units(0.5));
    row->addWidget(m_smoothingName);
    row->addWidget(m_smoothing);
    row->addWidget(m_smoothingValue);
    for (QAction *action : {logarithmic, zoom, reset, table})
        row->addWidget(makeButton(action));
    m_save = makeButton(nullptr);
    m_save->setObjectName(QStringLiteral("saveChart"));
    m_save->setIcon(icon(QStringLiteral("save"), 16));
    m_save->setPopupMode(QToolButton::InstantPopup);
    m_saveMenu->addActions({saveSvg, savePng, saveCsv, copy});
    m_save->setMenu(m_saveMenu);
    row->addWidget(m_save);
    connect(m_smoothing, &QSlider::valueChanged, this, [this] {
        showSmoothing();
        Q_EMIT smoothingChanged(smoothing());
    });
    setTexts();
}

QAction *ChartTools::makeAction(const char *name, const char *iconName, const QKeySequence &key)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    if (iconName)
        action->setIcon(icon(QLatin1String(iconName), 16));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

QToolButton *ChartTools::makeButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setProperty("role", QStringLiteral("quiet small"));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    if (!action)
        return button;
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setDefaultAction(action);
    button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                       : Qt::ToolButtonIconOnly);
    return button;
}

void ChartTools::setTexts()
{
    m_smoothingName->setText(tr("Smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing of the training curve"));
    m_smoothing->setToolTip(
        tr("How much the training curve is smoothed; the faint line shows the raw values"));
    logarithmic->setText(tr("Log"));
    logarithmic->setToolTip(withKey(tr("Logarithmic scale"), *logarithmic));
    zoom->setText(tr("Zoom"));
    zoom->setToolTip(tr("Zoom to a frame: draw it with the mouse (Shift and drag)"));
    reset->setText(tr("Reset"));
    reset->setToolTip(tr("Leave the zoom; once more: show all (0)"));
    table->setText(tr("Table"));
    table->setToolTip(withKey(tr("Show the numbers as a table"), *table));
    saveSvg->setText(tr("Save as SVG…"));
    savePng->setText(tr("Save as PNG…"));
    saveCsv->setText(tr("Save as CSV…"));
    copy->setText(tr("Copy values"));
    m_save->setToolTip(tr("Save or copy this chart"));
    m_save->setAccessibleName(tr("Save or copy this chart"));
    for (QToolButton *button : findChildren<QToolButton *>())
        if (const QAction *action = button->defaultAction())
            button->setAccessibleName(action->toolTip());
    showSmoothing();
}

void ChartTools::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
}

void ChartTools::setForLines(bool lines)
{
    setSmoothingShown(lines);
    for (QAction *action : {logarithmic, zoom, reset}) {
        action->setVisible(lines);
        action->setEnabled(lines);
    }
    for (QToolButton *button : findChildren<QToolButton *>())
        if (button->defaultAction())
            button->setVisible(button->defaultAction()->isVisible());
}

void ChartTools::setSmoothingShown(bool shown)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_smoothingName, m_smoothing, m_smoothingValue})
        widget->setVisible(shown);
}

double ChartTools::smoothing() const
{
    return largestSmoothing * m_smoothing->value() / stepsOfSlider;
}

void ChartTools::setSmoothing(double smoothing)
{
    m_smoothing->setValue(qRound(smoothing / largestSmoothing * stepsOfSlider));
    showSmoothing();
}

void ChartTools::showSmoothing()
{
    const QString text = QLocale().toString(smoothing(), 'g', 2);
    m_smoothingValue->setText(text);
    m_smoothing->setAccessibleDescription(text);
}

QList<QAction *> ChartTools::all() const
{
    return {logarithmic, zoom, reset, table, saveSvg, savePng, saveCsv, copy};
}

} // namespace luthier
