# SPDX-License-Identifier: GPL-2.0-or-later
"""The places that choose and the places that score: read, cut into scenes, and kept apart from training."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import numpy as np

from model_core.compare.plan import Plan, ScoringSet
from model_core.data.augment import View
from model_core.errors import DataError
from model_core.recipes.recipe import Recipe
from model_core.tiles.tile_table import read_tile_table
from model_core.tiles.tiles import Tile, find_tiles, read_tile

# Every network takes sides that are multiples of this many pixels.
_MULTIPLE = 32


@dataclass(frozen=True)
class Scene:
    """A piece of a labelled tile at the scale the networks ask for.

    `image` is (bands of all dates, rows, cols) uint8, before's bands first; `label` (rows, cols) uint8: 0, 1, 255 unknown.
    """

    name: str
    image: np.ndarray
    label: np.ndarray


def tiles_of(wanted: ScoringSet, data: Path) -> list[Tile]:
    """The tiles of a set, sorted by name. Raises DataError where there are none."""
    folder = data / wanted.path
    tiles = [t for t in find_tiles(folder, wanted.layout) if any(fnmatch(t.name, p) for p in wanted.include)]
    if wanted.sites is not None:
        sites = _sites(folder, wanted.splits)
        tiles = [tile for tile in tiles if sites.get(tile.name) in wanted.sites]
    if not tiles:
        raise DataError(f"'{folder}' has no tiles for the set '{wanted.name}': look at its include, splits and sites.")
    return tiles


def scenes_of(wanted: ScoringSet, data: Path, gsd: tuple[float, float]) -> list[Scene]:
    """All scenes of a set, resampled to the nearest ground sample distance (metres) in the range `gsd`.

    What reaches beyond a tile, to fill the last multiple of 32 pixels, is mirrored image and unknown label.
    """
    step = 1.0 if wanted.gsd is None else float(np.clip(wanted.gsd, *gsd)) / wanted.gsd
    found = []
    for tile in tiles_of(wanted, data):
        pixels = read_tile(tile)
        rows, cols = pixels.label.shape
        side = wanted.side or max(rows, cols)
        size = -(-round(side / step) // _MULTIPLE) * _MULTIPLE
        for row in range(0, rows, side):
            for col in range(0, cols, side):
                view = View(np.array([[step, 0, col], [0, step, row]]), size)
                label = view.label(pixels.label)
                # A square shows its own ground alone: the rest of the view is another scene's.
                end = round(side / step)
                label[end:], label[:, end:] = 255, 255
                image = np.concatenate([view.image(i).transpose(2, 0, 1) for i in pixels.images])
                name = tile.name if side >= max(rows, cols) else f"{tile.name}/{row}-{col}"
                found.append(Scene(name, image, label))
    return found


def check_apart(plan: Plan, recipe: Recipe, data: Path) -> None:
    """Raises DataError, naming a tile or site, where what chooses, scores, tests or trains shares a place."""
    seen: dict[str, str] = {}
    trained = [source for source in recipe.sources if source.weight]
    groups: list[tuple[str, dict[str, set[str]]]] = [
        ("training", {s.name: _places(s.tiles(data, "train"), data / s.path, s.splits) for s in trained}),
    ]
    for use, sets in (("validation", plan.validation), ("test", plan.test), ("public test", plan.public_test)):
        groups.append((use, {s.name: _places(tiles_of(s, data), data / s.path, s.splits) for s in sets}))
    for use, named in groups:
        for name, places in named.items():
            for place in sorted(places):
                if seen.setdefault(place, use) != use:
                    raise DataError(
                        f"The place '{place}' of '{name}' serves {seen[place]} and {use}: give each its own places."
                    )


def _places(tiles: Iterable[Tile], folder: Path, splits: str | None) -> set[str]:
    """The files of these tiles, and the sites they lie on where a table tells."""
    sites = _sites(folder, splits)
    places = set()
    for tile in tiles:
        places |= {str(file.resolve()) for files in tile.images for file in files}
        site = sites.get(tile.name) or tile.site
        if site:
            places.add(f"{folder.resolve()}, site {site}")
    return places


def _sites(folder: Path, splits: str | None) -> dict[str, str]:
    return read_tile_table(folder / splits).sites if splits else {}
