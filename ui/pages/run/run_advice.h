// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string>

class QWidget;

namespace luthier {

/// What helps against what the curves say, best first; empty where nothing is needed.
QStringList adviceFor(const std::string &verdictKind);

/// Shows them.
void showAdvice(QWidget *parent, const std::string &verdictKind);

enum class StopChoice { Save, Discard, KeepRunning };

/// "Stop mails-full?" Esc keeps the run running.
StopChoice askHowToStop(QWidget *parent, const QString &name);

/// Asks once whether a live run shall stop and its best step be the result.
bool agreesToUseBest(QWidget *parent, int64_t best, int64_t now);

} // namespace luthier
