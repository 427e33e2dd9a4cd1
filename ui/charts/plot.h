// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only way to QCustomPlot: its header uses Qt's keywords, which this program is built without.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
