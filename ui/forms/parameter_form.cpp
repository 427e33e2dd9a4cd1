// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/parameter_form.h"

#include "core/base/result.h"
#include "core/runs/setting_check.h"
#include "ui/forms/number_text.h"
#include "ui/forms/setting_field.h"
#include "ui/session/plan_document.h"
#include "ui/shell/choice_words.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/form_row.h"

#include <QApplication>
#include <QFocusEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace luthier {

struct ParameterForm::Row
{
    FormEntry entry;
    SettingField *field = nullptr;
    FormRow *widget = nullptr;
    bool changed = false;
    QString error{};
};

namespace {

/// per_device_train_batch_size -> perDeviceTrainBatchSize
QString camelCase(const std::string &id)
{
    QString out;
    bool upper = false;
    for (const QChar c : QString::fromStdString(id)) {
        if (c == u'_')
            upper = true;
        else
            out += std::exchange(upper, false) ? c.toUpper() : c;
    }
    return out;
}

QString unitWords(const FormEntry &entry)
{
    return QCoreApplication::translate("Units", entry.unit);
}

QString shownValue(const FormEntry &entry, const Json &value)
{
    if (value.is_null() || value.is_boolean() || entry.parameter.kind == Parameter::Kind::Choice)
        return choiceWords(value);
    if (value.is_number() && std::string_view(entry.unit) == "%")
        return words::percent(value.get<double>(), 0);
    if (value.is_number())
        return numberText(value.get<double>());
    if (!value.is_array())
        return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
    QStringList names;
    for (const Json &name : value)
        names.append(QString::fromStdString(name.get<std::string>()));
    return names.join(QStringLiteral(", "));
}

QString reasonOf(const FormEntry &entry)
{
    const QString initial = shownValue(entry, entry.parameter.initial);
    const QString reason = words::of(entry.parameter.reason);
    return initial.isEmpty() ? reason : ParameterForm::tr("Default %1: %2").arg(initial, reason);
}

bool isNumeric(const Parameter &parameter)
{
    return parameter.kind == Parameter::Kind::Whole || parameter.kind == Parameter::Kind::Number;
}

/// What `core` says of the value, or nothing; `checked` is then what run.json would hold.
QString problemOf(const FormEntry &entry, const Json &value, Json &checked)
{
    const Parameter &parameter = entry.parameter;
    if (isNumeric(parameter) && value.is_string() && !isChoice(parameter, value))
        return ParameterForm::tr("“%1” is not a number. Write it like %2 or 5e-5.")
            .arg(QString::fromStdString(value.get<std::string>()).left(40), numberText(0.5));
    if (isNumeric(parameter) && value.is_null() && !parameter.initial.is_null())
        return ParameterForm::tr("Type a number, or take the default back.");
    // An object of class weights is checked by the plan's reader.
    if (value.is_object())
        return {};
    const QString label = words::of(parameter.label);
    const auto result =
        guarded([&] { return checkedValue(parameter, value, label.toStdString()); });
    if (!result)
        return words::of(result.error().message);
    checked = result.value();
    return {};
}

/// The next widget outside `form` that Tab leads to, or the one before it.
QWidget *neighbourOf(QWidget &form, bool next)
{
    QWidget *at = &form;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        const bool takesTab = (at->focusPolicy() & Qt::TabFocus) && !at->focusProxy() &&
                              at->isVisible() && at->isEnabled();
        if (takesTab && at != &form && !form.isAncestorOf(at))
            return at;
    } while (at != &form);
    return nullptr;
}

} // namespace

ParameterForm::ParameterForm(PlanDocument &plan, QWidget *parent)
    : QWidget(parent), m_plan(plan), m_layout(new QVBoxLayout(this))
{
    // Entered by Tab, it hands the focus on.
    setFocusPolicy(Qt::TabFocus);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    connect(&plan, &PlanDocument::changed, this, &ParameterForm::planChanged);
}

ParameterForm::~ParameterForm() = default;

