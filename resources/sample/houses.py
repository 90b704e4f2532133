# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts houses along the streets: detached ones with garage and drive on their lots, and flat-roofed halls."""

from __future__ import annotations

import numpy as np

from resources.sample.town import BOTH, WORLD, Box, House, Street, Town, Wing

# Reflectances, 0-1, red green blue: composition shingle, clay tile and metal roofs as seen from above.
ROOFS = np.array(
    [
        [0.22, 0.20, 0.19],
        [0.28, 0.25, 0.22],
        [0.17, 0.17, 0.18],
        [0.33, 0.28, 0.23],
        [0.24, 0.24, 0.25],
        [0.30, 0.21, 0.17],
        [0.38, 0.35, 0.31],
        [0.40, 0.24, 0.17],
    ]
)
METAL = np.array([[0.62, 0.63, 0.64], [0.55, 0.57, 0.60], [0.45, 0.50, 0.56]])


class Ground:
    """Which square metres are taken at each date, so that houses and trees keep off the streets and each other."""

    def __init__(self) -> None:
        self.taken = np.zeros((2, int(WORLD[1]), int(WORLD[0])), bool)

    def _cells(self, box: Box, grow: float) -> tuple[np.ndarray, np.ndarray]:
        along = np.arange(-box.length / 2 - grow, box.length / 2 + grow + 0.5, 0.7)
        across = np.arange(-box.depth / 2 - grow, box.depth / 2 + grow + 0.5, 0.7)
        u, v = (a.ravel() for a in np.meshgrid(along, across))
        c, s = np.cos(box.angle), np.sin(box.angle)
        x = np.clip(box.x + u * c - v * s, 0, WORLD[0] - 1).astype(int)
        y = np.clip(box.y + u * s + v * c, 0, WORLD[1] - 1).astype(int)
        return y, x

    def free(self, box: Box, grow: float = 0.0, dates: frozenset[int] = BOTH) -> bool:
        y, x = self._cells(box, grow)
        return not any(self.taken[date, y, x].any() for date in dates)

    def take(self, box: Box, dates: frozenset[int] = BOTH) -> None:
        y, x = self._cells(box, 0.0)
        for date in dates:
            self.taken[date, y, x] = True

    def take_street(self, street: Street) -> None:
        step = np.diff(street.line, axis=0)
        for (x, y), (dx, dy) in zip(street.line[:-1], step):
            box = Box(x + dx / 2, y + dy / 2, np.hypot(dx, dy), street.width + 5, np.arctan2(dy, dx))
            self.take(box, street.dates)
        if street.end:
            self.take(Box(*street.line[-1], 27.0, 27.0, 0.0), street.dates)


def new_house(rng: np.random.Generator, lot: Box, dates: frozenset[int]) -> House:
    """One detached house on its lot; the lot's own -depth side is the street's."""
    length, depth = rng.uniform(13.0, 18.0), rng.uniform(11.0, 14.0)
    eave = 5.4 if rng.random() < 0.3 else 2.9
    slope = rng.uniform(0.42, 0.62)
    kind = "hip" if rng.random() < 0.6 else "gable"
    body = lot.part(rng.uniform(-0.8, 0.8), rng.uniform(-1.5, 1.0), length, depth)
    wings = [Wing(body, kind, eave, slope)]
    side = rng.choice([-1.0, 1.0])
    garage = body.part(side * (length / 2 - 3.4), -(depth / 2 + 1.6), 6.8, rng.uniform(6.5, 8.5))
    wings.append(Wing(garage, "gable" if rng.random() < 0.4 else "hip", 2.8, slope))
    if rng.random() < 0.55:
        back = body.part(-side * rng.uniform(1.0, 3.5), depth / 2 + 1.2, rng.uniform(5.5, 8.0), rng.uniform(5.0, 8.0))
        wings.append(Wing(back, kind, eave, slope))
    metal = rng.random() < 0.05
    base = METAL[rng.integers(len(METAL))] if metal else ROOFS[rng.integers(len(ROOFS))]
    colour = tuple(np.clip(base * rng.uniform(0.85, 1.15) + rng.normal(0, 0.012, 3), 0.05, 0.9))
    to_kerb = lot.depth / 2 + 2.0
    front = body.depth / 2 + 1.6 + garage.depth / 2
    offset = side * (length / 2 - 3.4)
    drive = body.part(offset, -(front + to_kerb) / 2, rng.uniform(4.5, 6.0), max(to_kerb - front, 2.0) + 6.0)
    pool = None
    if rng.random() < 0.12:
        pool = lot.part(rng.uniform(-3, 3), lot.depth / 2 - 3.0, rng.uniform(6, 9), rng.uniform(3, 4.5))
    return House(tuple(wings), colour, drive, lot, dates, pool)


def build_along(
    town: Town, ground: Ground, rng: np.random.Generator, street: Street, dates: frozenset[int], share: float
) -> None:
    """Puts houses on both sides of a street; of the lots it leaves 1 - share empty."""
    step = np.hypot(*np.diff(street.line, axis=0).T)
    run = np.concatenate([[0], np.cumsum(step)])
    for side in (-1.0, 1.0):
        at = rng.uniform(12, 20)
        while at < run[-1] - 10:
            frontage = rng.uniform(19.5, 23.0)
            x = np.interp(at, run, street.line[:, 0])
            y = np.interp(at, run, street.line[:, 1])
            ahead = [
                np.interp(at + 4, run, street.line[:, k]) - np.interp(at - 4, run, street.line[:, k]) for k in (0, 1)
            ]
            angle = np.arctan2(ahead[1], ahead[0]) + (np.pi if side < 0 else 0.0)
            lot_depth = 34.0
            out = street.width / 2 + 2.5 + lot_depth / 2
            lot = Box(x - out * np.sin(angle), y + out * np.cos(angle), frontage - 1.0, lot_depth, angle)
            core = lot.part(0, -1, 17.5, 24.0)
            if not ground.free(core, 1.2):
                at += 3.0
                continue
            if rng.random() < share:
                town.houses.append(new_house(rng, lot, dates))
                ground.take(core, dates)
            at += frontage
        if street.end and side > 0:
            _build_around_end(town, ground, rng, street, dates)


def _build_around_end(
    town: Town, ground: Ground, rng: np.random.Generator, street: Street, dates: frozenset[int]
) -> None:
    """Houses round the turning circle at the end of a street."""
    (x, y), heading = street.line[-1], np.arctan2(*(street.line[-1] - street.line[-6])[::-1])
    for turn in (-1.25, 0.0, 1.25):
        out = 12.0 + 2.5 + 16.0
        angle = heading + turn - np.pi / 2
        lot = Box(x + out * np.cos(heading + turn), y + out * np.sin(heading + turn), 21.0, 32.0, angle)
        core = lot.part(0, -1, 17.0, 23.0)
        if ground.free(core, 1.0):
            town.houses.append(new_house(rng, lot, dates))
            ground.take(core, dates)


def hall(town: Town, ground: Ground, box: Box, dates: frozenset[int], colour: tuple[float, float, float]) -> None:
    """A flat-roofed hall (school, shop, store) of two heights."""
    wings = (
        Wing(box, "flat", 6.5, 0.0),
        Wing(box.part(box.length * 0.2, box.depth * 0.55, box.length * 0.45, box.depth * 0.5), "flat", 4.5, 0.0),
    )
    lot = Box(box.x, box.y, box.length + 22, box.depth * 1.6 + 18, box.angle)
    town.houses.append(House(wings, colour, None, lot, dates))
    ground.take(lot, dates)
