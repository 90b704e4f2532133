# SPDX-License-Identifier: GPL-2.0-or-later
"""Splits by place: the tiles of an area in three stretches along its longer side, with a gap of left-out tiles
between.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..errors import EngineError

TRAIN, VALIDATION, TEST, GAP = "train", "validation", "test", "gap"


def split_by_place(
    places: Sequence[tuple[int, int]], weights: Sequence[float], shares: tuple[float, float], gap: int
) -> list[str]:
    """Return the split of each tile, or `GAP` where it is left out.

    places: (row, col) of each tile on a regular grid. weights: what is divided, such as labelled pixels. shares: of
    validation and of test, 0-1; training gets the rest. gap: rows or columns of tiles left out between two splits.
    Validation lies at one end, then training, then test, so that training borders on both by one gap each. Raises
    EngineError where a split would have no tile.
    """
    validation, test = shares
    if validation < 0 or test < 0 or validation + test >= 1:
        raise EngineError(
            f"The shares of validation and test must be 0 or more and leave something for training, not "
            f"{validation:g} and {test:g}."
        )
    grid = np.array(places, np.int64).reshape(-1, 2)
    if not len(grid):
        raise EngineError("No tile holds enough of the area. Choose a larger area or smaller tiles.")
    along = int(np.ptp(grid[:, 1]) >= np.ptp(grid[:, 0]))
    line = grid[:, along] - grid[:, along].min()
    # Every tile counts a little, so that lines without a label belong somewhere, too.
    amounts = np.bincount(line, np.asarray(weights, float) + 1e-3 * (sum(weights) + 1) / len(grid))
    until = np.cumsum(amounts) / amounts.sum()
    first = _boundary(until, validation) if validation else 0
    last = _boundary(until, 1 - test) if test else len(amounts)
    names = np.full(len(amounts), TRAIN, dtype=object)
    names[:first] = VALIDATION
    names[last:] = TEST
    if validation:
        names[first : first + gap] = GAP
    if test:
        names[max(last - gap, 0) : last] = GAP
    found = [str(name) for name in names[line]]
    for wanted, share in ((TRAIN, 1.0), (VALIDATION, validation), (TEST, test)):
        if share and wanted not in found:
            raise EngineError(
                f"The area has {len(amounts)} lines of tiles, too few for the split '{wanted}' with a gap of {gap} "
                f"between splits. Choose a larger area, smaller tiles, a smaller gap, or a share of 0 for test."
            )
    return found


def _boundary(until: np.ndarray, share: float) -> int:
    """Return how many lines hold about a share of the weights, at least one and not all."""
    closest = int(np.argmin(np.abs(until - share))) + 1
    return min(max(closest, 1), len(until) - 1) if len(until) > 1 else 1


def gap_lines(metres: float | None, tile_metres: float) -> int:
    """Return the lines of tiles that a gap of so many metres takes; None is one tile."""
    if metres is None:
        return 1
    if not (math.isfinite(metres) and metres >= 0):
        raise EngineError(f"The gap must be 0 metres or more, not {metres:g}.")
    return math.ceil(metres / tile_metres - 1e-9)
