# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs made from single images: buildings that appear or vanish, and everything else that may change without them.

Real pairs are few and show few places. A labelled image of buildings and an image of open land give a pair with an
exact label: put some of the buildings on the land (built), or land in the place of some buildings (demolished). So
that the seam of a paste teaches nothing, objects are pasted into both dates too, and patches that are no buildings
into one date.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from model_core.data.tiles import IGNORE

# Components smaller than this are slivers of a building cut by the crop's edge, pixels.
_SMALLEST = 40


@dataclass(frozen=True)
class Pair:
    """Two dates before photometry: images (rows, cols, 3) uint8; labels (rows, cols) uint8: 0, 1, 255 unknown."""

    before: np.ndarray
    after: np.ndarray
    change: np.ndarray
    before_buildings: np.ndarray
    after_buildings: np.ndarray


def unchanged(image: np.ndarray, buildings: np.ndarray) -> Pair:
    """One image as both dates; what is unknown of its buildings stays unknown, but nothing changes."""
    return Pair(image, image.copy(), np.zeros(image.shape[:2], np.uint8), buildings, buildings.copy())


def built_or_demolished(
    rng: np.random.Generator, town: np.ndarray, buildings: np.ndarray, land: np.ndarray, patch: np.ndarray
) -> Pair:
    """A pair from a town with known buildings and an image of open land.

    `town`, `land` and `patch` are (rows, cols, 3) uint8; `buildings` (rows, cols) uint8 with 255 for unknown. `patch`
    fills what changes without being a building.
    """
    count, components = cv2.connectedComponents((buildings == 1).astype(np.uint8), connectivity=4)
    kept = [i for i in range(1, count) if np.count_nonzero(components == i) >= _SMALLEST]
    chosen = np.isin(components, [i for i in kept if rng.random() < rng.choice([0.2, 0.5, 0.9])]).astype(np.uint8)
    land = _lit_like(land, town)
    if rng.random() < 0.5:
        pair = _on_land(rng, town, components, kept, chosen, land)
    else:
        pair = _in_town(rng, town, buildings, chosen, land)
    pair = _with_distractors(rng, pair, patch)
    return pair if rng.random() < 0.5 else _swapped(pair)


def _on_land(
    rng: np.random.Generator,
    town: np.ndarray,
    components: np.ndarray,
    kept: list[int],
    chosen: np.ndarray,
    land: np.ndarray,
) -> Pair:
    """Open land, on which the chosen buildings stand later; some others stand there at both dates."""
    lasting = np.isin(components, [i for i in kept if rng.random() < 0.3]).astype(np.uint8) & ~chosen & 1
    before = _blend(rng, land, town, lasting)
    after = _blend(rng, before, town, chosen)
    return Pair(before, after, chosen, lasting, lasting | chosen)


def _in_town(
    rng: np.random.Generator, town: np.ndarray, buildings: np.ndarray, chosen: np.ndarray, land: np.ndarray
) -> Pair:
    """A town in which land takes the place of the chosen buildings."""
    after = _blend(rng, town, land, chosen)
    remaining = np.where(chosen == 1, 0, buildings).astype(np.uint8)
    change = np.where(buildings == IGNORE, IGNORE, chosen).astype(np.uint8)
    return Pair(town, after, change, buildings, remaining)


def _with_distractors(rng: np.random.Generator, pair: Pair, patch: np.ndarray) -> Pair:
    """Patches that are no buildings (soil, crops, shade) in one date or both, off all buildings."""
    images = [pair.before.copy(), pair.after.copy()]
    rows, cols = pair.change.shape
    known_free = ((pair.before_buildings == 0) & (pair.after_buildings == 0)).astype(np.uint8)
    free = cv2.erode(known_free, np.ones((5, 5), np.uint8))
    for _ in range(rng.integers(0, 6)):
        shape = np.zeros((rows, cols), np.uint8)
        centre = (float(rng.uniform(0, cols)), float(rng.uniform(0, rows)))
        size = (float(rng.uniform(4, 70)), float(rng.uniform(4, 70)))
        box = (centre, size, float(rng.uniform(0, 180)))
        if rng.random() < 0.5:
            cv2.ellipse(shape, box, 1, -1)
        else:
            cv2.fillPoly(shape, [cv2.boxPoints(box).astype(np.int32)], 1)
        shape &= free
        filling = np.roll(patch, (int(rng.integers(rows)), int(rng.integers(cols))), (0, 1))
        if rng.random() < 0.4:
            filling = np.clip(filling * rng.uniform(0.5, 1.6) + rng.normal(0, 25, 3), 0, 255).astype(np.uint8)
        for index in (0, 1) if rng.random() < 0.3 else (int(rng.integers(2)),):
            images[index] = _blend(rng, images[index], filling, shape)
    return Pair(images[0], images[1], pair.change, pair.before_buildings, pair.after_buildings)


def _blend(rng: np.random.Generator, base: np.ndarray, over: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """`over` on `base` where `mask`, with an edge between sharp and soft, and a little of the surroundings."""
    if not mask.any():
        return base
    reach = int(rng.integers(0, 4))
    grown = cv2.dilate(mask, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)) if reach else mask
    alpha = cv2.GaussianBlur(grown.astype(np.float32), (0, 0), rng.uniform(0.5, 2.0))
    alpha = np.maximum(alpha, mask)[..., None] if reach == 0 else alpha[..., None]
    return (base * (1 - alpha) + over * alpha).astype(np.uint8)


def _lit_like(land: np.ndarray, town: np.ndarray) -> np.ndarray:
    """The land as bright as the town, so that brightness alone does not give a paste away."""
    gain = (town.mean() + 10) / (land.mean() + 10)
    return np.clip(land * np.clip(gain, 0.6, 1.6), 0, 255).astype(np.uint8)


def _swapped(pair: Pair) -> Pair:
    return Pair(pair.after, pair.before, pair.change, pair.after_buildings, pair.before_buildings)
