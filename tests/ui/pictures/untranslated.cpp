// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures/detectors.h"
#include "tests/ui/pictures/visible_texts.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QWidget>
#include <QXmlStreamReader>

#include <cmath>

namespace luthier::detect {

namespace {

QString plain(const QString &text)
{
    return QString(text).remove(u'&').trimmed();
}

bool holdsUserText(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget())
        if (widget->property("userText").toBool())
            return true;
    return false;
}

/// The first word of Latin letters that is not allowed; empty when there is none.
QString foreignWord(const QString &text, const QSet<QString> &allowed)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z][A-Za-z0-9_.+-]*[A-Za-z0-9]"));
    for (auto words = word.globalMatch(text); words.hasNext();) {
        const QString found = words.next().captured();
        static const QRegularExpression letters(QStringLiteral("^[A-Za-z]{3,}$"));
        if (letters.match(found).hasMatch() && !allowed.contains(found.toLower()))
            return found;
    }
    return {};
}

} // namespace

English English::read(const QString &translations, const QString &allowedWords)
{
    English out;
    QFile file(translations);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(translations));
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"translation") {
            const QString korean = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (plain(korean) != plain(source))
                out.sources.insert(plain(source));
        }
    }
    QFile words(allowedWords);
    if (!words.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(allowedWords));
    for (const QString &line : QString::fromUtf8(words.readAll()).split(u'\n'))
        if (!line.startsWith(u'#') && !line.trimmed().isEmpty())
            out.allowed.insert(line.trimmed().toLower());
    return out;
}

QStringList untranslatedTexts(const QWidget *window, const English &english)
{
    QStringList out;
    const auto report = [&out](const QWidget *widget, const QString &what, const QString &text) {
        out << QStringLiteral("%1: %2: “%3”").arg(pathOf(widget), what, text.left(60));
    };
    for (const VisibleText &shown : visibleTexts(window)) {
        if (english.sources.contains(plain(shown.text)))
            report(shown.widget, QStringLiteral("is English"), shown.text);
        else if (!shown.isCell && !holdsUserText(shown.widget))
            if (const QString word = foreignWord(shown.text, english.allowed); !word.isEmpty())
                report(shown.widget, QStringLiteral("holds the word %1").arg(word), shown.text);
    }
    for (const QWidget *widget : visibleWidgets(window))
        for (const QString &text : {widget->accessibleName(), widget->toolTip()})
            if (english.sources.contains(plain(text)))
                report(widget, QStringLiteral("its name or tooltip is English"), text);
    return out;
}

QString LongerWords::translate(const char *context, const char *source, const char *, int) const
{
    // Qt's own dialogs and the numbers' units are as long as they are.
    if (QByteArrayView(context).startsWith("Q"))
        return {};
    constexpr double longer = 0.4;
    QString text = QString::fromUtf8(source);
    const int more = int(std::ceil(longer * double(text.size())));
    const bool isSentence = text.contains(u' ');
    for (int added = 0; added < more; ++added)
        text += isSentence && added % 8 == 0 ? u' ' : u'o';
    return text;
}

} // namespace luthier::detect
