# SPDX-License-Identifier: GPL-2.0-or-later
"""Connected components of each span's consistent changes, as temporary masks and polygons, window by window."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..encoding import NODATA
from ..feedback import ProgressCounter
from ..job import ResolvedJob
from ..output.atomic import AtomicOutputs, Destinations
from ..output.outputs import Outputs
from ..raster.grid import Grid, Window
from ..raster.reader import read_window
from .consistency import REACH, consistent
from .spans import Span

# Columns and rows of the windows that are worked on.
STRIP_COLS, PIECE_ROWS = 2048, 512


@dataclass(frozen=True)
class SpanFiles:
    """The files of a span's changes: probability, mask, and polygons with their number."""

    probability: Path
    mask: Path
    polygons: Path
    count: int


@dataclass(frozen=True)
class Found:
    """The files of each span that may hold changes; square metres with data at any pair, and of change left out."""

    spans: dict[Span, SpanFiles]
    valid_area_m2: float
    suppressed_m2: float


def find_components(
    maps: dict[Span, Any],
    grid: Grid,
    job: ResolvedJob,
    dates: int,
    scratch: Path,
    counter: ProgressCounter,
) -> Found:
    """Find what is consistent in the change maps of all spans and take it apart into components.

    maps: an open dataset of levels by span, on `grid`. scratch: a folder for the files of `Found`.
    """
    area_m2 = grid.ground().area_m2
    valid_area = suppressed = 0.0
    files = {span: _files(span, scratch) for span in maps if span.neighbours or _needed(maps, span, grid)}
    found = {}
    with contextlib.ExitStack() as stack:
        outputs = {span: stack.enter_context(_outputs(paths, grid, job)) for span, paths in files.items()}
        for window in windows(grid):
            counter.check()
            raw, inner = _framed(maps, grid, window)
            kept = consistent(raw, dates, job.lowest_level)
            rows = area_m2[window.row : window.end_row]
            anywhere = np.zeros((window.rows, window.cols), bool)
            for span, levels in kept.items():
                piece = np.ascontiguousarray(levels[inner])
                anywhere |= piece != NODATA
                if span.neighbours:
                    taken = piece != raw[span][inner]
                    suppressed += float(np.count_nonzero(taken, axis=1) @ rows)
                if span in outputs:
                    outputs[span].take(window, piece)
            valid_area += float(np.count_nonzero(anywhere, axis=1) @ rows)
        for span, output in outputs.items():
            table = output.finish(job.min_area, job.lowest_high_level, job.shape, counter, lambda line: None)
            paths = files[span]
            found[span] = SpanFiles(paths["probability"], paths["mask"], paths["polygons"], table.count)
    return Found(found, valid_area, suppressed)


def windows(grid: Grid) -> Iterator[Window]:
    """Go through a grid in column strips from left to right, each from top to bottom, as components need it."""
    for col in range(0, grid.cols, STRIP_COLS):
        for row in range(0, grid.rows, PIECE_ROWS):
            yield Window(col, row, STRIP_COLS, PIECE_ROWS).intersection(grid.window)


def read_levels(dataset: Any, window: Window) -> np.ndarray:
    """Return the levels `(rows, cols) uint8` of a window of a raster."""
    return read_window(dataset, (1,), window, np.uint8)[0]


def _files(span: Span, scratch: Path) -> dict[str, Path]:
    name = f"change-{span.first}-{span.last}"
    return {
        "probability": scratch / f"{name}.tif",
        "mask": scratch / f"{name}-mask.tif",
        "polygons": scratch / f"{name}.gpkg",
    }


@contextlib.contextmanager
def _outputs(files: dict[str, Path], grid: Grid, job: ResolvedJob) -> Iterator[Outputs]:
    """The outputs of one span; its files get their names when all is well."""
    with AtomicOutputs() as atomic:
        with Outputs(atomic, grid, job.positive_class, job.lowest_level, Destinations(**files)) as outputs:
            yield outputs
        atomic.commit()


def _needed(maps: dict[Span, Any], span: Span, grid: Grid) -> bool:
    """Return whether the date that a span passes over lacks data somewhere where the span has some."""
    one, two = Span(span.first, span.first + 1), Span(span.first + 1, span.last)
    for window in windows(grid):
        missing = read_levels(maps[span], window) != NODATA
        for near in (one, two):
            missing &= read_levels(maps[near], window) == NODATA
        if missing.any():
            return True
    return False


def _framed(maps: dict[Span, Any], grid: Grid, window: Window) -> tuple[dict[Span, np.ndarray], tuple[slice, slice]]:
    """Return the levels of all spans in a window with a margin, and the window inside of them."""
    around = Window(
        window.col - REACH, window.row - REACH, window.cols + 2 * REACH, window.rows + 2 * REACH
    ).intersection(grid.window)
    top, left = window.row - around.row, window.col - around.col
    inner = slice(top, top + window.rows), slice(left, left + window.cols)
    return {span: read_levels(dataset, around) for span, dataset in maps.items()}, inner
