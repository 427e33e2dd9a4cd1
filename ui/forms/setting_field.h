// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <QWidget>

namespace luthier {

/// The control for one parameter, whatever its kind. It holds no opinion of its own: what is wrong
/// with a value, `core` says.
class SettingField : public QWidget
{
    Q_OBJECT

public:
    /// The field for the parameter's kind.
    static SettingField *create(const Parameter &parameter, QWidget *parent);

    virtual Json value() const = 0;
    virtual void setValue(const Json &value) = 0;
    /// Written behind the value where there is room: "tokens", "%". "%" shows shares as percent.
    virtual void setUnit(const QString &) {}
    /// Words of choices in the language of now.
    virtual void setTexts() {}
    /// What a screen reader says of the control, its tooltip, and whether its value is refused.
    void describe(const QString &name, const QString &description, const QString &toolTip,
                  bool invalid);
    /// The control's object name, for tests and style.
    void setControlName(const QString &objectName) { m_control->setObjectName(objectName); }

Q_SIGNALS:
    void edited();

protected:
    explicit SettingField(QWidget *parent) : QWidget(parent) {}
    /// Lets `control` fill the field, take its focus and its names.
    void setControl(QWidget *control);

private:
    QWidget *m_control = nullptr;
};

} // namespace luthier
