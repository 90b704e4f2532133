# SPDX-License-Identifier: GPL-2.0-or-later
"""The inference loop: tiles of a scene go through a session and are blended into pieces of the map.

Pieces come column strip by column strip, each from top to bottom.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Callable

import numpy as np

from ..encoding import NODATA
from ..model.session import Session
from ..raster.area_of_interest import AreaOfInterest
from ..raster.grid import Window
from ..raster.scene import Scene
from .blending import TileBlender
from .prefetch import prefetch
from .tile_grid import TILE_STEP, Axis, Tile, TileGrid

# How many groups of tiles wait to be blended, beyond those being read or inferred.
_WAITING = 2

# Tiles that go through the network together, and the column strip they are of.
Group = tuple[range, list[Tile]]
# The first column of tiles of a column strip, and a row of tiles.
Place = tuple[int, int]


@dataclass(frozen=True)
class Answer:
    """A tile with its `(rows, cols)` probability and where pixels of `tile.seen` count; None and None where no pixel of
    it does.
    """

    tile: Tile
    probability: np.ndarray | None
    valid: np.ndarray | None


@dataclass(frozen=True)
class Piece:
    """A finished piece of the map: `(rows, cols) uint8` levels, 0-254, 255 = no data, in a window of the grid.

    place: the first column of tiles of its column strip, and its row of tiles.
    """

    place: Place
    window: Window
    levels: np.ndarray


def infer(
    scene: Scene,
    aoi: AreaOfInterest,
    tile_grid: TileGrid,
    session: Session,
    on_tile: Callable[[bool], None],
    finished: Place | None = None,
) -> Iterator[Piece]:
    """Yield the map of `aoi.window` in pieces, column strip by column strip, each from top to bottom.

    on_tile is called after every tile, with True if it was skipped because no pixel of it counts; what it raises ends
    the run. finished: the place of the last piece of an earlier run; only the pieces after it are yielded, the same as
    without it. The tiles of earlier pieces that contribute to later ones are inferred again, and on_tile is not called
    for them.
    """
    blender = TileBlender(tile_grid, aoi.window)
    size = session.batch(tile_grid.rows.tile * tile_grid.cols.tile)
    strips = list(tile_grid.strips(aoi.window))
    rest = _Rest.after(finished, strips, tile_grid.rows.contributing(aoi.window.row, aoi.window.end_row))
    # Groups are those of a whole run, so that a device sees the same batches.
    groups = (group for strip in strips for group in _groups(strip, tile_grid.tiles(aoi.window, strip), size))
    groups = (group for group in groups if any(rest.needs(group[0], tile) for tile in group[1]))
    worker = _Worker(scene, aoi, tile_grid, session)
    strip, row = range(0), -1
    with contextlib.closing(prefetch(worker.answer, groups, session.workers, session.workers + _WAITING)) as answered:
        for place, answers in answered:
            for answer in answers:
                tile = answer.tile
                if not rest.needs(place, tile):
                    continue
                if (strip, row) != (place, tile.row):
                    if len(strip):
                        yield from rest.pieces(strip, row, blender)
                    if strip != place:
                        blender.begin(place, tile.row)
                    strip, row = place, tile.row
                if answer.probability is not None and answer.valid is not None:
                    blender.add(tile, answer.probability, answer.valid)
                if rest.includes(place, tile.row):
                    on_tile(answer.probability is None)
    if len(strip):
        yield from rest.pieces(strip, row, blender)


@dataclass(frozen=True)
class _Rest:
    """What of a map is still to be made: the pieces from `row` of the strip `strip` on. before: the strip to the left
    of it.
    """

    strip: int
    row: int
    before: range

    @classmethod
    def after(cls, finished: Place | None, strips: list[range], rows: range) -> _Rest:
        """Return the rest after the piece `finished`, or all of the map."""
        if finished is None:
            return cls(strips[0][0], rows[0], range(0))
        number = next(index for index, strip in enumerate(strips) if strip[0] == finished[0])
        if finished[1] < rows[-1]:
            return cls(finished[0], finished[1] + 1, strips[number - 1] if number else range(0))
        if number + 1 < len(strips):
            return cls(strips[number + 1][0], rows[0], strips[number])
        return cls(strips[-1][-1] + 1, rows[0], range(0))

    def includes(self, strip: range, row: int) -> bool:
        """Return whether a piece is still to be made."""
        return strip[0] > self.strip or (strip[0] == self.strip and row >= self.row)

    def needs(self, strip: range, tile: Tile) -> bool:
        """Return whether a tile contributes to a piece that is still to be made.

        In its own strip that is the row above, too; of the strip to the left the last column of tiles.
        """
        if strip == self.before:
            return tile.col == strip[-1] and tile.row >= self.row - 1
        return strip[0] > self.strip or (strip[0] == self.strip and tile.row >= self.row - 1)

    def pieces(self, strip: range, row: int, blender: TileBlender) -> Iterator[Piece]:
        """Yield the piece that the blender has finished, unless it was made before or has no pixels."""
        window, levels = blender.finish_row(row)
        if self.includes(strip, row) and not window.empty:
            yield Piece((strip[0], row), window, levels)


def read_first_tiles(scene: Scene, aoi: AreaOfInterest, tile_grid: TileGrid, enough: Callable[[], bool]) -> None:
    """Have GDAL decode the first tiles of a map, no more than are prefetched later, until `enough` returns True."""
    tiles = (tile for strip in tile_grid.strips(aoi.window) for tile in tile_grid.tiles(aoi.window, strip))
    for tile in islice(tiles, 2 + _WAITING):
        if enough():
            return
        scene.read(tile.seen)


def infer_whole(scene: Scene, tile_grid: TileGrid, session: Session) -> np.ndarray:
    """Return the map of a whole scene that fits into memory, `(rows, cols) uint8`: 0-254, 255 = no data."""
    whole = np.full((scene.grid.rows, scene.grid.cols), NODATA, np.uint8)
    for piece in infer(scene, AreaOfInterest((), scene.grid), tile_grid, session, lambda skipped: None):
        window = piece.window
        whole[window.row : window.end_row, window.col : window.end_col] = piece.levels
    return whole


@dataclass(frozen=True)
class _Ready:
    """A tile to infer: `(dates * bands, rows, cols) uint8` of all of it, where pixels of `tile.seen` count, and the
    part with data.
    """

    image: np.ndarray
    valid: np.ndarray
    filled: tuple[slice, slice]


class _Worker:
    """What a thread does: reads tiles, one thread at a time because GDAL's datasets allow no more, and infers those
    with data.
    """

    def __init__(self, scene: Scene, aoi: AreaOfInterest, tile_grid: TileGrid, session: Session) -> None:
        self._scene = scene
        self._aoi = aoi
        self._tile_grid = tile_grid
        self._session = session
        self._reading = threading.Lock()

    def answer(self, group: Group) -> tuple[range, list[Answer]]:
        """Answer a group of tiles, and say which strip they are of."""
        strip, tiles = group
        with self._reading:
            read = [self._read(tile) for tile in tiles]
        ready = [one for one in read if one is not None]
        answers = iter([self._infer_filled(one) for one in ready] if len(tiles) == 1 else self._infer_all(ready))
        return strip, [
            Answer(tile, None, None) if one is None else Answer(tile, next(answers), one.valid)
            for tile, one in zip(tiles, read)
        ]

    def _infer_all(self, ready: list[_Ready]) -> Iterable[np.ndarray]:
        return self._session.run(np.stack([one.image for one in ready])) if ready else ()

    def _infer_filled(self, ready: _Ready) -> np.ndarray:
        """Infer the part of a tile that holds data; the rest of the probability is 0 and not valid."""
        image = ready.image[:, ready.filled[0], ready.filled[1]]
        (answer,) = self._session.run(np.ascontiguousarray(image[None]))
        if image.shape == ready.image.shape:
            return answer
        whole = np.zeros(ready.image.shape[1:], answer.dtype)
        whole[ready.filled] = answer
        return whole

    def _read(self, tile: Tile) -> _Ready | None:
        """Read a tile; None if no pixel of it counts."""
        own = _within(tile.contribution.intersection(self._aoi.window), tile.seen)
        inside = self._aoi.mask(tile.seen)
        if inside is not None and not inside[own].any():
            return None
        image, valid = self._scene.read(tile.seen)
        # The part inferred depends on the data alone, so that a pixel's probability does not depend on the area of
        # interest.
        filled = self._filled(tile, valid)
        if inside is not None:
            valid = valid & inside
        return _Ready(tile.mirror(image), valid, filled) if valid[own].any() else None

    def _filled(self, tile: Tile, valid: np.ndarray) -> tuple[slice, slice]:
        """Return the part of a tile with all data it contributes, and its context, in whole steps of the network."""
        held = valid[_within(tile.contribution, tile.seen)]
        rows, cols = self._tile_grid.rows, self._tile_grid.cols
        return (
            _in_steps(held.any(axis=1), tile.contribution.row - rows.starts[tile.row], rows),
            _in_steps(held.any(axis=0), tile.contribution.col - cols.starts[tile.col], cols),
        )


def _in_steps(held: np.ndarray, offset: int, axis: Axis) -> slice:
    """Return the range along a tile's side around what is held (`(pixels,) bool`, its first pixel at `offset` of the
    tile).
    """
    places = np.flatnonzero(held)
    if not len(places):
        return slice(0, 0)
    context = axis.overlap // 2
    first = max(0, offset + int(places[0]) - context) // TILE_STEP * TILE_STEP
    last = offset + int(places[-1]) + 1 + context
    return slice(first, min(axis.tile, -(-last // TILE_STEP) * TILE_STEP))


def _groups(strip: range, tiles: Iterator[Tile], size: int) -> Iterator[Group]:
    group: list[Tile] = []
    for tile in tiles:
        group.append(tile)
        if len(group) == size:
            yield strip, group
            group = []
    if group:
        yield strip, group


def _within(part: Window, whole: Window) -> tuple[slice, slice]:
    return slice(part.row - whole.row, part.end_row - whole.row), slice(part.col - whole.col, part.end_col - whole.col)
