# SPDX-License-Identifier: GPL-2.0-or-later
"""The uint8 coding of probability: levels 0-254 stand for 0-1 in steps of 1/254, and 255 for no data.

Networks return it, rasters store it (band scale 1/254), and training and evaluation count in it, so that nothing is
scored that a user does not get.
"""

from __future__ import annotations

import math

import numpy as np

LEVELS = 254
NODATA = 255
SCALE = 1 / LEVELS


def encode(probability: np.ndarray) -> np.ndarray:
    """Return float probabilities (0-1) as uint8 levels, rounded half up; NODATA is never returned."""
    return np.floor(probability * LEVELS + 0.5).astype(np.uint8)


def decode(levels: np.ndarray) -> np.ndarray:
    """Return uint8 levels as float32 probabilities 0-1, NaN where there is no data."""
    return np.where(levels == NODATA, np.float32(np.nan), levels.astype(np.float32) * np.float32(SCALE))


def lowest_level(threshold: float) -> int:
    """Return the lowest level (0-254) that reaches a threshold (0-1); the tolerance absorbs decimals such as 0.5 of
    254.
    """
    return math.ceil(threshold * LEVELS - 1e-9)
