// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_frame.h"

#include "ui/shell/theme.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace luthier {

namespace {

/// Keeps margins (3 units, 2 where the page is narrow) and the height that the content needs beside
/// its scroll bar; a scroll area by itself asks for the height at its width without the bar.
class Fitting : public QObject
{
public:
    Fitting(QWidget *page, QScrollArea *scroll, QLayout *header, int widest)
        : QObject(page), m_page(page), m_scroll(scroll), m_header(header), m_widest(widest)
    {
        for (QObject *watched :
             std::initializer_list<QObject *>{page, scroll->viewport(), scroll->widget()})
            watched->installEventFilter(this);
        connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &Fitting::setMargins);
        setMargins();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_page && event->type() == QEvent::Resize)
            setMargins();
        else if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
            setHeight();
        return false;
    }

private:
    void setMargins()
    {
        constexpr int narrowBelow = 127; // 1200 px of window without its navigation of 184
        const int side = Theme::units(m_page->width() < Theme::units(narrowBelow) ? 2 : 3);
        m_header->setContentsMargins(side, Theme::units(2), side, Theme::units(2));
        // Not a maximum width of the cards: a layout asks for their height at its own width.
        const int room = m_page->width() - side;
        // The cards' edges stay in line with the header's while there is a scroll bar.
        const QScrollBar *bar = m_scroll->verticalScrollBar();
        const int taken = bar->maximum() > 0 ? bar->sizeHint().width() : 0;
        const int right = (m_widest > 0 ? qMax(side, room - Theme::units(m_widest)) : side) - taken;
        m_scroll->widget()->layout()->setContentsMargins(side, 0, right, Theme::units(2));
    }

    void setHeight()
    {
        QWidget *content = m_scroll->widget();
        const QLayout *layout = content->layout();
        const int width = m_scroll->viewport()->width();
        content->setMinimumHeight(layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                                              : 0);
    }

    QWidget *m_page;
    QScrollArea *m_scroll;
    QLayout *m_header;
    int m_widest;
};

} // namespace

PageFrame::PageFrame(QWidget *header, QWidget *page, int widest)
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
    new Fitting(page, scroll, headerRow, widest);
}

} // namespace luthier
