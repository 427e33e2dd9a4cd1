// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/labels_card.h"

#include "ui/pages/data/majority_name.h"
#include "ui/pages/data/rows_model.h"
#include "ui/shell/words.h"
#include "ui/widgets/text_label.h"

#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace luthier {

namespace {

enum LabelRole { Rows = Qt::UserRole, Share, Style };

QFont boldFont()
{
    QFont font = Theme::font(Theme::Type::Body);
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Name, count and share, with a bar below; in one line from five labels on.
class ShareDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTall(bool tall) { m_tall = tall; }
    /// In pixels: the longest name and the widest count.
    void setWidths(int name, int rows)
    {
        m_nameWidth = name;
        m_rowsWidth = rows;
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {Theme::units(20), Theme::units(m_tall ? 6.5 : 3)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect rect = option.rect.adjusted(0, 0, -Theme::units(0.5), 0);
        if (option.state & QStyle::State_HasFocus)
            painter->fillRect(rect, Theme::current().color(Theme::Token::AccentSoft));
        m_tall ? paintTall(*painter, rect, index) : paintLow(*painter, rect, index);
        painter->restore();
    }

private:
    static int figureWidth(const QPainter &painter)
    {
        return painter.fontMetrics().horizontalAdvance(words::percent(0.888)) + Theme::units(1);
    }

    void paintTall(QPainter &painter, const QRect &rect, const QModelIndex &index) const
    {
        const QRect line = rect.adjusted(0, 0, 0, -rect.height() + Theme::units(3));
        const int figures = writeFigures(painter, line, index);
        writeName(painter, line.adjusted(0, 0, -figures, 0), index);
        drawBar(painter, QRect(rect.left(), line.bottom() + 1, rect.width(), Theme::units(2)),
                index);
    }

    void paintLow(QPainter &painter, const QRect &rect, const QModelIndex &index) const
    {
        const int figures = writeFigures(painter, rect, index);
        const int name = qMin(rect.width() * 2 / 5, m_nameWidth + Theme::units(1));
        writeName(painter, QRect(rect.left(), rect.top(), name, rect.height()), index);
        const QRect bar = rect.adjusted(name + Theme::units(0.5), Theme::units(0.75), -figures,
                                        -Theme::units(0.75));
        if (bar.width() > Theme::units(3))
            drawBar(painter, bar, index);
    }

    static void writeName(QPainter &painter, const QRect &rect, const QModelIndex &index)
    {
        painter.setFont(Theme::font(Theme::Type::Body));
        painter.setPen(Theme::current().color(Theme::Token::Text));
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                          rect.width()));
    }

    /// Returns their width.
    int writeFigures(QPainter &painter, const QRect &rect, const QModelIndex &index) const
    {
        painter.setFont(Theme::font(Theme::Type::Caption));
        painter.setPen(Theme::current().color(Theme::Token::SecondaryText));
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter,
                         words::percent(index.data(Share).toDouble()));
        const int share = figureWidth(painter);
        painter.setFont(boldFont());
        painter.setPen(Theme::current().color(Theme::Token::Text));
        const QString rows = words::whole(index.data(Rows).toLongLong());
        painter.drawText(rect.adjusted(0, 0, -share, 0), Qt::AlignRight | Qt::AlignVCenter, rows);
        return share + m_rowsWidth + Theme::units(1);
    }

    static void drawBar(QPainter &painter, const QRectF &rect, const QModelIndex &index)
    {
        const Theme &theme = Theme::current();
        const double radius = qMin<double>(Theme::units(0.5), rect.height() / 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Theme::Token::Soft));
        painter.drawRoundedRect(rect, radius, radius);
        const int style = index.data(Style).toInt();
        const QColor color =
            style > 0 ? theme.series(style).color : theme.color(Theme::Token::Accent);
        QRectF filled = rect;
        filled.setWidth(qMax(2.0, rect.width() * index.data(Share).toDouble()));
        // Every second label is hatched, so that neighbours differ without colour too.
        const bool hatched = style > 0 && index.row() % 2 == 1;
        painter.setBrush(color);
        painter.drawRoundedRect(filled, radius, radius);
        if (!hatched)
            return;
        painter.setBrush(QBrush(theme.color(Theme::Token::Base), Qt::BDiagPattern));
        painter.drawRoundedRect(filled, radius, radius);
    }

    bool m_tall = true;
    int m_nameWidth = 0;
    int m_rowsWidth = 0;
};

} // namespace

LabelsCard::LabelsCard(QWidget *parent)
    : Card(parent), m_list(new QListView(this)), m_model(new QStandardItemModel(this)),
      m_sentence(new TextLabel(QStringLiteral("caption"), this))
{
    m_list->setObjectName(QStringLiteral("dataLabels"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ShareDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_sentence->setObjectName(QStringLiteral("dataBaseline"));
    body()->addWidget(m_list, 1);
    body()->addWidget(m_sentence);
}

void LabelsCard::setTexts()
{
    setTitle(tr("Label balance"));
    m_list->setAccessibleName(tr("Rows of each label"));
    showLabels();
}

void LabelsCard::setOverview(std::shared_ptr<const Overview> overview)
{
    m_overview = std::move(overview);
    showLabels();
}

void LabelsCard::showLabels()
{
    m_model->clear();
    if (!m_overview || m_overview->labels.empty()) {
        setSubtitle({});
        m_sentence->setText(tr("No column is the label yet: choose it in the table's header."));
        return;
    }
    const auto &labels = m_overview->labels;
    qint64 all = 0;
    for (const LabelShare &label : labels)
        all += label.rows;
    constexpr size_t mostTall = 4;
    auto &delegate = static_cast<ShareDelegate &>(*m_list->itemDelegate());
    delegate.setTall(labels.size() <= mostTall);
    const QFontMetrics plain(Theme::font(Theme::Type::Body)), bold(boldFont());
    int longest = 0;
    for (size_t i = 0; i < labels.size(); ++i) {
        const QString name = QString::fromStdString(labels[i].name);
        const double share = double(labels[i].rows) / double(qMax<qint64>(1, all));
        longest = qMax(longest, plain.horizontalAdvance(name));
        auto *item = new QStandardItem(name);
        item->setData(qlonglong(labels[i].rows), Rows);
        item->setData(share, Share);
        item->setData(labelStyle(i, labels.size()), Style);
        item->setToolTip(name);
        item->setAccessibleText(
            tr("%1: %2 rows, %3").arg(name, words::whole(labels[i].rows), words::percent(share)));
        m_model->appendRow(item);
    }
    delegate.setWidths(longest, bold.horizontalAdvance(words::whole(labels[0].rows)));
    setSubtitle(tr("%Ln label(s)", nullptr, int(labels.size())));
    m_sentence->setText(
        tr("Always saying “%1” would be right for %2. A model has to beat that.")
            .arg(majorityName(*m_overview), words::percent(m_overview->majorityShare())));
}

} // namespace luthier
