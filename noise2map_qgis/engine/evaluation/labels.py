# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels read from rasters: one reader for evaluation, for the reference of a map, and for training.

- Every value above 0 is the positive class; of several bands the largest value counts, so that coloured labels work.
- Where a label of no value above 255 holds values beside 0 and 255, 255 is unknown. Larger values are ids of objects,
  and 255 is one of them.
- Nodata, NaN, infinities, negative values and masked pixels are unknown. Nodata 0 is not: many programs write it for
  "nothing here".
- Alpha 0 is unknown, unless alpha hides all zeros: then it is the background that is transparent.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from ..errors import RasterError
from ..raster.bands import sample_bands
from ..raster.grid import Window
from ..raster.reader import read_window
from ..raster.rewrite import rewritten
from ..raster.validity import MaskBand, Validity, declared_validity

UNKNOWN = -1
_IGNORED = 255
_IDENTITY = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def read_label(path: Path | str, ignore_255: bool = True) -> np.ndarray:
    """Return the label in a raster file, `(rows, cols) int8`: 1 positive, 0 negative, -1 unknown.

    ignore_255: whether 255 may mean unknown, see the module's text. Raises RasterError naming the file.
    """
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
        if dataset is None or dataset.RasterCount == 0:
            raise RuntimeError("it holds no raster")
        return _classes(*_values(str(path), dataset), ignore_255)
    except RuntimeError as error:
        raise RasterError(f"The label {path} cannot be read ({error}). Check that it is not damaged.") from error


def _values(path: str, dataset: Any) -> tuple[np.ndarray, np.ndarray]:
    """Return the largest value of each pixel's bands, `(rows, cols)`, and where it is known, `(rows, cols) bool`."""
    bands = tuple(sample_bands(dataset)) or (1,)
    kinds = {dataset.GetRasterBand(band).DataType for band in bands}
    whole = Window(0, 0, dataset.RasterXSize, dataset.RasterYSize)
    samples = read_window(dataset, bands, whole, np.uint8 if kinds == {gdal.GDT_Byte} else np.float64)
    known = np.ones(samples.shape[1:], bool)
    if samples.dtype != np.uint8:
        known = (np.isfinite(samples) & (samples >= 0)).all(axis=0)
        samples = np.where(np.isfinite(samples), samples, 0)
    values = samples.max(axis=0)
    declared = declared_validity(dataset, bands)
    masks = tuple(mask for mask in declared.masks if mask.name.startswith("mask,") and not _says_zero(dataset))
    alpha = tuple(mask for mask in declared.masks if not mask.name.startswith("mask,"))
    nodata = tuple(tuple(part for part in ranges if part != (0.0, 0.0)) for ranges in declared.nodata)
    known &= _valid(path, dataset, bands, Validity(nodata, False, masks, declared.covered))
    if alpha:
        opaque = _valid(path, dataset, bands, Validity(((),) * len(bands), False, alpha))
        if (known & opaque & (values == 0)).any():
            known &= opaque
        else:
            values = np.where(opaque, values, 0)
    return values, known


def _says_zero(dataset: Any) -> bool:
    """Return whether the metadata item NODATA_VALUES, which GDAL shows as a mask, names nothing but 0."""
    words = (dataset.GetMetadataItem("NODATA_VALUES") or "").split()
    return bool(words) and all(float(word) == 0 for word in words)


def _valid(path: str, dataset: Any, bands: tuple[int, ...], validity: Validity) -> np.ndarray:
    """Return where a declaration says that there are data, `(rows, cols) bool`."""
    whole = Window(0, 0, dataset.RasterXSize, dataset.RasterYSize)
    if not (any(validity.nodata) or validity.masks or any(validity.covered)):
        return np.ones((whole.rows, whole.cols), bool)
    shown = rewritten(path, dataset, bands, validity, "", _IDENTITY)
    mask = MaskBand(str(len(bands) + 1), 127)
    return read_window(mask.open(shown), None, whole, np.uint8)[0] > mask.limit


def _classes(values: np.ndarray, known: np.ndarray, ignore_255: bool) -> np.ndarray:
    truth = (values > 0).astype(np.int8)
    told = values[known]
    if ignore_255 and told.size and told.max() <= _IGNORED and ((told > 0) & (told < _IGNORED)).any():
        truth[values == _IGNORED] = UNKNOWN
    truth[~known] = UNKNOWN
    return truth
