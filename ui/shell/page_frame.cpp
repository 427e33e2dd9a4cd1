// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_frame.h"

#include "ui/shell/theme.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace luthier {

namespace {

/// Margins of 3 units, 2 where the page is narrow.
class Margins : public QObject
{
public:
    Margins(QWidget *page, QLayout *header, QLayout *content)
        : QObject(page), m_header(header), m_content(content)
    {
        page->installEventFilter(this);
        set(page->width());
    }

    bool eventFilter(QObject *page, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            set(static_cast<QWidget *>(page)->width());
        return false;
    }

private:
    void set(int width)
    {
        constexpr int narrowBelow = 127; // 1200 px of window without its navigation of 184
        const int side = Theme::units(width < Theme::units(narrowBelow) ? 2 : 3);
        m_header->setContentsMargins(side, Theme::units(2), side, Theme::units(2));
        m_content->setContentsMargins(side, 0, side, Theme::units(2));
    }

    QLayout *m_header, *m_content;
};

} // namespace

PageFrame::PageFrame(QWidget *header, QWidget *page)
{
    auto *scroll = new QScrollArea(page);
    scroll->setObjectName(QStringLiteral("pageScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    inside->setObjectName(QStringLiteral("pageContent"));
    m_content = new QVBoxLayout(inside);
    m_content->setSpacing(Theme::units(2));
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);

    auto *headerRow = new QVBoxLayout;
    headerRow->addWidget(header);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(headerRow);
    column->addWidget(scroll, 1);
    new Margins(page, headerRow, m_content);
}

} // namespace luthier
