// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QLabel>

class QSpacerItem;
class QTextLayout;

namespace luthier {

/// A label of plain text. It wraps at word boundaries, or anywhere where a word is longer than the
/// line; lines of a text with several stand 1.4 of the size apart (1.5 where there is Hangul). Or
/// it is one line, cut with "…" and the whole text in the tooltip. `role` is a look of the style
/// sheet: "caption", "secondary", "strong", "cardTitle", "bannerTitle", "stepTitle", "tileNumber",
/// "pageTitle", "answer", "error", "warning", "good"; empty: body.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const QString &role = {}, QWidget *parent = nullptr);

    void setRole(const QString &role);
    /// One line, cut at `mode` (at the end for texts, in the middle for file names).
    void setElided(Qt::TextElideMode mode);
    /// A short sentence in bold and in `color` before the text; empty: none.
    void setLead(const QString &lead, Theme::Token color);
    /// Colour instead of the role's.
    void setColor(std::optional<Theme::Token> color);

    bool hasHeightForWidth() const override { return !m_elide; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString shown() const;
    QString elided() const;
    int layOut(QTextLayout &layout, int width) const;

    std::optional<Qt::TextElideMode> m_elide{};
    QString m_lead;
    Theme::Token m_leadColor = Theme::Token::Text;
    std::optional<Theme::Token> m_color{};
};

/// Air in a column that takes what is left over, but does not ask for more as a stretch does.
QSpacerItem *looseAir();

} // namespace luthier
