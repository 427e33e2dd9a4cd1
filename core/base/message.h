// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>

namespace luthier {

/// A value named in a message's text. Numbers stay numbers, so that a window can write them by
/// locale.
using MessageValue = std::variant<std::string, int64_t, double>;

/// A sentence for the user: errors, warnings, verdicts, log lines. Stored as it is; the window
/// translates `text` by its `id`, the command line prints the English.
struct Message
{
    std::string id;   ///< stable, never translated: "data.missing_column"
    std::string text; ///< English, places in braces: "No column {column} in {file}."
    std::map<std::string, MessageValue> values; ///< by place

    /// The English sentence with its values in place.
    std::string english() const;

    bool operator==(const Message &) const = default;
};

/// Marks a text for translation in the context "Messages"; expands to the text itself. lupdate
/// knows no macro of one argument with a context of its own: cmake/CollectTexts.cmake shows it the
/// sources with QT_TRANSLATE_NOOP in this one's place. A window asks
/// QCoreApplication::translate("Messages", text).
#define LUTHIER_MESSAGE(text) text

} // namespace luthier
