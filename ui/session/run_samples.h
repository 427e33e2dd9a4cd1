// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/app_context.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace luthier {

class RunDocument;

/// One validation text, answered at the best step and now.
struct RunSample
{
    QString text, truth, best, now;
    std::optional<double> bestScore{}, nowScore{}; ///< chance of that answer, where it was kept

    bool wasRight() const { return best == truth; }
    bool isRight() const { return now == truth; }
};

/// Some validation texts of a run, those whose answer has turned first; read off the window's
/// thread from the run's kept rows and its data.
class RunSamples : public QObject
{
    Q_OBJECT

public:
    RunSamples(const AppContext &context, const RunDocument &run, QObject *parent = nullptr);

    const std::vector<RunSample> &samples() const { return m_samples; }
    int64_t bestStep() const { return m_bestStep; }
    int64_t nowStep() const { return m_nowStep; }
    int64_t rows() const { return m_rows; }               ///< of the validation part
    int64_t turnedWrong() const { return m_turnedWrong; } ///< right at the best step, wrong now

Q_SIGNALS:
    void changed();

private:
    using Texts = std::map<int64_t, std::string>; ///< by row id
    struct Request;
    struct Reading;

    void refresh();
    void take(const Reading &reading);
    static Reading read(const Request &request, std::stop_token stop);

    const AppContext m_context;
    const RunDocument &m_run;
    std::shared_ptr<const Texts> m_texts; ///< of `m_textsOf`
    QString m_textsOf;
    size_t m_seen = 0; ///< validations at the last reading
    std::vector<RunSample> m_samples;
    int64_t m_bestStep = 0, m_nowStep = 0, m_rows = 0, m_turnedWrong = 0;
};

} // namespace luthier
