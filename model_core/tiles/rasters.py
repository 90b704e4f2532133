# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels of tile files: any raster GDAL reads becomes three bytes a pixel and a mask of where there are data.

8-bit values stay as they are; other types are stretched per band between the same percentiles of the whole file, and
have no data by the same rule (nodata, mask, alpha, not a number), as the engine does with users' rasters. Training
always shows the network red, green and blue: the bands asked for, else those that call themselves so (their colour
interpretation or their names, Sentinel-2's too), else the first three; a single band stands for all three.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from model_core.errors import DataError
from noise2map_qgis.engine.errors import EngineError
from noise2map_qgis.engine.raster.bands import RGB
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Window
from noise2map_qgis.engine.raster.reader import open_raster, read_window
from noise2map_qgis.engine.raster.source import Source
from noise2map_qgis.engine.raster.stretch import AUTO, measure

Bands = tuple[int, int, int]

# The percentiles of the stretch, in training and in every card.
PERCENTILES = (2, 98)
_COLOURS = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)
_NAMES = (("red", "b04", "b4"), ("green", "b03", "b3"), ("blue", "b02", "b2"))
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


def read_values(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """A label's values, (rows, cols) uint8, and where it says something, (rows, cols) bool.

    Of several bands the largest counts, so that coloured labels will do; alpha is no value. Values beyond 255 become
    254, as numbered objects may have them. Nodata is unknown, except nodata 0, which many programs write for "nothing here".
    """
    dataset = _open(path)
    layers = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    layers = [layer for layer in layers if layer.GetColorInterpretation() != gdal.GCI_AlphaBand]
    with _said(path):
        found = np.stack([_samples(dataset, layer) for layer in layers])
    known = np.ones(found.shape[1:], bool)
    for layer, values in zip(layers, found):
        nodata = layer.GetNoDataValue()
        if nodata is not None and nodata != 0:
            known &= values != nodata
    if found.dtype == np.uint8:
        return found.max(0), known
    known &= np.isfinite(found).all(0)
    largest = np.nan_to_num(found, nan=0, posinf=0, neginf=0).max(0)
    largest = np.where(largest > 255, 254, np.clip(np.ceil(largest), 0, 255))
    return largest.astype(np.uint8), known


def has_gaps(path: Path) -> bool:
    """Whether a file may have pixels without data, as far as its header tells."""
    dataset = _open(path)
    layers = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    return not all(_plain(layer) for layer in layers)


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
    palette = dataset.GetRasterBand(1).GetColorTable() is not None
    chosen = bands or (None if palette else _rgb_bands(dataset))
    if chosen and max(chosen) > dataset.RasterCount:
        raise DataError(f"'{path}' has {dataset.RasterCount} band(s), so no band {max(chosen)}; choose others.")
    layers = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    with _said(path):
        if chosen and all(layer.DataType == gdal.GDT_Byte and _plain(layer) for layer in layers):
            window = Window(0, 0, dataset.RasterXSize, dataset.RasterYSize)
            image = read_window(dataset, chosen, window, np.uint8)
            return np.ascontiguousarray(image.transpose(1, 2, 0)), np.ones(image.shape[1:], bool)
        return _read_as_engine(path, chosen)


def _read_as_engine(path: Path, bands: Bands | None) -> tuple[np.ndarray, np.ndarray]:
    """What the engine would show the network of the whole file."""
    with _on_plane(path) as place:
        raster = open_raster(Source(place, path.name, bands or ()), RGB)
        samples, valid = raster.read(Window(0, 0, raster.cols, raster.rows))
        if not valid.any():
            return np.zeros((raster.rows, raster.cols, 3), np.uint8), valid
        image = measure(raster, AUTO, PERCENTILES).apply(samples, valid)[list(raster.order)]
    return np.ascontiguousarray(image.transpose(1, 2, 0)), valid


@contextlib.contextmanager
def _on_plane(path: Path) -> Iterator[str]:
    """A name under which GDAL opens the file as if it lay on a plane of 1 m pixels."""
    dataset = gdal.Open(str(path))
    name = f"/vsimem/{uuid.uuid4().hex}.vrt"
    bounds = [0, dataset.RasterYSize, dataset.RasterXSize, 0]
    gdal.Translate(name, dataset, format="VRT", outputSRS=_PLANE, outputBounds=bounds)
    try:
        yield name
    finally:
        gdal.Unlink(name)


def _rgb_bands(dataset: Any) -> Bands:
    layers = {number: dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)}
    colours = {layer.GetColorInterpretation(): number for number, layer in reversed(layers.items())}
    if all(colour in colours for colour in _COLOURS):
        red, green, blue = (colours[colour] for colour in _COLOURS)
        return red, green, blue
    names = {layer.GetDescription().strip().lower(): number for number, layer in reversed(layers.items())}
    named = [next((names[name] for name in options if name in names), 0) for options in _NAMES]
    if all(named):
        return named[0], named[1], named[2]
    samples = [n for n, layer in layers.items() if layer.GetColorInterpretation() != gdal.GCI_AlphaBand]
    return (samples[0], samples[1], samples[2]) if len(samples) >= 3 else (samples[0],) * 3


def _plain(layer: Any) -> bool:
    """Whether every pixel of a band has data by the file's header."""
    return layer.GetMaskFlags() == gdal.GMF_ALL_VALID and layer.GetColorInterpretation() != gdal.GCI_AlphaBand


def _samples(dataset: Any, layer: Any) -> np.ndarray:
    window = Window(0, 0, dataset.RasterXSize, dataset.RasterYSize)
    kind = np.uint8 if layer.DataType == gdal.GDT_Byte else np.float32
    return read_window(layer, None, window, kind)[0]


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
