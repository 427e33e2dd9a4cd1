// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

namespace luthier {

/// What the window remembers of its look, by page id: "data/columns", "run/smoothing". Kept in the
/// user's settings, never in a workspace.
class ViewState
{
public:
    /// `file`: an INI file, or empty for the user's own settings.
    explicit ViewState(const QString &file = {});

    QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);

private:
    QString m_file;
};

} // namespace luthier
