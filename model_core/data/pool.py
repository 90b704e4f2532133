# SPDX-License-Identifier: GPL-2.0-or-later
"""The training tiles of a source, in memory up to a limit, else read when they are sampled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import overload

import cv2
import numpy as np

from model_core.errors import DataError
from model_core.recipes.sources import Source
from model_core.tiles.rasters import Bands
from model_core.tiles.tiles import IGNORE, Pixels, Tile, check_sizes, read_tile

# Sampling is in proportion to area: a tile of this many pixels is sampled as often as four of half its side.
_UNIT = 256 * 256
# Limit for the tiles of all pools of a recipe together, bytes.
_MEMORY = 6 * 2**30


@dataclass
class Room:
    """The bytes that remain for tiles."""

    left: int = _MEMORY


@dataclass(frozen=True)
class StoredTiles(Sequence[Pixels]):
    """Tiles by number; each is read once if it fits into memory, else every time."""

    tiles: tuple[Tile, ...]
    bands: Bands | None
    ignore_boundary: int
    room: Room
    kept: dict[int, Pixels] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.tiles)

    @overload
    def __getitem__(self, number: int) -> Pixels: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Pixels]: ...
    def __getitem__(self, number: int | slice) -> Pixels | Sequence[Pixels]:
        if isinstance(number, slice):
            return [self[i] for i in range(*number.indices(len(self)))]
        number = range(len(self))[number]
        if number in self.kept:
            return self.kept[number]
        pixels = read_tile(self.tiles[number], self.bands)
        if self.ignore_boundary:
            pixels = replace(pixels, label=without_edges(pixels.label, self.ignore_boundary))
        arrays = (*pixels.images, pixels.label, *(pixels.buildings or ()))
        size = sum(array.nbytes for array in arrays)
        if size <= self.room.left:
            self.room.left -= size
            self.kept[number] = pixels
        return pixels


@dataclass(frozen=True)
class Pool:
    """All training tiles of one source, with the area in pixels and the sampling probability of each."""

    source: Source
    tiles: Sequence[Pixels]
    areas: np.ndarray
    chances: np.ndarray

    def draw(self, rng: np.random.Generator) -> Pixels:
        return self.tiles[int(rng.choice(len(self.tiles), p=self.chances))]


def load_pool(source: Source, data: Path, room: Room | None = None) -> Pool:
    """Return the training tiles of a source.

    All files are opened, and read while memory lasts, so that a missing or damaged one is reported before training.
    Raises DataError where there are none, or one cannot be used.
    """
    room = room or Room()
    found = source.tiles(data, "train")
    if not found:
        raise DataError(f"'{data / source.path}' has no training tiles for the source '{source.name}'.")
    tiles = StoredTiles(tuple(found), source.bands, source.ignore_boundary, room)
    areas = np.array([_area(tiles, number) for number in range(len(found))])
    sizes = np.maximum(1.0, areas / _UNIT)
    return Pool(source, tiles, areas, sizes / sizes.sum())


def without_class(pool: Pool) -> Pool | None:
    """The tiles of a pool whose label is 0 all over, drawn as often as the pool shows such ground; None for none."""
    free = [number for number in range(len(pool.tiles)) if not pool.tiles[number].label.any()]
    if not free:
        return None
    share = pool.chances[free]
    source = pool.source.model_copy(update={"weight": pool.source.weight * float(share.sum())})
    return Pool(source, [pool.tiles[number] for number in free], pool.areas[free], share / share.sum())


def without_edges(label: np.ndarray, width: int) -> np.ndarray:
    """Return a label (rows, cols) uint8 that is unknown within `width` pixels of the outlines, on both sides."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * width + 1, 2 * width + 1))
    change = (label == 1).astype(np.uint8)
    edge = (cv2.dilate(change, disc) == 1) & (cv2.erode(change, disc, borderValue=1) == 0)
    return np.where(edge, IGNORE, label).astype(np.uint8)


def _area(tiles: StoredTiles, number: int) -> float:
    """Return the pixels of a tile: by reading it while memory lasts, else by its files' headers."""
    before = tiles.room.left
    largest = max((pixels.label.size for pixels in list(tiles.kept.values())[-1:]), default=0)
    if before > 10 * largest:
        return float(tiles[number].label.size)
    return float(np.prod(check_sizes(tiles.tiles[number])))
