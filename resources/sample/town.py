# SPDX-License-Identifier: GPL-2.0-or-later
"""What a town is made of: streets, houses, trees, cars, patches of ground, each with the dates it is there.

Coordinates are metres from the north-west corner of the drawn world, x to the east and y to the south.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

WORLD = (824.0, 568.0)  # metres: 28 m of margin on every side of the delivered before raster
MARGIN = 28.0
BEFORE, AFTER = 0, 1
BOTH = frozenset((BEFORE, AFTER))
ONLY_BEFORE = frozenset((BEFORE,))
ONLY_AFTER = frozenset((AFTER,))


@dataclass(frozen=True)
class Box:
    """A rectangle turned by `angle` radians: centre, length along the angle and depth across it, in metres."""

    x: float
    y: float
    length: float
    depth: float
    angle: float

    def corners(self, grow: float = 0.0) -> np.ndarray:
        """The four corners as (4, 2) metres, the box grown by `grow` metres on every side."""
        u = np.array([np.cos(self.angle), np.sin(self.angle)]) * (self.length / 2 + grow)
        v = np.array([-np.sin(self.angle), np.cos(self.angle)]) * (self.depth / 2 + grow)
        centre = np.array([self.x, self.y])
        return np.array([centre - u - v, centre + u - v, centre + u + v, centre - u + v])

    def part(self, along: float, across: float, length: float, depth: float) -> Box:
        """A box given in this one's own axes, measured from its centre."""
        c, s = np.cos(self.angle), np.sin(self.angle)
        return Box(self.x + along * c - across * s, self.y + along * s + across * c, length, depth, self.angle)


@dataclass(frozen=True)
class Wing:
    """One roofed box of a house. `roof` is "hip", "gable" or "flat"; `eave` metres, `slope` rise over run."""

    box: Box
    roof: str
    eave: float
    slope: float


@dataclass(frozen=True)
class House:
    """Roofed wings that make one building, with its drive, and the dates at which it stands."""

    wings: tuple[Wing, ...]
    colour: tuple[float, float, float]
    drive: Box | None
    lot: Box
    dates: frozenset[int]
    pool: Box | None = None


@dataclass(frozen=True)
class Street:
    """A paved centre line, (n, 2) metres, `width` metres between the kerbs."""

    line: np.ndarray
    width: float
    dates: frozenset[int]
    lanes: bool = False
    end: bool = False  # a turning circle at the last point
    paved: bool = True


@dataclass(frozen=True)
class Tree:
    """A crown of `radius` metres, the same tree being a little wider at the later date."""

    x: float
    y: float
    radius: float
    dates: frozenset[int]
    shade: float


@dataclass(frozen=True)
class Car:
    """A parked or moving car. Cars never stand still between the dates."""

    box: Box
    colour: tuple[float, float, float]
    date: int


@dataclass(frozen=True)
class Patch:
    """Ground of one kind: "soil", "field", "stubble", "pond", "wood" or "lot"; a closed outline of (n, 2) metres."""

    outline: np.ndarray
    kind: str
    dates: frozenset[int]


@dataclass
class Town:
    """The whole plan."""

    seed: int
    streets: list[Street] = field(default_factory=list)
    houses: list[House] = field(default_factory=list)
    trees: list[Tree] = field(default_factory=list)
    cars: list[Car] = field(default_factory=list)
    patches: list[Patch] = field(default_factory=list)

    def changed(self) -> list[tuple[House, str]]:
        """The buildings that are the truth of the change map, each with "new" or "demolished"."""
        return [(h, "new" if AFTER in h.dates else "demolished") for h in self.houses if h.dates != BOTH]
