# SPDX-License-Identifier: GPL-2.0-or-later
"""One map counted against its truth: pixels at every probability, pixels and objects at the threshold, whole and in
blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..encoding import LEVELS, lowest_level
from ..vectorize.connected_components import hysteresis
from .confusion import Confusion, Histogram
from .labelled import LabelledMap
from .matching import IOU, ObjectCounts, match_objects

# A map is cut into about so many blocks along its longer side, none of them smaller than so many pixels.
_BLOCKS, _SMALLEST_BLOCK = 8, 32


@dataclass(frozen=True)
class Terms:
    """How a map is counted: the probability (0-1) from which a pixel counts, and of objects the smallest (square
    metres), the overlap of a match (0-1), and the probability that one pixel must reach. Objects that are left out are
    not counted; their pixels are."""

    threshold: float
    min_area: float = 0.0
    iou: float = IOU
    high_threshold: float = 0.0


@dataclass(frozen=True)
class TileScore:
    """What was counted on one tile of a scene.

    blocks: `(blocks, 7) int64`, for each square of `block` pixels a side that holds counted pixels: true positive,
    false positive, false negative, true negative pixels, and matched, false and missed objects.
    """

    name: str
    scene: str
    histogram: Histogram
    pixels: Confusion
    objects: ObjectCounts
    block: int
    blocks: np.ndarray


def count_pixels(found: LabelledMap) -> Histogram:
    """Count a map's probabilities by class."""
    counted = found.counted
    index = found.truth[counted].astype(np.int32) * (LEVELS + 1) + found.levels[counted]
    return Histogram(np.bincount(index, minlength=2 * (LEVELS + 1)).reshape(2, LEVELS + 1).astype(np.int64))


def tally(found: LabelledMap, terms: Terms, scene: str | None = None) -> TileScore:
    """Count a map on the given terms; `scene` is the place it belongs to, by default its own."""
    counted = found.counted
    true = counted & (found.truth == 1)
    marked = counted & (found.levels >= lowest_level(terms.threshold))
    x_m, y_m = found.grid.gsd
    objects_found = hysteresis(marked, found.levels, lowest_level(terms.high_threshold))
    matches = match_objects(objects_found, true, terms.min_area / (x_m * y_m), terms.iou)
    side, block = _blocks(*found.levels.shape)
    number = int(block[-1, -1]) + 1
    # true positive 0, false positive 1, false negative 2, true negative 3
    kind = 3 - true.astype(np.int8) - 2 * marked.astype(np.int8)
    pixels = np.bincount(block[counted] * 4 + kind[counted], minlength=number * 4).reshape(number, 4)
    parts = (matches.matched, matches.false, matches.missed)
    objects = np.stack([np.bincount(block.flat[part], minlength=number) for part in parts], axis=1)
    holds = pixels.any(axis=1)
    histogram = count_pixels(found)
    return TileScore(
        found.name,
        found.name if scene is None else scene,
        histogram,
        histogram.at(terms.threshold),
        matches.counts,
        side,
        np.concatenate([pixels, objects], axis=1)[holds].astype(np.int64),
    )


def _blocks(rows: int, cols: int) -> tuple[int, np.ndarray]:
    """Return the side of the blocks in pixels and each pixel's block, `(rows, cols) int32`."""
    side = max(_SMALLEST_BLOCK, -(-max(rows, cols) // _BLOCKS))
    across = -(-cols // side)
    row, col = (np.arange(length, dtype=np.int32) // side for length in (rows, cols))
    return side, row[:, None] * across + col
