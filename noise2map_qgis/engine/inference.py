# SPDX-License-Identifier: GPL-2.0-or-later
"""The heart of a run: a scene's tiles through a session, joined into strips of the map, from top to bottom."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable

import numpy as np

from .ahead import ahead
from .areas import Look
from .grid import Window
from .scene import Scene
from .session import Session
from .tiling import Lattice, Mosaic, Tile

# Pixels a batch holds: enough that the device is busy, few enough that a cancel acts within a second.
_CPU_BATCH, _DEVICE_BATCH = 512 * 512, 4 * 1024 * 1024
_READ_AHEAD = 2


@dataclass(frozen=True)
class Ready:
    """A tile read from the scene: `(dates * bands, rows, cols) uint8`, or None if no pixel of it counts; and where pixels count."""

    tile: Tile
    image: np.ndarray | None
    valid: np.ndarray | None


def infer(
    scene: Scene, look: Look, lattice: Lattice, session: Session, on_tile: Callable[[bool], None]
) -> Iterator[tuple[Window, np.ndarray]]:
    """Yield the map of `look.window` in strips: each a window of the grid and `(rows, cols) uint8`, 0-254, 255 = no data.

    on_tile is called after every tile, with True if it was skipped because no pixel of it counts; what it raises ends the run.
    """
    mosaic = Mosaic(lattice, look.window)
    row = None
    size = _batch_size(session, lattice)
    with contextlib.closing(ahead(_read(scene, look, lattice), _READ_AHEAD * size)) as tiles:
        for batch in _batches(tiles, size, lattice.cols.count):
            images = [ready.image for ready in batch if ready.image is not None]
            answers = iter(session.run(np.stack(images))) if images else iter(())
            for ready in batch:
                if row is not None and ready.tile.row != row:
                    yield mosaic.finish_row(row)
                row = ready.tile.row
                if ready.image is not None and ready.valid is not None:
                    mosaic.add(ready.tile, next(answers), ready.valid)
                on_tile(ready.image is None)
    if row is not None:
        yield mosaic.finish_row(row)


def _read(scene: Scene, look: Look, lattice: Lattice) -> Iterator[Ready]:
    for tile in lattice.tiles(look.window):
        own = tile.support.intersection(look.window)
        inside = look.mask(tile.seen)
        if inside is not None and not inside[_within(own, tile.seen)].any():
            yield Ready(tile, None, None)
            continue
        image, valid = scene.read(tile.seen)
        if inside is not None:
            valid = valid & inside
        if valid[_within(own, tile.seen)].any():
            yield Ready(tile, tile.mirror(image), valid)
        else:
            yield Ready(tile, None, None)


def _batches(tiles: Iterator[Ready], size: int, patience: int) -> Iterator[list[Ready]]:
    """Group tiles so that a group holds `size` tiles to infer, or fewer where `patience` empty ones have come along."""
    batch: list[Ready] = []
    images = 0
    for ready in tiles:
        batch.append(ready)
        images += ready.image is not None
        if images == size or len(batch) >= size + patience:
            yield batch
            batch, images = [], 0
    if batch:
        yield batch


def _batch_size(session: Session, lattice: Lattice) -> int:
    pixels = _CPU_BATCH if session.device == "CPU" else _DEVICE_BATCH
    return max(1, pixels // (lattice.rows.tile * lattice.cols.tile))


def _within(part: Window, whole: Window) -> tuple[slice, slice]:
    return slice(part.row - whole.row, part.end_row - whole.row), slice(part.col - whole.col, part.end_col - whole.col)
