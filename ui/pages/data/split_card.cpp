// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/split_card.h"

#include "ui/pages/data/parts_bar.h"
#include "ui/pages/data/problem_texts.h"
#include "ui/shell/words.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPainter>
#include <QSpinBox>
#include <QTimer>

#include <cmath>

namespace luthier {

namespace {

constexpr int mostTogether = 95; ///< percent, as a plan allows
constexpr int mostAlone = 90;
constexpr int applyDelay = 300;

class PartMark : public QWidget
{
public:
    PartMark(size_t part, QWidget *parent) : QWidget(parent), m_part(part)
    {
        setFixedSize(Theme::units(1.5), Theme::units(1.5));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), PartsBar::color(m_part));
        if (m_part == 1)
            painter.fillRect(rect(),
                             QBrush(Theme::current().color(Theme::Token::Base), Qt::BDiagPattern));
    }

private:
    size_t m_part;
};

class ShareBox : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        hasFocus() ? QSpinBox::wheelEvent(event) : event->ignore();
    }
};

TextLabel *figure(QWidget *parent, const QString &role)
{
    auto *label = new TextLabel(role, parent);
    label->setElided(Qt::ElideRight);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

SplitCard::SplitCard(DataDocument &document, QWidget *parent)
    : Card(parent), m_document(document), m_bar(new PartsBar(this)), m_trainShare(figure(this, {})),
      m_stratify(new QCheckBox(this)),
      m_verdictIcon(new IconLabel(QStringLiteral("check"), 16, Theme::Token::Good, this)),
      m_verdict(new TextLabel(QStringLiteral("caption"), this)),
      m_note(new TextLabel(QStringLiteral("caption"), this)), m_applySoon(new QTimer(this))
{
    m_verdict->setObjectName(QStringLiteral("dataSplitVerdict"));
    m_note->setObjectName(QStringLiteral("dataSplitNote"));
    m_stratify->setObjectName(QStringLiteral("dataStratify"));
    m_applySoon->setSingleShot(true);
    m_applySoon->setInterval(applyDelay);
    body()->addWidget(m_bar);
    makeRows();
    body()->addWidget(m_stratify);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(Theme::units(1));
    verdict->addWidget(m_verdictIcon, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    body()->addLayout(verdict);
    body()->addWidget(m_note);
    connect(m_applySoon, &QTimer::timeout, this, &SplitCard::apply);
    connect(m_stratify, &QCheckBox::toggled, this, &SplitCard::apply);
    connect(&m_document, &DataDocument::overviewChanged, this, &SplitCard::showDocument);
}

void SplitCard::makeRows()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::units(1));
    grid->setVerticalSpacing(Theme::units(0.5));
    grid->setColumnStretch(1, 1);
    for (int part = 0; part < 3; ++part) {
        const auto at = size_t(part);
        m_names[at] = new TextLabel({}, this);
        m_names[at]->setElided(Qt::ElideRight);
        m_counts[at] = figure(this, QStringLiteral("strong"));
        m_counts[at]->setObjectName(QStringLiteral("dataPartRows_%1").arg(part));
        m_labels[at] = figure(this, QStringLiteral("caption"));
        grid->addWidget(new PartMark(at, this), part, 0);
        grid->addWidget(m_names[at], part, 1);
        grid->addWidget(m_counts[at], part, 3);
        grid->addWidget(m_labels[at], part, 4);
        grid->setRowMinimumHeight(part, Theme::units(4));
        if (part == 0) {
            grid->addWidget(m_trainShare, 0, 2);
            continue;
        }
        auto *box = new ShareBox(this);
        box->setObjectName(part == 1 ? QStringLiteral("dataValidationShare")
                                     : QStringLiteral("dataTestShare"));
        box->setKeyboardTracking(false);
        box->setFocusPolicy(Qt::StrongFocus);
        box->setSuffix(QStringLiteral("\u00A0%"));
        box->setMinimumWidth(Theme::units(10));
        m_shares[at - 1] = box;
        grid->addWidget(box, part, 2);
        connect(box, &QSpinBox::valueChanged, this, [this] {
            showShares();
            m_applySoon->start();
        });
    }
    grid->setColumnMinimumWidth(4, Theme::units(9));
    body()->addLayout(grid);
}

