// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>
#include <QTranslator>

class QWidget;

/// What a picture of a window must not show. Each gives one line a finding, with the widget's path
/// of object names; nothing when all is well. Only what is visible counts.
namespace luthier::detect {

/// Texts that are cut: neither whole nor shortened with "…" and a tooltip that holds them whole.
QStringList clippedTexts(const QWidget *window);
/// Neighbours that cover each other. A widget with the property "floating" may.
QStringList overlaps(const QWidget *window);
/// Letters that no font here can draw.
QStringList missingGlyphs(const QWidget *window);
/// Scroll bars along the bottom, and pages wider than their place. A table with the property
/// "maySlide" may have one.
QStringList sidewaysScrolling(const QWidget *window);
/// A window larger than its screen.
QStringList largerThanScreen(const QWidget *window);

/// What a page in another language must not say.
struct English
{
    QSet<QString> sources; ///< texts that have a translation of their own
    QSet<QString> allowed; ///< words that stay, in lower case

    /// Reads a .ts file, and a list of words, one a line.
    static English read(const QString &translations, const QString &allowedWords);
};

/// English texts, or words in Latin letters that are not allowed. A widget with the property
/// "userText", and the cells of tables, hold the user's own words: there only whole source texts
/// count.
QStringList untranslatedTexts(const QWidget *window, const English &english);

/// English made 40 % longer, as another language may be.
class LongerWords : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override;
    bool isEmpty() const override { return false; }
};

} // namespace luthier::detect
