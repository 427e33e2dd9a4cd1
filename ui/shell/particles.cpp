// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/particles.h"

namespace luthier {

namespace {

enum class Ending { Vowel, Consonant, Rieul, Unknown };

Ending endingOf(QChar letter)
{
    constexpr char16_t firstSyllable = 0xAC00, lastSyllable = 0xD7A3;
    constexpr int finals = 28, rieul = 8;
    const char16_t code = letter.toLower().unicode();
    if (code >= firstSyllable && code <= lastSyllable) {
        const int last = (code - firstSyllable) % finals;
        return last == 0 ? Ending::Vowel : last == rieul ? Ending::Rieul : Ending::Consonant;
    }
    if (QStringView(u"178l").contains(code))
        return Ending::Rieul;
    if (QStringView(u"036mn").contains(code))
        return Ending::Consonant;
    return QStringView(u"2459").contains(code) ? Ending::Vowel : Ending::Unknown;
}

QChar lastSpoken(QStringView value)
{
    const auto silent = [](QChar letter) {
        switch (letter.category()) {
        case QChar::Punctuation_Close:
        case QChar::Punctuation_FinalQuote:
        case QChar::Punctuation_InitialQuote:
            return true;
        default:
            return letter == u'"' || letter == u'\'' || letter == u'>' || letter.isSpace();
        }
    };
    while (!value.isEmpty() && silent(value.back()))
        value.chop(1);
    return value.isEmpty() ? QChar() : value.back();
}

} // namespace

QString particleAfter(QStringView value, QStringView choice)
{
    const qsizetype slash = choice.indexOf(u'/');
    if (slash < 0)
        return choice.toString();
    const QStringView consonant = choice.first(slash), vowel = choice.mid(slash + 1);
    switch (endingOf(lastSpoken(value))) {
    case Ending::Consonant:
        return consonant.toString();
    case Ending::Rieul:
        return (consonant == u"으로" ? vowel : consonant).toString();
    case Ending::Vowel:
        return vowel.toString();
    case Ending::Unknown:
        break;
    }
    if (!consonant.endsWith(vowel))
        return QStringLiteral("%1(%2)").arg(consonant, vowel);
    return QStringLiteral("(%1)%2").arg(consonant.chopped(vowel.size()), vowel);
}

} // namespace luthier
