// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/answers_source.h"

#include "ui/widgets/icon.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <compare>

namespace luthier {

namespace {

constexpr qsizetype shownLetters = 300;

QString shortened(const std::string &text)
{
    return QString::fromUtf8(text.data(), std::min(qsizetype(text.size()), 4 * shownLetters))
        .left(shownLetters)
        .simplified();
}

Side sideOf(AnswersSource::Column column)
{
    return column == AnswersSource::BeforeAnswer ? Before : After;
}

bool isAnswer(AnswersSource::Column column)
{
    return column == AnswersSource::BeforeAnswer || column == AnswersSource::AfterAnswer;
}

/// By the names of the labels, then by how sure; texts without an answer first.
std::partial_ordering byAnswer(const AskedTexts &asked, const GivenAnswer *a, const GivenAnswer *b)
{
    if (!a || !b)
        return (a != nullptr) <=> (b != nullptr);
    const auto byName = [&](int64_t one, int64_t other) {
        return asked.labels[size_t(one)] <=> asked.labels[size_t(other)];
    };
    const auto names = std::lexicographical_compare_three_way(
        a->labels.begin(), a->labels.end(), b->labels.begin(), b->labels.end(), byName);
    return names != 0 ? std::partial_ordering(names) : a->share() <=> b->share();
}

std::partial_ordering byColumn(const AskedTexts &asked, AnswersSource::Column column, int64_t a,
                               int64_t b)
{
    if (column == AnswersSource::Text)
        return asked.texts[size_t(a)] <=> asked.texts[size_t(b)];
    if (column == AnswersSource::Label)
        return asked.truth[size_t(a)] <=> asked.truth[size_t(b)];
    const Side side = sideOf(column);
    return byAnswer(asked, asked.answer(side, a), asked.answer(side, b));
}

} // namespace

AnswersSource::AnswersSource(std::shared_ptr<const AskedTexts> asked, bool newestFirst)
    : m_asked(std::move(asked)), m_columns{Text}, m_newestFirst(newestFirst)
{
    if (!m_asked->truth.empty())
        m_columns.push_back(Label);
    m_columns.push_back(BeforeAnswer);
    m_columns.push_back(AfterAnswer);
}

int64_t AnswersSource::textAt(int64_t row) const
{
    return m_newestFirst ? rows() - 1 - row : row;
}

QString AnswersSource::display(int64_t text, Column column) const
{
    if (column == Label) {
        const TrueLabels names = m_asked->trueLabels(text);
        return names ? namesOf(*names) : QString::fromStdString(m_asked->truth[size_t(text)]);
    }
    if (column == Text) {
        const QString first = shortened(m_asked->texts[size_t(text)]);
        return m_asked->pairs.empty()
                   ? first
                   : first + QStringLiteral(" | ") + shortened(m_asked->pairs[size_t(text)]);
    }
    const GivenAnswer *given = m_asked->answer(sideOf(column), text);
    return given ? withShares(m_asked->labels, *given, 0) : QStringLiteral("–");
}

QString AnswersSource::whenAsked(int64_t text) const
{
    if (m_asked->when.empty())
        return {};
    const QDateTime &when = m_asked->when[size_t(text)];
    return when.date() == QDate::currentDate()
               ? QLocale().toString(when.time(), QLocale::ShortFormat)
               : QLocale().toString(when, QLocale::ShortFormat);
}

QString AnswersSource::toolTip(int64_t text, Column column) const
{
    QStringList lines{display(text, column)};
    if (const QString when = whenAsked(text); column == Text && !when.isEmpty())
        lines << when;
    if (!isAnswer(column))
        return lines.join(u'\n');
    if (const auto right = m_asked->isRight(sideOf(column), text))
        lines << (*right ? QCoreApplication::translate("TryPage", "Right")
                         : QCoreApplication::translate("TryPage", "Wrong"));
    if (column == AfterAnswer && m_asked->hasChanged(text))
        lines << QCoreApplication::translate("TryPage", "Training changed the answer");
    return lines.join(u'\n');
}

QVariant AnswersSource::decoration(int64_t text, Column column) const
{
    if (!isAnswer(column))
        return {};
    if (const auto right = m_asked->isRight(sideOf(column), text))
        return *right ? icon(QStringLiteral("check"), Theme::Token::Good, 14)
                      : icon(QStringLiteral("close"), Theme::Token::Error, 14);
    if (column == AfterAnswer && m_asked->hasChanged(text))
        return icon(QStringLiteral("compare"), Theme::Token::AccentText, 14);
    return {};
}

QVariant AnswersSource::cell(int64_t row, int column, int role) const
{
    const int64_t text = textAt(row);
    const Column kind = columnAt(column);
    switch (role) {
    case WhenRole:
        return kind == Text ? whenAsked(text) : QString();
    case Qt::DisplayRole:
        return display(text, kind);
    case Qt::ToolTipRole:
        return toolTip(text, kind);
    case Qt::AccessibleTextRole:
        return toolTip(text, kind).replace(u'\n', QStringLiteral(", "));
    case Qt::DecorationRole:
        return decoration(text, kind);
    case Qt::FontRole:
        if (kind == AfterAnswer && m_asked->hasChanged(text)) {
            QFont font = Theme::font(Theme::Type::Body);
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant AnswersSource::header(int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (columnAt(column)) {
    case Text:
        return QCoreApplication::translate("TryPage", "Text");
    case Label:
        return m_asked->several ? QCoreApplication::translate("TryPage", "True labels")
                                : QCoreApplication::translate("TryPage", "True label");
    case BeforeAnswer:
        return QCoreApplication::translate("TryPage", "Before");
    case AfterAnswer:
        break;
    }
    return QCoreApplication::translate("TryPage", "After");
}

RowTableModel::Arrange arrangeAnswers(const std::shared_ptr<const AnswersSource> &source)
{
    return [source](const RowRequest &request, std::stop_token,
                    const ProgressHandler &) -> Result<std::vector<int64_t>> {
        const AskedTexts &asked = source->asked();
        const int filter = request.filter.toInt();
        std::vector<int64_t> out;
        for (int64_t row = 0; row < source->rows(); ++row) {
            const int64_t text = source->textAt(row);
            if (filter == 0 || (filter == 1 && asked.hasChanged(text)) ||
                (filter == 2 && asked.isRight(After, text) == false))
                out.push_back(row);
        }
        // The column may be that of another source, with a label.
        if (request.column < 0 || request.column >= source->columns())
            return out;
        const AnswersSource::Column column = source->columnAt(request.column);
        std::ranges::stable_sort(out, [&](int64_t a, int64_t b) {
            const auto order = byColumn(asked, column, source->textAt(a), source->textAt(b));
            return request.descending ? order > 0 : order < 0;
        });
        return out;
    };
}

} // namespace luthier
