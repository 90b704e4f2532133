# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures for the report: both dates, a checkerboard, a composite of both in red and cyan, as JPEG inside the page."""

from __future__ import annotations

import base64

import numpy as np
from osgeo import gdal

from .comparison import Overview

# Squares a side of the checkerboard.
_SQUARES = 10
_QUALITY = "85"
# Where there is no data.
_BLANK = 235


def date(overview: Overview, index: int) -> str:
    """Return one date in colour (its first three bands, or one in grey) as a data URI."""
    return encode(_shown(overview, index))


def checkerboard(overview: Overview) -> str:
    """Return squares of both dates in turn, the earlier one in the upper left, as a data URI."""
    rows, cols = overview.valid.shape[1:]
    side = max(1, max(rows, cols) // _SQUARES)
    later = (np.arange(rows)[:, None] // side + np.arange(cols)[None] // side) % 2 == 1
    return encode(np.where(later[None], _shown(overview, 1), _shown(overview, 0)))


def composite(before: np.ndarray, after: np.ndarray) -> str:
    """Return grey values `(rows, cols)` of two dates, the earlier in red and the later in cyan, as a data URI.

    What is alike is grey. Each date is stretched to the same mean and deviation, so that light and season matter less.
    """
    red, cyan = (_normalised(grey) for grey in (before, after))
    return encode(np.stack([red, cyan, cyan]))


def grey(overview: Overview, index: int) -> np.ndarray:
    """Return the grey values of a date, `(rows, cols) float32`."""
    return overview.images[index].astype(np.float32).mean(axis=0)


def encode(image: np.ndarray) -> str:
    """Return `(3, rows, cols) uint8` as the data URI of a JPEG."""
    bands, rows, cols = image.shape
    picture = gdal.GetDriverByName("MEM").Create("", cols, rows, bands, gdal.GDT_Byte)
    picture.WriteRaster(0, 0, cols, rows, np.ascontiguousarray(image, np.uint8).tobytes())
    path = f"/vsimem/noise2map-report-{id(picture)}.jpg"
    try:
        gdal.GetDriverByName("JPEG").CreateCopy(path, picture, options=[f"QUALITY={_QUALITY}"])
        file = gdal.VSIFOpenL(path, "rb")
        data = bytes(gdal.VSIFReadL(1, gdal.VSIStatL(path).size, file))
        gdal.VSIFCloseL(file)
    finally:
        gdal.Unlink(path)
    return "data:image/jpeg;base64," + base64.b64encode(data).decode("ascii")


def _shown(overview: Overview, index: int) -> np.ndarray:
    image = overview.images[index]
    image = image[:3] if len(image) >= 3 else np.repeat(image[:1], 3, axis=0)
    return np.where(overview.valid[index][None], image, np.uint8(_BLANK))


def _normalised(values: np.ndarray) -> np.ndarray:
    deviation = max(float(values.std()), 1e-3)
    return np.clip(128 + 45 * (values - values.mean()) / deviation, 0, 255).astype(np.uint8)
