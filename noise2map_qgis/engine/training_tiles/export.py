# SPDX-License-Identifier: GPL-2.0-or-later
"""`export_training`: from images and polygons to the folder that `noise2map train` reads."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Union

import numpy as np

from ..errors import EngineError, OutputError
from ..feedback import Feedback, LoggingFeedback, ProgressCounter
from ..model.bundle import Bundle
from ..raster.area_files import area_of_polygons
from ..raster.area_of_interest import Area, AreaOfInterest
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import Window
from ..raster.scene import Scene
from ..raster.source import Source
from .splits import GAP, gap_lines, split_by_place
from .writing import FOLDERS, UNKNOWN, TileInfo, write_outlines, write_raster, write_table

PathLike = Union[str, "os.PathLike[str]"]
# A tile with less of the area, or of data, teaches little.
_LEAST_KNOWN = 0.5
OUTLINES = "tiles.gpkg"


@dataclass(frozen=True)
class TrainingTiles:
    """What was exported: the folder, the task, the tiles with their splits, and the metres that a pixel covers."""

    folder: Path
    task: str
    tiles: tuple[TileInfo, ...]
    gsd: float

    def count(self, split: str) -> int:
        """Return the tiles of a split."""
        return sum(tile.split == split for tile in self.tiles)


def export_training(
    images: Sequence[PathLike | Source],
    labels: PathLike | Area,
    output: PathLike,
    *,
    model: Bundle,
    area: PathLike | Area | None = None,
    tile_size: int = 256,
    validation: float = 0.2,
    test: float = 0.2,
    gap: float | None = None,
    preview_only: bool = False,
    feedback: Feedback | None = None,
) -> TrainingTiles:
    """Cut tiles from one image (buildings) or two (change) with labels from polygons, split by place with a gap
    between.

    images: one or two rasters, the earlier first. labels: polygons of all buildings, or of all changes. output: the
    folder, which must not hold files yet: ``A/ B/ label/`` or ``image/ label/``, ``tiles.csv``, and ``tiles.gpkg`` with
    the tiles' outlines and splits. model: the model to be fine-tuned; tiles have its bands, its stretch and a pixel
    size in its range. area: polygons inside which every object is labelled; beyond them the label is unknown (255).
    None is the whole image. tile_size: pixels. validation, test: shares of what is labelled, 0-1. gap: metres of ground
    left out between two splits, rounded up to whole tiles; None is one tile. preview_only: write tiles.gpkg alone.

    Raises RasterError, OutputError, EngineError with what to change, and Cancelled; then the folder is not written.
    """
    told = LoggingFeedback() if feedback is None else feedback
    task = {1: "segment", 2: "change"}.get(len(images), "")
    if task not in model.tasks:
        raise EngineError(f"The model '{model.name}' has no task for {len(images)} image(s); give one or two.")
    if tile_size < 64 or tile_size % 32:
        raise EngineError(f"The tile size must be a multiple of 32 from 64 pixels on, not {tile_size}.")
    sources = tuple(_source(image) for image in images)
    folder = Path(output).absolute()
    with _folder(folder) as made, gdal_exceptions(), Scene(sources, model.tasks[task]) as scene:
        cutter = _Cutter(scene, _area(labels), None if area is None else _area(area), tile_size)
        gsd = max(scene.grid.gsd)
        planned = cutter.plan(told)
        places = [(window.row // tile_size, window.col // tile_size) for window, _, _ in planned]
        splits = split_by_place(
            places, [positive for _, positive, _ in planned], (validation, test), gap_lines(gap, gsd * tile_size)
        )
        tiles = tuple(
            TileInfo(f"r{row:04d}_c{col:04d}", split, scene.grid.crop(window), positive, unknown)
            for (window, positive, unknown), (row, col), split in zip(planned, places, splits)
            if split != GAP
        )
        told.log(f"{len(planned) - len(tiles)} of {len(planned)} tiles are left out as gaps between the splits.")
        if not any(tile.positive for tile in tiles if tile.split == "train"):
            raise EngineError("No training tile holds a label. Check that the labels lie on the images.")
        if not preview_only:
            _write(made, FOLDERS[task], cutter, tiles, splits, planned, told)
            write_table(made / "tiles.csv", tiles)
        write_outlines(made / OUTLINES, tiles)
    found = TrainingTiles(folder, task, tiles, gsd)
    told.log(
        f"{found.count('train')} tiles for training, {found.count('validation')} for validation, "
        f"{found.count('test')} for test; "
        f"{gsd:.3g} m a pixel."
    )
    return found


class _Cutter:
    """Reads windows of a scene and their labels."""

    def __init__(self, scene: Scene, labels: Area, area: Area | None, tile_size: int) -> None:
        self.scene = scene
        self._labels = AreaOfInterest((labels,), scene.grid)
        self._area = None if area is None else AreaOfInterest((area,), scene.grid)
        self._size = tile_size

    def plan(self, told: Feedback) -> list[tuple[Window, int, int]]:
        """Return the tiles that hold enough known ground: window, pixels of the class, pixels of no known class."""
        grid, size = self.scene.grid, self._size
        inside = grid.window if self._area is None else self._area.window
        found = []
        bare = 0
        for row in range(inside.row // size * size, min(inside.end_row, grid.rows - size + 1), size):
            for col in range(inside.col // size * size, min(inside.end_col, grid.cols - size + 1), size):
                window = Window(col, row, size, size)
                _, label = self.read(window)
                positive, unknown = int((label == 1).sum()), int((label == UNKNOWN).sum())
                if unknown > (1 - _LEAST_KNOWN) * size * size:
                    continue
                # Readers of labels take 255 for the class where nothing but 0 is beside it.
                if unknown and not positive:
                    bare += 1
                    continue
                found.append((window, positive, unknown))
        if bare:
            told.log(f"{bare} tiles at the edge of the area without a label are left out.")
        return found

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Return `(dates * bands, rows, cols) uint8` as the model sees it, and the label `(rows, cols) uint8`: 0, 1,
        255 unknown.
        """
        image, valid = self.scene.read(window)
        label = _inside(self._labels, window).astype(np.uint8)
        known = valid if self._area is None else valid & _inside(self._area, window)
        label[~known] = UNKNOWN
        return image, label


