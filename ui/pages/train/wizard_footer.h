// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace luthier {

class TextLabel;

/// The bar below the wizard: start over, why it does not go on, Back and Next.
class WizardFooter : public QWidget
{
    Q_OBJECT

public:
    explicit WizardFooter(QWidget *parent = nullptr);

    /// `next`: the name of the next step; empty: the last one, Next starts the run. `reason`: why
    /// Next is blocked, empty when it is not.
    void setState(const QString &next, const QString &reason, bool first, bool anyChoice);

Q_SIGNALS:
    void startOver();
    void back();
    void next();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_startOver, *m_back, *m_next;
    TextLabel *m_reason;
};

} // namespace luthier
