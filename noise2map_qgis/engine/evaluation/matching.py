# SPDX-License-Identifier: GPL-2.0-or-later
"""Matching of predicted to labelled objects.

As SpaceNet counts (Van Etten, Lindenbaum and Bacastow 2018, arXiv:1807.01232): a predicted object is a true positive if
it and one labelled object have an intersection over union of at least 0.5; a labelled object is matched at most once.
Objects are connected components (4-connectivity), as in the polygons that a run writes, cut at the border of a tile.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..vectorize.connected_components import find_runs
from .confusion import Confusion

IOU = 0.5


@dataclass(frozen=True)
class ObjectCounts:
    """Counted objects: those found that are there, those found that are not, and those missed."""

    matched: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the objects found that are there; nothing counted as in `Confusion`."""
        return self._as_pixels.precision

    @property
    def recall(self) -> float:
        """Share of the objects there that were found."""
        return self._as_pixels.recall

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return self._as_pixels.f1

    @property
    def _as_pixels(self) -> Confusion:
        return Confusion(self.matched, self.false, self.missed, 0)

    def __add__(self, more: ObjectCounts) -> ObjectCounts:
        return ObjectCounts(self.matched + more.matched, self.false + more.false, self.missed + more.missed)

    def as_dict(self) -> dict[str, float]:
        """Return the scores and the counts, for JSON."""
        return {
            "f1": self.f1,
            "precision": self.precision,
            "recall": self.recall,
            "matched": self.matched,
            "false": self.false,
            "missed": self.missed,
        }


@dataclass(frozen=True)
class MaskObjects:
    """The objects of a mask by id from 1: `ids` is `(rows, cols) int32`, 0 = none; `pixels`: sizes; `first`: a pixel's
    flat index.

    `pixels[0]` and `first[0]` stand for the background.
    """

    ids: np.ndarray
    pixels: np.ndarray
    first: np.ndarray


@dataclass(frozen=True)
class Matches:
    """Objects that are matched, false positives and missed: the flat index of one pixel of each."""

    matched: np.ndarray
    false: np.ndarray
    missed: np.ndarray

    @property
    def counts(self) -> ObjectCounts:
        """The number of each."""
        return ObjectCounts(len(self.matched), len(self.false), len(self.missed))


def match_objects(found: np.ndarray, true: np.ndarray, least: float = 0, iou: float = IOU) -> Matches:
    """Match the objects of two masks, `(rows, cols) bool`.

    least: pixels; smaller predicted objects are dropped; smaller labelled objects count neither as missed nor as false
    positives when they are matched. iou: intersection over union (0-1) from which two objects are one.
    """
    mine, theirs = _objects(found, least), _objects(true, 0)
    both = (mine.ids > 0) & (theirs.ids > 0)
    pairs, shared = np.unique(
        mine.ids[both].astype(np.int64) * len(theirs.pixels) + theirs.ids[both], return_counts=True
    )
    a, b = np.divmod(pairs, len(theirs.pixels))
    overlap = shared / (mine.pixels[a] + theirs.pixels[b] - shared)
    partner = np.zeros(len(mine.pixels), np.int64)
    taken = np.zeros(len(theirs.pixels), bool)
    # From 0.5 on no object has two partners but in a tie; below, the closest pair goes first.
    for pair in np.argsort(-overlap, kind="stable"):
        if overlap[pair] >= iou and not partner[a[pair]] and not taken[b[pair]]:
            partner[a[pair]], taken[b[pair]] = b[pair], True
    asked = theirs.pixels >= max(least, 1)
    asked[0] = taken[0] = False
    lonely = partner == 0
    lonely[0] = False
    return Matches(theirs.first[taken & asked], mine.first[lonely], theirs.first[asked & ~taken])


def _objects(mask: np.ndarray, least: float) -> MaskObjects:
    """Number the objects of at least `least` pixels."""
    runs, _ = find_runs(mask)
    pixels = np.bincount(runs.label, runs.length, runs.count).astype(np.int64)
    kept = pixels >= least
    number = np.where(kept, np.cumsum(kept), 0)
    ids = np.zeros(mask.shape, np.int32)
    ids[mask] = np.repeat(number[runs.label], runs.length)
    _, first_run = np.unique(runs.label, return_index=True)
    first = runs.row[first_run] * mask.shape[1] + runs.start[first_run]
    none = np.zeros(1, np.int64)
    return MaskObjects(ids, np.concatenate([none, pixels[kept]]), np.concatenate([none, first[kept]]))
