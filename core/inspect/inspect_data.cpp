// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/catalog.h"
#include "core/data/labels.h"
#include "core/data/roles.h"
#include "core/inspect/kinds.h"

namespace luthier {

namespace {

constexpr const char *task = "text-classification";
constexpr size_t listedLines = 100;
constexpr size_t listedLabels = 200;

const char *roleOf(const std::string &column, const Columns &columns)
{
    const std::pair<const std::optional<std::string> &, const char *> roles[]{
        {columns.text, "text"}, {columns.textPair, "text_pair"}, {columns.label, "label"},
        {columns.id, "id"},     {columns.split, "split"},
    };
    for (const auto &[name, role] : roles)
        if (name == column)
            return role;
    return nullptr;
}

void addColumns(const Table &table, const Columns &columns, Findings &findings)
{
    Json list = Json::array();
    for (const std::string &name : table.columnNames()) {
        const int index = *table.columnIndex(name);
        int64_t empty = 0;
        for (int64_t row = 0; row < table.rows(); ++row)
            empty += table.cell(row, index).value_or(std::string_view()).empty();
        const char *role = roleOf(name, columns);
        list.push_back({{"name", name}, {"role", role ? Json(role) : Json()}, {"empty", empty}});
    }
    findings["columns"] = list;
}

void addLabels(const Table &table, const std::string &column, Findings &findings)
{
    const LabelInventory inventory = countLabels(table, column);
    Json list = Json::array();
    int64_t largest = 0;
    for (const LabelCount &label : inventory.labels) {
        largest = std::max(largest, label.rows);
        if (list.size() < listedLabels)
            list.push_back({{"label", label.name}, {"rows", label.rows}});
    }
    findings["label_count"] = inventory.labels.size();
    findings["labels"] = list;
    findings["rows_without_label"] = inventory.missing.size();
    if (!inventory.labelled.empty())
        findings["majority_baseline"] = double(largest) / double(inventory.labelled.size());
    findings.warn(inventory.notes);
    requireTwoClasses(inventory);
}

void addUnreadable(const Table &table, Findings &findings)
{
    Json list = Json::array();
    for (size_t i = 0; i < std::min(listedLines, table.unreadable.size()); ++i) {
        const UnreadableLine &line = table.unreadable[i];
        list.push_back(
            {{"line", line.line}, {"lines", line.lines}, {"reason", line.reason.english()}});
    }
    findings["unreadable_count"] = table.unreadable.size();
    findings["unreadable"] = list;
    findings["blank_lines"] = table.blankLines;
}

} // namespace

void inspectData(const std::filesystem::path &file, Findings &findings)
{
    if (!std::filesystem::is_directory(file))
        findings["bytes"] = std::filesystem::file_size(file);
    const Table table = readTable(file);
    findings["format"] = table.facts.format;
    findings["bytes"] = table.facts.bytes;
    if (table.facts.files > 0)
        findings["files"] = table.facts.files;
    findings["rows"] = table.rows();
    addUnreadable(table, findings);
    findings.warn(table.notes);
    Columns columns;
    findings.attempt([&] { columns = resolveColumns({}, table, task).columns; });
    addColumns(table, columns, findings);
    if (columns.label)
        addLabels(table, *columns.label, findings);
    else
        findings.warn({"inspect.no_label",
                       LUTHIER_MESSAGE("No column of {file} looks like a label; name it in "
                                       "run.json under dataset.columns."),
                       {{"file", file.string()}}});
}

} // namespace luthier
