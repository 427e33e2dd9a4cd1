// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <optional>

namespace luthier {

/// The plan behind wizard and review: a run.json that grows. Every edit is an undo command and is
/// written to the workspace as it happens, so that it outlives the process.
class PlanDocument : public QObject
{
    Q_OBJECT

public:
    explicit PlanDocument(const QString &workspace, QObject *parent = nullptr);

    /// As in run.json; a key that was not chosen is missing.
    const Json &json() const { return m_json; }
    /// Value at a JSON pointer: "/training/learning_rate". Nothing when not chosen.
    std::optional<Json> value(const std::string &pointer) const;
    /// One undoable edit; null takes the choice back. Edits of one pointer in a row merge.
    void set(const std::string &pointer, const Json &value, const QString &what);
    void clear();
    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void changed(const std::string &pointer);

private:
    QString m_file;
    Json m_json = Json::object();
    QUndoStack m_undo;
};

} // namespace luthier
