// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metrics_text.h"

#include "app/cli/words.h"
#include "core/base/message_json.h"

#include <iomanip>
#include <sstream>

namespace luthier {

namespace {

std::string cell(const Json &scores, const char *name)
{
    const auto value = scores.find(name);
    return value != scores.end() && value->is_number() ? words::fixed(value->get<double>()) : "-";
}

} // namespace

std::string metricsLine(const Json &metrics, const std::vector<std::string> &names)
{
    std::string out;
    for (const std::string &name : names)
        if (const auto value = metrics.find(name); value != metrics.end() && value->is_number())
            out += (out.empty() ? "" : ", ") + name + " " + words::fixed(value->get<double>());
    return out;
}

std::string metricsNotes(const Json &metrics)
{
    std::string out;
    for (const Json &note : metrics.value("notes", Json::array()))
        out += messageFrom(note).english() + "\n";
    return out;
}

std::string metricsTable(const Json &metrics)
{
    std::ostringstream out;
    for (const auto &[name, value] : metrics.items()) {
        if (value.is_number_integer())
            out << std::left << std::setw(18) << name << words::whole(value.get<int64_t>()) << "\n";
        else if (value.is_number())
            out << std::left << std::setw(18) << name << words::fixed(value.get<double>()) << "\n";
    }
    const auto labels = metrics.find("per_class");
    if (labels == metrics.end())
        return out.str();
    out << "\nprecision  recall  f1      rows  label\n";
    for (const auto &[label, scores] : labels->items())
        out << std::left << std::setw(11) << cell(scores, "precision") << std::setw(8)
            << cell(scores, "recall") << std::setw(8) << cell(scores, "f1") << std::setw(6)
            << scores.value("support", int64_t(0)) << label << "\n";
    if (const std::string notes = metricsNotes(metrics); !notes.empty())
        out << "\n" << notes;
    return out.str();
}

} // namespace luthier
