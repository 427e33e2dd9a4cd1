// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/words.h"

#include "core/base/nested_message.h"
#include "ui/shell/particles.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>
#include <optional>

namespace luthier::words {

namespace {

constexpr QChar noBreak = u'\u00A0';

QString inWords(const MessageValue &value)
{
    if (const auto *text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    if (const auto *count = std::get_if<int64_t>(&value))
        return whole(*count);
    return number(std::get<double>(value));
}

/// What {place} or {place|particle} stands for; the braces themselves when nothing does.
QString filled(const QString &place, const std::map<std::string, MessageValue> &values)
{
    const std::string name = place.section(u'|', 0, 0).toStdString();
    const auto value = values.find(name);
    if (value == values.end())
        return u'{' + place + u'}';
    const auto nested = nestedAt(values, name);
    const QString text = nested ? of(*nested) : inWords(value->second);
    const QString particle = place.section(u'|', 1);
    return particle.isEmpty() ? text : text + particleAfter(text, particle);
}

std::optional<QString> nameOfNonFinite(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QLocale().negativeSign() + u'∞';
    return std::nullopt;
}

/// "5 min": the space never breaks.
QString withUnit(const QString &translated)
{
    QString out = translated;
    for (qsizetype at = 1; at < out.size(); ++at)
        if (out[at] == u' ' && out[at - 1].isDigit())
            out[at] = noBreak;
    return out;
}

} // namespace

QString of(const Message &message)
{
    const QString text = of(message.text);
    QString out;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype close = open < 0 ? open : text.indexOf(u'}', open);
        if (close < 0)
            return out + text.sliced(at);
        out += text.sliced(at, open - at) +
               filled(text.sliced(open + 1, close - open - 1), message.values);
        at = close + 1;
    }
    return out;
}

QString of(const std::string &english)
{
    return QCoreApplication::translate("Messages", english.c_str());
}

QString whole(qint64 value)
{
    return QLocale().toString(value);
}

QString number(double value, int digits)
{
    if (const auto name = nameOfNonFinite(value))
        return *name;
    const QLocale locale;
    // From here on 'g' would write an exponent although the whole number reads better.
    constexpr double longest = 1e15;
    if (std::abs(value) >= std::pow(10.0, digits - 1) && std::abs(value) < longest)
        return locale.toString(std::round(value), 'f', 0);
    QString text = locale.toString(value, 'g', digits);
    const qsizetype exponent = text.indexOf(locale.exponential(), 0, Qt::CaseInsensitive);
    if (exponent < 0)
        return text;
    // 2e-05 becomes 2e-5, 1e+16 becomes 1e16.
    const int power = QStringView(text).sliced(exponent + 1).toInt();
    return text.first(exponent) + u'e' + QString::number(power);
}

QString fixed(double value, int places)
{
    if (const auto name = nameOfNonFinite(value))
        return *name;
    return QLocale().toString(value, 'f', places);
}

QString percent(double share, int places)
{
    const QLocale locale;
    const QString digits = fixed(100 * share, places);
    const bool spaced =
        locale.language() == QLocale::German || locale.language() == QLocale::French;
    return spaced ? digits + noBreak + locale.percent() : digits + locale.percent();
}

QString duration(double seconds)
{
    if (!std::isfinite(seconds))
        return QStringLiteral("–");
    const auto all = qint64(std::llround(std::max(0.0, seconds)));
    const auto text = [](const char *english) {
        return QCoreApplication::translate("Words", english);
    };
    if (all < 60)
        return withUnit(text(QT_TRANSLATE_NOOP("Words", "%1 s")).arg(whole(all)));
    if (all < 3600)
        return withUnit(
            text(QT_TRANSLATE_NOOP("Words", "%1 min %2 s")).arg(whole(all / 60), whole(all % 60)));
    const qint64 minutes = (all + 30) / 60;
    return withUnit(text(QT_TRANSLATE_NOOP("Words", "%1 h %2 min"))
                        .arg(whole(minutes / 60), whole(minutes % 60)));
}

QString bytes(double count)
{
    constexpr std::array units{"B", "kB", "MB", "GB", "TB"};
    size_t unit = 0;
    for (; count >= 999.5 && unit + 1 < units.size(); ++unit)
        count /= 1000;
    return fixed(count, unit == 0 || count >= 99.5 ? 0 : 1) + noBreak + QLatin1String(units[unit]);
}

} // namespace luthier::words