void ParameterForm::setEntries(std::vector<FormEntry> entries)
{
    for (const auto &row : m_rows)
        delete row->widget;
    m_rows.clear();
    for (FormEntry &entry : entries)
        m_rows.push_back(madeRow(std::move(entry)));
    setTexts();
    arrange();
    Q_EMIT countsChanged();
}

std::unique_ptr<ParameterForm::Row> ParameterForm::madeRow(FormEntry entry)
{
    auto row = std::make_unique<Row>();
    row->entry = std::move(entry);
    row->widget = new FormRow(this);
    row->field = SettingField::create(row->entry.parameter, row->widget);
    const QString name = camelCase(row->entry.parameter.id);
    row->field->setControlName(name);
    row->widget->setObjectName(name + QStringLiteral("Row"));
    row->widget->setField(row->field);
    // Reached through the form alone, see focusNextPrevChild.
    row->field->focusProxy()->setFocusPolicy(Qt::ClickFocus);
    for (QToolButton *reset : row->widget->findChildren<QToolButton *>())
        reset->setFocusPolicy(Qt::ClickFocus);
    connect(row->field, &SettingField::edited, this, [this, at = row.get()] { edit(*at); });
    connect(row->widget, &FormRow::resetRequested, this, [this, at = row.get()] {
        m_plan.set(at->entry.pointer, nullptr,
                   tr("Default of %1").arg(words::of(at->entry.parameter.label)));
        showRow(*at);
        at->field->setFocus();
        Q_EMIT countsChanged();
    });
    return row;
}

void ParameterForm::setTexts()
{
    for (const auto &row : m_rows) {
        row->widget->setLabel(words::of(row->entry.parameter.label));
        row->widget->setReason(reasonOf(row->entry));
        row->field->setUnit(unitWords(row->entry));
        row->field->setTexts();
        // What is typed wrongly stays, said in the language of now.
        Json checked;
        if (row->error.isEmpty())
            showRow(*row);
        else
            setError(*row, problemOf(row->entry, row->field->value(), checked));
    }
    arrange();
}

void ParameterForm::setSimple(bool simple)
{
    m_simple = simple;
    arrange();
}

void ParameterForm::setFilter(const QString &text)
{
    m_filter = text;
    arrange();
}

bool ParameterForm::isShown(const Row &row) const
{
    if (m_simple)
        return row.entry.simple;
    const Parameter &parameter = row.entry.parameter;
    const QString all = words::of(parameter.label) + u' ' + words::of(parameter.help) + u' ' +
                        QString::fromStdString(parameter.id);
    const QStringList sought = m_filter.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        sought, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

QLabel *ParameterForm::madeHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    heading->setProperty("role", QStringLiteral("groupHeading"));
    heading->setTextFormat(Qt::PlainText);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    heading->setContentsMargins(Theme::units(2), Theme::units(2), Theme::units(2),
                                Theme::units(0.5));
    m_headings.push_back(heading);
    return heading;
}

/// Order is settled here and not while one types: a row must not run away from the cursor.
void ParameterForm::arrange()
{
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    qDeleteAll(m_headings);
    m_headings.clear();
    std::vector<std::pair<QString, Row *>> order;
    for (const auto &row : m_rows) {
        row->widget->setVisible(isShown(*row));
        if (isShown(*row))
            order.emplace_back(
                row->changed && !m_simple ? tr("Changed") : words::of(row->entry.group), row.get());
    }
    std::vector<QString> groups;
    if (!m_simple)
        groups.push_back(tr("Changed"));
    for (const auto &[group, row] : order)
        if (!m_simple && std::ranges::count(groups, group) == 0)
            groups.push_back(group);
    if (!m_simple)
        std::ranges::stable_sort(order, {}, [&groups](const auto &item) {
            return std::ranges::find(groups, item.first) - groups.begin();
        });
    QString last;
    m_shown.clear();
    for (const auto &[group, row] : order) {
        if (!m_simple && group != last)
            m_layout->addWidget(madeHeading(group));
        last = group;
        m_layout->addWidget(row->widget);
        m_shown.push_back(row);
    }
    for (QLabel *heading : m_headings)
        heading->show();
}

