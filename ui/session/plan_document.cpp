// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/plan_document.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/result.h"

#include <QDir>
#include <QUndoCommand>

#include <algorithm>
#include <array>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr int writeDelayMilliseconds = 150;
constexpr uint64_t largestPlan = 1u << 20;
constexpr int mergingEdits = 1;

Json::json_pointer pathOf(const std::string &pointer)
{
    return Json::json_pointer(pointer);
}

/// Sections that hold nothing any more go too, so that an undone edit leaves no trace.
void removeAt(Json &json, Json::json_pointer path)
{
    while (!path.empty() && json.contains(path)) {
        const std::string key = path.back();
        path.pop_back();
        json.at(path).erase(key);
        if (!json.at(path).empty())
            return;
    }
}

/// What every reader of the plan relies on.
void requirePlanShape(const Json &json)
{
    const auto isSection = [&json](const char *pointer) {
        const Json::json_pointer path(pointer);
        return !json.contains(path) || json.at(path).is_object();
    };
    constexpr std::array sections{"/model",         "/dataset", "/dataset/columns",
                                  "/dataset/split", "/method",  "/training"};
    if (!json.is_object() || !std::ranges::all_of(sections, isSection))
        throw failure("plan.shape", LUTHIER_MESSAGE("It is no plan of a run."));
}

fs::path freeNameBeside(const fs::path &file)
{
    for (int number = 1;; ++number) {
        fs::path name = file;
        name += ".damaged-" + std::to_string(number);
        if (!fs::exists(name))
            return name;
    }
}

} // namespace

class PlanDocument::Edit : public QUndoCommand
{
public:
    Edit(PlanDocument &plan, std::string pointer, std::optional<Json> now, const QString &what)
        : QUndoCommand(what), m_plan(plan), m_pointer(std::move(pointer)),
          m_before(plan.value(m_pointer)), m_now(std::move(now))
    {
    }

    void undo() override { m_plan.apply(m_pointer, m_before); }
    void redo() override { m_plan.apply(m_pointer, m_now); }
    /// Taking everything back stands for itself.
    int id() const override { return m_pointer.empty() ? -1 : mergingEdits; }

    bool mergeWith(const QUndoCommand *next) override
    {
        const auto &later = static_cast<const Edit &>(*next);
        if (later.m_pointer != m_pointer)
            return false;
        m_now = later.m_now;
        setObsolete(m_now == m_before);
        return true;
    }

private:
    PlanDocument &m_plan;
    std::string m_pointer;
    std::optional<Json> m_before, m_now;
};

PlanDocument::PlanDocument(const QString &workspace, QObject *parent)
    : QObject(parent), m_file(QDir(workspace).filePath(QStringLiteral("plan.json")))
{
    m_writer.setMaxThreadCount(1);
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeDelayMilliseconds);
    connect(&m_writeSoon, &QTimer::timeout, this, &PlanDocument::write);
    read();
}

PlanDocument::~PlanDocument()
{
    flush();
}

std::optional<Json> PlanDocument::value(const std::string &pointer) const
{
    const Json::json_pointer path = pathOf(pointer);
    return m_json.contains(path) ? std::optional(m_json.at(path)) : std::nullopt;
}

void PlanDocument::set(const std::string &pointer, const Json &value, const QString &what)
{
    const std::optional<Json> now = value.is_null() ? std::nullopt : std::optional(value);
    if (now != this->value(pointer))
        m_undo.push(new Edit(*this, pointer, now, what));
}

void PlanDocument::clear()
{
    if (!m_json.empty())
        m_undo.push(new Edit(*this, {}, Json::object(), tr("Start a new plan")));
}

void PlanDocument::flush()
{
    if (m_unwritten)
        write();
    m_writer.waitForDone();
}

void PlanDocument::apply(const std::string &pointer, const std::optional<Json> &value)
{
    if (value)
        m_json[pathOf(pointer)] = *value;
    else
        removeAt(m_json, pathOf(pointer));
    m_unwritten = true;
    // Not put off by further edits: what is typed for long is saved on the way.
    if (!m_writeSoon.isActive())
        m_writeSoon.start();
    Q_EMIT changed(pointer);
}

void PlanDocument::read()
{
    const fs::path file = m_file.toStdString();
    std::error_code unknown;
    if (!fs::exists(file, unknown))
        return;
    const auto stored = guarded([&] {
        Json json = readJson(file, largestPlan);
        requirePlanShape(json);
        return json;
    });
    if (stored)
        m_json = stored.value();
    else
        setAside(stored.error().message);
}

void PlanDocument::setAside(const Message &reason)
{
    const fs::path file = m_file.toStdString();
    const auto renamed = guarded([&] {
        const fs::path aside = freeNameBeside(file);
        files::rename(file, aside);
        return aside.string();
    });
    m_notice = {"plan.set_aside",
                LUTHIER_MESSAGE("The plan in {file} could not be read, so a new one was begun; the "
                                "old file is kept as {aside}."),
                {{"file", file.string()},
                 {"aside", renamed ? renamed.value() : file.string()},
                 {"reason", reason.english()}}};
}

void PlanDocument::write()
{
    m_writeSoon.stop();
    m_unwritten = false;
    m_writer.start([this, json = m_json, file = fs::path(m_file.toStdString())] {
        const auto written = guarded([&] {
            fs::create_directories(file.parent_path());
            writeJson(file, json);
            return true;
        });
        if (!written)
            QMetaObject::invokeMethod(
                this, [this, message = written.error().message] { Q_EMIT writeFailed(message); },
                Qt::QueuedConnection);
    });
}

} // namespace luthier
