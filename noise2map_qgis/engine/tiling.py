# SPDX-License-Identifier: GPL-2.0-or-later
"""Where tiles lie and how their answers are joined.

Tiles lie on a lattice anchored to the raster's upper left corner, whatever area is run. Along each axis tile k has a core of `stride`
pixels from k * stride on, and `overlap / 2` pixels of context on each side of it; context beyond the raster is its mirror image. In the
inner half of each overlap one tile fades into the next with weights that sum to exactly one; the outer half is context only, because the
outermost pixels of a tile are those its network knows least about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .grid import Window

# Networks halve their resolution up to five times.
TILE_STEP = 32
LEVELS = 254
NODATA = 255


@dataclass(frozen=True)
class Axis:
    """Tiles along one axis of `length` pixels; `tile` and `overlap` in pixels."""

    length: int
    tile: int
    overlap: int

    @classmethod
    def fitted(cls, length: int, tile: int, overlap: int) -> Axis:
        """Return the axis with the smallest tile that needs no more tiles than `tile` does: fewer pixels beyond the raster."""
        count = -(-length // (tile - overlap))
        needed = -(-length // count) + overlap
        return cls(length, -(-needed // TILE_STEP) * TILE_STEP, overlap)

    @property
    def stride(self) -> int:
        """Pixels from one tile to the next."""
        return self.tile - self.overlap

    @property
    def count(self) -> int:
        """Number of tiles."""
        return -(-self.length // self.stride)

    @property
    def fade(self) -> int:
        """Pixels over which one tile fades into the next."""
        return 2 * (self.overlap // 4)

    def start(self, k: int) -> int:
        """Return the tile's first pixel; negative for the first tile, which begins with mirrored context."""
        return k * self.stride - self.overlap // 2

    def support(self, k: int) -> tuple[int, int]:
        """Return the range of the raster's pixels that tile k has a say in."""
        first = 0 if k == 0 else k * self.stride - self.fade // 2
        last = self.length if k == self.count - 1 else (k + 1) * self.stride + self.fade // 2
        return first, min(last, self.length)

    def weights(self, k: int) -> np.ndarray:
        """Return the tile's weight over its support, `float32` in (0, 1]; over all tiles they sum to 1 at every pixel."""
        first, last = self.support(k)
        weight = np.ones(last - first, np.float32)
        # A raised cosine: continuous with its slope, so that no line shows where a fade begins.
        rise = (0.5 - 0.5 * np.cos(np.pi * (np.arange(self.fade) + 0.5) / max(self.fade, 1))).astype(np.float32)
        if k > 0:
            weight[: self.fade] = rise[: len(weight)]
        if k < self.count - 1:
            begin = (k + 1) * self.stride - self.fade // 2 - first
            weight[begin:] = (1 - rise)[: len(weight) - begin]
        return weight

    def mirrored(self, k: int) -> tuple[int, int, np.ndarray]:
        """Return the range of raster pixels inside tile k, and for each of the tile's pixels its index in that range."""
        start = self.start(k)
        first, last = max(start, 0), min(start + self.tile, self.length)
        period = max(2 * (last - first - 1), 1)
        index = (np.arange(start, start + self.tile) - first) % period
        return first, last, np.minimum(index, period - index) if last - first > 1 else np.zeros_like(index)

    def touching(self, first: int, last: int) -> range:
        """Return the tiles with a say in the pixels from `first` to before `last`."""
        reach = self.fade // 2
        return range(max(0, (first - reach) // self.stride), min(self.count, (last - 1 + reach) // self.stride + 1))


@dataclass(frozen=True)
class Tile:
    """One tile: its place in the lattice, the pixels it has a say in, the raster's pixels it sees, and where it mirrors them."""

    row: int
    col: int
    support: Window
    seen: Window
    mirror_rows: np.ndarray
    mirror_cols: np.ndarray

    def mirror(self, image: np.ndarray) -> np.ndarray:
        """Return `(bands, rows, cols)` of `seen` as the whole tile, mirrored beyond the raster."""
        if image.shape[1:] == (len(self.mirror_rows), len(self.mirror_cols)):
            return image
        return image[:, self.mirror_rows[:, None], self.mirror_cols]


@dataclass(frozen=True)
class Lattice:
    """The tiles of a raster; `rows` and `cols` are its two axes."""

    rows: Axis
    cols: Axis

    @classmethod
    def of(cls, cols: int, rows: int, tile: int, overlap: int) -> Lattice:
        """Return the lattice of a raster for tiles of at most `tile` pixels a side, all of one shape."""
        return cls(Axis.fitted(rows, tile, overlap), Axis.fitted(cols, tile, overlap))

    def tiles(self, window: Window) -> Iterator[Tile]:
        """Go through the tiles with a say in a window of the raster, row by row."""
        for row in self.rows.touching(window.row, window.end_row):
            top, bottom = self.rows.support(row)
            first_row, last_row, mirror_rows = self.rows.mirrored(row)
            for col in self.cols.touching(window.col, window.end_col):
                left, right = self.cols.support(col)
                first_col, last_col, mirror_cols = self.cols.mirrored(col)
                yield Tile(
                    row,
                    col,
                    Window(left, top, right - left, bottom - top),
                    Window(first_col, first_row, last_col - first_col, last_row - first_row),
                    mirror_rows,
                    mirror_cols,
                )

    def count(self, window: Window) -> int:
        """Return how many tiles have a say in a window."""
        return len(self.rows.touching(window.row, window.end_row)) * len(self.cols.touching(window.col, window.end_col))


class Mosaic:
    """Joins the answers of tiles, given row by row, into the map of a window; holds one row of tiles, never the whole map."""

    def __init__(self, lattice: Lattice, window: Window) -> None:
        self._lattice = lattice
        self._window = window
        height = lattice.rows.stride + lattice.rows.fade
        self._sum = np.zeros((height, window.cols), np.float32)
        self._valid = np.zeros((height, window.cols), bool)
        self._top = window.row  # the raster's row that the first row of the two arrays stands for

    def add(self, tile: Tile, probability: np.ndarray, valid: np.ndarray) -> None:
        """Add one tile: its `(rows, cols)` answer, uint8 in steps of 1/254 or float32 0-1, and the `(rows, cols) bool` of `tile.seen`.

        Tiles of one row may come in any order; call `finish_row` before the next row's.
        """
        part = tile.support.intersection(self._window)
        row, col = self._lattice.rows, self._lattice.cols
        answer = _cut(probability, part, row.start(tile.row), col.start(tile.col)).astype(np.float32)
        if probability.dtype != np.uint8:
            answer *= LEVELS
        answer *= row.weights(tile.row)[part.row - tile.support.row :][: part.rows, None]
        answer *= col.weights(tile.col)[part.col - tile.support.col :][: part.cols]
        here = _place(part, self._top, self._window.col)
        self._sum[here] += answer
        self._valid[here] |= _cut(valid, part, tile.seen.row, tile.seen.col)

    def finish_row(self, row: int) -> tuple[Window, np.ndarray]:
        """Return the rows that no later tile has a say in, as a window of the raster and `(rows, cols) uint8`: 0-254, 255 = no data."""
        axis, window = self._lattice.rows, self._window
        last_row = axis.touching(window.row, window.end_row)[-1]
        bottom = window.end_row if row == last_row else max(self._top, axis.support(row + 1)[0])
        done = bottom - self._top
        levels = np.full((done, window.cols), NODATA, np.uint8)
        np.copyto(levels, (self._sum[:done] + 0.5).astype(np.uint8), where=self._valid[:done])
        for rest in (self._sum, self._valid):
            kept = len(rest) - done
            rest[:kept] = rest[done:].copy()
            rest[kept:] = 0
        finished = Window(window.col, self._top, window.cols, done)
        self._top = bottom
        return finished, levels


def _cut(array: np.ndarray, part: Window, top: int, left: int) -> np.ndarray:
    """Return the part of an array whose first pixel is the raster's (left, top)."""
    return array[_place(part, top, left)]


def _place(part: Window, top: int, left: int) -> tuple[slice, slice]:
    return slice(part.row - top, part.end_row - top), slice(part.col - left, part.end_col - left)
