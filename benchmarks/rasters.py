# SPDX-License-Identifier: GPL-2.0-or-later
"""The bench's imagery: a drawn town (resources/sample) laid side by side, mirrored and with fresh grain, up to any
size.

Networks answer to it as to a photograph: roofs, shadows, trees, and buildings that are new. Everything follows from a
seed. Files are tiled, DEFLATE-compressed GeoTIFFs of 8-bit RGB, 0.5 m in UTM, kept for the next run of the bench.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

from resources.sample.scene import make_scene

SEED = 1
PIXEL = 0.5
_CORNER = (612_028.0, 3_361_972.0)
_OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2", "BIGTIFF=IF_SAFER", "NUM_THREADS=2"]
_STRIP = 256


@dataclass(frozen=True)
class Pair:
    """Two dates as files."""

    before: Path
    after: Path


def pair(folder: Path, side: int, empty: float = 0.0) -> Pair:
    """Return a pair of `side` x `side` pixels on one grid; `empty` is the share of it (0-1) that is nodata, its
    lower rows.
    """
    gdal.UseExceptions()
    folder.mkdir(parents=True, exist_ok=True)
    suffix = f"{side}" + (f"-empty{empty:.0%}".rstrip("%") if empty else "")
    made = Pair(folder / f"before-{suffix}.tif", folder / f"after-{suffix}.tif")
    if not (made.before.exists() and made.after.exists()):
        patches = _patches(folder)
        for number, path in enumerate((made.before, made.after)):
            _write(path, patches[number], side, round(side * (1 - empty)), number)
    return made


def warped(folder: Path, side: int) -> Path:
    """Return the pair's after as another supplier would deliver it: Web Mercator, 0.46 m on its map, another extent."""
    path = folder / f"after-{side}-warped.tif"
    if not path.exists():
        source = pair(folder, side).after
        gdal.Warp(
            str(path), str(source), dstSRS="EPSG:3857", xRes=0.46, yRes=0.46, resampleAlg="cubic", dstNodata=0,
            creationOptions=_OPTIONS, multithread=True,
        )  # fmt: skip
    return path


def _patches(folder: Path) -> np.ndarray:
    """Return the town at two dates on before's grid, `(2, 3, rows, cols) uint8`."""
    kept = folder / f"town-{SEED}.npy"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as scratch:
            scene = make_scene(Path(scratch), SEED)
            before = gdal.Open(str(scene.before))
            x, width, _, y, _, height = before.GetGeoTransform()
            bounds = (x, y + height * before.RasterYSize, x + width * before.RasterXSize, y)
            after = gdal.Warp(
                "", str(scene.after), format="MEM", dstSRS=before.GetProjection(), resampleAlg="cubic",
                outputBounds=bounds, width=before.RasterXSize, height=before.RasterYSize,
            )  # fmt: skip
            both = np.stack([_read(before), _read(after)])
        # The second supplier's image is smaller; what both cover is a rectangle well inside.
        np.save(kept, both[:, :, 32:-32, 32:-32])
    return np.load(kept)


def _read(dataset: gdal.Dataset) -> np.ndarray:
    data = dataset.ReadRaster(band_list=[1, 2, 3])
    return np.frombuffer(data, np.uint8).reshape(3, dataset.RasterYSize, dataset.RasterXSize)


def _write(path: Path, patch: np.ndarray, side: int, filled: int, number: int) -> None:
    """Write rows of the patch and its mirror images with grain of their own; rows from `filled` on stay nodata (0)."""
    begun = path.with_suffix(".part.tif")
    raster = gdal.GetDriverByName("GTiff").Create(str(begun), side, side, 3, gdal.GDT_Byte, _OPTIONS)
    raster.SetGeoTransform((_CORNER[0], PIXEL, 0.0, _CORNER[1], 0.0, -PIXEL))
    raster.SetProjection(_utm())
    if filled < side:
        for band in range(1, 4):
            raster.GetRasterBand(band).SetNoDataValue(0)
    rows, cols = patch.shape[1:]
    columns = _mirrored(np.arange(side), cols)
    for top in range(0, filled, _STRIP):
        lines = np.arange(top, min(top + _STRIP, filled))
        rng = np.random.default_rng((SEED, number, top))
        grain = rng.integers(-2, 3, (len(lines), side), dtype=np.int16)
        strip = patch[:, _mirrored(lines, rows)][:, :, columns] + grain
        data = np.clip(strip, 1, 255).astype(np.uint8)
        raster.WriteRaster(0, top, side, len(lines), data.tobytes())
    raster = None
    begun.rename(path)


def _mirrored(index: np.ndarray, length: int) -> np.ndarray:
    """Return positions in a patch of `length` that is laid side by side with its mirror image."""
    index = index % (2 * length)
    return np.minimum(index, 2 * length - 1 - index)


def _utm() -> str:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32614)
    return str(reference.ExportToWkt())
