# SPDX-License-Identifier: GPL-2.0-or-later
"""Tiles of published data sets, in the layouts that training reads, as the engine's evaluation takes them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal

from model_core.errors import DataError
from model_core.tiles.layouts.registry import LAYOUTS
from model_core.tiles.tiles import IGNORE, Tile, find_tiles, read_label
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions

_KINDS = {"change": "pairs", "segment": "images"}


@dataclass(frozen=True)
class LabelledSet:
    """(name, images, label) of each tile, the label as a function; and the scene of each tile by its name."""

    tiles: list[tuple[str, tuple[Path, ...], Callable[[], np.ndarray]]]
    scenes: dict[str, str]


def read_labelled_set(folder: Path, layout: str, task: str, split: str | None) -> LabelledSet:
    """The tiles of a folder in a published layout; `split` keeps those that were published in it.

    Raises DataError if the layout is unknown, not there, of another task, or has no tile of the split.
    """
    kind = _KINDS[task]
    fitting = [name for name, known in LAYOUTS.items() if known.kind == kind]
    if layout not in fitting:
        raise DataError(f"The task '{task}' has no layout '{layout}'; choose one of {', '.join(fitting)}.")
    tiles = find_tiles(folder, layout)
    wanted = {"val": "validation"}.get(split or "", split)
    kept = [tile for tile in tiles if wanted is None or tile.split == wanted]
    if not kept:
        known = ", ".join(sorted({tile.split for tile in tiles if tile.split})) or "none"
        raise DataError(f"{folder} has no tile of the split '{split}' in the layout {layout}; its splits are: {known}.")
    return LabelledSet(
        [(tile.name, tuple(map(_one_file, tile.images)), _truth(tile)) for tile in kept],
        {tile.name: tile.site for tile in kept if tile.site},
    )


def _one_file(files: tuple[Path, ...]) -> Path:
    """An image's one file, or a virtual one of its bands."""
    if len(files) == 1:
        return files[0]
    path = f"/vsimem/noise2map-bands-{uuid.uuid4().hex}.vrt"
    with gdal_exceptions():
        gdal.BuildVRT(path, [str(file) for file in files], separate=True).FlushCache()
    return Path(path)


def _truth(tile: Tile) -> Callable[[], np.ndarray]:
    def read() -> np.ndarray:
        label = read_label(tile)
        return np.where(label == IGNORE, -1, label).astype(np.int8)

    return read
