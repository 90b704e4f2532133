# SPDX-License-Identifier: GPL-2.0-or-later
"""The pictures of the report as data URIs: each date, and true positives, misses and false positives over the later
one.

White, orange and blue are distinguishable with the common colour vision deficiencies (Okabe and Ito 2008), and misses
are hatched, so that they are distinguishable in black and white.
"""

from __future__ import annotations

import base64
import uuid
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from model_core.evaluation.report.gallery import Specimen
from model_core.tiles.rasters import PERCENTILES
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Grid, Window, crs

HIT, MISS, FALSE = (255, 255, 255), (245, 158, 11), (40, 140, 255)
# Largest side in pixels of one of several pictures, and of a single picture.
SMALL, LARGE = 640, 1024
_STRENGTH = {"hit": 0.72, "miss": 0.9, "false": 0.85}
_QUALITY = 84


def panels(specimen: Specimen, largest: int = SMALL) -> list[str]:
    """Return data URIs of the images of a specimen, and of the outcome over the last one."""
    with gdal_exceptions():
        factor = -(-max(specimen.marked.shape) // largest)
        photographs = [photograph(path, specimen, factor) for path in specimen.found.images]
        ground = photographs[-1] if photographs else np.full((3, *_shown(specimen, factor)), 120, np.uint8)
        return [data_uri(picture) for picture in [*photographs, outcome(specimen, ground, factor)]]


def photograph(path: Path, specimen: Specimen, factor: int) -> np.ndarray:
    """Return the window of a specimen from an image, averaged over `factor` pixels: (3, rows, cols) uint8."""
    rows, cols = _shown(specimen, factor)
    dataset = gdal.Open(str(path))
    if dataset.GetRasterBand(1).GetColorTable() is not None:
        dataset = gdal.Translate("", dataset, format="VRT", rgbExpand="rgb")
    window, grid = specimen.window, specimen.found.grid
    placed = dataset.GetGeoTransform(can_return_null=True) is not None and dataset.GetSpatialRef() is not None
    if placed and not crs(grid.crs_wkt).IsLocal():
        shown = _seen_from(dataset, grid, factor, rows, cols)
    else:
        place = [window.col, window.row, window.cols, window.rows]
        shown = gdal.Translate(
            "",
            dataset,
            format="MEM",
            srcWin=place,
            width=cols,
            height=rows,
            resampleAlg="average" if factor > 1 else "near",
        )
    return _eight_bit(shown)


def outcome(specimen: Specimen, ground: np.ndarray, factor: int) -> np.ndarray:
    """Return true positives, misses and false positives over a greyed `ground` (3, rows, cols): (3, rows, cols)
    uint8.
    """
    true, counted = specimen.found.truth == 1, specimen.found.counted
    marked = specimen.marked
    kinds = {
        "hit": (marked & true & counted, HIT),
        "miss": (~marked & true & counted, MISS),
        "false": (marked & ~true & counted, FALSE),
    }
    grey = ground.astype(np.float32).mean(axis=0)
    picture = np.repeat((18 + grey * 0.5)[None], 3, axis=0)
    unknown = _share(~counted, factor)
    picture *= 1 - 0.6 * unknown
    row, col = np.mgrid[0 : grey.shape[0], 0 : grey.shape[1]]
    stripes = np.where((row + col) % 6 < 3, 1.0, 0.45)
    for name, (mask, colour) in kinds.items():
        weight = _share(mask, factor) * _STRENGTH[name]
        if name == "miss":
            weight = weight * stripes
        picture += weight * (np.array(colour, np.float32)[:, None, None] - picture)
    return np.clip(picture + 0.5, 0, 255).astype(np.uint8)


def data_uri(picture: np.ndarray) -> str:
    """Return (3, rows, cols) uint8 as a JPEG in a data URI."""
    _, rows, cols = picture.shape
    memory = gdal.GetDriverByName("MEM").Create("", cols, rows, 3, gdal.GDT_Byte)
    memory.WriteRaster(0, 0, cols, rows, np.ascontiguousarray(picture).tobytes())
    name = f"/vsimem/noise2map-{uuid.uuid4().hex}.jpg"
    gdal.GetDriverByName("JPEG").CreateCopy(name, memory, options=[f"QUALITY={_QUALITY}", "WRITE_EXIF_METADATA=NO"])
    file = gdal.VSIFOpenL(name, "rb")
    try:
        size = gdal.VSIStatL(name).size
        encoded = base64.b64encode(bytes(gdal.VSIFReadL(1, size, file))).decode("ascii")
    finally:
        gdal.VSIFCloseL(file)
        gdal.Unlink(name)
    return f"data:image/jpeg;base64,{encoded}"


def _shown(specimen: Specimen, factor: int) -> tuple[int, int]:
    rows, cols = specimen.marked.shape
    return -(-rows // factor), -(-cols // factor)


def _share(mask: np.ndarray, factor: int) -> np.ndarray:
    """Return the square root of the share of the mask in each square of `factor` pixels, so that thin lines stay
    visible.
    """
    if factor == 1:
        return mask.astype(np.float32)
    rows, cols = (-(-side // factor) * factor for side in mask.shape)
    padded = np.zeros((rows, cols), np.float32)
    padded[: mask.shape[0], : mask.shape[1]] = mask
    return np.sqrt(padded.reshape(rows // factor, factor, cols // factor, factor).mean(axis=(1, 3)))


def _seen_from(dataset: Any, grid: Grid, factor: int, rows: int, cols: int) -> Any:
    """Return an image warped to a grid."""
    x, a, b, y, d, e = grid.geotransform
    bands = min(dataset.RasterCount, 3)
    target = gdal.GetDriverByName("MEM").Create("", cols, rows, bands, dataset.GetRasterBand(1).DataType)
    target.SetGeoTransform((x, a * factor, b * factor, y, d * factor, e * factor))
    target.SetProjection(grid.crs_wkt)
    source = gdal.Translate("", dataset, format="VRT", bandList=list(range(1, bands + 1)))
    gdal.Warp(target, source, resampleAlg="average" if factor > 1 else "bilinear")
    return target


def _eight_bit(dataset: Any) -> np.ndarray:
    """Return (3, rows, cols) uint8; types other than 8-bit are stretched between percentiles."""
    bands = min(dataset.RasterCount, 3)
    place = Window(0, 0, dataset.RasterXSize, dataset.RasterYSize)
    chosen = [1, 2, 3] if bands == 3 else [1, 1, 1]
    data = np.stack([_band(dataset.GetRasterBand(band), place) for band in chosen])
    if dataset.GetRasterBand(1).DataType != gdal.GDT_Byte:
        finite = data[np.isfinite(data)]
        low, high = np.percentile(finite, PERCENTILES) if finite.size else (0, 1)
        data = np.nan_to_num((data - low) / max(high - low, 1e-9)) * 255
    return np.clip(data, 0, 255).astype(np.uint8)


def _band(band: Any, place: Window) -> np.ndarray:
    data = band.ReadRaster(0, 0, place.cols, place.rows, buf_type=gdal.GDT_Float32)
    return np.frombuffer(data, np.float32).reshape(place.rows, place.cols)