def _inside(area: AreaOfInterest, window: Window) -> np.ndarray:
    """Return `(rows, cols) bool` for a window of the grid: the pixels inside the area."""
    inside = np.zeros((window.rows, window.cols), bool)
    common = area.window.intersection(window)
    if not common.empty:
        here = common.moved(-window.col, -window.row)
        mask = area.mask(common)
        inside[here.row : here.end_row, here.col : here.end_col] = True if mask is None else mask
    return inside


def _write(
    folder: Path,
    names: tuple[str, ...],
    cutter: _Cutter,
    tiles: Sequence[TileInfo],
    splits: Sequence[str],
    planned: Sequence[tuple[Window, int, int]],
    told: Feedback,
) -> None:
    counter = ProgressCounter(told)
    counter.total = len(tiles)
    for name in names:
        (folder / name).mkdir()
    kept = [window for (window, _, _), split in zip(planned, splits) if split != GAP]
    for tile, window in zip(tiles, kept):
        image, label = cutter.read(window)
        for name, part in zip(names, np.split(image, len(names) - 1)):
            write_raster(folder / name / f"{tile.name}.tif", part, tile.grid)
        write_raster(folder / names[-1] / f"{tile.name}.tif", label[None], tile.grid, nodata=UNKNOWN)
        counter.on_tile(False)


def _source(image: PathLike | Source) -> Source:
    return image if isinstance(image, Source) else Source(os.fspath(image), Path(image).name)


def _area(polygons: PathLike | Area) -> Area:
    return polygons if isinstance(polygons, Area) else area_of_polygons(Path(polygons))


@contextmanager
def _folder(final: Path) -> Iterator[Path]:
    """Yield a folder to write to, which gets its name when all is written; raises OutputError where that name holds
    files.
    """
    if final.exists() and (not final.is_dir() or any(final.iterdir())):
        raise OutputError(f"The folder {final} holds files already; choose a new or an empty one.")
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".noise2map-", dir=final.parent))
    except OSError as error:
        raise OutputError(
            f"The folder {final.parent} cannot be written to ({error.strerror}); choose another."
        ) from error
    try:
        yield scratch
        if final.exists():
            final.rmdir()
        scratch.chmod(0o755)
        scratch.rename(final)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
