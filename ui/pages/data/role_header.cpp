// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/role_header.h"

#include "ui/pages/data/problem_texts.h"
#include "ui/shell/words.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icon.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>

namespace luthier {

namespace {

constexpr std::optional<Role> choices[]{Role::Text, Role::TextPair, Role::Label,
                                        Role::Id,   Role::Split,    std::nullopt};

} // namespace

RoleHeader::RoleHeader(DataDocument &document, const RowsModel &rows, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_document(document), m_rows(rows)
{
    setObjectName(QStringLiteral("dataHeader"));
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(false);
    setMinimumSectionSize(Theme::units(6));
    connect(this, &QHeaderView::sectionResized, this, &RoleHeader::placeChips);
    connect(this, &QHeaderView::geometriesChanged, this, &RoleHeader::placeChips);
}

QSize RoleHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), Theme::units(5)};
}

void RoleHeader::clear()
{
    for (Chip *chip : std::as_const(m_chips)) {
        chip->setObjectName({});
        chip->hide();
        chip->deleteLater(); // its menu may be what asked for this
    }
    m_chips.clear();
}

void RoleHeader::refresh()
{
    for (auto it = m_chips.cbegin(); it != m_chips.cend(); ++it)
        showRole(*it.value(), it.key());
    placeChips();
    viewport()->update();
}

void RoleHeader::placeChips()
{
    if (!m_rows.file())
        return;
    for (Chip *chip : std::as_const(m_chips))
        chip->hide();
    for (int section = 1; section < count(); ++section) {
        const int left = sectionViewportPosition(section);
        if (left > viewport()->width())
            break;
        const int width = sectionSize(section);
        if (left + width < 0 || !m_rows.file()->fileColumn(section) || isSectionHidden(section))
            continue;
        Chip *chip = chipFor(section);
        const QSize size = chip->sizeHint();
        if (size.width() + Theme::units(5) > width)
            continue;
        chip->setGeometry(left + width - size.width() - Theme::units(1),
                          (height() - size.height()) / 2, size.width(), size.height());
        chip->show();
    }
}

Chip *RoleHeader::chipFor(int section)
{
    if (Chip *chip = m_chips.value(section))
        return chip;
    auto *chip = new Chip(viewport());
    chip->setObjectName(QStringLiteral("dataRole_%1").arg(*m_rows.file()->fileColumn(section)));
    chip->setCheckable(true);
    auto *menu = new QMenu(chip);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, section] { fillMenu(*menu, section); });
    // A press toggles a checkable button, yet the look is the role's.
    connect(chip, &QToolButton::toggled, this, [this, chip, section] { showRole(*chip, section); });
    chip->setMenu(menu);
    m_chips.insert(section, chip);
    showRole(*chip, section);
    return chip;
}

void RoleHeader::showRole(Chip &chip, int section) const
{
    const int column = *m_rows.file()->fileColumn(section);
    const auto role = m_document.roleOf(column);
    const QString name = model()->headerData(section, Qt::Horizontal).toString();
    const auto reason = m_document.reasonOf(column);
    const QSignalBlocker blocker(chip);
    chip.setText(roleName(role));
    chip.setChecked(role.has_value());
    chip.setMuted(!role);
    chip.setAccessibleName(tr("Role of column %1: %2").arg(name, roleName(role)));
    chip.setToolTip(reason ? words::of(*reason) : tr("What the column is to the training"));
}

void RoleHeader::fillMenu(QMenu &menu, int section)
{
    menu.clear();
    const int column = *m_rows.file()->fileColumn(section);
    auto *group = new QActionGroup(&menu);
    for (const auto &choice : choices) {
        QAction *action = menu.addAction(roleName(choice));
        action->setObjectName(QStringLiteral("role_%1").arg(choice ? int(*choice) : -1));
        action->setCheckable(true);
        action->setChecked(choice == m_document.roleOf(column));
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, column, choice] { Q_EMIT roleChosen(column, choice); });
    }
    menu.addSeparator();
    for (const bool descending : {false, true}) {
        QAction *action =
            menu.addAction(descending ? tr("Sort, largest first") : tr("Sort, smallest first"));
        connect(action, &QAction::triggered, this, [this, section, descending] {
            setSortIndicator(section, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
}

void RoleHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::current();
    painter->save();
    painter->fillRect(rect, theme.color(Theme::Token::Alternate));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      theme.color(Theme::Token::Line));
    const bool ofFile = m_rows.file() && m_rows.file()->fileColumn(section);
    QFont font = Theme::font(ofFile ? Theme::Type::Body : Theme::Type::Caption);
    if (ofFile)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme.color(ofFile ? Theme::Token::Text : Theme::Token::SecondaryText));
    const bool sorted = sortIndicatorSection() == section;
    const int arrow = sorted ? luthier::iconSize(12) + Theme::units(0.5) : 0;
    const Chip *chip = m_chips.value(section);
    const int chipWidth = chip && chip->isVisible() ? chip->width() + Theme::units(1) : 0;
    QRect place = rect.adjusted(Theme::unit(), 0, -Theme::unit() - chipWidth - arrow, 0);
    const QString text = painter->fontMetrics().elidedText(
        model()->headerData(section, Qt::Horizontal).toString(), Qt::ElideRight, place.width());
    const bool isNumber =
        section == 0 || (m_rows.file() && section == m_rows.file()->tokensColumn());
    painter->drawText(place, (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
    if (sorted) {
        const int x = isNumber ? place.right() + 1
                               : place.left() + painter->fontMetrics().horizontalAdvance(text);
        drawIcon(*painter,
                 sortIndicatorOrder() == Qt::DescendingOrder ? QStringLiteral("chevron-down")
                                                             : QStringLiteral("chevron-up"),
                 QRectF(x + Theme::units(0.5), rect.top(), luthier::iconSize(12), rect.height()),
                 theme.color(Theme::Token::Text));
    }
    painter->restore();
}

void RoleHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    placeChips();
}

} // namespace luthier
