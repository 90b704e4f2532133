# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn towns to train on: the sample town with other roofs, soils, fields, seasons, light and sensors, pair by pair.

    python -m resources.sample.variety DATA/drawn --towns 24

writes `pairs/{A,B,label}/<town>.png` (0.5 m, label 255 where a building changes) and
`images/{image,label}/<town>_<date>.png` (255 where one stands). Nobody's imagery is in them, so they carry the licence
of this repository and no other.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from resources.sample.camera import Weather, photograph, sensor
from resources.sample.paint import CELL, Painter, Season, polygon_mask
from resources.sample.plan import plan
from resources.sample.town import AFTER, BEFORE, BOTH, MARGIN, ONLY_AFTER, ONLY_BEFORE, WORLD, House, Patch, Town, Wing

# Reflectances, 0-1: what roofs of a region are made of.
_ROOFS = {
    "shingle": [(0.22, 0.20, 0.19), (0.33, 0.28, 0.23), (0.38, 0.35, 0.31)],
    "tile": [(0.48, 0.24, 0.15), (0.55, 0.32, 0.22), (0.38, 0.20, 0.14)],
    "metal": [(0.70, 0.71, 0.72), (0.50, 0.55, 0.60), (0.20, 0.33, 0.50), (0.25, 0.38, 0.28)],
    "concrete": [(0.62, 0.60, 0.56), (0.75, 0.73, 0.69), (0.50, 0.48, 0.44)],
    "rust": [(0.42, 0.28, 0.19), (0.55, 0.50, 0.45), (0.35, 0.25, 0.20)],
}
_KINDS = ("field", "stubble", "soil", None)


def varied(rng: np.random.Generator, town: Town) -> Town:
    """The town with other roofs and dates of its houses, and fields whose use differs between the dates."""
    roofs = [colour for kind in rng.choice(list(_ROOFS), 2, replace=False) for colour in _ROOFS[kind]]
    flat = rng.choice([0.0, 0.2, 0.8])
    standing = rng.dirichlet((6.0, 3.0, 1.0))
    density = rng.uniform(0.4, 1.0)
    houses = []
    for house in town.houses:
        if rng.random() > density:
            continue
        dates = (BOTH, ONLY_AFTER, ONLY_BEFORE)[rng.choice(3, p=standing)]
        colour = np.clip(np.array(roofs[rng.integers(len(roofs))]) * rng.uniform(0.8, 1.2), 0.05, 0.9)
        houses.append(replace(_shaped(rng, house, flat), colour=tuple(colour), dates=dates))
    return replace(town, houses=houses, patches=[*town.patches, *_fields(rng)])


def _shaped(rng: np.random.Generator, house: House, flat: float) -> House:
    """Larger or smaller about its middle, and in some regions under a flat roof."""
    scale = rng.uniform(0.55, 1.25)
    middle = house.wings[0].box

    def shaped(wing: Wing) -> Wing:
        x, y = middle.x + scale * (wing.box.x - middle.x), middle.y + scale * (wing.box.y - middle.y)
        box = replace(wing.box, x=x, y=y, length=scale * wing.box.length, depth=scale * wing.box.depth)
        # Halls are fitted out by their place in the drawing, so a flat roof must lie in it.
        level = {"roof": "flat", "slope": 0.0} if min(x, y) > 0 and rng.random() < flat else {}
        return replace(wing, box=box, eave=wing.eave * rng.uniform(0.8, 1.6), **level)

    return replace(house, wings=tuple(shaped(wing) for wing in house.wings))


