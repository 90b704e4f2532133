# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters out: overviews are as sparse as the raster, and GDAL's settings stay as they were."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine.output.raster_writer import RasterWriter
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Grid, Window
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


@pytest.mark.parametrize("setting", ["COMPRESS_OVERVIEW=JPEG", "TIFF_USE_OVR=YES", "USE_RRD=YES"])
def test_overviews_are_the_same_whatever_is_set_for_gdal(
    setting: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever makes overviews of images by hand may have set it for good; JPEG would make probabilities of nodata."""
    if not hasattr(gdal, "SetThreadLocalConfigOption"):
        pytest.skip("this GDAL cannot be told for one thread")
    monkeypatch.setenv(*setting.split("="))
    path = tmp_path / "out.tif"
    data = np.where(np.random.default_rng(0).random((600, 600)) < 0.5, 255, 3).astype(np.uint8)
    with gdal_exceptions():
        writer = RasterWriter(path, Grid(reference(UTM).ExportToWkt(), METRE_GRID, 600, 600), "mask")
        writer.write(Window(0, 0, 600, 600), data)
        writer.close("NEAREST")
        overview = (dataset := gdal.Open(str(path))).GetRasterBand(1).GetOverview(0)
        assert set(overview.ReadRaster()) == {3, 255}
        del dataset, overview
    assert [part.name for part in tmp_path.iterdir()] == ["out.tif"]


_DENSE = """
import sys
import numpy as np
from osgeo import gdal
import os
import subprocess
import sys
from pathlib import Path
from noise2map_qgis.engine.raster.gdal_settings import block_cache, gdal_exceptions
from noise2map_qgis.engine.raster.grid import Grid, Window
from noise2map_qgis.engine.output.raster_writer import RasterWriter
from tests.engine.making import METRE_GRID, UTM, reference

side = 4096
grid = Grid(reference(UTM).ExportToWkt(), METRE_GRID, side, side)
with gdal_exceptions(), block_cache(1 << 20):
    raster = RasterWriter(Path(sys.argv[1]), grid, "change")
    for row in range(0, side, 512):
        raster.write(Window(0, row, side, 512), np.random.default_rng(row).random((512, side)) < 0.5)
    if sys.argv[2] == "reopened":
        raster.close()
        raster.add_overviews("NEAREST")
    else:
        raster.close("NEAREST")
"""


@pytest.mark.parametrize("how", ["at once", "reopened"])
def test_overviews_larger_than_the_cache_do_not_hang(how: str, tmp_path: Path) -> None:
    """With threads of GDAL's own they do: the one that reads waits for one that compresses, and there is no other."""
    environment = os.environ | {"GDAL_NUM_THREADS": "2"}
    command = [sys.executable, "-c", _DENSE, str(tmp_path / "mask.tif"), how]
    subprocess.run(command, env=environment, cwd=Path(__file__).parents[3], timeout=60, check=True)
    assert gdal.Open(str(tmp_path / "mask.tif")).GetRasterBand(1).GetOverviewCount() == 4
