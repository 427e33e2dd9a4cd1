// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style.h"

#include "ui/shell/focus_ring.h"
#include "ui/shell/style_paint.h"
#include "ui/widgets/icon.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QTextEdit>
#include <QTreeView>

namespace luthier {

namespace {

using Token = Theme::Token;

/// The cell or row that the keyboard is at.
void drawItemFocus(QPainter &painter, const QRect &rect)
{
    paint::panel(painter, rect, 0, QColor(), Theme::current().color(Token::Accent), 2);
}

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

/// Room at both sides of a cell's or header's text.
int cellMargin()
{
    return Theme::units(1);
}

/// More of it at a table's edges, so that its columns stand in line with the card's title.
int edgeMargin()
{
    return Theme::units(1);
}

/// `rect` of a table's cell or header section without the margin at the table's edges.
QRect insideTable(const QRect &rect, const QHeaderView *header, int section,
                  Qt::LayoutDirection direction)
{
    int first = 0, last = header->count() - 1;
    while (first < last && header->isSectionHidden(header->logicalIndex(first)))
        ++first;
    while (last > first && header->isSectionHidden(header->logicalIndex(last)))
        --last;
    const int at = header->visualIndex(section);
    const QRect inside =
        rect.adjusted(at == first ? edgeMargin() : 0, 0, at == last ? -edgeMargin() : 0, 0);
    return QStyle::visualRect(direction, rect, inside);
}

const QHeaderView *headerOf(const QWidget *widget)
{
    const auto *table = qobject_cast<const QTableView *>(widget);
    return table ? table->horizontalHeader() : nullptr;
}

bool selectsRows(const QWidget *widget)
{
    const auto *table = qobject_cast<const QTableView *>(widget);
    return table && table->selectionBehavior() == QAbstractItemView::SelectRows;
}

/// What a table draws under the cells of a row: a hairline between it and the next.
void drawRowLine(QPainter &painter, const QRect &rect)
{
    const double hair = 1 / painter.device()->devicePixelRatioF();
    painter.fillRect(QRectF(rect.left(), rect.bottom() + 1 - hair, rect.width(), hair),
                     Theme::current().color(Token::Line));
}

/// Of a cell whose texts need `size`.
QSize itemSize(const QSize &size, const QWidget *widget)
{
    if (headerOf(widget))
        return size + QSize(edgeMargin(), cellMargin());
    if (qobject_cast<const QTreeView *>(widget))
        return size.expandedTo(QSize(0, Theme::units(4)));
    return size;
}

QSize buttonSize(const QStyleOptionButton &button, const QSize &contents, const QWidget *widget)
{
    const bool small = paint::hasRole(widget, "small");
    const int height = qMax(Theme::units(small ? 3 : 4), contents.height() + Theme::units(0.5));
    if (button.text.isEmpty() && !(button.features & QStyleOptionButton::HasMenu))
        return {height, height};
    // Qt leaves 4 pixels between icon and text, we leave a unit.
    const int gap = button.icon.isNull() ? 0 : Theme::units(1) - 4;
    return {contents.width() + gap + 2 * Theme::units(small ? 1 : 1.5), height};
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_focusRing(new FocusRing(this))
{
}

Style::~Style() = default;

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // With a style sheet Qt does not ask the style for the height of a spin box.
    if (qobject_cast<QAbstractSpinBox *>(widget))
        widget->setMinimumHeight(Theme::units(paint::hasRole(widget, "small") ? 3 : 4));
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        // A selected row says by its ground where the keyboard is.
        if (qobject_cast<const QAbstractItemView *>(widget) &&
            option->state & State_KeyboardFocusChange &&
            !(selectsRows(widget) && option->state & State_Selected))
            drawItemFocus(*painter, option->rect);
        return; // everything else gets the ring
    case PE_PanelLineEdit:
        // The editor inside a spin box or combo box has no frame of its own.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            paint::field(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (isTextField(widget))
            paint::field(*painter, *option, widget);
        else
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_PanelItemViewRow:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (selectsRows(widget))
            drawRowLine(*painter, option->rect);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkMark(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        paint::radioMark(*painter, *option);
        return;
    case PE_PanelButtonTool:
        paint::toolButtonPanel(*painter, *option, widget);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawIcon(*painter,
                     header->sortIndicator == QStyleOptionHeader::SortUp
                         ? QStringLiteral("chevron-up")
                         : QStringLiteral("chevron-down"),
                     option->rect, Theme::current().color(Token::SecondaryText));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_FocusFrame:
        paint::panel(*painter, option->rect, Theme::units(0.75) + 4, QColor(),
                     Theme::current().color(Token::Accent), 2);
        return;
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            paint::buttonPanel(*painter, *button, widget);
            paint::buttonLabel(*painter, *button, widget);
        }
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            const double span = double(bar->maximum) - bar->minimum;
            // Of unknown length: hatched, and still.
            const double share = span > 0 ? (double(bar->progress) - bar->minimum) / span : 1;
            QRect track = bar->rect;
            track.setHeight(qMin(Theme::units(1), track.height()));
            track.moveCenter(bar->rect.center());
            paint::progress(*painter, track, share, bar->direction == Qt::RightToLeft, span <= 0);
        }
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paint::headerSection(*painter, *header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, Theme::current().color(Token::Alternate));
        return;
    case CE_ComboBoxLabel:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            QStyleOptionComboBox plain(*box);
            // Fusion would paint the text in its own tint of the button's colour.
            plain.palette.setColor(QPalette::ButtonText, box->palette.color(QPalette::Text));
            QProxyStyle::drawControl(element, &plain, painter, widget);
        }
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            paint::comboBox(*painter, *box, widget);
        return;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            if (spin->frame)
                paint::field(*painter, *option, widget);
            if (spin->buttonSymbols != QAbstractSpinBox::NoButtons)
                paint::spinArrows(*painter, *spin,
                                  subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget),
                                  subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget));
        }
        return;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            paint::slider(*painter, *slider,
                          subControlRect(CC_Slider, option, SC_SliderGroove, widget),
                          subControlRect(CC_Slider, option, SC_SliderHandle, widget));
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    const int field = Theme::units(paint::hasRole(widget, "small") ? 3 : 4);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return buttonSize(*button, contents, widget);
        break;
    case CT_LineEdit:
        return {contents.width() + Theme::units(2),
                qMax(field, contents.height() + Theme::units(0.5))};
    case CT_ComboBox:
        return {contents.width() + Theme::units(3) + iconSize(14),
                qMax(field, contents.height() + Theme::units(0.5))};
    case CT_SpinBox:
        return {contents.width() + Theme::units(2) + iconSize(14),
                qMax(field, contents.height() + Theme::units(0.5))};
    case CT_ToolButton:
        return contents.expandedTo(QSize(Theme::units(2.25), Theme::units(2.25))) +
               QSize(Theme::units(0.75), Theme::units(0.75));
    case CT_CheckBox:
    case CT_RadioButton:
        return QProxyStyle::sizeFromContents(type, option, contents, widget)
            .expandedTo(QSize(0, Theme::units(3)));
    case CT_HeaderSection:
        return QProxyStyle::sizeFromContents(type, option, contents, widget)
                   .expandedTo(QSize(0, Theme::units(4))) +
               QSize(edgeMargin(), 0);
    case CT_ItemViewItem:
        return itemSize(QProxyStyle::sizeFromContents(type, option, contents, widget), widget);
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    const QRect whole = option->rect;
    const int arrow = iconSize(14), margin = Theme::units(1);
    const auto placed = [&](const QRect &rect) {
        return visualRect(option->direction, whole, rect);
    };
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin) {
        const bool buttons = spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int taken = buttons ? arrow + margin : margin / 2;
        const int left = whole.right() - margin - arrow + 1, half = whole.height() / 2;
        if (subControl == SC_SpinBoxEditField)
            return placed(whole.adjusted(margin, 1, -taken, -1));
        if (subControl == SC_SpinBoxUp)
            return buttons ? placed(QRect(left, whole.top() + 1, arrow, half - 1)) : QRect();
        if (subControl == SC_SpinBoxDown)
            return buttons ? placed(QRect(left, whole.top() + half, arrow, half - 1)) : QRect();
    }
    if (control == CC_ComboBox) {
        const int taken = arrow + margin + margin / 2;
        if (subControl == SC_ComboBoxEditField)
            return placed(whole.adjusted(margin, 1, -taken, -1));
        if (subControl == SC_ComboBoxArrow)
            return placed(QRect(whole.right() - taken + 1, whole.top(), taken, whole.height()));
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    const QHeaderView *header = headerOf(widget);
    if (item && header && item->index.isValid() &&
        (element == SE_ItemViewItemText || element == SE_ItemViewItemDecoration ||
         element == SE_ItemViewItemCheckIndicator)) {
        QStyleOptionViewItem inner(*item);
        inner.rect = insideTable(item->rect, header, item->index.column(), item->direction);
        return QProxyStyle::subElementRect(element, &inner, widget);
    }
    const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const auto *own = qobject_cast<const QHeaderView *>(widget);
    if (section && own && own->orientation() == Qt::Horizontal &&
        (element == SE_HeaderLabel || element == SE_HeaderArrow)) {
        QStyleOptionHeader inner(*section);
        inner.rect = insideTable(section->rect, own, section->section, section->direction);
        return QProxyStyle::subElementRect(element, &inner, widget);
    }
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return option->rect.adjusted(Theme::units(1), 1, -Theme::units(1), -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        // Room for the round corners, which the white ground of the text would cover.
        return isTextField(widget) ? Theme::units(0.75)
                                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_FocusFrameHMargin:
        // Qt puts one pixel more between a cell's border and its text.
        if (headerOf(widget) || qobject_cast<const QTreeView *>(widget))
            return cellMargin() - 1;
        [[fallthrough]];
    case PM_FocusFrameVMargin:
        return 4; // 2 pixels of air, 2 of ring
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SliderLength:
        return Theme::units(2);
    case PM_SliderThickness:
        return Theme::units(3);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return Theme::units(1);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return iconSize(16);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return Theme::units(1.5);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Theme::units(1);
    case PM_HeaderMargin:
        return cellMargin();
    case PM_SplitterWidth:
        return Theme::units(1);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_ComboBox_Popup:
        return 0;
    case SH_UnderlineShortcut:
        return qobject_cast<const QMenu *>(widget) != nullptr;
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace luthier
