# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the processor other programs had while something was measured."""

import os
import resource
import time
from pathlib import Path

# Fields of the first line of /proc/stat (proc(5)).
USER, NICE, SYSTEM, IRQ, SOFT_IRQ, STEAL = 0, 1, 2, 5, 6, 7


def machine_seconds():
    """Processor time spent by everything so far, what the host took away included."""
    fields = [int(f) for f in Path("/proc/stat").read_text("ascii").splitlines()[0].split()[1:]]
    ticks = sum(fields[i] for i in (USER, NICE, SYSTEM, IRQ, SOFT_IRQ, STEAL))
    return ticks / os.sysconf("SC_CLK_TCK")


def own_seconds():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


class Others:
    """`with Others() as others: ...`, then others.share: 0 is a machine to ourselves, 1 none of it.

    Child processes count as ours when they have ended inside.
    """

    def __enter__(self):
        self._begun, self._machine, self._own = time.monotonic(), machine_seconds(), own_seconds()
        return self

    def __exit__(self, *_):
        wall = time.monotonic() - self._begun
        others = (machine_seconds() - self._machine) - (own_seconds() - self._own)
        self.share = max(0.0, others / (wall * os.cpu_count()))
