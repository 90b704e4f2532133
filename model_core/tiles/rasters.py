# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels of tile files: any raster GDAL reads becomes three bytes a pixel and a mask of where there are data.

8-bit values stay as they are; other types are stretched per band between the same percentiles of the whole file, and
have no data by the same rule (nodata, mask, alpha, not a number), as the engine does with users' rasters. Training
always shows the network red, green and blue: the bands asked for, else those that a run would select
(`engine/raster/bands.py`); a single band stands for all three.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from model_core.errors import DataError
from noise2map_qgis.engine.errors import EngineError
from noise2map_qgis.engine.evaluation.labels import read_label
from noise2map_qgis.engine.raster.bands import RGB, has_palette, select_bands
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Window
from noise2map_qgis.engine.raster.mosaic import find_gaps
from noise2map_qgis.engine.raster.reader import open_raster, read_window
from noise2map_qgis.engine.raster.source import Source
from noise2map_qgis.engine.raster.stretch import AUTO, measure

Bands = tuple[int, int, int]

# The percentiles of the stretch, in training and in every card.
PERCENTILES = (2, 98)
# Tiles need no place on earth here; the engine's reader wants one.
_PLANE = 'LOCAL_CS["tile",UNIT["metre",1]]'


def size_of(path: Path) -> tuple[int, int]:
    """Rows and columns of a raster. Raises DataError where it can't be opened."""
    dataset = _open(path)
    return dataset.RasterYSize, dataset.RasterXSize


def read_image(files: tuple[Path, ...], bands: Bands | None = None) -> tuple[np.ndarray, np.ndarray]:
    """(rows, cols, 3) uint8 and (rows, cols) bool, where there are data; `files` is one, or red, green and blue.

    `bands` are 1-based. Raises DataError where a file can't be read, lacks a band or differs in size from the others.
    """
    if len(files) == 1:
        return _read_colour(files[0], bands)
    parts = [_read_colour(file, (1, 1, 1)) for file in files]
    for file, (image, _) in zip(files, parts):
        _same_size(file, image, files[0], parts[0][0])
    image = np.stack([image[..., 0] for image, _ in parts], axis=2)
    return image, np.logical_and.reduce([valid for _, valid in parts])


def read_classes(path: Path, published: bool = False) -> np.ndarray:
    """Return a label, `(rows, cols) int8`: 1 positive, 0 negative, -1 unknown, as the engine's evaluation reads it.

    published: of a published layout, in which 255 is the class and never "unknown". Raises DataError.
    """
    with _said(path):
        return read_label(path, ignore_255=not published)


def has_gaps(path: Path) -> bool:
    """Whether a file may have pixels without data, as far as its header tells."""
    dataset = _open(path)
    return not _plain(dataset)


def footprint(path: Path) -> tuple[str, tuple[float, float, float, float]] | None:
    """Where a raster lies: its reference system and (left, bottom, right, top) in it; None if the file doesn't say."""
    dataset = _open(path)
    transform = dataset.GetGeoTransform(can_return_null=True)
    reference = dataset.GetSpatialRef()
    if transform is None or reference is None:
        return None
    left, a, b, top, d, e = transform
    xs = [left + a * col + b * row for col in (0, dataset.RasterXSize) for row in (0, dataset.RasterYSize)]
    ys = [top + d * col + e * row for col in (0, dataset.RasterXSize) for row in (0, dataset.RasterYSize)]
    return reference.ExportToWkt(), (min(xs), min(ys), max(xs), max(ys))


def _read_colour(path: Path, bands: Bands | None) -> tuple[np.ndarray, np.ndarray]:
    dataset = _open(path)
    chosen = bands or (None if has_palette(dataset) else _rgb_bands(dataset))
    if chosen and max(chosen) > dataset.RasterCount:
        raise DataError(f"'{path}' has {dataset.RasterCount} band(s), so no band {max(chosen)}; choose others.")
    layers = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    with _said(path):
        if chosen and all(layer.DataType == gdal.GDT_Byte for layer in layers) and _plain(dataset):
            window = Window(0, 0, dataset.RasterXSize, dataset.RasterYSize)
            image = read_window(dataset, chosen, window, np.uint8)
            return np.ascontiguousarray(image.transpose(1, 2, 0)), np.ones(image.shape[1:], bool)
        return _read_as_engine(path, chosen)


def _read_as_engine(path: Path, bands: Bands | None) -> tuple[np.ndarray, np.ndarray]:
    """Return what the engine would show the network of the whole file."""
    place = Source(str(path), path.name, bands or (), crs_wkt=_PLANE, geotransform=(0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    raster = open_raster(place, RGB)
    samples, valid = raster.read(Window(0, 0, raster.cols, raster.rows))
    if not valid.any():
        return np.zeros((raster.rows, raster.cols, 3), np.uint8), valid
    image = measure(raster, AUTO, PERCENTILES).apply(samples, valid)[list(raster.order)]
    return np.ascontiguousarray(image.transpose(1, 2, 0)), valid


def _rgb_bands(dataset: Any) -> Bands:
    """Return the bands that a run reads as red, green and blue; the first one three times where there are fewer."""
    selection = select_bands(dataset, RGB).bands
    return (selection[0], selection[1], selection[2]) if len(selection) >= 3 else (selection[0],) * 3


def _plain(dataset: Any) -> bool:
    """Whether every pixel has data by the file's header."""
    bands = tuple(range(1, dataset.RasterCount + 1))
    layers = [dataset.GetRasterBand(number) for number in bands]
    return all(
        layer.GetMaskFlags() == gdal.GMF_ALL_VALID and layer.GetColorInterpretation() != gdal.GCI_AlphaBand
        for layer in layers
    ) and not any(find_gaps(dataset, band) for band in bands)


def _same_size(path: Path, array: np.ndarray, first: Path, expected: np.ndarray) -> None:
    if array.shape[:2] != expected.shape[:2]:
        size, wanted = (f"{s[1]} x {s[0]} pixels" for s in (array.shape, expected.shape))
        raise DataError(f"'{path}' is {size}; '{first}' is {wanted}.")


def _open(path: Path) -> Any:
    with _said(path):
        dataset = gdal.Open(str(path))
    if dataset.RasterCount == 0:
        raise DataError(f"'{path}' holds no image.")
    return dataset


@contextlib.contextmanager
def _said(path: Path) -> Iterator[None]:
    """Let GDAL raise, and replace an error of GDAL or the engine by one sentence with the path."""
    try:
        with gdal_exceptions():
            yield
    except (RuntimeError, EngineError) as error:
        reason = str(error).strip().rstrip(".")
        raise DataError(f"'{path}' can't be read: {reason}.") from error
