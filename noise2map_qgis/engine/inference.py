# SPDX-License-Identifier: GPL-2.0-or-later
"""The heart of a run: a scene's tiles through a session, joined into pieces of the map, panel by panel, each from top to bottom."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable

import numpy as np

from .ahead import in_order
from .areas import Look
from .grid import Window
from .scene import Scene
from .session import Session
from .tiling import NODATA, Lattice, Mosaic, Tile

# Pixels a batch holds where a device is not the CPU: enough that it is busy, few enough that a cancel acts within a second.
_DEVICE_BATCH = 4 * 1024 * 1024
# How many groups of tiles wait to be joined, beyond those being read or inferred.
_WAITING = 2


# Tiles that go through the network together, and the panel they are of.
Group = tuple[range, list[Tile]]


@dataclass(frozen=True)
class Answer:
    """A tile with its `(rows, cols)` probability and where pixels of `tile.seen` count; None and None where no pixel of it does."""

    tile: Tile
    probability: np.ndarray | None
    valid: np.ndarray | None


def infer(
    scene: Scene, look: Look, lattice: Lattice, session: Session, on_tile: Callable[[bool], None]
) -> Iterator[tuple[Window, np.ndarray]]:
    """Yield the map of `look.window` in pieces: each a window of the grid and `(rows, cols) uint8`, 0-254, 255 = no data.

    on_tile is called after every tile, with True if it was skipped because no pixel of it counts; what it raises ends the run.
    """
    mosaic = Mosaic(lattice, look.window)
    size = 1 if session.device == "CPU" else max(1, _DEVICE_BATCH // (lattice.rows.tile * lattice.cols.tile))
    panels = lattice.panels(look.window)
    groups = (group for panel in panels for group in _groups(panel, lattice.tiles(look.window, panel), size))
    worker = _Worker(scene, look, session)
    panel, row = range(0), -1
    with contextlib.closing(in_order(worker.answer, groups, session.callers, session.callers + _WAITING)) as answered:
        for place, answers in answered:
            for answer in answers:
                if (panel, row) != (place, answer.tile.row):
                    if len(panel):
                        yield from _with_pixels(mosaic.finish_row(row))
                    if panel != place:
                        mosaic.begin(place)
                    panel, row = place, answer.tile.row
                if answer.probability is not None and answer.valid is not None:
                    mosaic.add(answer.tile, answer.probability, answer.valid)
                on_tile(answer.probability is None)
    if len(panel):
        yield from _with_pixels(mosaic.finish_row(row))


def infer_whole(scene: Scene, lattice: Lattice, session: Session) -> np.ndarray:
    """Return the map of a whole scene that fits into memory, `(rows, cols) uint8`: 0-254, 255 = no data."""
    whole = np.full((scene.grid.rows, scene.grid.cols), NODATA, np.uint8)
    for window, levels in infer(scene, Look((), scene.grid), lattice, session, lambda skipped: None):
        whole[window.row : window.end_row, window.col : window.end_col] = levels
    return whole


class _Worker:
    """What a thread does: reads tiles, one thread at a time because GDAL's datasets allow no more, and infers those with data."""

    def __init__(self, scene: Scene, look: Look, session: Session) -> None:
        self._scene = scene
        self._look = look
        self._session = session
        self._reading = threading.Lock()

    def answer(self, group: Group) -> tuple[range, list[Answer]]:
        """Answer a group of tiles, and say which panel they are of."""
        panel, tiles = group
        with self._reading:
            read = [self._read(tile) for tile in tiles]
        images = [image for image, _ in read if image is not None]
        probabilities = iter(self._session.run(np.stack(images))) if images else iter(())
        return panel, [
            Answer(tile, None if image is None else next(probabilities), valid)
            for tile, (image, valid) in zip(tiles, read)
        ]

    def _read(self, tile: Tile) -> tuple[np.ndarray | None, np.ndarray | None]:
        """Return `(dates * bands, rows, cols) uint8` of the whole tile and where pixels of `tile.seen` count, or None twice."""
        own = _within(tile.support.intersection(self._look.window), tile.seen)
        inside = self._look.mask(tile.seen)
        if inside is not None and not inside[own].any():
            return None, None
        image, valid = self._scene.read(tile.seen)
        if inside is not None:
            valid = valid & inside
        return (tile.mirror(image), valid) if valid[own].any() else (None, None)


def _groups(panel: range, tiles: Iterator[Tile], size: int) -> Iterator[Group]:
    group: list[Tile] = []
    for tile in tiles:
        group.append(tile)
        if len(group) == size:
            yield panel, group
            group = []
    if group:
        yield panel, group


def _with_pixels(piece: tuple[Window, np.ndarray]) -> Iterator[tuple[Window, np.ndarray]]:
    if not piece[0].empty:
        yield piece


def _within(part: Window, whole: Window) -> tuple[slice, slice]:
    return slice(part.row - whole.row, part.end_row - whole.row), slice(part.col - whole.col, part.end_col - whole.col)
