# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs in which all but the buildings changes: two grounds for one, fields of other crops, another season's colours.

A network that has seen only pairs with new buildings takes for one whatever turns from dark to pale. Here two DIFFERENT
images without a building are the two dates, wholly or field by field, and one image is both dates in two seasons.
"""

from __future__ import annotations

import cv2
import numpy as np

from model_core.data.synthesis import Pair, blend, components_of

# Share of the spectrum, from its lowest frequency, whose amplitude a season changes.
_LOWEST, _HIGHEST = 0.004, 0.03


def other_ground(rng: np.random.Generator, first: np.ndarray, second: np.ndarray) -> Pair:
    """Two images without buildings, (rows, cols, 3) uint8 each, as the two dates of one place; nothing changes by
    label.

    Half of the time the second is seen in field-shaped parts of the first alone.
    """
    after = second
    if rng.random() < 0.5:
        after = blend(rng, first, second, parcels(rng, first.shape[:2]))
    free = np.zeros(first.shape[:2], np.uint8)
    return Pair(first, after.copy(), free, free, free.copy())


def other_season(rng: np.random.Generator, image: np.ndarray, buildings: np.ndarray, model: np.ndarray) -> Pair:
    """One image as both dates, the second in the colours of `model`, another (rows, cols, 3) uint8.

    What is known of its `buildings` (0, 1, 255 unknown) holds at both dates.
    """
    change = np.zeros(image.shape[:2], np.uint8)
    transfer = with_amplitude if rng.random() < 0.5 else with_histogram
    return Pair(image, transfer(rng, image, model), change, buildings, buildings.copy())


def with_standing(rng: np.random.Generator, pair: Pair, town: np.ndarray, buildings: np.ndarray) -> Pair:
    """The pair with some of a town's buildings at both dates and, half of the time, one or more at one date alone."""
    components, kept = components_of(buildings)
    share = rng.uniform(0.1, 0.7)
    lasting = np.isin(components, [i for i in kept if rng.random() < share]).astype(np.uint8)
    dates = [blend(rng, image, town, lasting) for image in (pair.before, pair.after)]
    found = [lasting, lasting.copy()]
    change = np.zeros_like(lasting)
    if rng.random() < 0.5:
        change = (np.isin(components, [i for i in kept if rng.random() < 0.25]) & (lasting == 0)).astype(np.uint8)
        date = int(rng.integers(2))
        dates[date] = blend(rng, dates[date], town, change)
        found[date] = found[date] | change
    return Pair(dates[0], dates[1], change, found[0], found[1])


def parcels(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """(rows, cols) uint8, 1 in some fields of a parish: a turned grid of strips, or a round one."""
    rows, cols = np.indices(shape[:2], np.float32)
    if rng.random() < 0.2:
        row, col = rng.uniform(0, 1, 2) * shape[:2]
        return ((rows - row) ** 2 + (cols - col) ** 2 < (rng.uniform(0.1, 0.5) * max(shape)) ** 2).astype(np.uint8)
    angle = rng.uniform(0, np.pi)
    along, across = (rows * np.cos(a) + cols * np.sin(a) + 2 * max(shape) for a in (angle, angle + np.pi / 2))
    width, length = rng.uniform(12, 160), rng.uniform(30, 300)
    strip = (across / width).astype(int)
    # Strips end at different places.
    field = ((along + rng.uniform(0, length, strip.max() + 1)[strip]) / length).astype(int)
    chosen = rng.random((strip.max() + 1, field.max() + 1)) < rng.choice([0.25, 0.5, 0.8])
    return chosen[strip, field].astype(np.uint8)


def with_histogram(rng: np.random.Generator, image: np.ndarray, model: np.ndarray) -> np.ndarray:
    """The image with each band's histogram moved most of the way to that of another."""
    share = rng.uniform(0.4, 1.0)
    moved = np.empty_like(image)
    levels = np.arange(256)
    for band in range(3):
        own, other = (
            np.bincount(a[..., band].ravel(), minlength=256).cumsum() / a[..., 0].size for a in (image, model)
        )
        table = levels * (1 - share) + np.interp(own, other, levels) * share
        moved[..., band] = np.clip(table, 0, 255).astype(np.uint8)[image[..., band]]
    return moved


def with_amplitude(rng: np.random.Generator, image: np.ndarray, model: np.ndarray) -> np.ndarray:
    """The image with the low-frequency amplitudes of another (Yang and Soatto 2020): its light, not its outlines."""
    if model.shape != image.shape:
        model = cv2.resize(model, image.shape[1::-1], interpolation=cv2.INTER_AREA)
    own, other = (np.fft.rfft2(a.astype(np.float32), axes=(0, 1)) for a in (image, model))
    reach = max(1, round(rng.uniform(_LOWEST, _HIGHEST) * min(image.shape[:2])))
    for rows in (slice(0, reach), slice(1 - reach, None) if reach > 1 else slice(0, 0)):
        part = (rows, slice(0, reach))
        own[part] = np.abs(other[part]) * np.exp(1j * np.angle(own[part]))
    moved = np.fft.irfft2(own, s=image.shape[:2], axes=(0, 1))
    return np.clip(moved, 0, 255).astype(np.uint8)
