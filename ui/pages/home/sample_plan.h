// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace luthier {

class PlanDocument;

/// The first run that comes with the program: Reuters R8 with MiniLM-L6, as
/// resources/samples/reuters-r8.json has it.
namespace sample {

/// True when model and data lie in the workspace or where the installer keeps what it fetched.
bool isHere(const QString &workspace);
/// Makes the sample the plan, one undoable step; paths are absolute.
void plan(PlanDocument &document, const QString &workspace, const QString &what);

} // namespace sample

} // namespace luthier
