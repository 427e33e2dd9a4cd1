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
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "F5"),
     QT_TRANSLATE_NOOP("luthier::HelpPage",
                       "Start the run (Review), or read the list again (Data, Runs)")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Ctrl+F"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Search (Data, Runs)")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Ctrl+Tab"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Next tab (Run, in a low window)")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Enter, F2, Delete, Space"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Open, rename, delete, tick the chosen run (Runs)")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Arrows, Home, End"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Read a chart point by point")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "+, −, 0, L, T"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Zoom a chart in or out, reset it, log scale, table")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Shift+F5"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Stop… (Run)")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Space"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Pause or continue (Run)")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Ctrl+Enter"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Ask both sides (Try)")},
    {QT_TRANSLATE_NOOP("luthier::HelpPage", "Esc"),
     QT_TRANSLATE_NOOP("luthier::HelpPage", "Close a dialog or leave zoom; never stops a run")},
};

} // namespace

void HelpPage::Row::set(const QString &left, const QString &right) const
{
    name->setText(left);
    meaning->setText(right);
}

HelpPage::HelpPage(QWidget *parent)
    : Page(parent), m_header(new PageHeader(this)), m_words(new Card(this)), m_keys(new Card(this)),
      m_wordRows(addRows(m_words, std::size(terms))),
      m_keyRows(addRows(m_keys, size_t(MainMenu::keys().size()) + std::size(pageKeys)))
{
    m_words->setObjectName(QStringLiteral("words"));
    m_keys->setObjectName(QStringLiteral("keys"));
    constexpr int textUnits = 100;
    const PageFrame frame(m_header, this, textUnits);
    frame.content()->addWidget(m_words);
    frame.content()->addWidget(m_keys);
    frame.content()->addStretch(1);
    findChild<QScrollArea *>(QStringLiteral("pageScroll"))->setFocusPolicy(Qt::StrongFocus);
}

std::vector<HelpPage::Row> HelpPage::addRows(Card *card, size_t count)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::units(3));
    grid->setVerticalSpacing(Theme::units(1));
    grid->setColumnMinimumWidth(0, Theme::units(18));
    grid->setColumnStretch(1, 1);
    std::vector<Row> rows;
    for (size_t row = 0; row < count; ++row) {
        rows.push_back({new TextLabel(QStringLiteral("strong"), card), new TextLabel({}, card)});
        grid->addWidget(rows.back().name, int(row), 0, Qt::AlignTop);
        grid->addWidget(rows.back().meaning, int(row), 1);
    }
    card->body()->addLayout(grid);
    return rows;
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
    for (size_t row = 0; row < m_wordRows.size(); ++row)
        m_wordRows[row].set(tr(terms[row].word), tr(terms[row].meaning));
    size_t row = 0;
    for (const auto &[key, meaning] : MainMenu::keys())
        m_keyRows[row++].set(key, meaning);
    for (const auto &[key, meaning] : pageKeys)
        m_keyRows[row++].set(tr(key), tr(meaning));
}

Page *createHelpPage(const AppContext &)
{
    return new HelpPage;
}

} // namespace luthier
