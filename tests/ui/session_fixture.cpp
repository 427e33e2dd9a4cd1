// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/session_fixture.h"

#include "core/methods/catalog.h"
#include "core/tasks/catalog.h"

namespace luthier {

TrainRequest tinyRequest(const SessionFixture &fixture, const char *name, const Json &plan,
                         bool resume)
{
    TrainRequest request;
    request.config = parseRunConfig(plan, fixture.path(""), methodDescriptors(), tasks());
    request.workspace = fixture.path("");
    request.output = fixture.run(name);
    request.resume = resume;
    request.threads = 1;
    return request;
}

} // namespace luthier
