// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <QAbstractSpinBox>

class QLabel;

namespace luthier {

/// A number typed by locale or as 5e-5, stepped by arrow keys and buttons: by ones, or along
/// 1, 2, 5, 10 where the scale is logarithmic. What is typed is kept, right or wrong; the form says
/// what is wrong. The wheel scrolls the page unless the box has the focus.
class NumberBox : public QAbstractSpinBox
{
    Q_OBJECT

public:
    NumberBox(const Parameter &parameter, QWidget *parent = nullptr);

    /// Written behind the number: "tokens".
    void setUnit(const QString &unit);
    /// Shows 0.15 as 15 with the unit %.
    void setPercent(bool percent);

    /// A number, a word of the parameter's choices, null when the box is empty, or the text as it
    /// stands when it is none of them.
    Json value() const;
    void setValue(const Json &value);

    void stepBy(int steps) override;
    QValidator::State validate(QString &, int &) const override { return QValidator::Acceptable; }

Q_SIGNALS:
    void edited();

protected:
    StepEnabled stepEnabled() const override { return StepUpEnabled | StepDownEnabled; }
    void wheelEvent(QWheelEvent *event) override;

private:
    QString shownText(const Json &value) const;
    double stepped(double from, int steps) const;

    Parameter m_parameter;
    QLabel *m_unit;
    bool m_percent = false;
};

} // namespace luthier
