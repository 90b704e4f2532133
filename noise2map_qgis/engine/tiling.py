# SPDX-License-Identifier: GPL-2.0-or-later
"""Where tiles lie and how their answers are joined.

Tiles lie on a lattice anchored to the raster's upper left corner, whatever area is run. All have one shape and begin at multiples of
TILE_STEP, so that every tile samples the raster at the same pixels and a map does not change with the tile size. The last tiles end less
than a step beyond the raster, in its mirror image: more context, made up, costs accuracy at the edge (docs/models.md). Halfway through the
overlap of two tiles one fades into the next with weights that sum to exactly one; what lies beyond the fade is context only, because the
outermost pixels of a tile are those its network knows least about.

Tiles are worked off in panels, groups of neighbouring columns of tiles, so that what is held in memory does not grow with the raster.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .grid import Window

# Networks halve their resolution up to five times.
TILE_STEP = 32
# Columns of the raster that a panel covers, or a little less, where nothing speaks against it.
PANEL = 2048
LEVELS = 254
NODATA = 255


@dataclass(frozen=True)
class Axis:
    """Tiles along one axis of `length` pixels; `tile`, and the `overlap` that neighbours have at least, in pixels."""

    length: int
    tile: int
    overlap: int
    count: int

    @classmethod
    def fitted(cls, length: int, tile: int, overlap: int) -> Axis:
        """Return the axis with the fewest tiles of at most `tile` pixels (but no less than 96), and with the smallest such tiles."""
        tile, joint = max(tile // TILE_STEP, 3) * TILE_STEP, _up(overlap)
        span = _up(length)
        count = 1 if span <= tile else -(-(span - joint) // (tile - joint))
        return cls(length, _up(-(-(span + (count - 1) * joint) // count)), overlap, count)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Each tile's first pixel; a multiple of TILE_STEP."""
        room = _up(self.length) - self.tile
        gaps = max(self.count - 1, 1)
        return tuple(k * room // (gaps * TILE_STEP) * TILE_STEP for k in range(self.count))

    @cached_property
    def _seams(self) -> tuple[int, ...]:
        """The middle of the overlap of each two neighbours."""
        return tuple((one + self.tile + other) // 2 for one, other in zip(self.starts, self.starts[1:]))

    @cached_property
    def fade(self) -> int:
        """Pixels over which one tile fades into the next."""
        steps = [other - one for one, other in zip(self.starts, self.starts[1:])]
        return 2 * min([self.overlap // 4, *(step // 2 for step in steps)])

    def support(self, k: int) -> tuple[int, int]:
        """Return the range of the raster's pixels that tile k has a say in."""
        first = 0 if k == 0 else self._seams[k - 1] - self.fade // 2
        last = self.length if k == self.count - 1 else self._seams[k] + self.fade // 2
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
            begin = self._seams[k] - self.fade // 2 - first
            weight[begin:] = (1 - rise)[: len(weight) - begin]
        return weight

    def mirrored(self, k: int) -> tuple[int, int, np.ndarray]:
        """Return the range of raster pixels inside tile k, and for each of the tile's pixels its index in that range."""
        start = self.starts[k]
        first, last = max(start, 0), min(start + self.tile, self.length)
        period = max(2 * (last - first - 1), 1)
        index = (np.arange(start, start + self.tile) - first) % period
        return first, last, np.minimum(index, period - index) if last - first > 1 else np.zeros_like(index)

    def touching(self, first: int, last: int) -> range:
        """Return the tiles with a say in the pixels from `first` to before `last`."""
        reach = self.fade // 2
        # Tile k ends to have a say at its seam + reach, and tile k + 1 begins at its seam - reach.
        begin = bisect_right(self._seams, first - reach)
        return range(begin, bisect_right(self._seams, last - 1 + reach) + 1)


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
    """The tiles of a raster; `rows` and `cols` are its two axes, `panel` the columns of the raster that a panel covers at most."""

    rows: Axis
    cols: Axis
    panel: int = PANEL

    @classmethod
    def of(cls, cols: int, rows: int, tile: int, overlap: int, panel: int = PANEL) -> Lattice:
        """Return the lattice of a raster for tiles of at most `tile` pixels a side, all of one shape."""
        return cls(Axis.fitted(rows, tile, overlap), Axis.fitted(cols, tile, overlap), panel)

    @property
    def panel_cols(self) -> int:
        """Columns of tiles in a panel."""
        return max(1, self.panel * self.cols.count // self.cols.length)

    def panels(self, window: Window) -> Iterator[range]:
        """Go through the panels with a say in a window from left to right, each as the columns of tiles it needs there."""
        touched = self.cols.touching(window.col, window.end_col)
        size = self.panel_cols
        # Panels are the raster's, not the window's, so that sums are rounded alike in every area.
        for first in range(touched.start // size * size, touched.stop, size):
            yield range(max(first, touched.start), min(first + size, touched.stop))

    def tiles(self, window: Window, panel: range) -> Iterator[Tile]:
        """Go through the tiles of a panel with a say in a window of the raster, row by row."""
        for row in self.rows.touching(window.row, window.end_row):
            top, bottom = self.rows.support(row)
            first_row, last_row, mirror_rows = self.rows.mirrored(row)
            for col in panel:
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
    """Joins the answers of tiles into the map of a window, panel by panel and row by row.

    Call `begin` for each panel from left to right, `add` its tiles row by row, and `finish_row` behind each row. Held are one row of one
    panel's tiles, and the narrow stripe in which one panel fades into the next; never the whole map.
    """

    def __init__(self, lattice: Lattice, window: Window) -> None:
        self._lattice = lattice
        self._window = window
        self._last_row = lattice.rows.touching(window.row, window.end_row)[-1]
        self._last_col = lattice.cols.touching(window.col, window.end_col)[-1]
        self._carried = np.zeros((window.rows, 0), np.float32)  # the last panel's share in the next one's first columns

    def begin(self, panel: range) -> None:
        """Start a panel at the window's upper edge."""
        cols, window = self._lattice.cols, self._window
        self._from_left = self._carried
        self._left = max(window.col, cols.support(panel[0])[0])
        right = min(window.end_col, cols.support(panel[-1])[1])
        end = right if panel[-1] == self._last_col else max(self._left, cols.support(panel[-1] + 1)[0])
        self._finished_cols = min(end, right) - self._left
        self._carried = np.zeros((window.rows, right - self._left - self._finished_cols), np.float32)
        row_axis = self._lattice.rows
        height = max(last - first for first, last in map(row_axis.support, range(row_axis.count)))
        self._sum = np.zeros((height, right - self._left), np.float32)
        self._valid = np.zeros(self._sum.shape, bool)
        self._top = window.row  # the raster's row that the first row of the two arrays stands for
        self._empty = True  # whether the two arrays hold nothing

    def add(self, tile: Tile, probability: np.ndarray, valid: np.ndarray) -> None:
        """Add one tile: its `(rows, cols)` answer, uint8 in steps of 1/254 or float32 0-1, and the `(rows, cols) bool` of `tile.seen`."""
        part = tile.support.intersection(self._window)
        row, col = self._lattice.rows, self._lattice.cols
        answer = _cut(probability, part, row.starts[tile.row], col.starts[tile.col]).astype(np.float32)
        if probability.dtype != np.uint8:
            answer *= LEVELS
        answer *= row.weights(tile.row)[part.row - tile.support.row :][: part.rows, None]
        answer *= col.weights(tile.col)[part.col - tile.support.col :][: part.cols]
        here = _place(part, self._top, self._left)
        self._empty = False
        self._sum[here] += answer
        self._valid[here] |= _cut(valid, part, tile.seen.row, tile.seen.col)

    def finish_row(self, row: int) -> tuple[Window, np.ndarray]:
        """Return the pixels that no later tile has a say in, as a window of the raster and `(rows, cols) uint8`: 0-254, 255 = no data."""
        window = self._window
        bottom = window.end_row if row == self._last_row else max(self._top, self._lattice.rows.support(row + 1)[0])
        done, cols = bottom - self._top, self._finished_cols
        finished = Window(self._left, self._top, cols, done)
        above = slice(self._top - window.row, bottom - window.row)
        share = self._from_left[above]
        self._top = bottom
        if self._empty and not share.any():
            return finished, np.full((done, cols), NODATA, np.uint8)
        self._sum[:done, : share.shape[1]] += share
        self._carried[above] = self._sum[:done, cols:]
        levels = np.full((done, cols), NODATA, np.uint8)
        np.copyto(levels, (self._sum[:done, :cols] + 0.5).astype(np.uint8), where=self._valid[:done, :cols])
        for rest in (self._sum, self._valid):
            kept = len(rest) - done
            rest[:kept] = rest[done:].copy()
            rest[kept:] = 0
        self._empty = not (self._sum[:kept].any() or self._valid[:kept].any())
        return finished, levels


def _up(pixels: int) -> int:
    """Return the multiple of TILE_STEP at or above a number of pixels."""
    return -(-pixels // TILE_STEP) * TILE_STEP


def _cut(array: np.ndarray, part: Window, top: int, left: int) -> np.ndarray:
    """Return the part of an array whose first pixel is the raster's (left, top)."""
    return array[_place(part, top, left)]


def _place(part: Window, top: int, left: int) -> tuple[slice, slice]:
    return slice(part.row - top, part.end_row - top), slice(part.col - left, part.end_col - left)
