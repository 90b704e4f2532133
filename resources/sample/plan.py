# SPDX-License-Identifier: GPL-2.0-or-later
"""Lays the town out: an old neighbourhood, a new one half built, a main road, woods, fields and a pond.

Everything follows from one seed, so that the same town comes out on every machine.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from resources.sample.houses import Ground, build_along, hall, new_house
from resources.sample.town import (
    AFTER,
    BEFORE,
    BOTH,
    ONLY_AFTER,
    ONLY_BEFORE,
    WORLD,
    Box,
    Car,
    Patch,
    Street,
    Town,
    Tree,
)

CAR_COLOURS = np.array(
    [
        [0.85, 0.85, 0.85],
        [0.08, 0.08, 0.09],
        [0.45, 0.46, 0.48],
        [0.35, 0.06, 0.05],
        [0.08, 0.13, 0.30],
        [0.6, 0.58, 0.5],
    ]
)


def smooth(points: list[tuple[float, float]], step: float = 2.0) -> np.ndarray:
    """A Catmull-Rom curve through the points, sampled every `step` metres or so: (n, 2) metres."""
    p = np.array([points[0], *points, points[-1]], float)
    pieces = []
    for a, b, c, d in zip(p[:-3], p[1:-2], p[2:-1], p[3:]):
        t = np.linspace(0, 1, max(int(np.hypot(*(c - b)) / step), 2), endpoint=False)[:, None]
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.concatenate([*pieces, p[-1:]])


def blob(rng: np.random.Generator, x: float, y: float, rx: float, ry: float, rough: float = 0.15) -> np.ndarray:
    """A closed rounded outline about (x, y): (72, 2) metres."""
    t = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    r = np.ones(72)
    for k in range(2, 7):
        r += rough * rng.normal() / k * np.cos(k * t + rng.uniform(0, 2 * np.pi))
    return np.stack([x + rx * r * np.cos(t), y + ry * r * np.sin(t)], 1)


def _streets() -> dict[str, Street]:
    """The street network. The old town lies in the west; the east is being built up between the dates."""
    local = 8.5
    return {
        "main": Street(smooth([(-30, 330), (180, 316), (400, 298), (620, 318), (860, 296)]), 13.0, BOTH, lanes=True),
        "loop": Street(
            smooth(
                [(118, 318), (110, 240), (112, 150), (140, 84), (210, 58), (300, 56), (362, 84), (380, 160), (376, 298)]
            ),
            local,
            BOTH,
        ),
        "inner": Street(smooth([(111, 180), (180, 172), (250, 176), (318, 196)]), local, BOTH, end=True),
        "ridge": Street(smooth([(210, 58), (204, 10), (212, -30)]), local, BOTH),
        "south": Street(smooth([(250, 310), (254, 390), (238, 470), (246, 600)]), local, BOTH),
        "orchard": Street(smooth([(252, 400), (330, 408), (392, 398)]), local, BOTH, end=True),
        "mill": Street(smooth([(100, 322), (82, 400), (92, 470), (140, 506), (238, 500)]), local, BOTH),
        "court": Street(smooth([(196, 315), (200, 280), (196, 254)]), local, BOTH, end=True),
        "mews": Street(smooth([(300, 305), (292, 270), (280, 252)]), local, BOTH, end=True),
        "glen": Street(smooth([(168, 317), (172, 380), (162, 432)]), local, BOTH, end=True),
        "fair": Street(smooth([(478, 305), (484, 350), (476, 388)]), local, BOTH, end=True),
        "track": Street(smooth([(860, 400), (780, 392), (744, 420), (700, 500), (650, 600)]), 3.2, BOTH, paved=False),
        "lane": Street(smooth([(-20, 222), (30, 214), (64, 190), (70, 100), (40, -20)]), 3.0, BOTH, paved=False),
        # Paved and graded at the first date, built up at the second.
        "crescent": Street(smooth([(500, 304), (506, 230), (540, 150), (610, 98), (700, 86), (770, 60)]), local, BOTH),
        # Not there at all at the first date.
        "egret": Street(smooth([(598, 106), (606, 150), (600, 196)]), local, ONLY_AFTER, end=True),
        "heron": Street(smooth([(648, 316), (652, 250), (690, 200), (748, 190)]), local, ONLY_AFTER, end=True),
        "quarry": Street(smooth([(556, 312), (562, 380), (618, 426), (700, 420)]), local, ONLY_AFTER, end=True),
    }


def _patches(rng: np.random.Generator) -> list[Patch]:
    """Ground that is not lawn: the pond, woods, fields that are ploughed or cut between the dates, building sites."""
    ploughed = np.array([(716, 462), (820, 452), (830, 560), (704, 566)], float)
    return [
        Patch(blob(rng, 610, 215, 105, 92, 0.12), "soil", ONLY_BEFORE),
        Patch(blob(rng, 560, 180, 60, 60, 0.12), "soil", ONLY_BEFORE),
        Patch(blob(rng, 720, 110, 70, 40, 0.2), "soil", ONLY_BEFORE),
        Patch(blob(rng, 700, 372, 46, 22, 0.2), "soil", ONLY_AFTER),
        Patch(ploughed, "stubble", ONLY_BEFORE),
        Patch(ploughed, "field", ONLY_AFTER),
        Patch(blob(rng, 30, 120, 46, 90), "stubble", ONLY_AFTER),
        Patch(blob(rng, 470, 470, 44, 26, 0.1), "pond", BOTH),
        Patch(blob(rng, 420, 525, 110, 34), "wood", BOTH),
        Patch(blob(rng, 560, 520, 62, 42), "wood", BOTH),
        Patch(blob(rng, 446, 160, 34, 110, 0.1), "wood", BOTH),
        Patch(blob(rng, 40, 545, 60, 40), "wood", BOTH),
        Patch(blob(rng, 800, 150, 30, 50), "wood", BOTH),
    ]


def _plant(town: Town, ground: Ground, rng: np.random.Generator) -> None:
    """Woods, garden trees, and a scatter in the open; young trees come with the new houses."""
    for patch in town.patches:
        if patch.kind != "wood":
            continue
        low, high = patch.outline.min(0), patch.outline.max(0)
        for _ in range(int(np.prod(high - low) / 22)):
            x, y = rng.uniform(low, high)
            if inside(patch.outline, x, y) and ground.free(Box(x, y, 4, 4, 0)):
                town.trees.append(Tree(x, y, rng.uniform(2.0, 5.2), BOTH, rng.normal()))
    for house in town.houses:
        if house.wings[0].roof == "flat":
            continue
        young = house.dates == ONLY_AFTER
        for _ in range(rng.integers(1, 3) if young else rng.integers(2, 7)):
            spot = house.lot.part(
                rng.uniform(-0.5, 0.5) * house.lot.length, rng.uniform(-0.5, 0.55) * house.lot.depth, 3.0, 3.0
            )
            radius = rng.uniform(0.8, 1.5) if young else rng.uniform(1.4, 4.4)
            if ground.free(spot, radius * 0.5):
                town.trees.append(Tree(spot.x, spot.y, radius, ONLY_AFTER if young else BOTH, rng.normal()))
    bare = [p for p in town.patches if p.kind in ("field", "pond", "soil", "stubble")]
    for _ in range(230):
        centre, spread = rng.uniform((0, 0), WORLD), rng.uniform(3.0, 22.0)
        for _ in range(int(rng.exponential(7)) + 1):
            x, y = centre + rng.normal(0, spread, 2)
            radius = float(np.clip(rng.lognormal(0.75, 0.5), 0.7, 5.0))
            if any(inside(p.outline, x, y) for p in bare):
                continue
            spot = Box(x, y, 1.6 * radius, 1.6 * radius, 0.0)
            dates = frozenset(date for date in BOTH if ground.free(spot, dates=frozenset((date,))))
            if dates == ONLY_BEFORE or (dates == BOTH and rng.random() < 0.95):  # felled for the new streets
                town.trees.append(Tree(x, y, radius, dates, rng.normal()))


def _park(town: Town, rng: np.random.Generator) -> None:
    """Cars on drives, at kerbs and on the main road, drawn anew for each date."""
    for date in (BEFORE, AFTER):
        for house in town.houses:
            if date in house.dates and house.drive is not None and rng.random() < 0.45:
                along = rng.uniform(-0.15, 0.15) * house.drive.depth
                box = house.drive.part(rng.uniform(-0.8, 0.8), along, 1.9, rng.uniform(4.2, 5.2))
                town.cars.append(Car(box, tuple(CAR_COLOURS[rng.integers(len(CAR_COLOURS))]), date))
        for street in town.streets:
            if date not in street.dates or not street.paved:
                continue
            for _ in range(len(street.line) // (16 if street.lanes else 40) + 1):
                k = rng.integers(2, len(street.line) - 2)
                (x, y), (dx, dy) = street.line[k], street.line[k + 1] - street.line[k - 1]
                side = rng.choice([-1.0, 1.0]) * (street.width / 4 if street.lanes else street.width / 2 - 1.4)
                angle = np.arctan2(dy, dx)
                box = Box(x - side * np.sin(angle), y + side * np.cos(angle), rng.uniform(4.2, 5.2), 1.9, angle)
                town.cars.append(Car(box, tuple(CAR_COLOURS[rng.integers(len(CAR_COLOURS))]), date))


def inside(outline: np.ndarray, x: float, y: float) -> bool:
    """Whether (x, y) lies in the closed outline (even-odd rule)."""
    a, b = outline, np.roll(outline, -1, axis=0)
    crosses = (a[:, 1] > y) != (b[:, 1] > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    return bool(np.count_nonzero(crosses & (x < at)) % 2)


def plan(seed: int = 1) -> Town:
    """The town that follows from a seed."""
    rng = np.random.default_rng(seed)
    town, ground = Town(seed), Ground()
    streets = _streets()
    town.streets = list(streets.values())
    town.patches = _patches(rng)
    for street in town.streets:
        ground.take_street(street)
    hall(town, ground, Box(444, 258, 46, 26, -0.06), BOTH, (0.60, 0.59, 0.57))
    hall(town, ground, Box(330, 352, 40, 24, -0.05), ONLY_BEFORE, (0.52, 0.50, 0.47))
    hall(town, ground, Box(724, 262, 52, 30, 0.05), ONLY_AFTER, (0.68, 0.68, 0.67))
    for name in ("loop", "inner", "mill", "south", "orchard", "ridge", "court", "mews", "glen", "fair"):
        build_along(town, ground, rng, streets[name], BOTH, share=0.95)
    for name in ("crescent", "egret", "heron", "quarry"):
        build_along(town, ground, rng, streets[name], ONLY_AFTER, share=0.9)
    for x, y, angle in ((764, 408, 0.5), (50, 236, 2.9), (676, 536, 1.2)):
        farm = Box(x, y, 26, 34, angle)
        if ground.free(farm.part(0, -1, 17.5, 24.0)):
            town.houses.append(new_house(rng, farm, BOTH))
            ground.take(farm.part(0, -1, 17.5, 24.0))
    _redevelop(town, rng)
    _plant(town, ground, rng)
    _park(town, rng)
    return town


def _redevelop(town: Town, rng: np.random.Generator) -> None:
    """In the old town, some houses are pulled down, and some gaps were filled, between the dates."""
    old = [k for k, house in enumerate(town.houses) if house.dates == BOTH and house.wings[0].roof != "flat"]
    picked = rng.permutation(old)[:16]
    for k in picked[:7]:
        town.houses[k] = replace(town.houses[k], dates=ONLY_BEFORE)
    for k in picked[7:]:
        town.houses[k] = replace(town.houses[k], dates=ONLY_AFTER)
