// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_record.h"

#include <algorithm>

namespace luthier {

namespace {

class RecordParser
{
public:
    RecordParser(std::string_view bytes, bool atEnd, const CsvDialect &dialect, CsvRecord &record)
        : m_bytes(bytes), m_atEnd(atEnd), m_dialect(dialect), m_record(record)
    {
    }

    void parse()
    {
        do {
            const size_t open = afterSpaces(m_at);
            if (m_dialect.quote && open < m_bytes.size() && m_bytes[open] == m_dialect.quote) {
                m_at = open + 1;
                quotedCell();
            } else {
                plainCell();
            }
        } while (m_record.status == CsvRecord::Status::Whole && goOn());
        m_record.bytes = m_at;
        const std::string_view taken = m_bytes.substr(0, m_at);
        m_record.lines = std::count(taken.begin(), taken.end(), m_dialect.lineEnd);
        if (!taken.empty() && taken.back() != m_dialect.lineEnd)
            ++m_record.lines;
    }

private:
    using Status = CsvRecord::Status;

    size_t afterSpaces(size_t at) const
    {
        while (m_dialect.spaceBeforeQuote && at < m_bytes.size() && m_bytes[at] == ' ')
            ++at;
        return at;
    }

    bool isSeparator(size_t at) const
    {
        return m_dialect.separator && m_bytes[at] == m_dialect.separator;
    }

    /// Steps over a separator (true: another cell follows) or over the line break.
    bool goOn()
    {
        if (m_at == m_bytes.size())
            return false;
        const bool another = isSeparator(m_at);
        if (another && m_at + 1 == m_bytes.size() && !m_atEnd)
            m_record.status = Status::NeedsMore;
        ++m_at;
        return another && m_record.status == Status::Whole;
    }

    void addCell(size_t start, bool quoted)
    {
        ++m_record.width;
        if (m_record.cells.size() < CsvRecord::mostCells)
            m_record.cells.push_back({start, m_record.text.size(), quoted});
    }

    void plainCell()
    {
        const size_t begin = m_at;
        while (m_at < m_bytes.size() && !isSeparator(m_at) && m_bytes[m_at] != m_dialect.lineEnd) {
            m_record.strayQuote |= m_dialect.quote && m_bytes[m_at] == m_dialect.quote;
            ++m_at;
        }
        if (m_at == m_bytes.size() && !m_atEnd) {
            m_record.status = Status::NeedsMore;
            return;
        }
        size_t end = m_at;
        const bool lastCell = m_at == m_bytes.size() || !isSeparator(m_at);
        if (lastCell && end > begin && m_bytes[end - 1] == '\r')
            --end;
        const size_t start = m_record.text.size();
        m_record.text.append(m_bytes.substr(begin, end - begin));
        addCell(start, false);
    }

    void quotedCell()
    {
        const size_t start = m_record.text.size();
        while (!atClosingQuote())
            if (m_record.status != Status::Whole)
                return;
        m_at = afterSpaces(m_at + 1);
        const bool carriageReturn =
            m_at < m_bytes.size() && m_bytes[m_at] == '\r' && m_dialect.lineEnd == '\n';
        const size_t next = m_at + carriageReturn;
        if (next == m_bytes.size() && !m_atEnd) {
            m_record.status = Status::NeedsMore;
            return;
        }
        const bool lineEnds = next == m_bytes.size() || m_bytes[next] == m_dialect.lineEnd;
        if (!lineEnds && !isSeparator(m_at)) {
            skipLine();
            return;
        }
        m_at = lineEnds ? next : m_at;
        addCell(start, true);
    }

    /// Copies text up to the next quote; false when it stood for itself or was not found.
    bool atClosingQuote()
    {
        const size_t begin = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] != m_dialect.quote &&
               !(m_dialect.backslash && m_bytes[m_at] == '\\'))
            ++m_at;
        m_record.text.append(m_bytes.substr(begin, m_at - begin));
        if (m_at + 1 >= m_bytes.size() && !m_atEnd) {
            m_record.status = Status::NeedsMore;
            return false;
        }
        if (m_at == m_bytes.size()) {
            m_record.status = Status::NeverClosed;
            return false;
        }
        const char here = m_bytes[m_at];
        const char next = m_at + 1 < m_bytes.size() ? m_bytes[m_at + 1] : '\0';
        const bool escape =
            here == '\\' ? next == m_dialect.quote || next == '\\' : next == m_dialect.quote;
        if (here == m_dialect.quote && !escape)
            return true;
        m_record.text += escape ? next : here;
        m_at += escape ? 2 : 1;
        return false;
    }

    void skipLine()
    {
        const size_t end = m_bytes.find(m_dialect.lineEnd, m_at);
        m_record.status =
            end == std::string_view::npos && !m_atEnd ? Status::NeedsMore : Status::TextAfterQuote;
        m_at = end == std::string_view::npos ? m_bytes.size() : end + 1;
    }

    std::string_view m_bytes;
    bool m_atEnd;
    const CsvDialect &m_dialect;
    CsvRecord &m_record;
    size_t m_at = 0;
};

} // namespace

void parseRecord(std::string_view bytes, bool atEnd, const CsvDialect &dialect, CsvRecord &record)
{
    record.status = CsvRecord::Status::Whole;
    record.width = 0;
    record.cells.clear();
    record.text.clear();
    record.strayQuote = false;
    RecordParser(bytes, atEnd, dialect, record).parse();
}

} // namespace luthier
