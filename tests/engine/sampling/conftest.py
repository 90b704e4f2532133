# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of yes and no whose classes are known, and answers to the points drawn on them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from noise2map_qgis.engine import ProbabilityMap

ROWS, COLS, GSD = 300, 400, 2.0
PLACE = (600000.0, GSD, 0.0, 3340000.0, 0.0, -GSD)


def levels() -> np.ndarray:
    """A probability map: 5 % of yes, 10 % of possible pixels, 4 rows without data, the rest no."""
    found = np.full((ROWS, COLS), 10, np.uint8)
    found[100:150, 100:220] = 230
    found[200:260, 100:300] = 60
    found[:4] = 255
    return found


def truth() -> np.ndarray:
    """What is true: most of the yes, and a part of the possible pixels."""
    found = np.zeros((ROWS, COLS), bool)
    found[100:150, 100:200] = True
    found[200:260, 100:160] = True
    return found


@pytest.fixture(scope="session")
def probability(tmp_path_factory) -> Path:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32614)
    path = tmp_path_factory.mktemp("maps") / "probability.tif"
    return ProbabilityMap(levels(), reference.ExportToWkt(), PLACE, "change").write(path)


def answer_all(path: Path, cant_tell: int = 0) -> None:
    """Answer every point of a layer from the truth, the first `cant_tell` of them by can't tell."""
    known = truth()
    dataset = ogr.Open(str(path), 1)
    layer = dataset.GetLayer(0)
    for number, feature in enumerate(list(layer)):
        place = feature.GetGeometryRef()
        col, row = int((place.GetX() - PLACE[0]) // GSD), int((PLACE[3] - place.GetY()) // GSD)
        feature.SetField("answer", -1 if number < cant_tell else int(known[row, col]))
        layer.SetFeature(feature)
    layer = dataset = None


def write_mask(path: Path, values: np.ndarray, nodata: int | None = None) -> Path:
    """Write `(rows, cols)` bytes on the maps' grid."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, gdal.GDT_Byte)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32614)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.SetGeoTransform(PLACE)
    dataset.GetRasterBand(1).WriteRaster(0, 0, *values.shape[::-1], values.astype(np.uint8).tobytes())
    if nodata is not None:
        dataset.GetRasterBand(1).SetNoDataValue(nodata)
    dataset = None
    return path
