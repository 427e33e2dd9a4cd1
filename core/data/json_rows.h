// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/file_window.h"
#include "core/data/json_line.h"
#include "core/data/table_builder.h"

#include <array>

namespace luthier {

/// Collects JSON objects as rows: columns are the keys in the order in which they appear.
class JsonRows
{
public:
    /// `window`: what the objects are read from; outlives this.
    JsonRows(const std::filesystem::path &path, const FileWindow &window);

    /// One object; what is none is kept aside with its line.
    void take(std::string_view object, int64_t line);
    void keepAside(int64_t line, int64_t lines, Message reason);
    void countBlankLine() { m_builder.countBlankLine(); }
    SourceFacts &facts() { return m_builder.facts(); }
    Table finish();

private:
    void refuseSparse() const;
    void noteMixedKinds();

    std::filesystem::path m_path;
    const FileWindow &m_window;
    TableBuilder m_builder;
    std::vector<JsonMember> m_members;
    std::vector<std::array<int64_t, 5>> m_kinds; ///< rows by column and kind of value
};

} // namespace luthier
