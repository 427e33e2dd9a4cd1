// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/shell/brand.h"
#include "ui/shell/navigation_button.h"
#include "ui/shell/theme.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace luthier {

Navigation::Navigation(const std::vector<PageInfo> &catalog, QWidget *parent)
    : QFrame(parent), m_catalog(catalog), m_mark(new QLabel(this)),
      m_name(new TextLabel(QStringLiteral("stepTitle"), this))
{
    setObjectName(QStringLiteral("navigation"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(brand());
    int lastGroup = -1;
    for (const PageInfo &info : m_catalog)
        if (info.icon)
            lastGroup = std::max(lastGroup, info.group);
    int group = -1;
    for (const PageInfo &info : m_catalog) {
        if (!info.icon)
            continue;
        if (info.group != group && info.group == lastGroup)
            layout->addStretch();
        else if (info.group != group && group >= 0)
            layout->addWidget(line());
        group = info.group;
        addEntry(info);
    }
    setWidths();
    setTexts();
}

QWidget *Navigation::brand()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, Theme::units(2));
    layout->addWidget(m_mark);
    layout->addWidget(m_name, 1);
    m_name->setText(QStringLiteral("Luthier"));
    m_name->setObjectName(QStringLiteral("brandName"));
    return row;
}

QWidget *Navigation::line()
{
    auto *line = new QFrame(this);
    line->setObjectName(QStringLiteral("separator"));
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(Theme::units(2) + 1);
    return line;
}

void Navigation::addEntry(const PageInfo &info)
{
    auto *button = new NavigationButton(QString::fromUtf8(info.icon), this);
    button->setObjectName(info.id + QStringLiteral("Entry"));
    button->setAutoExclusive(true);
    m_entries.push_back({&info, button});
    connect(button, &NavigationButton::clicked, this, [this, &info] { Q_EMIT chosen(info.id); });
    layout()->addWidget(button);
}

void Navigation::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    setWidths();
}

void Navigation::setWidths()
{
    layout()->setContentsMargins(Theme::units(1), Theme::units(2), Theme::units(1),
                                 Theme::units(1));
    m_mark->setPixmap(brandMark(Theme::units(3), devicePixelRatioF()));
    m_mark->setAlignment(m_narrow ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    m_mark->setIndent(m_narrow ? 0 : Theme::units(1));
    m_name->setVisible(!m_narrow);
    for (const Entry &entry : m_entries)
        entry.button->setNarrow(m_narrow);
    setFixedWidth(m_narrow ? Theme::units(7)
                           : qMax(Theme::units(23), layout()->sizeHint().width()));
}

void Navigation::setCurrent(const QString &pageId)
{
    QString owner = pageId;
    for (const PageInfo &info : m_catalog)
        if (info.id == pageId && !info.belongsTo.isEmpty())
            owner = info.belongsTo;
    for (const Entry &entry : m_entries)
        if (entry.info->id == owner)
            entry.button->setChecked(true);
}

void Navigation::setRunsGoing(int count)
{
    m_runsGoing = count;
    setTexts();
}

QStringList Navigation::entries() const
{
    QStringList ids;
    for (const Entry &entry : m_entries)
        ids << entry.info->id;
    return ids;
}

void Navigation::setTexts()
{
    setAccessibleName(tr("Pages"));
    int number = 0;
    for (const Entry &entry : m_entries) {
        ++number;
        const QKeySequence key =
            number <= 8 ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)) : QKeySequence();
        entry.button->setTexts(QCoreApplication::translate("Pages", entry.info->name), key);
        if (entry.info->id == QLatin1String("runs"))
            entry.button->setCount(m_runsGoing, tr("%n run(s) going", nullptr, m_runsGoing));
    }
    setWidths();
}

void Navigation::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        setWidths();
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color(Theme::Token::Side));
    painter.fillRect(QRect(width() - 1, 0, 1, height()),
                     Theme::current().color(Theme::Token::Line));
}

void Navigation::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                 [](const Entry &entry) { return entry.button->hasFocus(); });
    if (step == 0 || at == m_entries.end())
        return QFrame::keyPressEvent(event);
    const auto next = size_t(at - m_entries.begin()) + m_entries.size() + size_t(step);
    m_entries[next % m_entries.size()].button->setFocus(Qt::TabFocusReason);
}

} // namespace luthier
