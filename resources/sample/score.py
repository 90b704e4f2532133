# SPDX-License-Identifier: GPL-2.0-or-later
"""How well a map of change agrees with the truth of the sample scene."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from noise2map_qgis.engine.evaluation.accuracy import Confusion
from resources.sample.scene import SamplePair


@dataclass(frozen=True)
class Score:
    """Pixel figures, 0-1, and how many of the changed buildings were found: covered by half or more."""

    f1: float
    iou: float
    precision: float
    recall: float
    buildings_found: int
    buildings_changed: int

    def sentence(self) -> str:
        return (
            f"Against the truth: F1 {self.f1:.3f}, IoU {self.iou:.3f}, precision {self.precision:.3f}, "
            f"recall {self.recall:.3f}; {self.buildings_found} of {self.buildings_changed} changed buildings found"
        )


def score_against(pair: SamplePair, mask_file: Path) -> Score:
    """Scores a mask (0, 1, nodata 255), on whatever grid it is; where it has no data nothing is counted."""
    mask_raster = gdal.Open(str(mask_file))
    mask = mask_raster.ReadAsArray()
    building = _buildings_on(mask_raster, pair.truth_polygons)
    known, found = mask != 255, mask == 1
    truth = building > 0
    counts = (found & truth, found & ~truth, known & ~found & truth, known & ~found & ~truth)
    pixels = Confusion(*(int(np.count_nonzero(where)) for where in counts))
    seen = np.bincount(building[known & truth])
    covered = np.bincount(building[found & truth], minlength=len(seen))
    return Score(
        f1=pixels.f1,
        iou=pixels.iou,
        precision=pixels.precision,
        recall=pixels.recall,
        buildings_found=int(np.count_nonzero((covered >= 0.5 * seen) & (seen > 0))),
        buildings_changed=int(np.count_nonzero(seen)),
    )


def _buildings_on(grid: gdal.Dataset, polygons: Path) -> np.ndarray:
    """The number of the changed building on each pixel of a grid, 0 where there is none: (rows, cols) int32."""
    source = ogr.Open(str(polygons))
    numbers = gdal.GetDriverByName("MEM").Create("", grid.RasterXSize, grid.RasterYSize, 1, gdal.GDT_Int32)
    numbers.SetGeoTransform(grid.GetGeoTransform())
    numbers.SetProjection(grid.GetProjection())
    gdal.RasterizeLayer(numbers, [1], source.GetLayer(), options=["ATTRIBUTE=building"])
    return numbers.ReadAsArray()