def _fields(rng: np.random.Generator) -> list[Patch]:
    """Parcels anywhere, ploughed, cut, bare or grass at each date by itself; streets and lots lie over them."""
    found = []
    for _ in range(int(rng.integers(5, 30))):
        x, y = rng.uniform((0, 0), WORLD)
        size, angle = rng.uniform(20, 120, 2) / 2, rng.uniform(0, np.pi)
        u, v = np.array([np.cos(angle), np.sin(angle)]) * size[0], np.array([-np.sin(angle), np.cos(angle)]) * size[1]
        outline = np.array([x, y]) + np.array([-u - v, u - v, u + v, v - u])
        kinds = rng.choice(len(_KINDS), 2)
        for date, number in zip((ONLY_BEFORE, ONLY_AFTER), kinds):
            kind = _KINDS[number]
            if kind:
                found.append(Patch(outline, kind, date))
    return found


def season(rng: np.random.Generator) -> Season:
    """Plants from parched to lush."""
    green = rng.uniform(0, 1)
    dry, lush = np.array([0.46, 0.40, 0.27]), np.array([0.17, 0.27, 0.11])
    lawn, grass = (dry + (lush - dry) * np.clip(green + rng.normal(0, 0.2, 1), 0, 1) for _ in range(2))
    crown = np.array([0.11, 0.15, 0.08]) * rng.uniform(0.7, 1.5) + rng.normal(0, 0.012, 3)
    return Season(tuple(lawn), tuple(grass), tuple(np.clip(crown, 0.02, 1)), float(np.clip(1 - green, 0.1, 0.9)))


def weather(rng: np.random.Generator) -> Weather:
    """The sun anywhere a flight would have it, and any supplier's tones."""
    gain = tuple(rng.uniform(0.75, 1.25) * (1 + rng.normal(0, 0.06, 3)))
    return Weather(
        azimuth=float(rng.uniform(60, 300)), elevation=float(rng.uniform(28, 65)),
        skylight=float(rng.uniform(0.15, 0.4)), haze=float(rng.uniform(0, 0.05)), gain=gain,
        gamma=float(rng.uniform(1.2, 1.9)),
    )  # fmt: skip


def standing(town: Town, date: int) -> np.ndarray:
    """(rows, cols) bool at 0.5 m: where a building stands at a date."""
    outlines = [wing.box.corners() for house in town.houses if date in house.dates for wing in house.wings]
    return _delivered(polygon_mask(outlines).astype(np.float32)[..., None])[..., 0] > 0.5


def _delivered(light: np.ndarray) -> np.ndarray:
    """Without the margin, every four cells of the drawing a pixel of 0.5 m."""
    edge = int(MARGIN / CELL)
    inner = light[edge:-edge, edge:-edge]
    return inner.reshape(inner.shape[0] // 2, 2, inner.shape[1] // 2, 2, -1).mean((1, 3))


def draw(folder: Path, seed: int) -> None:
    """Draw the town of a seed into `folder`."""
    rng = np.random.default_rng([seed, 77])
    town = varied(rng, plan(seed))
    buildings = [standing(town, date) for date in (BEFORE, AFTER)]
    for date, side in ((BEFORE, "A"), (AFTER, "B")):
        light = _delivered(photograph(Painter(town, date, season(rng)).paint(), weather(rng)))
        image = sensor(light, rng, noise=float(rng.uniform(0.002, 0.015)), quality=int(rng.integers(70, 95)))
        _save(image, folder / "pairs" / side / f"town_{seed:03}.png")
        _save(image, folder / "images" / "image" / f"town_{seed:03}_{side}.png")
        _save(buildings[date] * np.uint8(255), folder / "images" / "label" / f"town_{seed:03}_{side}.png")
    _save((buildings[0] ^ buildings[1]) * np.uint8(255), folder / "pairs" / "label" / f"town_{seed:03}.png")


def _save(pixels: np.ndarray, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)


def main() -> None:
    """Draws towns from number 1000 on, which the demonstration and the tests do not show."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--towns", type=int, default=24)
    parser.add_argument("--first", type=int, default=1000)
    asked = parser.parse_args()
    for seed in range(asked.first, asked.first + asked.towns):
        draw(asked.folder, seed)
        print(f"town {seed}", flush=True)


if __name__ == "__main__":
    main()
