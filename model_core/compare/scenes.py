# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenes of the validation and test places, and the check that no place has two uses."""

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

# The sides of a network's input are multiples of this many pixels.
_MULTIPLE = 32


@dataclass(frozen=True)
class Scene:
    """A part of a labelled tile at the ground sample distance of the networks.

    `image` is (bands of all dates, rows, cols) uint8, before's bands first; `label` (rows, cols) uint8: 0, 1, 255
    unknown.
    """

    name: str
    image: np.ndarray
    label: np.ndarray


def tiles_of(wanted: ScoringSet, data: Path) -> list[Tile]:
    """Return the tiles of a set, sorted by name. Raises DataError where there are none."""
    folder = data / wanted.path
    tiles = [t for t in find_tiles(folder, wanted.layout) if any(fnmatch(t.name, p) for p in wanted.include)]
    if wanted.sites is not None:
        sites = _sites(folder, wanted.splits)
        tiles = [tile for tile in tiles if sites.get(tile.name) in wanted.sites]
    if not tiles:
        raise DataError(f"'{folder}' has no tiles for the set '{wanted.name}': check its include, splits and sites.")
    return tiles


def scenes_of(wanted: ScoringSet, data: Path, gsd: tuple[float, float]) -> list[Scene]:
    """Return all scenes of a set, resampled to the nearest ground sample distance (metres) in the range `gsd`.

    Scenes are padded to multiples of 32 pixels with mirrored pixels and unknown labels.
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
                # The rest of the view belongs to another scene.
                end = round(side / step)
                label[end:], label[:, end:] = 255, 255
                image = np.concatenate([view.image(i).transpose(2, 0, 1) for i in pixels.images])
                name = tile.name if side >= max(rows, cols) else f"{tile.name}/{row}-{col}"
                found.append(Scene(name, image, label))
    return found


def check_apart(plan: Plan, recipe: Recipe, data: Path) -> None:
    """Raise DataError, naming a tile or site, where a place is in two of training, validation, test and public test."""
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
                        f"The place '{place}' of '{name}' is in {seen[place]} and {use}: use different places."
                    )


def _places(tiles: Iterable[Tile], folder: Path, splits: str | None) -> set[str]:
    """Return the files of tiles, and their sites in a table or layout."""
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
