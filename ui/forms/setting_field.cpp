// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/setting_field.h"

#include "ui/forms/number_box.h"
#include "ui/forms/quiet_combo_box.h"
#include "ui/shell/choice_words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace luthier {

namespace {

class NumberField : public SettingField
{
public:
    NumberField(const Parameter &parameter, QWidget *parent)
        : SettingField(parent), m_box(new NumberBox(parameter, this))
    {
        setControl(m_box);
        connect(m_box, &NumberBox::edited, this, &SettingField::edited);
    }

    Json value() const override { return m_box->value(); }
    void setValue(const Json &value) override { m_box->setValue(value); }
    void setUnit(const QString &unit) override
    {
        if (unit == QStringLiteral("%"))
            m_box->setPercent(true);
        else
            m_box->setUnit(unit);
    }

private:
    NumberBox *m_box;
};

class FlagField : public SettingField
{
public:
    explicit FlagField(QWidget *parent) : SettingField(parent), m_box(new QCheckBox(this))
    {
        setControl(m_box);
        connect(m_box, &QCheckBox::clicked, this, &SettingField::edited);
    }

    Json value() const override { return m_box->isChecked(); }
    void setValue(const Json &value) override { m_box->setChecked(value == true); }

private:
    QCheckBox *m_box;
};

class TextField : public SettingField
{
public:
    explicit TextField(QWidget *parent) : SettingField(parent), m_edit(new QLineEdit(this))
    {
        setControl(m_edit);
        connect(m_edit, &QLineEdit::textEdited, this, &SettingField::edited);
    }

    Json value() const override { return m_edit->text().toStdString(); }
    void setValue(const Json &value) override
    {
        const QString text =
            value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
        if (text != m_edit->text())
            m_edit->setText(text);
    }

private:
    QLineEdit *m_edit;
};

/// Names with commas between them; a word or pattern that stands for many is one text.
class NamesField : public SettingField
{
public:
    NamesField(const Parameter &parameter, QWidget *parent)
        : SettingField(parent), m_parameter(parameter), m_edit(new QLineEdit(this))
    {
        setControl(m_edit);
        connect(m_edit, &QLineEdit::textEdited, this, &SettingField::edited);
    }

    Json value() const override;
    void setValue(const Json &value) override;

private:
    bool standsForMany(const QString &text) const;

    Parameter m_parameter;
    QLineEdit *m_edit;
};

bool NamesField::standsForMany(const QString &text) const
{
    const std::string word = text.toStdString();
    if (word == "auto" || word == "all-linear" || m_parameter.initial == word)
        return true;
    // Names of modules hold none of these; patterns can hardly do without.
    return text.contains(QRegularExpression(QStringLiteral(R"([*+?|()\[\]\\^$])")));
}

Json NamesField::value() const
{
    const QString text = m_edit->text().trimmed();
    if (standsForMany(text))
        return text.toStdString();
    Json names = Json::array();
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            names.push_back(name.trimmed().toStdString());
    return names;
}

void NamesField::setValue(const Json &value)
{
    if (m_edit->hasFocus() && this->value() == value)
        return;
    QStringList names;
    if (value.is_string())
        names.append(QString::fromStdString(value.get<std::string>()));
    for (const Json &name : value.is_array() ? value : Json::array())
        names.append(QString::fromStdString(name.get<std::string>()));
    m_edit->setText(names.join(QStringLiteral(", ")));
}

/// One of some words, or yes, no and undecided.
class ChoiceField : public SettingField
{
public:
    ChoiceField(std::vector<Json> values, QWidget *parent)
        : SettingField(parent), m_values(std::move(values)), m_box(new QuietComboBox(this))
    {
        setControl(m_box);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        for (size_t i = 0; i < m_values.size(); ++i)
            m_box->addItem({});
        connect(m_box, &QComboBox::activated, this, &SettingField::edited);
        setTexts();
    }

    Json value() const override
    {
        return m_box->currentIndex() < 0 ? Json() : m_values[size_t(m_box->currentIndex())];
    }
    void setValue(const Json &value) override;
    void setTexts() override
    {
        for (size_t i = 0; i < m_values.size(); ++i)
            m_box->setItemText(int(i), choiceWords(m_values[i]));
    }

private:
    std::vector<Json> m_values;
    QuietComboBox *m_box;
};

void ChoiceField::setValue(const Json &value)
{
    auto found = std::ranges::find(m_values, value);
    if (found == m_values.end()) {
        // Given by hand, such as an object of class weights: kept as one more choice.
        m_values.push_back(value);
        m_box->addItem(choiceWords(value));
        found = std::prev(m_values.end());
    }
    m_box->setCurrentIndex(int(found - m_values.begin()));
}

} // namespace

SettingField *SettingField::create(const Parameter &parameter, QWidget *parent)
{
    using Kind = Parameter::Kind;
    switch (parameter.kind) {
    case Kind::Whole:
    case Kind::Number:
        return new NumberField(parameter, parent);
    case Kind::Flag:
        if (parameter.initial.is_null())
            return new ChoiceField({nullptr, true, false}, parent);
        return new FlagField(parent);
    case Kind::Choice:
        return new ChoiceField({parameter.choices.begin(), parameter.choices.end()}, parent);
    case Kind::Names:
        return new NamesField(parameter, parent);
    case Kind::Text:
        break;
    }
    return new TextField(parent);
}

void SettingField::setControl(QWidget *control)
{
    m_control = control;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(control);
    setFocusProxy(control);
}

void SettingField::describe(const QString &name, const QString &description, const QString &toolTip,
                            bool invalid)
{
    m_control->setProperty("invalid", invalid);
    m_control->update();
    m_control->setAccessibleName(name);
    m_control->setAccessibleDescription(description);
    m_control->setToolTip(toolTip);
}

} // namespace luthier
