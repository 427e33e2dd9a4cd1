// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/label_notes.h"

#include "core/data/numbers.h"
#include "core/data/text_bytes.h"

#include <algorithm>
#include <map>

namespace luthier {

namespace {

constexpr size_t mostShown = 10;

Message missingNote(const LabelInventory &inventory, const Table &table)
{
    std::string lines;
    for (size_t i = 0; i < inventory.missing.size() && i <= mostShown; ++i)
        lines += (i == 0 ? "" : ", ") +
                 (i < mostShown ? std::to_string(table.sourceRow[size_t(inventory.missing[i])])
                                : std::string("…"));
    return {
        "data.missing_labels",
        LUTHIER_MESSAGE(
            "Rows of {file} without a label: {count} (lines {lines}); they are not trained on."),
        {{"count", int64_t(inventory.missing.size())}, {"file", inventory.file}, {"lines", lines}}};
}

void noteAlike(const LabelInventory &inventory, std::vector<Message> &notes)
{
    std::map<std::string, std::vector<LabelCount>> alike;
    for (const LabelCount &label : inventory.labels)
        alike[plainLabel(label.name)].push_back(label);
    for (const auto &[plain, labels] : alike)
        if (labels.size() > 1)
            notes.push_back({"data.labels_alike",
                             LUTHIER_MESSAGE("These labels differ only by case or spaces, yet are "
                                             "classes of their own: {labels}."),
                             {{"labels", listed(labels)}}});
}

void noteNumbers(const LabelInventory &inventory, std::vector<Message> &notes)
{
    std::vector<LabelCount> words;
    std::vector<LabelCount> numbers;
    std::map<double, std::vector<LabelCount>> byValue;
    for (const LabelCount &label : inventory.labels) {
        const auto value = parseNumber(label.name);
        (value ? numbers : words).push_back(label);
        if (value)
            byValue[*value].push_back(label);
    }
    if (!words.empty() && !numbers.empty())
        notes.push_back({"data.labels_mixed",
                         LUTHIER_MESSAGE("Some labels are numbers: {numbers}; others are words: "
                                         "{words}. All are taken as names."),
                         {{"numbers", listed(numbers)}, {"words", listed(words)}}});
    for (const auto &[value, labels] : byValue)
        if (labels.size() > 1)
            notes.push_back(
                {"data.labels_same_number",
                 LUTHIER_MESSAGE(
                     "These labels are the same number, yet are classes of their own: {labels}."),
                 {{"labels", listed(labels)}}});
}

void noteLists(const LabelInventory &inventory, std::vector<Message> &notes)
{
    const auto lists = std::ranges::count_if(inventory.labels, [](const LabelCount &label) {
        return label.name.starts_with('[') && label.name.ends_with(']');
    });
    if (lists > 0 && lists * 2 >= std::ssize(inventory.labels))
        notes.push_back(
            {"data.labels_are_lists",
             LUTHIER_MESSAGE("Column {column} holds lists, and each different list is a class of "
                             "its own; set training.problem_type to multi_label_classification to "
                             "learn every label in them by itself."),
             {{"column", inventory.column}}});
}

} // namespace

std::string plainLabel(std::string_view label)
{
    std::string plain = plainAscii(label);
    for (const std::string_view space : {" ", "\t", "\r", "\n", "\u00A0", "\u3000"})
        for (size_t at = plain.find(space); at != std::string::npos; at = plain.find(space, at))
            plain.erase(at, space.size());
    return plain;
}

std::string listed(std::span<const LabelCount> labels)
{
    std::string list;
    for (size_t i = 0; i < labels.size() && i <= mostShown; ++i) {
        list += i == 0 ? "" : ", ";
        list += i < mostShown
                    ? "\"" + labels[i].name + "\" (" + std::to_string(labels[i].rows) + ")"
                    : "…";
    }
    return list;
}

std::vector<Message> labelNotes(const LabelInventory &inventory, const Table &table)
{
    std::vector<Message> notes;
    if (!inventory.missing.empty())
        notes.push_back(missingNote(inventory, table));
    noteAlike(inventory, notes);
    noteNumbers(inventory, notes);
    noteLists(inventory, notes);
    if (inventory.labels.size() > 20 && inventory.labels.size() * 2 > inventory.labelled.size())
        notes.push_back(
            {"data.many_labels",
             LUTHIER_MESSAGE(
                 "Column {column} has {count} different labels in {rows} rows; is it the label?"),
             {{"column", inventory.column},
              {"count", int64_t(inventory.labels.size())},
              {"rows", int64_t(inventory.labelled.size())}}});
    return notes;
}

} // namespace luthier
