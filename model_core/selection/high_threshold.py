# SPDX-License-Identifier: GPL-2.0-or-later
"""The choice of the high threshold on validation objects, for a given threshold.

False positive objects seldom have a pixel of high probability, while the edges of true objects have low probabilities
too. Requiring one pixel above a high threshold therefore removes false positives better than a higher threshold, which
shrinks all objects. This is the hysteresis of Canny (1986, doi 10.1109/TPAMI.1986.4767851).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model_core.tiles.tiles import IGNORE
from noise2map_qgis.engine.encoding import lowest_level
from noise2map_qgis.engine.evaluation.confusion import Confusion
from noise2map_qgis.engine.evaluation.matching import ObjectCounts, match_objects
from noise2map_qgis.engine.vectorize.connected_components import hysteresis

_STEP, _HIGHEST = 0.05, 0.9
# Largest accepted loss of mean pixel F1.
_COST = 0.002
# Accepted loss of object F1 for a lower high threshold, because probabilities are lower in places unlike the validation
# places.
_SPARED = 0.03


@dataclass(frozen=True)
class Mapped:
    """A validation tile's map and label: `levels` (rows, cols) uint8 0-254, `label` (rows, cols) uint8 0, 1, 255
    unknown.
    """

    source: str
    levels: np.ndarray
    label: np.ndarray


@dataclass(frozen=True)
class HighThresholdScores:
    """The F1 over pixels and over objects of a mask at one high threshold, each the mean over sources."""

    high_threshold: float
    pixels: float
    objects: float


def best_high_threshold(maps: Sequence[Mapped], threshold: float) -> tuple[float, list[HighThresholdScores]]:
    """Return the lowest high threshold (0-1) within 0.03 of the highest object F1, and the scores of each candidate.

    Candidates that lower the pixel F1 by more than 0.002 are excluded; 0, which keeps every object, is the first.
    Sources have equal weight; objects match as in `match_objects`.
    """
    steps = np.arange(np.floor(threshold / _STEP) * _STEP + _STEP, _HIGHEST + 1e-9, _STEP)
    candidates = [0.0, *(round(float(step), 2) for step in steps)]
    found = [scores_at(maps, threshold, high_threshold) for high_threshold in candidates]
    affordable = [scores for scores in found if scores.pixels >= found[0].pixels - _COST]
    enough = max(scores.objects for scores in affordable) - _SPARED
    return min(scores.high_threshold for scores in affordable if scores.objects >= enough), found


def scores_at(maps: Sequence[Mapped], threshold: float, high_threshold: float) -> HighThresholdScores:
    """Return F1 over pixels and objects at a threshold and a high threshold (0-1 each)."""
    pixels: dict[str, Confusion] = {}
    objects: dict[str, ObjectCounts] = {}
    for one in maps:
        known = one.label != IGNORE
        true = one.label == 1
        mask = hysteresis(known & (one.levels >= lowest_level(threshold)), one.levels, lowest_level(high_threshold))
        hit = int(np.count_nonzero(mask & true))
        counted = Confusion(hit, int(mask.sum()) - hit, int(true.sum()) - hit, int((known & ~mask & ~true).sum()))
        pixels[one.source] = pixels.get(one.source, Confusion(0, 0, 0, 0)) + counted
        objects[one.source] = objects.get(one.source, ObjectCounts(0, 0, 0)) + match_objects(mask, true).counts
    return HighThresholdScores(
        high_threshold,
        float(np.mean([counts.f1 for counts in pixels.values()])),
        float(np.mean([counts.f1 for counts in objects.values()])),
    )
