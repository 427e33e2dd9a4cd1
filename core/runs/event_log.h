// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/json.h"

#include <functional>
#include <vector>

namespace luthier {

/// events.jsonl: one JSON object a line, as `train --json` prints it. Numbers have the digits that
/// give the same double again, whatever the locale.
class EventLog
{
public:
    /// Opens or makes the file; half a line that a crash has left at its end is cut off.
    explicit EventLog(const std::filesystem::path &path);

    /// The whole line is in the file when this returns; on failure the file is as before.
    void append(const Json &event);
    /// Flushes to the disk: before a checkpoint remembers `size`.
    void sync();
    uint64_t size() const;
    /// Takes back what came after a checkpoint. Throws an Error when the file is shorter than that.
    void cutBackTo(uint64_t size);

private:
    std::filesystem::path m_path;
    files::LineAppender m_file;
};

/// The line of an event, without its line break.
std::string eventLine(const Json &event);

struct EventsRead
{
    uint64_t wholeBytes = 0; ///< up to the end of the last whole line
    int64_t damaged = 0;     ///< lines that are no JSON object, left out
    bool torn = false;       ///< half a line stands at the end
};

/// Hands over each event in turn; memory stays bounded whatever the file's size. A missing file has
/// no events.
EventsRead readEvents(const std::filesystem::path &path,
                      const std::function<void(const Json &)> &each);

/// All events. What was taken back by a resumed run without being cut off (steps after "resumed")
/// is left out.
std::vector<Json> allEvents(const std::filesystem::path &path);

} // namespace luthier
