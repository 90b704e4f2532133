# SPDX-License-Identifier: GPL-2.0-or-later
"""Occlusion: which part of which date a model's answer at a place rests on (Zeiler and Fergus 2014, section 4.2).

A square of one date is covered with that date's mean colour, and the answer at the place is asked for again. By how
much it falls is how much the square adds to it. No gradients are needed, so it works with any model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..encoding import LEVELS

# Side of the square that is covered, and the step from one to the next, in pixels.
PATCH, STEP = 32, 16
# The answer at a place is the mean over so many pixels around it, on each side.
_AROUND = 2
_BATCH = 8

Run = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Occlusion:
    """effect: `(dates, rows, cols) float32`, what each pixel of a date adds to the probability at the place, -1 to 1.
    probability: the answer at the place."""

    effect: np.ndarray
    probability: float


def occlude(run: Run, image: np.ndarray, dates: int, place: tuple[int, int], check: Callable[[], None]) -> Occlusion:
    """Return what covering each part of an image does to the answer at a place.

    run: maps `(batch, dates * bands, rows, cols) uint8` to `(batch, rows, cols)`, uint8 in steps of 1/254 or float32
    0-1. image: `(dates * bands, rows, cols) uint8`. place: row and column. check: called between batches; what it
    raises ends it.
    """
    rows, cols = image.shape[1:]
    bands = len(image) // dates
    row, col = place
    near = (
        slice(max(row - _AROUND, 0), min(row + _AROUND + 1, rows)),
        slice(max(col - _AROUND, 0), min(col + _AROUND + 1, cols)),
    )

    def ask(batch: np.ndarray) -> np.ndarray:
        answer = run(batch)
        probability = answer.astype(np.float32) / (LEVELS if answer.dtype == np.uint8 else 1)
        return probability[(slice(None), *near)].mean(axis=(1, 2))

    base = float(ask(image[None])[0])
    effect = np.zeros((dates, rows, cols), np.float32)
    covered = np.zeros((rows, cols), np.float32)
    places = [
        (slice(top, min(top + PATCH, rows)), slice(left, min(left + PATCH, cols)))
        for top in range(STEP - PATCH, rows, STEP)
        for left in range(STEP - PATCH, cols, STEP)
    ]
    places = [(slice(max(r.start, 0), r.stop), slice(max(c.start, 0), c.stop)) for r, c in places]
    for part in places:
        covered[part] += 1
    for date in range(dates):
        of = slice(date * bands, (date + 1) * bands)
        mean = image[of].mean(axis=(1, 2)).round().astype(np.uint8)[:, None, None]
        for first in range(0, len(places), _BATCH):
            check()
            parts = places[first : first + _BATCH]
            batch = np.repeat(image[None], len(parts), axis=0)
            for one, part in zip(batch, parts):
                one[(of, *part)] = mean
            for part, answer in zip(parts, ask(batch)):
                effect[(date, *part)] += base - float(answer)
    return Occlusion(effect / covered, base)
