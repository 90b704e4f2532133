# SPDX-License-Identifier: GPL-2.0-or-later
"""Simple random sampling of pixels in every stratum, without the map in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .strata import StratifiedMap, Stratum


@dataclass(frozen=True)
class DrawnPoints:
    """Pixels drawn, in random order: `col`, `row`, `stratum` (key), and the coordinates `x`, `y` of their centres; all
    `(points,)`.
    """

    col: np.ndarray
    row: np.ndarray
    stratum: np.ndarray
    x: np.ndarray
    y: np.ndarray


def draw(stratified: StratifiedMap, strata: Sequence[Stratum], seed: int) -> DrawnPoints:
    """Draw each stratum's number of points, every pixel of a stratum with the same probability, none twice.

    The order is random across strata, so that it does not tell whoever answers which stratum a point is of.
    """
    generator = np.random.default_rng(seed)
    # The ranks of the pixels drawn among those of their stratum, counted row by row.
    wanted = {one.key: np.sort(generator.choice(one.pixels, one.points, replace=False)) for one in strata}
    passed = dict.fromkeys(wanted, 0)
    found: list[np.ndarray] = []
    for window in stratified.windows():
        keys = stratified.read(window).ravel()
        for key, ranks in wanted.items():
            here = np.flatnonzero(keys == key)
            first, last = np.searchsorted(ranks, [passed[key], passed[key] + len(here)])
            places = here[ranks[first:last] - passed[key]]
            found.append(
                np.stack([places % window.cols, window.row + places // window.cols, np.full_like(places, key)], axis=1)
            )
            passed[key] += len(here)
    drawn = np.concatenate(found)
    drawn = drawn[np.lexsort(drawn.T)]  # whatever the strips that the map was read in
    col, row, stratum = drawn[generator.permutation(len(drawn))].T
    x0, width, _, y0, _, height = stratified.grid.geotransform
    return DrawnPoints(col, row, stratum, x0 + (col + 0.5) * width, y0 + (row + 0.5) * height)
