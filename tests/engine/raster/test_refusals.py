# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters that cannot be used are refused with the layer and what to do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.scene import Scene, Source
from tests.engine.making import METRE_GRID, UTM, reference, source, write_raster
from tests.engine.raster.scenes import AFTER, BEFORE, card, read, refusal


def test_refusals_name_the_layer_and_what_to_do(tmp_path: Path) -> None:
    good = write_raster(tmp_path / "good.tif", BEFORE)
    assert "'Town' cannot be opened" in refusal(Source(str(tmp_path / "none.tif"), "Town"))
    (tmp_path / "text.tif").write_text("no raster")
    assert "'Town' cannot be opened" in refusal(source(tmp_path / "text.tif", "Town"))
    assert "'Town' is not georeferenced" in refusal(
        source(write_raster(tmp_path / "plain.png", BEFORE, None, None, driver="PNG"), "Town")
    )
    assert "'Town' has no coordinate reference system" in refusal(
        source(write_raster(tmp_path / "nocrs.tif", BEFORE, METRE_GRID, None), "Town")
    )
    assert "'Town' has no band 9" in refusal(source(good, "Town", (1, 2, 9)))
    assert "2 band(s) were chosen" in refusal(source(good, "Town", (1, 2)))
    assert "needs 4 band(s) of the layer 'Town', but it has 3" in refusal(source(good, "Town"), bands=4)
    empty = write_raster(tmp_path / "empty.tif", np.full((3, 20, 20), 9, np.uint16), nodata=9)
    assert "'Town' holds no data" in refusal(source(empty, "Town"))


def test_control_points_alone_are_refused(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "gcp.tif", BEFORE, None, None)
    with gdal_exceptions():
        dataset = gdal.Open(str(path), gdal.GA_Update)
        points = [gdal.GCP(600000 + x, 3340000 - y, 0, x, y) for x, y in ((0, 0), (80, 0), (0, 60), (80, 60))]
        dataset.SetGCPs(points, reference(UTM))
        dataset = None
    text = refusal(source(path, "Town"))
    assert "'Town' is placed by ground control points" in text
    assert "Warp" in text


def test_no_overlap_names_both(tmp_path: Path) -> None:
    here = source(write_raster(tmp_path / "a.tif", BEFORE), "Here")
    for gt, epsg in (((700000.0, 0.5, 0, 3340000.0, 0, -0.5), UTM), ((10.0, 1e-5, 0, 50.0, 0, -1e-5), 4326)):
        there = source(write_raster(tmp_path / "b.tif", AFTER, gt, epsg), "There")
        text = refusal(here, there)
        assert "'Here' and 'There' do not overlap" in text


def test_a_place_that_is_none_is_named(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "a.tif", BEFORE, (1e12, 0.5, 0, 1e12, 0, -0.5), 3035)
    text = refusal(source(path, "Town"))
    assert "'Town'" in text
    assert "coordinate reference system" in text


@pytest.mark.parametrize("threads", ["1", "2"])
def test_a_damaged_file_is_named_when_met(threads: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GDAL_NUM_THREADS", threads)
    noise = np.random.default_rng(0).integers(0, 255, (3, 600, 600)).astype(np.uint8)
    path = write_raster(tmp_path / "a.tif", noise, options=("TILED=YES", "COMPRESS=DEFLATE"))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(RasterError, match="'Town' cannot be read near .* damaged"):
        read(source(path, "Town"))


@pytest.mark.parametrize("driver", ["JPEG", "GTiff"])
@pytest.mark.parametrize("harm", ["cut off", "overwritten"])
@pytest.mark.parametrize("geotransform", [METRE_GRID, (600000.0, 0.2, 0, 3340000.0, 0, -0.2)])
def test_grey_in_place_of_lost_pixels_is_not_taken_for_an_image(
    driver: str, harm: str, geotransform: tuple[float, ...], tmp_path: Path
) -> None:
    """GDAL no more than warns of it, and a network would see a change there."""
    if (driver, harm) == ("GTiff", "cut off"):
        pytest.skip("an error to GDAL in any case")
    noise = np.random.default_rng(0).integers(0, 255, (3, 300, 300)).astype(np.uint8)
    options = ("COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512")
    path = tmp_path / "a.jpg"
    write_raster(path, noise, geotransform, driver=driver, options=options if driver == "GTiff" else ())
    whole = path.read_bytes()
    half = len(whole) // 2
    path.write_bytes(whole[:half] + (b"" if harm == "cut off" else b"\xff" * 300 + whole[half + 300 :]))
    with pytest.raises(RasterError, match="'Town' cannot be read near .* damaged"):
        read(source(path, "Town"))


@pytest.mark.parametrize("pixel", [1e-320, 1e-200, 1e7, 1e200])
def test_impossible_pixel_sizes_are_refused(tmp_path: Path, pixel: float) -> None:
    """A damaged header gives such sizes; dividing by them, or laying tiles on them, ends nowhere."""
    path = write_raster(tmp_path / "odd.tif", BEFORE, (600000.0, pixel, 0, 3340000.0, 0, -pixel))
    with pytest.raises(RasterError, match="odd"):
        Scene((source(path),), card(1))
