// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/findings.h"

#include "core/base/message_json.h"
#include "core/kernels/torch_errors.h"

namespace luthier {

Findings::Findings(std::string kind, const std::filesystem::path &path)
    : m_head{{"kind", std::move(kind)}, {"path", path.string()}}
{
}

void Findings::warn(const std::vector<Message> &messages)
{
    for (const Message &message : messages)
        warn(message);
}

void Findings::refuse(const Message &message)
{
    m_usable = false;
    add("error", message);
}

bool Findings::attempt(const std::function<void()> &step)
{
    const auto done = guardedTorch([&] {
        step();
        return true;
    });
    if (!done)
        refuse(done.error().message);
    return bool(done);
}

void Findings::add(const char *severity, const Message &message)
{
    Json problem{{"severity", severity}};
    problem.update(toJson(message));
    m_problems.push_back(std::move(problem));
}

Json Findings::json() const
{
    Json out = m_head;
    out["usable"] = m_usable;
    out["problems"] = m_problems;
    out.update(m_facts);
    return out;
}

} // namespace luthier
