// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/try/try_parties.h"
#include "ui/session/app_context.h"

#include <QDateTime>
#include <QObject>

namespace luthier {

/// One text as it was typed, with what both sides answered to it.
struct AskedText
{
    std::string text;
    std::optional<std::string> pair{};
    TrueLabels truth{};
    QDateTime when{};
    std::array<std::optional<Answer>, sideCount> answers{}; ///< labels in the order of the document
    std::array<double, sideCount> seconds{};
};

/// One row of a run's test part.
struct TestText
{
    QString text, pair{};
    QStringList labels{};
};

/// What the page works on: a run beside what it came from, both kept open, and the texts that were
/// asked. All computing is done off the window's thread.
class TryDocument : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Loading, ///< the list of runs is being read
        NoRuns,  ///< there is none with weights to ask
        Gone,    ///< the run that the route names is not here, or has no weights yet
        Opening, ///< the models are being read
        Ready,
    };

    explicit TryDocument(const AppContext &context, QObject *parent = nullptr);

    /// Empty: the run that was shown last, else the newest.
    void open(const QString &runId);
    /// Frees the models; `open` reads them again.
    void close();

    State state() const { return m_state; }
    const QString &run() const { return m_run; }
    const Parties &parties() const { return m_parties; }
    const Party &party(Side side) const { return m_parties.sides[side]; }
    /// What the answers in `asked` are numbered by.
    const std::vector<std::string> &labels() const { return m_labels; }
    bool takesPairs() const { return m_parties.columns.textPair.has_value(); }

    /// Runs that may stand at a side; the base model is not among them.
    std::vector<const RunRecord *> choices(Side side) const;
    void choose(Side side, const QString &runId);
    /// Id of the run, empty for the base model; nothing while the page chooses by itself.
    const std::optional<QString> &chosenBefore() const { return m_before; }

    /// Oldest first.
    const std::vector<AskedText> &asked() const { return m_asked; }
    bool isAsking() const { return !m_underWay.empty(); }
    /// Asks both sides; `askedChanged` follows.
    void ask(const std::string &text, const std::optional<std::string> &pair,
             const TrueLabels &truth = {});
    /// The After side's where it is open; none while nothing is.
    std::shared_ptr<const AskedModel> measuringModel() const;
    /// `measured` follows, but for the newest request only.
    void measure(const std::string &text, const std::optional<std::string> &pair);
    /// `testTextTaken` follows: each time the next text of the run's test part.
    void takeTestText();

Q_SIGNALS:
    void stateChanged();
    /// The last text of `asked` is new, or all have new answers.
    void askedChanged();
    void measured(const luthier::KeptText &kept);
    void testTextTaken(const QString &text, const QString &pair, const luthier::TrueLabels &labels);
    void failed(const luthier::Message &message);

private:
    void showRuns();
    void openModels();
    void takeParties(Parties parties);
    void askAll(std::vector<AskedText> questions);
    void setState(State state);
    const RunRecord *record(const QString &id) const;

    const AppContext m_context;
    State m_state = State::Loading;
    QString m_run, m_wanted;
    std::optional<QString> m_before;
    Parties m_parties;
    std::vector<std::string> m_labels;
    std::vector<AskedText> m_asked;
    QString m_askedOf;                 ///< who gave the answers in `m_asked`
    std::vector<AskedText> m_waiting;  ///< asked while the models were read
    std::vector<AskedText> m_underWay; ///< being answered now
    std::vector<TestText> m_test;      ///< of the run's test part, once it was read
    size_t m_nextTest = 0;
    bool m_isOpen = false;
};

} // namespace luthier
