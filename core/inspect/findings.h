// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

#include <functional>

namespace luthier {

/// The answer of an inspection while it grows: facts, and the problems that were met.
class Findings
{
public:
    Findings(std::string kind, const std::filesystem::path &path);

    /// Facts of the kind, in the order they are set.
    Json &operator[](const char *fact) { return m_facts[fact]; }

    void warn(const Message &message) { add("warning", message); }
    void warn(const std::vector<Message> &messages);
    /// Training could not use the thing.
    void refuse(const Message &message);

    /// Runs a step; whatever it throws is a problem. False when it threw.
    bool attempt(const std::function<void()> &step);

    bool usable() const { return m_usable; }
    Json json() const;

private:
    void add(const char *severity, const Message &message);

    Json m_head, m_facts = Json::object(), m_problems = Json::array();
    bool m_usable = true;
};

} // namespace luthier
