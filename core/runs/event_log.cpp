// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/event_log.h"

#include "core/base/error.h"

#include <algorithm>
#include <fstream>

namespace luthier {

namespace fs = std::filesystem;

namespace {

/// No event of ours comes near; what is longer is damage.
constexpr size_t longestLine = size_t(16) << 20;

/// Reads lines in pieces; a line above the limit is passed over without being kept.
class LineReader
{
public:
    explicit LineReader(const fs::path &path) : m_file(path, std::ios::binary) {}

    /// False at the end, or when the last line has no line break (`torn`).
    bool next(std::string &line)
    {
        line.clear();
        m_tooLong = false;
        while (true) {
            if (m_at == m_piece.size() && !fill())
                return false;
            const size_t end = m_piece.find('\n', m_at);
            const size_t stop = end == std::string::npos ? m_piece.size() : end;
            keep(line, std::string_view(m_piece).substr(m_at, stop - m_at));
            m_at = stop;
            if (end == std::string::npos)
                continue;
            ++m_at;
            m_wholeBytes += m_lineBytes + 1;
            m_lineBytes = 0;
            return true;
        }
    }

    bool tooLong() const { return m_tooLong; }
    bool torn() const { return m_lineBytes > 0; }
    uint64_t wholeBytes() const { return m_wholeBytes; }

private:
    bool fill()
    {
        m_piece.resize(size_t(1) << 16);
        m_file.read(m_piece.data(), std::streamsize(m_piece.size()));
        m_piece.resize(size_t(std::max<std::streamsize>(0, m_file.gcount())));
        m_at = 0;
        return !m_piece.empty();
    }

    void keep(std::string &line, std::string_view part)
    {
        m_lineBytes += part.size();
        m_tooLong = m_lineBytes > longestLine;
        if (!m_tooLong)
            line += part;
    }

    std::ifstream m_file;
    std::string m_piece;
    size_t m_at = 0;
    uint64_t m_lineBytes = 0;
    uint64_t m_wholeBytes = 0;
    bool m_tooLong = false;
};

bool isAfter(const Json &event, int64_t step)
{
    const auto found = event.find("step");
    return found != event.end() && found->is_number_integer() && *found > step;
}

} // namespace

EventLog::EventLog(const fs::path &path) : m_path(path), m_file(path)
{
    const EventsRead read = readEvents(path, [](const Json &) {});
    if (read.torn)
        m_file.truncate(read.wholeBytes);
}

void EventLog::append(const Json &event)
{
    const uint64_t before = m_file.size();
    try {
        m_file.append(eventLine(event));
    } catch (const Error &) {
        // A full disk may have taken half of the line.
        m_file.truncate(before);
        throw;
    }
}

void EventLog::sync()
{
    m_file.sync();
}

uint64_t EventLog::size() const
{
    return m_file.size();
}

void EventLog::cutBackTo(uint64_t size)
{
    const uint64_t now = m_file.size();
    if (size > now)
        throw failure(
            "runs.events_too_short",
            LUTHIER_MESSAGE("{file} has {size} bytes, but the checkpoint was saved at "
                            "{wanted}; put the whole file back, or start the run anew."),
            {{"file", m_path.string()}, {"size", int64_t(now)}, {"wanted", int64_t(size)}});
    m_file.truncate(size);
    m_file.sync();
}

std::string eventLine(const Json &event)
{
    return event.dump(-1, ' ', false, Json::error_handler_t::replace);
}

EventsRead readEvents(const fs::path &path, const std::function<void(const Json &)> &each)
{
    EventsRead result;
    LineReader reader(path);
    std::string line;
    while (reader.next(line)) {
        const Json event = reader.tooLong() ? Json() : Json::parse(line, nullptr, false);
        if (event.is_object())
            each(event);
        else
            ++result.damaged;
    }
    result.wholeBytes = reader.wholeBytes();
    result.torn = reader.torn();
    return result;
}

std::vector<Json> allEvents(const fs::path &path)
{
    std::vector<Json> events;
    readEvents(path, [&events](const Json &event) {
        if (event.value("event", Json()) == "resumed" &&
            event.value("step", Json()).is_number_integer())
            std::erase_if(events, [step = event["step"].get<int64_t>()](const Json &old) {
                return isAfter(old, step);
            });
        events.push_back(event);
    });
    return events;
}

} // namespace luthier
