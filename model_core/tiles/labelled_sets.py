# SPDX-License-Identifier: GPL-2.0-or-later
"""Tiles of published layouts as arguments of the engine's evaluation."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal

from model_core.errors import DataError
from model_core.tiles.layouts.registry import LAYOUTS
from model_core.tiles.layouts.tile import KIND_OF_TASK, Task, split_named
from model_core.tiles.rasters import Bands
from model_core.tiles.tiles import IGNORE, Tile, find_tiles, read_label
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions


@dataclass(frozen=True)
class LabelledSet:
    """`tiles`: (name, images, function that reads the label) of each tile; `scenes`: the scene of each tile by its
    name.
    """

    tiles: list[tuple[str, tuple[Path, ...], Callable[[], np.ndarray]]]
    scenes: dict[str, str]


def read_labelled_set(folder: Path, layout: str, task: Task, split: str | None) -> LabelledSet:
    """Return the tiles of a folder in a published layout, of one split if `split` is given.

    Raises DataError if the layout is unknown, missing, of another task, or has no tile of the split.
    """
    kind = KIND_OF_TASK[task]
    fitting = [name for name, known in LAYOUTS.items() if known.kind == kind]
    if layout not in fitting:
        raise DataError(f"The task '{task}' has no layout '{layout}'; choose one of {', '.join(fitting)}.")
    tiles = find_tiles(folder, layout)
    kept = [tile for tile in tiles if split is None or tile.split == split_named(split)]
    if not kept:
        known = ", ".join(sorted({tile.split for tile in tiles if tile.split})) or "none"
        raise DataError(f"{folder} has no tile of the split '{split}' in the layout {layout}; its splits are: {known}.")
    return labelled_set(kept)


def labelled_set(tiles: Sequence[Tile], bands: Bands | None = None) -> LabelledSet:
    """Return tiles as a set; `bands` are the 1-based numbers of red, green and blue, None for the default ones."""
    return LabelledSet(
        [(tile.name, tuple(_one_file(files, bands) for files in tile.images), _truth(tile)) for tile in tiles],
        {tile.name: tile.site for tile in tiles if tile.site},
    )


def _one_file(files: tuple[Path, ...], bands: Bands | None) -> Path:
    """Return the file of an image, or a virtual raster of its bands where they are chosen or in several files."""
    if len(files) == 1 and bands is None:
        return files[0]
    path = f"/vsimem/noise2map-bands-{uuid.uuid4().hex}.vrt"
    with gdal_exceptions():
        if len(files) == 1:
            gdal.Translate(path, str(files[0]), format="VRT", bandList=list(bands or ())).FlushCache()
        else:
            gdal.BuildVRT(path, [str(file) for file in files], separate=True).FlushCache()
    return Path(path)


def _truth(tile: Tile) -> Callable[[], np.ndarray]:
    def read() -> np.ndarray:
        label = read_label(tile)
        return np.where(label == IGNORE, -1, label).astype(np.int8)

    return read
