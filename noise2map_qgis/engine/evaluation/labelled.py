# SPDX-License-Identifier: GPL-2.0-or-later
"""Labelled tiles: where they lie in a folder, and a tile's map beside its truth, along the very path a user's rasters
take.

The folder holds `A/ B/ label/` (change) or `image/ label/` (buildings), or these parts under the names that `LAYOUTS`
lists. A tile is one file in each, of one name before the extension; GeoTIFF, PNG, WebP and JPEG will do. How labels are
read is in `labels.py`.
"""

from __future__ import annotations

import contextlib
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Union

import numpy as np
from osgeo import gdal

from ..encoding import NODATA
from ..errors import RasterError
from ..inference.loop import infer_whole
from ..inference.tile_grid import TileGrid
from ..model.bundle import TaskCard
from ..model.session import Session
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import Grid, Window
from ..raster.reader import Raster, read_window
from ..raster.scene import Scene
from ..raster.source import Source
from .labels import read_label

# The folders' names, the image or images first and the label last; the last ones are WHU's (Ji et al. 2019).
LAYOUTS = {
    "change": (("A", "B", "label"), ("before", "after", "label"), ("A", "B", "OUT")),
    "segment": (("image", "label"), ("Image", "Mask")),
}
IMAGE_TYPES = {".tif", ".tiff", ".png", ".webp", ".jpg", ".jpeg", ".jp2", ".bmp", ".vrt"}
# Tiles without georeference lie on a plane of their own, measured in metres.
_PLANE = 'LOCAL_CS["tile",UNIT["metre",1]]'


@dataclass(frozen=True)
class LabelledMap:
    """A map beside its truth, on the truth's `grid`.

    levels: `(rows, cols) uint8`, probability in steps of 1/254, 255 = no data. truth: `(rows, cols) int8`, 1 the class
    looked for, 0 not,
    -1 not to be counted. images: the files mapped, the later date last; may be empty.
    """

    name: str
    levels: np.ndarray
    truth: np.ndarray
    grid: Grid
    images: tuple[Path, ...]

    @property
    def counted(self) -> np.ndarray:
        """`(rows, cols) bool`: the pixels that count, those with data and a known truth."""
        return (self.levels != NODATA) & (self.truth >= 0)


# A label is a file, or a function that gives `(rows, cols) int8` truth for data sets that make it of several files.
Label = Union[Path, Callable[[], np.ndarray]]


def find_tiles(folder: Path, task: str) -> list[tuple[str, tuple[Path, ...], Path]]:
    """Return (name, images, label) for each tile in a folder; raises RasterError if the layout is not right."""
    names = _layout(folder, task)
    listed = ", ".join(name + "/" for name in names)
    layout = f"Expected {folder} to hold the folders {listed} with one image a tile in each."
    stems: list[dict[str, Path]] = []
    for name in names:
        if not (folder / name).is_dir():
            raise RasterError(f"There is no folder {folder / name}. {layout}")
        files = sorted(path for path in (folder / name).iterdir() if path.suffix.lower() in IMAGE_TYPES)
        stems.append({path.stem: path for path in files})
    if not stems[0]:
        raise RasterError(f"The folder {folder / names[0]} holds no images. {layout}")
    for name, files_by_stem in zip(names, stems):
        for other in stems:
            for stem in sorted(other.keys() - files_by_stem.keys()):
                raise RasterError(f"The tile '{stem}' is missing in {folder / name}. {layout}")
    return [(stem, tuple(part[stem] for part in stems[:-1]), stems[-1][stem]) for stem in stems[0]]


def map_tile(
    images: tuple[Path, ...], label: Path, card: TaskCard, session: Session, gsd: float | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Return the levels and the truth of `map_labelled`."""
    found = map_labelled(label.stem, images, label, card, session, gsd)
    return found.levels, found.truth


def map_labelled(
    name: str, images: tuple[Path, ...], label: Label, card: TaskCard, session: Session, gsd: float | None = None
) -> LabelledMap:
    """Map a tile and read its label; both lie on the label's grid.

    gsd: metres a pixel, for tiles that carry no georeference; they then reach the network at the scale its card asks
    for, and the probability comes back onto the label's grid by bilinear resampling. None takes such tiles to be at the
    model's scale already.
    """
    assumed = math.sqrt(card.gsd[0] * card.gsd[1]) if gsd is None else gsd
    with contextlib.ExitStack() as stack:
        stack.enter_context(gdal_exceptions())
        sources = tuple(_source(path, assumed) for path in images)
        scene = stack.enter_context(Scene(sources, card))
        raster = scene.layers[0].aligned.raster
        truth = _same_size(read_label(label) if isinstance(label, Path) else label(), label, name, raster)
        levels = _map(scene, card, session)
        if levels.shape != truth.shape:
            levels = _back_onto(levels, scene.grid, raster)
        grid = Grid(raster.crs.ExportToWkt(), raster.geotransform, raster.cols, raster.rows)
    return LabelledMap(name, levels, truth, grid, tuple(images))


def _layout(folder: Path, task: str) -> tuple[str, ...]:
    """Return the names of the folder's parts: the first layout that is there in full, else the one to be asked for."""
    for names in LAYOUTS[task]:
        if all((folder / name).is_dir() for name in names):
            return names
    return LAYOUTS[task][0]


def _source(path: Path, gsd: float) -> Source:
    """Return an image where it lies, or, without georeference, on a plane with pixels of `gsd` metres."""
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    except RuntimeError as error:
        raise RasterError(f"The image {path} cannot be opened ({error}). Check that it is not damaged.") from error
    if dataset.GetGeoTransform(can_return_null=True) is not None and dataset.GetSpatialRef() is not None:
        return Source(str(path), str(path))
    return Source(str(path), str(path), crs_wkt=_PLANE, geotransform=(0.0, gsd, 0.0, 0.0, 0.0, -gsd))


def _same_size(data: np.ndarray, label: Label, name: str, raster: Raster) -> np.ndarray:
    if data.shape != (raster.rows, raster.cols):
        raise RasterError(
            f"The label {label if isinstance(label, Path) else name} has {data.shape[1]} x {data.shape[0]} pixels but "
            f"its image {raster.cols} x {raster.rows}; they must have the same size."
        )
    return data


def _map(scene: Scene, card: TaskCard, session: Session) -> np.ndarray:
    """Return the whole map of a tile, `(rows, cols) uint8`."""
    tile_grid = TileGrid.of(scene.grid.cols, scene.grid.rows, card.tile_size, card.overlap)
    return infer_whole(scene, tile_grid, session)


def _back_onto(levels: np.ndarray, grid: Grid, raster: Raster) -> np.ndarray:
    """Resample a map onto the raster's own grid."""

    def picture(cols: int, rows: int, geotransform: tuple[float, ...], wkt: str, data: np.ndarray) -> Any:
        dataset = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Byte)
        dataset.SetGeoTransform(geotransform)
        dataset.SetProjection(wkt)
        dataset.GetRasterBand(1).SetNoDataValue(NODATA)
        dataset.WriteRaster(0, 0, cols, rows, data.tobytes())
        return dataset

    coarse = picture(grid.cols, grid.rows, grid.geotransform, grid.crs_wkt, levels)
    empty = np.full((raster.rows, raster.cols), NODATA, np.uint8)
    own = picture(raster.cols, raster.rows, raster.geotransform, grid.crs_wkt, empty)
    gdal.Warp(own, coarse, resampleAlg="bilinear", srcNodata=NODATA, dstNodata=NODATA)
    return read_window(own, (1,), Window(0, 0, raster.cols, raster.rows), np.uint8)[0]
