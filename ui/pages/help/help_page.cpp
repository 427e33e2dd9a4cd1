// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/help/help_page.h"

#include "ui/shell/main_menu.h"
#include "ui/shell/page_frame.h"
#include "ui/shell/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QScrollArea>

namespace luthier {

namespace {

struct Term
{
    const char *word, *meaning;
};

constexpr Term terms[]{
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Weights"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "The numbers in a model that learn.")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Step"),
     QT_TRANSLATE_NOOP("luthier::HelpPage",
                       "One change of the weights, after a small batch of examples.")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Epoch"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "One pass over all training examples.")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Training loss"),
     QT_TRANSLATE_NOOP("luthier::HelpPage",
                       "How wrong the model is on the examples it learns from, averaged while the "
                       "weights move; lower is better.")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Validation loss"),
     QT_TRANSLATE_NOOP("luthier::HelpPage",
                       "How wrong the model is on examples it has not learned from, measured while "
                       "the weights stand still; lower is better.")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Best step"),
     QT_TRANSLATE_NOOP("luthier::HelpPage",
                       "The step after which validation was best. Its weights are kept.")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Overfitting"),
     QT_TRANSLATE_NOOP("luthier::HelpPage",
                       "Training loss still falls while validation loss rises: the model learns "
                       "its examples by heart.")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Cut-off"),
     QT_TRANSLATE_NOOP("luthier::HelpPage",
                       "The length, in tokens, behind which a text is not read.")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Run"),
     QT_TRANSLATE_NOOP("luthier::HelpPage",
                       "One training with its settings, curves and resulting model.")},
};

struct PageKey
{
    const char *key, *meaning;
};

/// Keys that pages have, beside those of the menu.
constexpr PageKey pageKeys[]{
    {"F5", QT_TRANSLATE_NOOP("luthier::HelpPage", "Start the run (Review)")},
    {"Shift+F5", QT_TRANSLATE_NOOP("luthier::HelpPage", "Stop… (Run)")},
    {"Space", QT_TRANSLATE_NOOP("luthier::HelpPage", "Pause or continue (Run)")},
    {"Esc",
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Close a dialog or leave zoom; never stops a run")},
};

void clear(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void addRow(QGridLayout *grid, const QString &left, const QString &right)
{
    const int row = grid->count() / 2;
    auto *name = new TextLabel(QStringLiteral("strong"));
    auto *meaning = new TextLabel;
    name->setText(left);
    meaning->setText(right);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(meaning, row, 1);
}

} // namespace

HelpPage::HelpPage(QWidget *parent)
    : Page(parent), m_header(new PageHeader(this)), m_words(new Card(this)), m_keys(new Card(this)),
      m_wordRows(new QGridLayout), m_keyRows(new QGridLayout)
{
    constexpr int textUnits = 100;
    const PageFrame frame(m_header, this);
    for (const auto &[card, rows, name] :
         {std::tuple(m_words, m_wordRows, "words"), std::tuple(m_keys, m_keyRows, "keys")}) {
        card->setObjectName(QLatin1String(name));
        card->setMaximumWidth(Theme::units(textUnits));
        rows->setHorizontalSpacing(Theme::units(3));
        rows->setVerticalSpacing(Theme::units(1));
        rows->setColumnMinimumWidth(0, Theme::units(18));
        rows->setColumnStretch(1, 1);
        card->body()->addLayout(rows);
        frame.content()->addWidget(card);
    }
    frame.content()->addStretch(1);
    findChild<QScrollArea *>(QStringLiteral("pageScroll"))->setFocusPolicy(Qt::StrongFocus);
}

void HelpPage::open(const Route &) {}

QWidget *HelpPage::firstFocus()
{
    return findChild<QScrollArea *>(QStringLiteral("pageScroll"));
}

void HelpPage::setTexts()
{
    setAccessibleName(tr("Help"));
    m_header->setTitle(tr("Help"));
    m_header->setSubtitle(tr("The words of this program, and its keys."));
    firstFocus()->setAccessibleName(tr("Words and keys"));
    m_words->setTitle(tr("Words"));
    m_keys->setTitle(tr("Keys"));
    clear(m_wordRows);
    for (const auto &[word, meaning] : terms)
        addRow(m_wordRows, tr(word), tr(meaning));
    clear(m_keyRows);
    for (const auto &[key, meaning] : MainMenu::keys())
        addRow(m_keyRows, key, meaning);
    for (const auto &[key, meaning] : pageKeys)
        addRow(m_keyRows, QKeySequence(QLatin1String(key)).toString(QKeySequence::NativeText),
               tr(meaning));
}

Page *createHelpPage(const AppContext &)
{
    return new HelpPage;
}

} // namespace luthier
