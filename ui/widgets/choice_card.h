// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QVBoxLayout;

namespace luthier {

class Badge;
class TextLabel;

/// A card that is chosen as a whole: a radio button for keyboard and screen readers. Put the cards
/// of one choice into an exclusive QButtonGroup; arrows then move between them. A card can be
/// blocked (ui/widgets/blocked.h).
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChoiceCard(QWidget *parent = nullptr);

    /// Also the accessible name.
    void setTitle(const QString &title);
    /// Beside the title: "Suggested here".
    Badge *badge() const { return m_badge; }
    /// Below the title.
    QVBoxLayout *body() const { return m_body; }
    /// Takes `widget`, a diagram, and puts it at the end side.
    void setAside(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void nextCheckState() override;

private:
    QRect mark() const;

    TextLabel *m_title;
    Badge *m_badge;
    QVBoxLayout *m_body;
    QVBoxLayout *m_aside;
};

} // namespace luthier
