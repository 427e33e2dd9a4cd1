// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/log_view.h"

#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace luthier {

namespace {

constexpr int kFewestLines = 6; ///< the header and five sentences
constexpr double kLineHeight = 4;

} // namespace

LogView::LogView(const RunDocument &run, QWidget *parent)
    : QWidget(parent), m_run(run), m_notesCard(new Card), m_fileCard(new Card),
      m_notes(new QTableWidget), m_file(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("logView"));
    makeScrolled();
    m_notes->setObjectName(QStringLiteral("runNotes"));
    m_notes->setColumnCount(2);
    m_notes->setFrameShape(QFrame::NoFrame);
    m_notes->setShowGrid(false);
    m_notes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_notes->setTabKeyNavigation(false);
    m_notes->verticalHeader()->hide();
    m_notes->setWordWrap(true);
    m_notes->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_file->setObjectName(QStringLiteral("runLog"));
    m_file->setReadOnly(true);
    m_file->setFrameShape(QFrame::NoFrame);
    m_file->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_file->setTabChangesFocus(true);
    for (auto [card, widget] : {std::pair<Card *, QWidget *>{m_notesCard, m_notes},
                                std::pair<Card *, QWidget *>{m_fileCard, m_file}}) {
        card->body()->setContentsMargins(1, 0, 1, Theme::unit());
        card->body()->addWidget(widget);
        widget->setMinimumHeight(kFewestLines * Theme::units(kLineHeight));
    }
}

/// Where both cards need more height than the page has, they scroll.
void LogView::makeScrolled()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("logScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *cards = new QWidget;
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::unit());
    column->addWidget(m_notesCard, 1);
    column->addWidget(m_fileCard, 1);
    scroll->setWidget(cards);
    cards->setAutoFillBackground(false); // setWidget switches it on
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void LogView::setTexts()
{
    m_notesCard->setTitle(tr("What the run has said"));
    m_notes->setAccessibleName(tr("What the run has said"));
    m_notes->setHorizontalHeaderLabels({tr("After step"), tr("Sentence")});
    m_notes->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_notes->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_fileCard->setTitle(tr("Log file"));
    m_fileCard->setSubtitle(tr("in English, for whoever helps you"));
    m_file->setAccessibleName(tr("Log file"));
    m_notes->setRowCount(0);
    refresh();
}

void LogView::refresh()
{
    if (m_file->toPlainText() != m_run.log())
        m_file->setPlainText(m_run.log());
    const auto &notes = m_run.history().notes();
    if (m_shown == notes.size() && m_notes->rowCount() == int(notes.size()))
        return;
    m_shown = notes.size();
    m_notes->setRowCount(int(notes.size()));
    for (int row = 0; row < int(notes.size()); ++row) {
        const RunNote &note = notes[size_t(row)];
        auto *step = new QTableWidgetItem(words::whole(note.step));
        step->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_notes->setItem(row, 0, step);
        auto *text = new QTableWidgetItem(
            icon(note.error ? QStringLiteral("error") : QStringLiteral("info"), 16),
            words::of(note.message));
        text->setToolTip(text->text());
        m_notes->setItem(row, 1, text);
    }
    m_notes->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_notes->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
}

} // namespace luthier
