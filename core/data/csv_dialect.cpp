// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_dialect.h"

#include <algorithm>
#include <map>

namespace luthier {

namespace {

constexpr size_t mostRecords = 2000;
constexpr double plainTextFit = 0.9;

/// How a sample looks when it is read with a dialect.
struct Trial
{
    CsvDialect dialect;
    size_t columns = 0;  ///< of the first record
    double fit = 0;      ///< share of bytes in records of that many columns
    double usualFit = 0; ///< share of the other records' bytes that have the most frequent width
    size_t usualColumns = 0;
    size_t records = 0;
    size_t quoted = 0; ///< cells that are quoted as they should be
    size_t broken = 0; ///< records that are not
};

Trial tryDialect(std::string_view sample, bool whole, const CsvDialect &dialect)
{
    Trial trial{dialect};
    CsvRecord record;
    std::map<size_t, size_t> bytesByWidth;
    size_t seen = 0;
    size_t first = 0;
    while (seen < sample.size() && trial.records < mostRecords) {
        parseRecord(sample.substr(seen), whole, dialect, record);
        seen += record.bytes;
        if (record.status == CsvRecord::Status::Whole && record.blank())
            continue;
        ++trial.records;
        if (trial.records == 1) {
            trial.columns = record.width;
            first = seen;
        }
        if (record.status == CsvRecord::Status::Whole)
            bytesByWidth[record.width] += record.bytes;
        else if (record.status != CsvRecord::Status::NeedsMore)
            ++trial.broken;
        trial.quoted += size_t(std::ranges::count_if(record.cells, &CsvRecord::Cell::quoted));
    }
    for (const auto &[columns, bytes] : bytesByWidth) {
        if (columns == trial.columns)
            trial.fit = double(bytes) / double(seen);
        const size_t below = bytes - (columns == trial.columns ? std::min(first, bytes) : 0);
        const double share = double(below) / double(std::max<size_t>(seen - first, 1));
        if (share > trial.usualFit) {
            trial.usualFit = share;
            trial.usualColumns = columns;
        }
    }
    return trial;
}

bool better(const Trial &a, const Trial &b)
{
    return a.fit != b.fit ? a.fit > b.fit : a.quoted > b.quoted;
}

class Sniffer
{
public:
    Sniffer(std::string_view sample, bool whole, const ReadOptions &options)
        : m_sample(sample), m_whole(whole), m_options(options)
    {
        if (sample.find('\n') == std::string_view::npos &&
            sample.find('\r') != std::string_view::npos)
            m_lineEnd = '\r';
    }

    Trial bestQuoting(char separator) const
    {
        CsvDialect dialect{.separator = separator, .lineEnd = m_lineEnd};
        if (m_options.quote) {
            dialect.quote = *m_options.quote;
            return attempt(dialect);
        }
        Trial best = attempt(dialect);
        considerDoubleQuoteVariants(best);
        const bool quotesAreProse = best.broken >= 2 && best.broken > best.quoted;
        if (quotesAreProse)
            consider(best, {.separator = separator, .quote = '\0', .lineEnd = m_lineEnd});
        if (m_sample.find('\'') != std::string_view::npos)
            considerSingleQuotes(best);
        return best;
    }

private:
    Trial attempt(const CsvDialect &dialect) const
    {
        return tryDialect(m_sample, m_whole, dialect);
    }

    void consider(Trial &best, const CsvDialect &dialect) const
    {
        Trial trial = attempt(dialect);
        if (better(trial, best))
            best = trial;
    }

    void considerDoubleQuoteVariants(Trial &best) const
    {
        CsvDialect dialect = best.dialect;
        if (m_sample.find("\\\"") != std::string_view::npos) {
            dialect.backslash = true;
            consider(best, dialect);
        }
        dialect = best.dialect;
        if (dialect.separator &&
            m_sample.find(std::string{dialect.separator, ' ', '"'}) != std::string_view::npos) {
            dialect.spaceBeforeQuote = true;
            consider(best, dialect);
        }
    }

    /// An apostrophe may begin any word: single quotes count only where most rows use them.
    void considerSingleQuotes(Trial &best) const
    {
        CsvDialect dialect = best.dialect;
        dialect.quote = '\'';
        const Trial trial = attempt(dialect);
        if (better(trial, best) && trial.quoted * 2 >= trial.records && trial.broken == 0)
            best = trial;
    }

    std::string_view m_sample;
    bool m_whole;
    const ReadOptions &m_options;
    char m_lineEnd = '\n';
};

} // namespace

CsvDialect sniffDialect(std::string_view sample, bool whole, bool namedAsTable,
                        const ReadOptions &options)
{
    const Sniffer sniffer(sample, whole, options);
    if (options.separator)
        return sniffer.bestQuoting(*options.separator).dialect;
    const Trial oneColumn = sniffer.bestQuoting('\0');
    Trial best = oneColumn;
    Trial bestBelow = oneColumn;
    best.fit = bestBelow.usualFit = 0;
    for (const char separator : {'\t', ';', '|', ','}) {
        if (sample.find(separator) == std::string_view::npos)
            continue;
        const Trial trial = sniffer.bestQuoting(separator);
        if (trial.columns > 1 && trial.fit > best.fit)
            best = trial;
        if (trial.usualColumns > 1 && trial.usualFit > bestBelow.usualFit)
            bestBelow = trial;
    }
    if (best.columns > 1 && best.fit >= (namedAsTable ? 0 : plainTextFit))
        return best.dialect;
    // The rows agree on a width that the first line lacks: better an error there than a wrong
    // table.
    if (best.columns <= 1 && bestBelow.usualFit >= plainTextFit && bestBelow.records > 3)
        return bestBelow.dialect;
    return oneColumn.dialect;
}

} // namespace luthier
