# SPDX-License-Identifier: GPL-2.0-or-later
"""The class weight that balances positive and background pixels."""

from __future__ import annotations

from collections.abc import Iterable

from model_core.errors import DataError
from model_core.tiles.tiles import Pixels, Tile, read_label


def class_weights(tiles: Iterable[Tile | Pixels]) -> float:
    """Return the weight of a positive pixel in cross-entropy that balances both classes: negatives / positives.

    Unknown pixels are ignored. Raises DataError where no pixel is positive. The published weights are 1 to 10, chosen
    by hand (Shibli et al. 2026).
    """
    negatives = positives = 0
    for tile in tiles:
        label = tile.label if isinstance(tile, Pixels) else read_label(tile)
        positives += int((label == 1).sum())
        negatives += int((label == 0).sum())
    if not positives:
        raise DataError(
            "No tile has a positive pixel, so there is nothing to learn; check the labels, whose values above 0 are "
            "positive."
        )
    return negatives / positives
