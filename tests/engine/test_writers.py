# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters out: overviews are as sparse as the raster, and GDAL's settings stay as they were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.grid import Grid, Window
from noise2map_qgis.engine.writers import RasterWriter
from tests.engine.making import METRE_GRID, UTM, reference


@pytest.mark.parametrize("how", ["AVERAGE", "NEAREST"])
@pytest.mark.parametrize("reopened", [True, False])
def test_empty_overviews_take_no_room(how: str, reopened: bool, tmp_path: Path) -> None:
    if not hasattr(gdal, "SetThreadLocalConfigOption"):
        pytest.skip("this GDAL writes them")
    path = tmp_path / "out.tif"
    with gdal_exceptions():
        writer = RasterWriter(path, Grid(reference(UTM).ExportToWkt(), METRE_GRID, 1100, 1100), "probability")
        writer.write(Window(0, 0, 300, 300), np.full((300, 300), 77, np.uint8))
        if reopened:
            writer.close()
            writer.add_overviews(how)
        else:
            writer.close(how)
        dataset = gdal.Open(str(path))
        band = dataset.GetRasterBand(1)
        assert band.GetOverviewCount() == 3
        finest = band.GetOverview(0)
        assert finest.GetMetadataItem("BLOCK_OFFSET_0_0", "TIFF") is not None
        assert finest.GetMetadataItem("BLOCK_OFFSET_2_2", "TIFF") is None
        cols, rows = finest.XSize, finest.YSize
        seen = np.frombuffer(finest.ReadRaster(), np.uint8).reshape(rows, cols)
        assert (seen[:150, :150] == 77).all()
        assert (seen[150:] == 255).all()
        assert gdal.GetThreadLocalConfigOption("SPARSE_OK_OVERVIEW") is None
        del band, finest, dataset
