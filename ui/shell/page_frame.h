// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QVBoxLayout;
class QWidget;

namespace luthier {

/// Lays out a page: margins by the window's width, `header` fixed at the top, below it a column
/// that scrolls when it is higher than the page.
class PageFrame
{
public:
    /// `widest`: the content's widest line in units (forms and texts); 0: as wide as the page.
    PageFrame(QWidget *header, QWidget *page, int widest = 0);

    QVBoxLayout *content() const { return m_content; }

private:
    QVBoxLayout *m_content;
};

} // namespace luthier
