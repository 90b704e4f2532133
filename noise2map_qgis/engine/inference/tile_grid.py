# SPDX-License-Identifier: GPL-2.0-or-later
"""The tile grid: where tiles lie and with which weights they are blended.

The grid is anchored to the raster's upper left corner, whatever area is run. All tiles have one shape and begin at
multiples of TILE_STEP, so that the network samples the raster at the same pixels whatever the tile size; how much a map
still depends on the tile size is measured in docs/performance.md. The last tiles end less than a step beyond the
raster, in its mirror image: more mirrored context costs accuracy at the edge (docs/models.md). In the middle of the
overlap of two tiles, over the blend width, their weights sum to one; the rest of the overlap is context, because a
network is least accurate at the outermost pixels of a tile.

Tiles are processed in column strips, groups of neighbouring columns of tiles, so that memory does not grow with the
raster.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..raster.grid import Window

# Networks halve their resolution up to five times.
TILE_STEP = 32
# Tiles of fewer steps than this would be mostly overlap.
SMALLEST_TILE = 3 * TILE_STEP
# Columns of the raster that a strip covers, or a little less, where nothing speaks against it.
STRIP_COLS = 2048


@dataclass(frozen=True)
class Axis:
    """Tiles along one axis of `length` pixels; `tile`, and the `overlap` that neighbours have at least, in pixels."""

    length: int
    tile: int
    overlap: int
    count: int

    @classmethod
    def fitted(cls, length: int, tile: int, overlap: int) -> Axis:
        """Return the axis with the fewest tiles of at most `tile` pixels (but no less than 96), and with the smallest
        such tiles.
        """
        tile, joint = max(tile // TILE_STEP * TILE_STEP, SMALLEST_TILE), _up(overlap)
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
    def blend_width(self) -> int:
        """Blend width: pixels over which the weight moves from one tile to the next."""
        steps = [other - one for one, other in zip(self.starts, self.starts[1:])]
        return 2 * min([self.overlap // 4, *(step // 2 for step in steps)])

    def contribution(self, k: int) -> tuple[int, int]:
        """Return the range of the raster's pixels that tile k contributes to."""
        first = 0 if k == 0 else self._seams[k - 1] - self.blend_width // 2
        last = self.length if k == self.count - 1 else self._seams[k] + self.blend_width // 2
        return first, min(last, self.length)

    def weights(self, k: int) -> np.ndarray:
        """Return the tile's weight over its support, `float32` in (0, 1]; all weights of a pixel sum to 1."""
        first, last = self.contribution(k)
        weight = np.ones(last - first, np.float32)
        # A raised cosine: continuous with its slope, so that no line shows where blending begins.
        rise = (0.5 - 0.5 * np.cos(np.pi * (np.arange(self.blend_width) + 0.5) / max(self.blend_width, 1))).astype(
            np.float32
        )
        if k > 0:
            weight[: self.blend_width] = rise[: len(weight)]
        if k < self.count - 1:
            begin = self._seams[k] - self.blend_width // 2 - first
            weight[begin:] = (1 - rise)[: len(weight) - begin]
        return weight

    def mirrored(self, k: int) -> tuple[int, int, np.ndarray]:
        """Return the range of raster pixels inside tile k, and the index in it of each of the tile's pixels."""
        start = self.starts[k]
        first, last = max(start, 0), min(start + self.tile, self.length)
        period = max(2 * (last - first - 1), 1)
        index = (np.arange(start, start + self.tile) - first) % period
        return first, last, np.minimum(index, period - index) if last - first > 1 else np.zeros_like(index)

    def contributing(self, first: int, last: int) -> range:
        """Return the tiles that contribute to the pixels from `first` to before `last`."""
        reach = self.blend_width // 2
        # Tile k contributes up to its seam + reach, and tile k + 1 from that seam - reach on.
        begin = bisect_right(self._seams, first - reach)
        return range(begin, bisect_right(self._seams, last - 1 + reach) + 1)


@dataclass(frozen=True)
class Tile:
    """One tile: its place in the tile grid, the pixels it contributes to, the raster's pixels it sees, and its
    mirroring.
    """

    row: int
    col: int
    contribution: Window
    seen: Window
    mirror_rows: np.ndarray
    mirror_cols: np.ndarray

    def mirror(self, image: np.ndarray) -> np.ndarray:
        """Return `(bands, rows, cols)` of `seen` as the whole tile, mirrored beyond the raster."""
        if image.shape[1:] == (len(self.mirror_rows), len(self.mirror_cols)):
            return image
        return image[:, self.mirror_rows[:, None], self.mirror_cols]


@dataclass(frozen=True)
class TileGrid:
    """The tiles of a raster; `rows` and `cols` are its two axes, `strip` the columns of the raster in a column strip at
    most.
    """

    rows: Axis
    cols: Axis
    strip: int = STRIP_COLS

    @classmethod
    def of(cls, cols: int, rows: int, tile: int, overlap: int, strip: int = STRIP_COLS) -> TileGrid:
        """Return the tile grid of a raster for tiles of at most `tile` pixels a side, all of one shape."""
        return cls(Axis.fitted(rows, tile, overlap), Axis.fitted(cols, tile, overlap), strip)

    @property
    def strip_cols(self) -> int:
        """Columns of tiles in a strip."""
        return max(1, self.strip * self.cols.count // self.cols.length)

    def strips(self, window: Window) -> Iterator[range]:
        """Yield the column strips that contribute to a window from left to right, each as the columns of tiles it
        needs.
        """
        touched = self.cols.contributing(window.col, window.end_col)
        size = self.strip_cols
        # Strips are those of the raster, not of the window, so that sums are rounded the same in every area.
        for first in range(touched.start // size * size, touched.stop, size):
            yield range(max(first, touched.start), min(first + size, touched.stop))

    def tiles(self, window: Window, strip: range) -> Iterator[Tile]:
        """Yield the tiles of a column strip that contribute to a window of the raster, row by row."""
        for row in self.rows.contributing(window.row, window.end_row):
            top, bottom = self.rows.contribution(row)
            first_row, last_row, mirror_rows = self.rows.mirrored(row)
            for col in strip:
                left, right = self.cols.contribution(col)
                first_col, last_col, mirror_cols = self.cols.mirrored(col)
                yield Tile(
                    row,
                    col,
                    Window(left, top, right - left, bottom - top),
                    Window(first_col, first_row, last_col - first_col, last_row - first_row),
                    mirror_rows,
                    mirror_cols,
                )

    def pieces(self, window: Window) -> Iterator[Window]:
        """Go through the windows in which the map of a window is completed: down each column strip, a row of tiles at a
        time.
        """
        rows, cols = (
            self.rows.contributing(window.row, window.end_row),
            self.cols.contributing(window.col, window.end_col),
        )
        left = window.col
        for strip in self.strips(window):
            right = window.end_col if strip[-1] == cols[-1] else max(left, self.cols.contribution(strip[-1] + 1)[0])
            top = window.row
            for row in rows:
                bottom = window.end_row if row == rows[-1] else max(top, self.rows.contribution(row + 1)[0])
                if right > left and bottom > top:
                    yield Window(left, top, right - left, bottom - top)
                top = bottom
            left = right

    def count(self, window: Window) -> int:
        """Return how many tiles contribute to a window."""
        return len(self.rows.contributing(window.row, window.end_row)) * len(
            self.cols.contributing(window.col, window.end_col)
        )


def _up(pixels: int) -> int:
    """Return the multiple of TILE_STEP at or above a number of pixels."""
    return -(-pixels // TILE_STEP) * TILE_STEP
