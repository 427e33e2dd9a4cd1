// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <QUndoStack>

#include <optional>

namespace luthier {

/// The plan behind wizard and review: a run.json that grows. Every edit is an undo command and is
/// written to the workspace as it happens, so that it outlives the process.
class PlanDocument : public QObject
{
    Q_OBJECT

public:
    /// Reads `<workspace>/plan.json`. One that cannot be read is renamed, and `notice` says so.
    explicit PlanDocument(const QString &workspace, QObject *parent = nullptr);
    /// Writes what is not written yet.
    ~PlanDocument() override;

    /// As in run.json; a key that was not chosen is missing.
    const Json &json() const { return m_json; }
    /// Value at a JSON pointer: "/training/learning_rate". Nothing when not chosen.
    std::optional<Json> value(const std::string &pointer) const;
    /// One undoable edit; null takes the choice back. Edits of one pointer in a row merge.
    void set(const std::string &pointer, const Json &value, const QString &what);
    /// Takes every choice back; can be undone.
    void clear();
    QUndoStack &undoStack() { return m_undo; }

    /// Why the stored plan could not be used; nothing when it could.
    const std::optional<Message> &notice() const { return m_notice; }
    /// Writes at once and waits until the file is on the disk.
    void flush();

Q_SIGNALS:
    void changed(const std::string &pointer);
    /// The plan could not be written; it is tried again with the next edit.
    void writeFailed(const luthier::Message &message);

private:
    class Edit;

    void apply(const std::string &pointer, const std::optional<Json> &value);
    void read();
    void setAside(const Message &reason);
    void write();

    QString m_file;
    Json m_json = Json::object();
    std::optional<Message> m_notice;
    bool m_unwritten = false;
    QTimer m_writeSoon;
    QThreadPool m_writer; ///< one thread: a slow disk does not hold up the window
    QUndoStack m_undo;
};

} // namespace luthier
