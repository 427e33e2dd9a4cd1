// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/data/column_names.h"
#include "core/data/overview.h"
#include "core/data/token_lengths.h"
#include "ui/session/app_context.h"

#include <QObject>

namespace luthier {

/// The file that the page shows, with the roles and the split that were chosen for it. All counting
/// happens off the window's thread. Once the plan names the file, every choice goes into the plan.
class DataDocument : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Reading, Failed, Ready };
    enum class Tokens { NoModel, Counting, Failed, Counted };

    explicit DataDocument(const AppContext &context, QObject *parent = nullptr);

    /// Reads `path`, unless it is shown already and `again` is not asked for.
    void open(const QString &path, bool again = false);
    /// Back to the empty page while the file is being read; stops counting tokens after that.
    void cancel();

    State state() const { return m_state; }
    QString path() const { return m_path; }
    const std::optional<Error> &error() const { return m_error; }

    /// The rest holds in state Ready.
    std::shared_ptr<const Table> table() const { return m_opened.table; }
    const Columns &columns() const { return m_columns; }
    std::optional<Role> roleOf(int column) const;
    /// Why a role was guessed; empty for one that was chosen.
    std::optional<Message> reasonOf(int column) const;
    const SplitOptions &split() const { return m_split; }
    /// Shared with the work on the rows; never null.
    std::shared_ptr<const Overview> overview() const { return m_overview; }
    bool isLookingOver() const { return m_lookingOver; }
    int cutOff() const { return m_cutOff; }

    Tokens tokens() const { return m_tokens; }
    /// Null unless counted.
    std::shared_ptr<const TokenLengths> lengths() const { return m_lengths; }
    const std::optional<Error> &tokensError() const { return m_tokensError; }
    QString modelFolder() const;

    /// Another column with the role loses it.
    void setRole(int column, std::optional<Role> role);
    void setSplit(const SplitOptions &split);
    void setCutOff(int tokens);
    /// Counts tokens for the model that the plan names now.
    void refreshTokens();

    /// The plan is about this file.
    bool isPlanned() const;
    /// A part has a file of its own in the plan, so that nothing is cut off for it here.
    bool hasOwnFile(Part part) const;
    /// Writes file, roles, split and cut-off into the plan.
    void use();

    static const char *readingKey() { return "data/reading"; }
    static const char *tokensKey() { return "data/tokens"; }

Q_SIGNALS:
    void stateChanged();
    void overviewChanged(); ///< or that it is being made anew
    void tokensChanged();
    void cutOffChanged();

private:
    void take(OpenedData opened);
    void takeFromPlan();
    bool plannedSeveralLabels() const;
    void lookOver();
    void countTokens();
    void planChanged(const std::string &pointer);
    void writePlan();
    Json plannedColumns() const;

    const AppContext m_context;
    State m_state = State::Empty;
    QString m_path;
    std::optional<Error> m_error;
    OpenedData m_opened;
    Columns m_columns;
    SplitOptions m_split;
    bool m_severalLabels = false; ///< what the overview takes the cells for
    std::shared_ptr<const Overview> m_overview;
    bool m_lookingOver = false;
    int m_cutOff = 0;
    bool m_cutOffChosen = false;
    Tokens m_tokens = Tokens::NoModel;
    std::shared_ptr<const TokenLengths> m_lengths;
    std::optional<Error> m_tokensError;
    QString m_countedModel; ///< of what `m_tokens` tells
    Columns m_countedColumns;
    bool m_writing = false;
};

} // namespace luthier
