# SPDX-License-Identifier: GPL-2.0-or-later
"""Blending of overlapping tiles into one map, with weights that sum to one at every pixel."""

from __future__ import annotations

import numpy as np

from ..encoding import LEVELS, NODATA
from ..raster.grid import Window
from .tile_grid import Tile, TileGrid


class TileBlender:
    """Blends the outputs of tiles into the map of a window, column strip by column strip and row by row.

    Call `begin` for each strip from left to right, `add` its tiles row by row, and `finish_row` behind each row. Held
    are one row of one strip's tiles, and the columns in which one strip blends into the next; never the whole map.
    """

    def __init__(self, tile_grid: TileGrid, window: Window) -> None:
        self._tile_grid = tile_grid
        self._window = window
        self._last_row = tile_grid.rows.contributing(window.row, window.end_row)[-1]
        self._last_col = tile_grid.cols.contributing(window.col, window.end_col)[-1]
        self._carried = np.zeros((window.rows, 0), np.float32)  # the last strip's share in the next one's first columns

    def begin(self, strip: range, row: int | None = None) -> None:
        """Start a column strip at the first pixel that a row of tiles contributes to, by default at the window's upper
        edge.
        """
        cols, window = self._tile_grid.cols, self._window
        self._from_left = self._carried
        self._left = max(window.col, cols.contribution(strip[0])[0])
        right = min(window.end_col, cols.contribution(strip[-1])[1])
        end = right if strip[-1] == self._last_col else max(self._left, cols.contribution(strip[-1] + 1)[0])
        self._finished_cols = min(end, right) - self._left
        self._carried = np.zeros((window.rows, right - self._left - self._finished_cols), np.float32)
        row_axis = self._tile_grid.rows
        height = max(last - first for first, last in map(row_axis.contribution, range(row_axis.count)))
        self._sum = np.zeros((height, right - self._left), np.float32)
        self._valid = np.zeros(self._sum.shape, bool)
        # The raster's row that the first row of the two arrays stands for.
        self._top = window.row if row is None else max(window.row, row_axis.contribution(row)[0])
        self._empty = True  # whether the two arrays hold nothing

    def add(self, tile: Tile, probability: np.ndarray, valid: np.ndarray) -> None:
        """Add one tile: its `(rows, cols)` probability, uint8 in steps of 1/254 or float32 0-1, and the `(rows, cols)
        bool` of `tile.seen`.
        """
        part = tile.contribution.intersection(self._window)
        row, col = self._tile_grid.rows, self._tile_grid.cols
        answer = _cut(probability, part, row.starts[tile.row], col.starts[tile.col]).astype(np.float32)
        if probability.dtype != np.uint8:
            answer *= LEVELS
        answer *= row.weights(tile.row)[part.row - tile.contribution.row :][: part.rows, None]
        answer *= col.weights(tile.col)[part.col - tile.contribution.col :][: part.cols]
        here = _place(part, self._top, self._left)
        self._empty = False
        self._sum[here] += answer
        self._valid[here] |= _cut(valid, part, tile.seen.row, tile.seen.col)

    def finish_row(self, row: int) -> tuple[Window, np.ndarray]:
        """Return the pixels that no later tile contributes to, as a window of the raster and `(rows, cols) uint8`
        levels.

        Levels are 0-254, 255 = no data.
        """
        window = self._window
        bottom = (
            window.end_row if row == self._last_row else max(self._top, self._tile_grid.rows.contribution(row + 1)[0])
        )
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


def _cut(array: np.ndarray, part: Window, top: int, left: int) -> np.ndarray:
    """Return the part of an array whose first pixel is the raster's (left, top)."""
    return array[_place(part, top, left)]


def _place(part: Window, top: int, left: int) -> tuple[slice, slice]:
    return slice(part.row - top, part.end_row - top), slice(part.col - left, part.end_col - left)
