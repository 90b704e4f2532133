# SPDX-License-Identifier: GPL-2.0-or-later
"""The training tiles of a source: in memory as far as there is room, else read when they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import overload

import cv2
import numpy as np

from model_core.data.rasters import Bands
from model_core.data.sources import Source
from model_core.data.tiles import IGNORE, Pixels, Tile, check_sizes, read_tile
from model_core.errors import DataError

# A tile this large is drawn as often as four of half its side: chance follows the ground it shows.
_UNIT = 256 * 256
# Bytes that the tiles of all pools of a recipe may take together.
_MEMORY = 6 * 2**30


@dataclass
class Room:
    """How many bytes are left for tiles."""

    left: int = _MEMORY


@dataclass(frozen=True)
class StoredTiles(Sequence[Pixels]):
    """Tiles by number; each is read once if there is room for it, else every time."""

    tiles: tuple[Tile, ...]
    bands: Bands | None
    loose: int
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
        if self.loose:
            pixels = replace(pixels, label=without_edges(pixels.label, self.loose))
        arrays = (*pixels.images, pixels.label, *(pixels.buildings or ()))
        size = sum(array.nbytes for array in arrays)
        if size <= self.room.left:
            self.room.left -= size
            self.kept[number] = pixels
        return pixels


@dataclass(frozen=True)
class Pool:
    """All training tiles of one source, with the pixels each shows and its chance."""

    source: Source
    tiles: Sequence[Pixels]
    areas: np.ndarray
    chances: np.ndarray

    def draw(self, rng: np.random.Generator) -> Pixels:
        return self.tiles[int(rng.choice(len(self.tiles), p=self.chances))]


def load_pool(source: Source, data: Path, room: Room | None = None) -> Pool:
    """A source's training tiles. All files are opened, so that what is missing or broken is said before training;
    and read, too, while there is room.

    Raises DataError where there are none, or one can't be used.
    """
    room = room or Room()
    found = source.tiles(data, "train")
    if not found:
        raise DataError(f"'{data / source.path}' has no training tiles for the source '{source.name}'.")
    tiles = StoredTiles(tuple(found), source.bands, source.loose, room)
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
    """A label (rows, cols) uint8 whose change is unknown within `width` pixels of its outline, on both sides."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * width + 1, 2 * width + 1))
    change = (label == 1).astype(np.uint8)
    edge = (cv2.dilate(change, disc) == 1) & (cv2.erode(change, disc, borderValue=1) == 0)
    return np.where(edge, IGNORE, label).astype(np.uint8)


def _area(tiles: StoredTiles, number: int) -> float:
    """Pixels of a tile: read and kept while there is room for one like it, else looked up in its files' headers."""
    before = tiles.room.left
    largest = max((pixels.label.size for pixels in list(tiles.kept.values())[-1:]), default=0)
    if before > 10 * largest:
        return float(tiles[number].label.size)
    return float(np.prod(check_sizes(tiles.tiles[number])))
