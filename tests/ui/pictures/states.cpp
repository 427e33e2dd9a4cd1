// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures/states.h"

#include <QElapsedTimer>
#include <QTest>

namespace luthier::pictures {

void Scene::settle() const
{
    constexpr int longest = 20000, quietRounds = 5, round = 20; // ms
    QElapsedTimer clock;
    clock.start();
    for (int quiet = 0; quiet < quietRounds && clock.elapsed() < longest;) {
        QTest::qWait(round);
        quiet = fixture.jobs.running().empty() ? quiet + 1 : 0;
    }
}

std::vector<State> allStates()
{
    std::vector<State> all;
    for (const auto &states : {homeStates(), dataStates(), trainStates(), runStates(), tryStates()})
        all.insert(all.end(), states.begin(), states.end());
    return all;
}

} // namespace luthier::pictures
