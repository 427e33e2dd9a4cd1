// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/earlier_card.h"

#include "ui/pages/try/answers_source.h"
#include "ui/tables/row_table.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QFileDialog>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace luthier {

namespace {

constexpr double rowUnits = 6.5; // two lines

/// The text, and below it when it was asked.
class TextDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem item(option);
        initStyleOption(&item, index);
        const QStyle &style = option.widget ? *option.widget->style() : *QApplication::style();
        const QRect place = style.subElementRect(QStyle::SE_ItemViewItemText, &item, option.widget);
        const QString text = std::exchange(item.text, QString());
        style.drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
        const bool selected = option.state & QStyle::State_Selected;
        const QColor ink =
            item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const QFont small = Theme::font(Theme::Type::Caption);
        const int high = item.fontMetrics.height(), low = QFontMetrics(small).height();
        QRect line(place.left(), place.center().y() - (high + low) / 2, place.width(), high);
        painter->save();
        drawLine(*painter, line, item.font, ink, text);
        line.translate(0, high);
        line.setHeight(low);
        drawLine(*painter, line, small,
                 selected ? ink : Theme::current().color(Theme::Token::SecondaryText),
                 index.data(AnswersSource::WhenRole).toString());
        painter->restore();
    }

private:
    static void drawLine(QPainter &painter, const QRect &line, const QFont &font, const QColor &ink,
                         const QString &text)
    {
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(line, int(Qt::AlignVCenter) | int(Qt::AlignLeft) | int(Qt::TextSingleLine),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    }
};

AskedTexts tableOf(const TryDocument &document)
{
    AskedTexts out{.labels = document.labels()};
    for (const AskedText &asked : document.asked()) {
        out.texts.push_back(asked.text);
        out.when.push_back(asked.when);
        if (document.takesPairs())
            out.pairs.push_back(asked.pair.value_or(std::string()));
        for (const Side side : {Before, After}) {
            const auto &answer = asked.answers[side];
            out.answers[side].push_back(answer ? std::optional(given(*answer)) : std::nullopt);
            out.several |= answer && answer->several;
        }
    }
    return out;
}

} // namespace

void saveAnswers(QWidget *parent, const AskedTexts &asked,
                 const std::function<void(const Message &)> &tell)
{
    QString path = QFileDialog::getSaveFileName(
        parent, QCoreApplication::translate("TryPage", "Save answers"),
        QStringLiteral("answers.csv"),
        QCoreApplication::translate("TryPage", "Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    if (const auto written = writeCsv(asked, path.toStdString()); !written)
        tell(written.error().message);
}

EarlierCard::EarlierCard(TryDocument &document, QWidget *parent)
    : Card(parent), m_document(document), m_asked(std::make_shared<AskedTexts>()),
      m_model(new RowTableModel(this)), m_table(new RowTable),
      m_empty(new TextLabel(QStringLiteral("secondary"))),
      m_legend(new TextLabel(QStringLiteral("caption"))), m_foot(new QWidget),
      m_save(new QPushButton)
{
    setObjectName(QStringLiteral("earlierCard"));
    const int unit = Theme::unit();
    m_save->setObjectName(QStringLiteral("saveEarlier"));
    m_save->setProperty("role", QStringLiteral("quiet small"));
    setTools(m_save);
    m_table->setObjectName(QStringLiteral("earlierTexts"));
    m_table->setModel(m_model);
    m_table->setRowUnits(rowUnits);
    m_table->setItemDelegateForColumn(0, new TextDelegate(m_table));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setMinimumHeight(Theme::units(20));
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    foot->setSpacing(unit);
    foot->addWidget(new IconLabel(QStringLiteral("compare"), 14, Theme::Token::AccentText));
    foot->addWidget(m_legend, 1);
    m_empty->setContentsMargins(2 * unit, 0, 2 * unit, unit);
    body()->setContentsMargins(1, 0, 1, 1);
    body()->setSpacing(0);
    body()->addWidget(m_empty);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_foot);
    connect(&document, &TryDocument::askedChanged, this, &EarlierCard::refresh);
    connect(m_save, &QPushButton::clicked, this, [this] {
        saveAnswers(this, *m_asked, [this](const Message &message) { Q_EMIT failed(message); });
    });
    const auto choose = [this](const QModelIndex &index) {
        if (const int64_t row = m_model->sourceRow(index); row >= 0)
            Q_EMIT chosen(qsizetype(m_asked->rows() - 1 - row));
    };
    connect(m_table, &RowTable::opened, this, choose);
    connect(m_table, &RowTable::clicked, this, choose);
}

void EarlierCard::setTexts()
{
    setTitle(tr("Earlier texts"));
    m_save->setText(tr("Save as CSV…"));
    m_save->setAccessibleName(m_save->text());
    m_save->setToolTip(tr("Save the texts and both answers as a table"));
    m_table->setAccessibleName(tr("Texts asked so far with both answers"));
    m_table->setToolTip(tr("Enter shows a text and its answers again"));
    m_empty->setText(tr("Texts that you ask are kept here until the window closes."));
    m_legend->setText(tr("Training changed the answer"));
    refresh();
}

void EarlierCard::refresh()
{
    *m_asked = tableOf(m_document);
    const bool any = m_asked->rows() > 0;
    m_empty->setVisible(!any);
    m_table->setVisible(any);
    m_foot->setVisible(m_asked->counts().changed > 0);
    m_save->setVisible(any);
    m_model->setSource(std::make_shared<AnswersSource>(m_asked, true));
    m_table->setCurrentIndex(m_model->index(0, 0));
    fitColumns();
}

void EarlierCard::fitColumns()
{
    m_table->fitColumns(0.3, Theme::units(6));
}

void EarlierCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitColumns();
}

} // namespace luthier
