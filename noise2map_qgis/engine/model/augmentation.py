# SPDX-License-Identifier: GPL-2.0-or-later
"""The views of a tile: from above, north has no meaning to a network, so a tile may be shown to it turned and mirrored
as well.

Each answer is turned back, and their mean is the map. What a network gets wrong differs from view to view, so the mean
errs less; it takes as many times the network's time as there are views.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..encoding import LEVELS
from ..errors import EngineError

# How many views may be averaged: as it is; turned by 180 degrees, too; mirrored, too; and all of that on its side, too.
VIEWS = (1, 2, 4, 8)

Run = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class View:
    """One way to look at a tile: on its side (rows and columns swapped) or not, and then with its rows, its columns or
    both reversed."""

    on_its_side: bool
    rows_reversed: bool
    cols_reversed: bool

    def turn(self, images: np.ndarray) -> np.ndarray:
        """Return `(..., rows, cols)` as this view shows it, contiguous as ONNX Runtime wants it."""
        upright = np.swapaxes(images, -1, -2) if self.on_its_side else images
        return np.ascontiguousarray(self._reverse(upright))

    def turn_back(self, answer: np.ndarray) -> np.ndarray:
        """Undo `turn`."""
        upright = self._reverse(answer)
        return np.swapaxes(upright, -1, -2) if self.on_its_side else upright

    def _reverse(self, images: np.ndarray) -> np.ndarray:
        return images[..., :: -1 if self.rows_reversed else 1, :: -1 if self.cols_reversed else 1]


# As it is, turned by 180 degrees, left and right swapped, up and down swapped; then the same four of the tile on its
# side.
ORDER = tuple(
    View(on_its_side, *reversed_)
    for on_its_side in (False, True)
    for reversed_ in ((False, False), (True, True), (False, True), (True, False))
)


def check_views(views: int) -> None:
    """Raise EngineError if so many views are not to be had."""
    if views not in VIEWS:
        raise EngineError(f"The number of views must be one of {', '.join(map(str, VIEWS))}, not {views}.")


def average(run: Run, batch: np.ndarray, views: int) -> np.ndarray:
    """Return the mean of what `run` answers to the first `views` views, each answer turned back.

    run: maps `(batch, bands, rows, cols) uint8` to `(batch, rows, cols)`, uint8 in steps of 1/254 or float32 0-1. The
    mean is float32 0-1; of a single view it is the answer itself. No more than one answer is held beside the sum.
    """
    if views == 1:
        return run(batch)
    total = np.zeros((batch.shape[0], *batch.shape[2:]), np.float32)
    for view in ORDER[:views]:
        answer = run(view.turn(batch))
        total += view.turn_back(answer)
        whole = LEVELS if answer.dtype == np.uint8 else 1
        del answer
    total /= whole * views
    return total
