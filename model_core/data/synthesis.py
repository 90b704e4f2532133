# SPDX-License-Identifier: GPL-2.0-or-later
"""Synthetic pairs from single images: buildings that appear or disappear, and other changes around them.

Real pairs are few and show few places. A labelled image of buildings and an image of open land give a pair with an
exact label: some buildings are pasted on the land (built), or land in the place of some buildings (demolished). To
prevent the network from learning the seams, objects are also pasted into both dates, and patches without buildings into
one date.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from model_core.tiles.tiles import IGNORE

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
    """Return one image as both dates, without change; unknown buildings stay unknown."""
    return Pair(image, image.copy(), np.zeros(image.shape[:2], np.uint8), buildings, buildings.copy())


def built_or_demolished(
    rng: np.random.Generator, town: np.ndarray, buildings: np.ndarray, land: np.ndarray, patch: np.ndarray
) -> Pair:
    """Return a pair from a town with labelled buildings and an image of open land.

    `town`, `land` and `patch` are (rows, cols, 3) uint8; `buildings` (rows, cols) uint8 with 255 for unknown.
    `patch` is the texture of changes that are not buildings.
    """
    components, kept = components_of(buildings)
    chosen = np.isin(components, [i for i in kept if rng.random() < rng.choice([0.2, 0.5, 0.9])]).astype(np.uint8)
    land = _lit_like(land, town)
    if rng.random() < 0.5:
        pair = _on_land(rng, town, components, kept, chosen, land)
    else:
        pair = _in_town(rng, town, buildings, chosen, land)
    pair = _with_distractors(rng, pair, patch)
    return pair if rng.random() < 0.5 else _swapped(pair)


def components_of(buildings: np.ndarray) -> tuple[np.ndarray, list[int]]:
    """Return the components of buildings, (rows, cols) int32, and the numbers of those larger than a sliver."""
    count, components = cv2.connectedComponents((buildings == 1).astype(np.uint8), connectivity=4)
    return components, [i for i in range(1, count) if np.count_nonzero(components == i) >= _SMALLEST]


def _on_land(
    rng: np.random.Generator,
    town: np.ndarray,
    components: np.ndarray,
    kept: list[int],
    chosen: np.ndarray,
    land: np.ndarray,
) -> Pair:
    """Return open land with the chosen buildings at the later date, and some others at both dates."""
    lasting = np.isin(components, [i for i in kept if rng.random() < 0.3]).astype(np.uint8) & ~chosen & 1
    before = blend(rng, land, town, lasting)
    after = blend(rng, before, town, chosen)
    return Pair(before, after, chosen, lasting, lasting | chosen)


def _in_town(
    rng: np.random.Generator, town: np.ndarray, buildings: np.ndarray, chosen: np.ndarray, land: np.ndarray
) -> Pair:
    """Return a town in which land replaces the chosen buildings at the later date."""
    after = blend(rng, town, land, chosen)
    remaining = np.where(chosen == 1, 0, buildings).astype(np.uint8)
    change = np.where(buildings == IGNORE, IGNORE, chosen).astype(np.uint8)
    return Pair(town, after, change, buildings, remaining)


def _with_distractors(rng: np.random.Generator, pair: Pair, patch: np.ndarray) -> Pair:
    """Add patches other than buildings (soil, crops, shade) to one date or both, outside all buildings."""
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
            images[index] = blend(rng, images[index], filling, shape)
    return Pair(images[0], images[1], pair.change, pair.before_buildings, pair.after_buildings)


def with_clutter(rng: np.random.Generator, pair: Pair, patch: np.ndarray) -> Pair:
    """Add yards, drives and bare soil beside the buildings that appear or disappear, without change in the label.

    They change together with the building, which makes them hard to distinguish from it: paving and drives at the date
    of the building, soil and rubble at the other date, or the same at both.
    """
    images = [pair.before.copy(), pair.after.copy()]
    # Outside the buildings of the same date: soil may be where the building will be.
    buildings = (pair.before_buildings, pair.after_buildings)
    free = [(date == 0).astype(np.uint8) for date in buildings]
    count, components = cv2.connectedComponents((pair.change == 1).astype(np.uint8), connectivity=4)
    for number in range(1, count):
        building = (components == number).astype(np.uint8)
        if np.count_nonzero(building) < _SMALLEST or rng.random() < 0.3:
            continue
        standing = 1 if (pair.after_buildings[components == number] == 1).any() else 0
        if rng.random() < 0.75:
            ground = _yard(rng, building)
            dates = (0, 1) if rng.random() < 0.2 else (standing,)
            filling = _paving(rng, building.shape)
        else:
            ground = _plot(rng, building)
            dates = (1 - standing,)
            filling = _soil(rng, patch)
        for date in dates:
            images[date] = blend(rng, images[date], filling, ground & free[date])
    # Blending is soft at its edges; roofs keep their pixels.
    for image, standing_then, original in zip(images, buildings, (pair.before, pair.after)):
        image[standing_then == 1] = original[standing_then == 1]
    return Pair(images[0], images[1], pair.change, pair.before_buildings, pair.after_buildings)


def _yard(rng: np.random.Generator, building: np.ndarray) -> np.ndarray:
    """Return paving along a side of a building or around it, and often a drive."""
    reach = int(rng.integers(3, 14))
    all_round = cv2.dilate(building, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    if rng.random() < 0.7:
        # One side only: the overlap with the shifted building.
        away = rng.uniform(0, 2 * np.pi)
        move = np.array([[1, 0, 1.2 * reach * np.cos(away)], [0, 1, 1.2 * reach * np.sin(away)]])
        size = (building.shape[1], building.shape[0])
        all_round &= cv2.warpAffine(building, move, size, flags=cv2.INTER_NEAREST)
    if rng.random() < 0.6:
        cells = np.argwhere(building)
        row, col = cells[rng.integers(len(cells))]
        angle, length = rng.uniform(0, 2 * np.pi), rng.uniform(15, 70)
        end = (int(col + length * np.cos(angle)), int(row + length * np.sin(angle)))
        cv2.line(all_round, (int(col), int(row)), end, 1, int(rng.integers(3, 10)))
    return all_round


def _plot(rng: np.random.Generator, building: np.ndarray) -> np.ndarray:
    """Return the area of a building site: a rotated box around the building with irregular edges."""
    cells = np.argwhere(building)[:, ::-1].astype(np.float32)
    centre, size, angle = cv2.minAreaRect(cells)
    grown = (size[0] + rng.uniform(6, 40), size[1] + rng.uniform(6, 40))
    plot = np.zeros(building.shape, np.uint8)
    cv2.fillPoly(plot, [cv2.boxPoints((centre, grown, angle)).astype(np.int32)], 1)
    ragged = cv2.GaussianBlur(rng.random(building.shape).astype(np.float32), (0, 0), 3)
    near_edge = cv2.GaussianBlur(plot.astype(np.float32), (0, 0), 3)
    return (near_edge + 2 * (ragged - ragged.mean()) > 0.5).astype(np.uint8)


def _paving(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """Return a texture of asphalt, concrete or pavers: grey to beige, with stains and grain."""
    brightness = rng.uniform(70, 225)
    colour = brightness + np.array([1.0, 0.3, -0.8]) * rng.uniform(-4, 16)
    stains = cv2.resize(rng.normal(0, 1, (6, 6)).astype(np.float32), shape[1::-1], interpolation=cv2.INTER_CUBIC)
    grain = rng.normal(0, rng.uniform(1, 7), shape[:2])
    return np.clip(colour + (stains * rng.uniform(1, 9) + grain)[..., None], 0, 255).astype(np.uint8)


def _soil(rng: np.random.Generator, patch: np.ndarray) -> np.ndarray:
    """Return a texture of bare soil or rubble: that of `patch` in the colours of soil."""
    texture = patch.astype(np.float32).mean(2)
    texture = (texture - texture.mean()) / (texture.std() + 4) * rng.uniform(6, 22)
    colour = np.array([rng.uniform(130, 210), rng.uniform(110, 180), rng.uniform(80, 150)])
    return np.clip(colour + texture[..., None], 0, 255).astype(np.uint8)


def blend(rng: np.random.Generator, base: np.ndarray, over: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Return `over` on `base` where `mask` is 1, with a sharp or soft edge and some of the surroundings."""
    if not mask.any():
        return base
    reach = int(rng.integers(0, 4))
    grown = cv2.dilate(mask, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)) if reach else mask
    alpha = cv2.GaussianBlur(grown.astype(np.float32), (0, 0), rng.uniform(0.5, 2.0))
    alpha = np.maximum(alpha, mask)[..., None] if reach == 0 else alpha[..., None]
    return (base * (1 - alpha) + over * alpha).astype(np.uint8)


def _lit_like(land: np.ndarray, town: np.ndarray) -> np.ndarray:
    """Return the land with the brightness of the town, so that brightness does not reveal a paste."""
    gain = (town.mean() + 10) / (land.mean() + 10)
    return np.clip(land * np.clip(gain, 0.6, 1.6), 0, 255).astype(np.uint8)


def _swapped(pair: Pair) -> Pair:
    return Pair(pair.after, pair.before, pair.change, pair.after_buildings, pair.before_buildings)
