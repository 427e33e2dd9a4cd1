# SPDX-License-Identifier: GPL-3.0-or-later
"""Start values that are written down as a formula, so that no file has to hold them.

    state = fnv1a64(name), element i (row-major, from 0):
    z = state + (i + 1) * 0x9E3779B97F4A7C15                      (all modulo 2^64)
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB
    z =  z ^ (z >> 31)
    value = float(scale * (double(z >> 40) / 2^23 - 1))           in [-scale, scale)
"""

import numpy as np

FORMULA = "splitmix64 of fnv1a64(name), upper 24 bits: see tests/parity/reference/fill.py"


def fnv1a64(name):
    state = 0xCBF29CE484222325
    for byte in name.encode("utf-8"):
        state = (state ^ byte) * 0x100000001B3 % 2**64
    return state


def fill(name, shape, scale):
    count = int(np.prod(shape))
    with np.errstate(over="ignore"):
        z = np.uint64(fnv1a64(name)) + (
            np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        )
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    unit = (z >> np.uint64(40)).astype(np.float64) / 2**23 - 1
    return (scale * unit).astype(np.float32).reshape(shape)
