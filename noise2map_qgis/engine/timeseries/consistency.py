# SPDX-License-Identifier: GPL-2.0-or-later
"""What is consistent over time: change that the next date takes back is noise; change across a gap is kept.

A date whose image shows something that neither of its neighbours shows (a tent, a cloud, a ploughed field in one
season, a model's error) causes two changes, there and back, and the pair of its neighbours shows none.
"""

from __future__ import annotations

import numpy as np

from ..encoding import NODATA
from .spans import Span, neighbours, over_one

# Outlines of one object differ by so many pixels from pair to pair; what surrounds noise as closely is noise, too.
REACH = 3


def consistent(maps: dict[Span, np.ndarray], dates: int, lowest_level: int) -> dict[Span, np.ndarray]:
    """Return the changes of each span that are consistent over time, `(rows, cols) uint8` levels, 255 = no data.

    maps: the change maps of all spans, as `pairs.infer_pairs` gives them, of a window with a margin of REACH pixels (or
    the map's edge), within which the result is not to be used. Between neighbouring dates, noise takes the level of the
    pair of its neighbours. A span over one date holds data only where that date has none.
    """
    found = {span: maps[span].copy() for span in neighbours(dates)}
    for span in over_one(dates):
        one, two = Span(span.first, span.first + 1), Span(span.first + 1, span.last)
        far = maps[span]
        unchanged = far < lowest_level
        noise = unchanged & _is_change(maps[one], lowest_level) & _is_change(maps[two], lowest_level)
        if noise.any():
            noise = _grown(noise, REACH) & unchanged
            for near in (one, two):
                np.copyto(found[near], far, where=noise & _is_change(maps[near], lowest_level))
        missing = (maps[one] == NODATA) & (maps[two] == NODATA)
        found[span] = np.where(missing, far, np.uint8(NODATA))
    return found


def _is_change(levels: np.ndarray, lowest_level: int) -> np.ndarray:
    return (levels >= lowest_level) & (levels != NODATA)


def _grown(mask: np.ndarray, reach: int) -> np.ndarray:
    """Return a `(rows, cols) bool` mask with all pixels within a square of `reach` pixels around it."""
    for axis in (0, 1):
        length = mask.shape[axis]
        grown = mask.copy()
        for step in range(1, min(reach, length - 1) + 1):
            towards = [slice(None)] * 2, [slice(None)] * 2
            towards[0][axis], towards[1][axis] = slice(step, None), slice(None, -step)
            grown[tuple(towards[0])] |= mask[tuple(towards[1])]
            grown[tuple(towards[1])] |= mask[tuple(towards[0])]
        mask = grown
    return mask
