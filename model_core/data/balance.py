# SPDX-License-Identifier: GPL-2.0-or-later
"""How rare the class looked for is, and the weight that makes up for it."""

from __future__ import annotations

from collections.abc import Iterable

from model_core.errors import DataError
from model_core.tiles.tiles import Pixels, Tile, read_label


def class_weights(tiles: Iterable[Tile | Pixels]) -> float:
    """Weight of a changed (or built) pixel in cross-entropy, so that both classes count alike: negatives / positives.

    Only known pixels count. Raises DataError where no pixel is positive, for then no weight would do. The published
    weights (METHOD, "the authors' training") are 1 to 10, chosen by hand.
    """
    negatives = positives = 0
    for tile in tiles:
        label = tile.label if isinstance(tile, Pixels) else read_label(tile)
        positives += int((label == 1).sum())
        negatives += int((label == 0).sum())
    if not positives:
        raise DataError(
            "No tile has a single pixel of the class looked for, so there is nothing to learn; check the labels, whose "
            "values above 0 are that class."
        )
    return negatives / positives
