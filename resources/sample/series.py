# SPDX-License-Identifier: GPL-2.0-or-later
"""The town at several dates: houses are built and pulled down one after the other, and some things show at one date
only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from resources.sample.camera import SPRING_AFTERNOON, SUMMER_NOON, photograph, sensor
from resources.sample.paint import CELL, DRY_SUMMER, GREEN_SPRING, Canvas, Painter, polygon_mask
from resources.sample.plan import plan
from resources.sample.scene import BEFORE_EPSG, BEFORE_PIXEL, CORNER, write_raster
from resources.sample.town import AFTER, BEFORE, BOTH, ONLY_AFTER, ONLY_BEFORE, House, Town

YEARS = (2011, 2013, 2015, 2017, 2019)
# So many of the houses stand at one date in the middle only: what a timeline should leave out.
PASSING = 4
# Where the images lie in the drawn world, in metres: west, north, east, south. The part of the town that changes most.
_AROUND = 24.0  # metres, more than the longest shadow
COVERS = (480.0, 90.0, 796.0, 346.0)


@dataclass(frozen=True)
class Series:
    """Where the images of a series lie, and what is known of it on their grid.

    interval: `(rows, cols) uint8` raster, the number of the date that first shows the house that stands, or no longer
    stands, at a pixel (from 1), 0 where nothing changes. passing: 1 where a house stands at one date only.
    """

    images: tuple[Path, ...]
    interval: Path
    passing: Path


def make_series(folder: Path, seed: int = 1, years: tuple[int, ...] = YEARS) -> Series:
    """Draw the town of `seed` at each year into `folder`, as one supplier delivers it: EPSG:32614, 0.5 m."""
    folder.mkdir(parents=True, exist_ok=True)
    town = several_dates(plan(seed), len(years))
    near = _near(town)
    images = []
    for date, year in enumerate(years):
        season, weather = ((DRY_SUMMER, SUMMER_NOON), (GREEN_SPRING, SPRING_AFTERNOON))[date % 2]
        canvas = Painter(near, date, season).paint()
        # Beyond the images, what casts a shadow into them is enough.
        seen = Canvas(_covered(canvas.colour, _AROUND), _covered(canvas.height, _AROUND))
        edge = int(_AROUND / CELL)
        light = photograph(seen, weather)[edge:-edge, edge:-edge]
        image = sensor(_halved(light), np.random.default_rng([seed, 9, date]), noise=0.006, quality=90)
        images.append(folder / f"town_{year}.tif")
        _write(images[-1], image)
    interval, passing = _truth(town, len(years))
    series = Series(tuple(images), folder / "interval.tif", folder / "passing.tif")
    _write(series.interval, interval[..., None])
    _write(series.passing, passing[..., None])
    return series


def several_dates(town: Town, count: int) -> Town:
    """Spread what comes or goes between the two dates of a plan over `count` dates, each house at a date of its own."""
    rng = np.random.default_rng([town.seed, 10])
    every = frozenset(range(count))

    def spread(dates: frozenset[int], at: int) -> frozenset[int]:
        kept = {BOTH: every, ONLY_BEFORE: frozenset(range(at)), ONLY_AFTER: frozenset(range(at, count))}
        return kept[frozenset(dates)]

    houses = [replace(house, dates=spread(house.dates, int(rng.integers(1, count)))) for house in town.houses]
    for number in rng.permutation([number for number, house in enumerate(houses) if _inside(house)])[:PASSING]:
        houses[number] = replace(houses[number], dates=frozenset((int(rng.integers(1, count - 1)),)))
    return Town(
        seed=town.seed,
        streets=[replace(street, dates=spread(street.dates, 1)) for street in town.streets],
        houses=houses,
        trees=[replace(tree, dates=spread(tree.dates, 1)) for tree in town.trees if tree.dates],
        # Cars never stand still between neighbouring dates.
        cars=[
            replace(car, date=date)
            for car in town.cars
            for date in range(count)
            if date % 2 == (BEFORE, AFTER)[car.date]
        ],
        patches=[replace(patch, dates=spread(patch.dates, 1)) for patch in town.patches],
    )


def _near(town: Town) -> Town:
    """Return the part of a town that the images show: the rest costs time and is not seen."""

    def seen(x: float, y: float) -> bool:
        west, north, east, south = COVERS
        return west - 2 * _AROUND < x < east + 2 * _AROUND and north - 2 * _AROUND < y < south + 2 * _AROUND

    return replace(
        town,
        houses=[house for house in town.houses if seen(house.lot.x, house.lot.y)],
        trees=[tree for tree in town.trees if seen(tree.x, tree.y)],
        cars=[car for car in town.cars if seen(car.box.x, car.box.y)],
    )


def _inside(house: House) -> bool:
    west, north, east, south = COVERS
    box = house.wings[0].box
    return house.wings[0].roof != "flat" and west + 15 < box.x < east - 15 and north + 15 < box.y < south - 15


def _truth(town: Town, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return where houses come or go, and which stand at one date only, both `(rows, cols) uint8` on the grid of the
    images.
    """
    interval = passing = None
    for date in range(count):
        for came in (True, False):
            chosen = [house for house in town.houses if _changes(house, date, came, count)]
            mask = _halved(_covered(_roofs(chosen)[..., None].astype(np.float32)))[..., 0] > 0.5
            interval = np.zeros(mask.shape, np.uint8) if interval is None else interval
            interval[mask] = date
    one = [house for house in town.houses if len(house.dates) == 1 and 0 < min(house.dates) < count - 1]
    passing = _halved(_covered(_roofs(one)[..., None].astype(np.float32)))[..., 0] > 0.5
    assert interval is not None
    return interval, passing.astype(np.uint8)


def _changes(house: House, date: int, came: bool, count: int) -> bool:
    """Whether `date` is the first that shows the house, or the first that no longer does; what stands at one date is
    noise.
    """
    if len(house.dates) in (0, count) or (len(house.dates) == 1 and 0 < min(house.dates) < count - 1) or date == 0:
        return False
    return (date in house.dates) == came and (date - 1 in house.dates) != came


def _roofs(houses: list[House]) -> np.ndarray:
    return polygon_mask([wing.box.corners() for house in houses for wing in house.wings])


def _covered(drawing: np.ndarray, around: float = 0.0) -> np.ndarray:
    """Return the part of a drawing that the images cover, with so many metres around it."""
    west, north, east, south = (int(metres / CELL) for metres in COVERS)
    edge = int(around / CELL)
    return drawing[north - edge : south + edge, west - edge : east + edge]


def _halved(drawing: np.ndarray) -> np.ndarray:
    """Every four cells of the drawing make a pixel."""
    rows, cols = drawing.shape[0] // 2, drawing.shape[1] // 2
    return drawing.reshape(rows, 2, cols, 2, -1).mean((1, 3))


def _write(path: Path, image: np.ndarray) -> None:
    geotransform = (CORNER[0] + COVERS[0], BEFORE_PIXEL, 0.0, CORNER[1] - COVERS[1], 0.0, -BEFORE_PIXEL)
    write_raster(path, image, geotransform, BEFORE_EPSG, None)
