// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/number_box.h"

#include "ui/forms/number_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace luthier {

namespace {

constexpr double percentFactor = 100;

/// The next of 1, 2, 5, 10, 20 … above or below, whatever the power of ten.
double nextRoundNumber(double from, bool up)
{
    constexpr std::array marks{1.0, 2.0, 5.0, 10.0};
    const double power = std::pow(10.0, std::floor(std::log10(from) + 1e-9));
    const double mantissa = from / power;
    // Rounding: 5e-5 / 1e-5 is not exactly 5.
    constexpr double tolerance = 1e-6;
    if (up) {
        for (const double mark : marks)
            if (mark > mantissa * (1 + tolerance))
                return power * mark;
        return from; // infinite
    }
    for (size_t i = marks.size(); i-- > 0;)
        if (marks[i] < mantissa * (1 - tolerance))
            return power * marks[i];
    return power / 2;
}

/// As few digits as the step needs: 0.1 + 0.2 is 0.3.
double rounded(double value)
{
    return QByteArray::number(value, 'g', 12).toDouble();
}

} // namespace

NumberBox::NumberBox(const Parameter &parameter, QWidget *parent)
    : QAbstractSpinBox(parent), m_parameter(parameter), m_unit(new QLabel(this))
{
    // With the default policy a wheel over the box would take the focus and then the value.
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(lineEdit());
    layout->setContentsMargins(0, 0, fontMetrics().horizontalAdvance(u' '), 0);
    layout->addWidget(m_unit, 0, Qt::AlignRight);
    m_unit->setForegroundRole(QPalette::PlaceholderText);
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::edited);
}

void NumberBox::setUnit(const QString &unit)
{
    m_unit->setText(unit);
    m_unit->setVisible(!unit.isEmpty());
    lineEdit()->setTextMargins(0, 0, unit.isEmpty() ? 0 : m_unit->sizeHint().width(), 0);
}

void NumberBox::setPercent(bool percent)
{
    const Json kept = value();
    m_percent = percent;
    setUnit(percent ? QStringLiteral("%") : QString());
    setValue(kept);
}

Json NumberBox::value() const
{
    const QString text = lineEdit()->text().trimmed();
    if (text.isEmpty())
        return nullptr;
    for (const std::string &word : m_parameter.choices)
        if (text.compare(QString::fromStdString(word), Qt::CaseInsensitive) == 0)
            return word;
    const auto number = numberFromText(QString(text).remove(u'%'));
    if (!number)
        return text.toStdString();
    const double value = m_percent ? rounded(*number / percentFactor) : *number;
    // Beyond this a double does not hold every whole number.
    constexpr double exact = 9007199254740992.0;
    if (m_parameter.kind == Parameter::Kind::Whole && value == std::floor(value) &&
        std::abs(value) <= exact)
        return int64_t(value);
    return value;
}

QString NumberBox::shownText(const Json &value) const
{
    if (value.is_null())
        return {};
    if (value.is_number())
        return numberText(m_percent ? rounded(value.get<double>() * percentFactor)
                                    : value.get<double>());
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

void NumberBox::setValue(const Json &value)
{
    const QString text = shownText(value);
    // An equal number in other words ("5e-05") stays while one types.
    if (!hasFocus() || this->value() != value)
        lineEdit()->setText(text);
}

double NumberBox::stepped(double from, int steps) const
{
    double value = from;
    for (int i = 0; i < std::abs(steps); ++i) {
        if (m_parameter.scale == Parameter::Scale::Logarithmic && value > 0)
            value = nextRoundNumber(value, steps > 0);
        else if (m_parameter.kind == Parameter::Kind::Whole || m_parameter.maximum > 100)
            value += steps > 0 ? 1 : -1;
        else
            value += steps > 0 ? 0.01 : -0.01;
    }
    return std::clamp(rounded(value), m_parameter.minimum, m_parameter.maximum);
}

void NumberBox::stepBy(int steps)
{
    const Json now = value();
    const double from = now.is_number() ? now.get<double>() : m_parameter.minimum;
    const double to = stepped(from, steps);
    const Json next =
        m_parameter.kind == Parameter::Kind::Whole ? Json(int64_t(std::llround(to))) : Json(to);
    lineEdit()->setText(shownText(next));
    Q_EMIT edited();
}

void NumberBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace luthier