void ParameterForm::setError(Row &row, const QString &error)
{
    const Parameter &parameter = row.entry.parameter;
    const std::string &pointer = row.entry.pointer;
    const QString help = words::of(parameter.help);
    row.error = error;
    row.widget->setError(error);
    // The usual name is what papers and other programs call it.
    row.field->describe(
        words::of(parameter.label), error.isEmpty() ? help + u' ' + reasonOf(row.entry) : error,
        help + u'\n' + QString::fromStdString(pointer.substr(pointer.rfind('/') + 1)),
        !error.isEmpty());
}

std::vector<QWidget *> ParameterForm::stops() const
{
    std::vector<QWidget *> out;
    for (const Row *row : m_shown)
        for (QWidget *stop : {row->field->focusProxy(),
                              static_cast<QWidget *>(row->widget->findChild<QToolButton *>())})
            if (stop && stop->isVisible() && stop->isEnabled())
                out.push_back(stop);
    return out;
}

bool ParameterForm::focusNextPrevChild(bool next)
{
    const std::vector<QWidget *> all = stops();
    const Qt::FocusReason reason = next ? Qt::TabFocusReason : Qt::BacktabFocusReason;
    const auto now = std::ranges::find(all, QApplication::focusWidget());
    QWidget *target = nullptr;
    if (now != all.end() && next && now + 1 != all.end())
        target = *(now + 1);
    else if (now != all.end() && !next && now != all.begin())
        target = *(now - 1);
    else
        target = neighbourOf(*this, next);
    if (!target)
        return QWidget::focusNextPrevChild(next);
    target->setFocus(reason);
    for (QWidget *above = parentWidget(); above; above = above->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(target);
    return true;
}

void ParameterForm::focusInEvent(QFocusEvent *event)
{
    const std::vector<QWidget *> all = stops();
    if (all.empty())
        return QWidget::focusInEvent(event);
    const bool backwards = event->reason() == Qt::BacktabFocusReason;
    (backwards ? all.back() : all.front())->setFocus(event->reason());
}

void ParameterForm::showRow(Row &row)
{
    const auto chosen = m_plan.value(row.entry.pointer);
    row.changed = chosen && *chosen != row.entry.parameter.initial;
    row.field->setValue(chosen ? *chosen : row.entry.parameter.initial);
    row.widget->setChanged(row.changed);
    setError(row, {});
}

void ParameterForm::edit(Row &row)
{
    const Json value = row.field->value();
    Json checked = value;
    setError(row, problemOf(row.entry, value, checked));
    if (row.error.isEmpty()) {
        const bool isDefault = checked == row.entry.parameter.initial;
        m_plan.set(row.entry.pointer, isDefault ? Json() : checked,
                   words::of(row.entry.parameter.label));
        row.changed = !isDefault;
        row.widget->setChanged(row.changed);
    }
    Q_EMIT countsChanged();
}

void ParameterForm::planChanged(const std::string &pointer)
{
    for (const auto &row : m_rows) {
        // Also when the whole section or a part of the value changed.
        const std::string &own = row->entry.pointer;
        if (own.starts_with(pointer) || pointer.starts_with(own))
            showRow(*row);
    }
    Q_EMIT countsChanged();
}

int ParameterForm::changedCount() const
{
    return int(std::ranges::count_if(m_rows, [](const auto &row) { return row->changed; }));
}

int ParameterForm::errorCount() const
{
    return int(
        std::ranges::count_if(m_rows, [](const auto &row) { return !row->error.isEmpty(); }));
}

void ParameterForm::resetAll()
{
    m_plan.undoStack().beginMacro(tr("Reset to defaults"));
    for (const auto &row : m_rows)
        if (row->changed)
            m_plan.set(row->entry.pointer, nullptr, words::of(row->entry.parameter.label));
    m_plan.undoStack().endMacro();
    for (const auto &row : m_rows)
        showRow(*row);
    arrange();
    Q_EMIT countsChanged();
}

QWidget *ParameterForm::firstField() const
{
    const auto first =
        std::ranges::find_if(m_rows, [this](const auto &row) { return isShown(*row); });
    return first == m_rows.end() ? nullptr : (*first)->field->focusProxy();
}

} // namespace luthier
