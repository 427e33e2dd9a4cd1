// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures/detectors.h"

#include "tests/ui/pictures/visible_texts.h"
#include "ui/widgets/text_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRubberBand>
#include <QScreen>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyleOption>
#include <QTabBar>

#include <algorithm>

namespace luthier::detect {

namespace {

QString finding(const QWidget *widget, const QString &what, const QString &text)
{
    constexpr int shown = 60;
    return QStringLiteral("%1: %2: “%3” (%4 x %5)")
        .arg(pathOf(widget), what, QString(text).replace(u'\n', u' ').left(shown))
        .arg(widget->width())
        .arg(widget->height());
}

/// The part of `rect` (in `widget`) that no ancestor cuts off. What a scroll area hides can be
/// scrolled to and is not cut.
bool isCutByAncestor(const QWidget *widget, const QRect &rect)
{
    constexpr int hairline = 1;
    QRect seen = rect;
    for (const QWidget *inner = widget; inner->parentWidget() && !inner->isWindow();
         inner = inner->parentWidget()) {
        seen.translate(inner->pos());
        const QWidget *outer = inner->parentWidget();
        if (qobject_cast<const QAbstractScrollArea *>(outer->parentWidget()))
            return false;
        const QRect room = outer->rect().adjusted(-hairline, -hairline, hairline, hairline);
        if (!room.contains(seen))
            return true;
    }
    return false;
}

/// Shortened on purpose: the whole text is in the tooltip.
bool isInTooltip(const QWidget *widget, const QString &text)
{
    return widget->toolTip().contains(text) || widget->accessibleName().contains(text);
}

bool labelIsCut(const QLabel *label)
{
    if (qobject_cast<const TextLabel *>(label) && !label->hasHeightForWidth())
        return false; // it elides, and its tooltip has the whole text
    const QString text = label->text();
    // Less than this is leading, no letter.
    const int leading = label->fontMetrics().height() / 8;
    const bool wraps = label->wordWrap() || label->hasHeightForWidth();
    if (wraps)
        return label->heightForWidth(label->width()) > label->height() + leading;
    const QSize needed = label->fontMetrics().size(label->buddy() ? Qt::TextShowMnemonic : 0, text);
    const QMargins around = label->contentsMargins();
    // A text's bounds may reach a pixel beyond the width that it is laid out with.
    const bool wide = needed.width() - 1 > label->width() - around.left() - around.right();
    if (wide && label->minimumSizeHint().width() < needed.width())
        return !isInTooltip(label, text);
    return wide || needed.height() > label->height() + leading;
}

bool buttonIsCut(const QAbstractButton *button)
{
    const int needed = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
    if (button->width() >= button->sizeHint().width() || needed == 0)
        return false;
    // It elides by itself when it says that it can be smaller than its text.
    return button->minimumSizeHint().width() >= button->sizeHint().width() ||
           !isInTooltip(button, button->text());
}

bool comboIsCut(const QComboBox *combo)
{
    QStyleOptionComboBox option;
    option.initFrom(combo);
    const QRect field = combo->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                       QStyle::SC_ComboBoxEditField, combo);
    return combo->fontMetrics().horizontalAdvance(combo->currentText()) > field.width() &&
           !combo->toolTip().contains(combo->currentText());
}

/// A number must be seen whole; in other fields what is typed can be walked through by the arrow
/// keys, and only what the empty field says must be whole.
bool lineIsCut(const QLineEdit *line)
{
    const bool isNumber = qobject_cast<const QAbstractSpinBox *>(line->parentWidget());
    const QString text = line->text().isEmpty() ? line->placeholderText() : line->text();
    if (text.isEmpty() || (!isNumber && !line->text().isEmpty()))
        return false;
    QStyleOptionFrame option;
    option.initFrom(line);
    option.lineWidth = line->hasFrame()
                           ? line->style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, line)
                           : 0;
    const QMargins around = line->textMargins();
    constexpr int besideText = 2; // px that QLineEdit keeps free on each side
    int room = line->style()->subElementRect(QStyle::SE_LineEditContents, &option, line).width() -
               around.left() - around.right() - 2 * besideText;
    for (const auto *icon : line->findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly))
        room -= icon->isVisible() ? icon->width() : 0;
    return line->fontMetrics().horizontalAdvance(text) > room &&
           (isNumber || !isInTooltip(line, text));
}

void addCutCells(const QAbstractItemView *view, QStringList &out)
{
    const QAbstractItemModel *model = view->model();
    if (!model)
        return;
    constexpr int enough = 50;
    for (int row = 0; row < std::min(enough, model->rowCount(view->rootIndex())); ++row)
        for (int column = 0; column < model->columnCount(view->rootIndex()); ++column) {
            const QModelIndex cell = model->index(row, column, view->rootIndex());
            const QString text = cell.data().toString();
            const QRect place = view->visualRect(cell);
            if (text.isEmpty() || !place.intersects(view->viewport()->rect()))
                continue;
            const bool cut = view->fontMetrics().horizontalAdvance(text) > place.width();
            if (cut && !cell.data(Qt::ToolTipRole).toString().contains(text))
                out << finding(view, QStringLiteral("cell is cut without a tooltip"), text);
        }
}