void SplitCard::setTexts()
{
    setTitle(tr("Split"));
    for (const Part part : {Part::Train, Part::Validation, Part::Test})
        m_names[size_t(part)]->setText(partName(part));
    m_shares[0]->setAccessibleName(tr("Share for validation in percent"));
    m_shares[1]->setAccessibleName(tr("Share for the test in percent"));
    m_shares[0]->setToolTip(tr("Rows to choose the best step by (dataset.split.validation)"));
    m_shares[1]->setToolTip(tr("Rows for the last score only (dataset.split.test)"));
    m_stratify->setText(tr("Same label shares in every part"));
    m_stratify->setAccessibleName(m_stratify->text());
    m_stratify->setToolTip(tr("dataset.split.stratify"));
    showDocument();
}

void SplitCard::apply()
{
    if (m_document.state() != DataDocument::State::Ready)
        return;
    m_applySoon->stop();
    SplitOptions split = m_document.split();
    split.validation = m_shares[0]->value() / 100.0;
    split.test = m_shares[1]->value() / 100.0;
    split.stratify = m_stratify->isChecked();
    if (split != m_document.split())
        m_document.setSplit(split);
}

/// The limits follow each other, so that something is left to learn from.
void SplitCard::showShares()
{
    const int validation = m_shares[0]->value(), test = m_shares[1]->value();
    const QSignalBlocker first(m_shares[0]), second(m_shares[1]);
    m_shares[0]->setRange(1, std::min(mostAlone, mostTogether - test));
    m_shares[1]->setRange(0, std::min(mostAlone, mostTogether - validation));
    m_trainShare->setText(words::percent((100 - validation - test) / 100.0, 0));
}

void SplitCard::showDocument()
{
    if (m_document.state() != DataDocument::State::Ready)
        return;
    const auto overview = m_document.overview();
    const SplitOptions &split = m_document.split();
    if (!m_applySoon->isActive()) {
        const QSignalBlocker first(m_shares[0]), second(m_shares[1]), third(m_stratify);
        for (QSpinBox *box : m_shares)
            box->setRange(0, mostAlone);
        m_shares[0]->setValue(int(std::lround(split.validation * 100)));
        m_shares[1]->setValue(int(std::lround(split.test * 100)));
        m_stratify->setChecked(split.stratify);
        showShares();
    }
    m_bar->setRows(overview->partRows);
    m_bar->setAccessibleName(tr("Training %1, validation %2, test %3 rows")
                                 .arg(words::whole(overview->partRows[0]),
                                      words::whole(overview->partRows[1]),
                                      words::whole(overview->partRows[2])));
    for (size_t part = 0; part < 3; ++part) {
        const int64_t rows = overview->partRows[part];
        m_counts[part]->setText(words::whole(rows));
        const bool any = rows > 0 && !overview->labels.empty();
        m_labels[part]->setText(
            any ? tr("%1 %2", "31.1% spam")
                      .arg(words::percent(double(overview->labels[0].inParts[part]) / double(rows)),
                           QString::fromStdString(overview->labels[0].name))
                : QString());
    }
    showVerdict();
}

void SplitCard::showVerdict()
{
    const auto overview = m_document.overview();
    const bool byColumn = m_document.columns().split.has_value();
    const bool ownFiles =
        m_document.hasOwnFile(Part::Validation) || m_document.hasOwnFile(Part::Test);
    m_shares[0]->setVisible(!byColumn && !m_document.hasOwnFile(Part::Validation));
    m_shares[1]->setVisible(!byColumn && !m_document.hasOwnFile(Part::Test));
    m_trainShare->setVisible(!byColumn && !ownFiles);
    m_stratify->setVisible(!byColumn);
    const bool mixed = overview->textsInTwoParts > 0;
    m_verdictIcon->setIcon(mixed ? QStringLiteral("warning") : QStringLiteral("check"),
                           mixed ? Theme::Token::WarningMark : Theme::Token::Good);
    m_verdict->setText(
        mixed ? tr("%Ln text(s) are in two parts.", nullptr, int(overview->textsInTwoParts))
              : tr("Texts in two parts: none."));
    m_verdict->setRole(mixed ? QStringLiteral("warning") : QStringLiteral("good"));
    const QString seed = QString::number(m_document.split().seed);
    m_note->setText(byColumn ? tr("The parts come from the column %1.")
                                   .arg(QString::fromStdString(*m_document.columns().split))
                    : ownFiles ? tr("The plan names a file of its own for another part.")
                               : tr("Seed %1. Copies of a text are kept together.").arg(seed));
}

} // namespace luthier
