# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps that a report shows: the worst and the best so far, kept while an evaluation runs.

A large map is divided into windows, so that details are visible.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from noise2map_qgis.engine.encoding import lowest_level
from noise2map_qgis.engine.evaluation.confusion import Confusion
from noise2map_qgis.engine.evaluation.labelled import LabelledMap
from noise2map_qgis.engine.evaluation.tile_score import TileScore
from noise2map_qgis.engine.raster.grid import Window

# Larger maps are divided into windows of half this side, pixels.
LARGEST = 1024
# Added to the positive part of a map, as a share of its pixels, when maps are ranked, so that one missed patch weighs
# less than a missed street.
_DAMPING = 0.05


@dataclass(frozen=True)
class Specimen:
    """A map or a window of a map: `found` is cropped to `window`."""

    found: LabelledMap
    marked: np.ndarray
    pixels: Confusion
    window: Window
    whole: bool

    @property
    def name(self) -> str:
        """The name of the tile, and the corner of the window if it is a part."""
        where = "" if self.whole else f", from column {self.window.col}, row {self.window.row}"
        return f"{self.found.name}{where}"

    @property
    def lost(self) -> float:
        """False pixels as a share of labelled or found pixels, damped, 0-1."""
        return (self.pixels.false_positive + self.pixels.false_negative) / self._whole

    @property
    def won(self) -> float:
        """True positive pixels as a share of labelled or found pixels, damped, 0-1."""
        return self.pixels.true_positive / self._whole

    @property
    def _whole(self) -> float:
        return self.pixels.total * (1 + _DAMPING) - self.pixels.true_negative


class Gallery:
    """Collects the worst and the best maps; no map is in both."""

    def __init__(self, count: int = 3) -> None:
        self._count = count
        self._low: list[Specimen] = []
        self._high: list[Specimen] = []

    def add(self, found: LabelledMap, score: TileScore, threshold: float) -> None:
        """Consider a map that was scored at a threshold (0-1)."""
        for specimen in _specimens(found, threshold):
            if specimen.lost > 0:
                self._low = sorted([*self._low, specimen], key=lambda s: -s.lost)[: self._count]
            if specimen.pixels.true_positive > 0:
                self._high = sorted([*self._high, specimen], key=lambda s: -s.won)[: self._count]

    @property
    def worst(self) -> list[Specimen]:
        """The worst maps, the worst first."""
        return self._shared()[0]

    @property
    def best(self) -> list[Specimen]:
        """The best maps, the best first."""
        return self._shared()[1]

    def _shared(self) -> tuple[list[Specimen], list[Specimen]]:
        """Return both lists; if they overlap, the lower half of all maps is the worst and the rest the best."""
        everything = self._low + [s for s in self._high if not any(s is other for other in self._low)]
        if len(everything) == len(self._low) + len(self._high):
            return list(self._low), list(self._high)
        everything.sort(key=lambda s: s.won - s.lost)
        half = -(-len(everything) // 2)
        return everything[:half], everything[half:][::-1]


def _specimens(found: LabelledMap, threshold: float) -> Iterator[Specimen]:
    rows, cols = found.levels.shape
    whole = max(rows, cols) <= LARGEST
    side = LARGEST if whole else LARGEST // 2
    for row in range(0, rows, side):
        for col in range(0, cols, side):
            window = Window(col, row, min(side, cols - col), min(side, rows - row))
            place = slice(row, window.end_row), slice(col, window.end_col)
            levels, truth = found.levels[place], found.truth[place]
            part = replace(found, levels=levels.copy(), truth=truth.copy(), grid=found.grid.crop(window))
            counted, marked = part.counted, part.levels >= lowest_level(threshold)
            true = part.truth == 1
            kinds = (marked & true, marked & ~true, ~marked & true, ~marked & ~true)
            pixels = Confusion(*(int(np.count_nonzero(kind & counted)) for kind in kinds))
            yield Specimen(part, marked & counted, pixels, window, whole)