void addCutSections(const QHeaderView *header, QStringList &out)
{
    const QAbstractItemModel *model = header->model();
    for (int section = 0; model && section < header->count(); ++section) {
        const QString text = model->headerData(section, header->orientation()).toString();
        const bool cut =
            !header->isSectionHidden(section) &&
            header->fontMetrics().horizontalAdvance(text) > header->sectionSize(section);
        const auto tip = model->headerData(section, header->orientation(), Qt::ToolTipRole);
        if (cut && header->orientation() == Qt::Horizontal && !tip.toString().contains(text))
            out << finding(header, QStringLiteral("header is cut without a tooltip"), text);
    }
}

/// Widgets that lie over others as they should.
bool mayCover(const QWidget *widget)
{
    return widget->isWindow() || widget->property("floating").toBool() ||
           qobject_cast<const QRubberBand *>(widget) ||
           qobject_cast<const QSplitterHandle *>(widget) ||
           widget->testAttribute(Qt::WA_TransparentForMouseEvents);
}

/// Qt lays these out itself.
bool isQtsOwn(const QWidget *parent)
{
    return qobject_cast<const QAbstractScrollArea *>(parent) ||
           qobject_cast<const QTabBar *>(parent) || qobject_cast<const QComboBox *>(parent);
}

} // namespace

QStringList clippedTexts(const QWidget *window)
{
    QStringList out;
    for (const QWidget *widget : visibleWidgets(window)) {
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            if (!label->text().isEmpty() &&
                (labelIsCut(label) || isCutByAncestor(label, label->rect())))
                out << finding(label, QStringLiteral("text is cut"), label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            if (!qobject_cast<const QHeaderView *>(button->parentWidget()) &&
                (buttonIsCut(button) || isCutByAncestor(button, button->rect())))
                out << finding(button, QStringLiteral("button is cut"), button->text());
        } else if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            if (comboIsCut(combo))
                out << finding(combo, QStringLiteral("choice is cut"), combo->currentText());
        } else if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
            if (lineIsCut(line))
                out << finding(line, QStringLiteral("field is cut"),
                               line->text() + line->placeholderText());
        } else if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
            addCutSections(header, out);
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
            addCutCells(view, out);
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                if (tabs->isTabVisible(tab) && !tabs->rect().contains(tabs->tabRect(tab)))
                    out << finding(tabs, QStringLiteral("tab is cut"), tabs->tabText(tab));
        }
    }
    return out;
}

QStringList overlaps(const QWidget *window)
{
    constexpr int border = 1;
    QStringList out;
    for (const QWidget *parent : visibleWidgets(window)) {
        if (isQtsOwn(parent))
            continue;
        std::vector<const QWidget *> children;
        for (const QObject *child : parent->children())
            if (const auto *widget = qobject_cast<const QWidget *>(child);
                widget && widget->isVisible() && !widget->size().isEmpty() && !mayCover(widget))
                children.push_back(widget);
        for (size_t first = 0; first < children.size(); ++first)
            for (size_t second = first + 1; second < children.size(); ++second) {
                const QRect shared = children[first]->geometry() & children[second]->geometry();
                if (shared.width() > border && shared.height() > border)
                    out << finding(children[first], QStringLiteral("is covered in part by"),
                                   pathOf(children[second]));
            }
    }
    return out;
}

QStringList missingGlyphs(const QWidget *window)
{
    QStringList out;
    for (const VisibleText &shown : visibleTexts(window)) {
        const QFontMetrics metrics(shown.font);
        for (const char32_t letter : shown.text.toStdU32String()) {
            const bool visible =
                (QChar::isPrint(letter) || QChar::category(letter) == QChar::Other_PrivateUse) &&
                !QChar::isSpace(letter);
            if (visible && !metrics.inFontUcs4(letter)) {
                out << finding(shown.widget,
                               QStringLiteral("no font has U+%1").arg(uint(letter), 4, 16),
                               shown.text);
                break;
            }
        }
    }
    return out;
}

QStringList sidewaysScrolling(const QWidget *window)
{
    QStringList out;
    for (const QWidget *widget : visibleWidgets(window)) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(widget)) {
            const QScrollBar *bar = area->horizontalScrollBar();
            if (bar->isVisible() && bar->maximum() > bar->minimum() &&
                !area->property("maySlide").toBool())
                out << finding(area, QStringLiteral("scrolls sideways"), QString());
        }
        const auto *stack = qobject_cast<const QStackedWidget *>(widget->parentWidget());
        if (stack && widget->minimumSizeHint().width() > widget->width())
            out << finding(widget,
                           QStringLiteral("needs %1 px of width, has %2")
                               .arg(widget->minimumSizeHint().width())
                               .arg(widget->width()),
                           QString());
        if (stack && widget->minimumSizeHint().height() > widget->height())
            out << finding(widget,
                           QStringLiteral("needs %1 px of height, has %2")
                               .arg(widget->minimumSizeHint().height())
                               .arg(widget->height()),
                           QString());
    }
    return out;
}

QStringList largerThanScreen(const QWidget *window)
{
    const QSize room = window->screen()->availableSize();
    if (window->width() <= room.width() && window->height() <= room.height())
        return {};
    return {finding(window, QStringLiteral("is larger than the screen"),
                    QStringLiteral("%1 x %2").arg(window->width()).arg(window->height()))};
}

} // namespace luthier::detect
