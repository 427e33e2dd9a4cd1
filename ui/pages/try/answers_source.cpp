// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/answers_source.h"

#include "ui/shell/words.h"
#include "ui/widgets/icon.h"

#include <QCoreApplication>

#include <algorithm>

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
    if (column == Label)
        return QString::fromStdString(m_asked->truth[size_t(text)]);
    if (column == Text) {
        const QString first = shortened(m_asked->texts[size_t(text)]);
        return m_asked->pairs.empty()
                   ? first
                   : first + QStringLiteral(" | ") + shortened(m_asked->pairs[size_t(text)]);
    }
    const GivenAnswer given = m_asked->answer(sideOf(column), text);
    return given.isGiven() ? QStringLiteral("%1 %2").arg(m_asked->labelOf(sideOf(column), text),
                                                         words::percent(given.share, 0))
                           : QStringLiteral("–");
}

QString AnswersSource::toolTip(int64_t text, Column column) const
{
    const QString shown = display(text, column);
    if (!isAnswer(column))
        return shown;
    QStringList lines{shown};
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
        return QCoreApplication::translate("TryPage", "True label");
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
        const auto word = [&](int64_t row) -> std::pair<std::string_view, double> {
            const int64_t text = source->textAt(row);
            if (column == AnswersSource::Text)
                return {asked.texts[size_t(text)], 0};
            if (column == AnswersSource::Label)
                return {asked.truth[size_t(text)], 0};
            const GivenAnswer given = asked.answer(sideOf(column), text);
            return {given.isGiven() ? asked.labels[size_t(given.label)] : std::string_view(),
                    given.share};
        };
        std::ranges::stable_sort(out, [&](int64_t a, int64_t b) {
            return request.descending ? word(b) < word(a) : word(a) < word(b);
        });
        return out;
    };
}

} // namespace luthier
