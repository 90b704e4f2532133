# SPDX-License-Identifier: GPL-2.0-or-later
"""A probability map written, read back, turned into polygons and handed to xarray."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr

from noise2map_qgis.engine import ProbabilityMap, detect_change, predict_array
from noise2map_qgis.engine.errors import EngineError, OutputError, RasterError
from tests.sample_pair import GSD, LARGE, LEFT, TOP, before_and_after, write_raster

PLACE = {"crs": "EPSG:32614", "transform": (LEFT, GSD, 0, TOP, 0, -GSD)}


@pytest.fixture
def change(difference):
    return predict_array(*before_and_after(), model=difference, **PLACE)


def test_a_map_written_is_read_back_the_same(change, tmp_path):
    path = change.write(tmp_path / "p.tif")
    again = ProbabilityMap.from_file(path)
    np.testing.assert_array_equal(again.levels, change.levels)
    assert (again.crs, again.transform, again.meaning) == (change.crs, change.transform, "change")
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    assert (band.GetNoDataValue(), band.GetScale()) == (255, pytest.approx(1 / 254))


def test_polygons_are_those_of_a_run_on_files(change, difference, tmp_path):
    files = [write_raster(tmp_path / f"{name}.tif", image) for name, image in zip("ab", before_and_after())]
    detect_change(*files, model=difference, polygons=tmp_path / "run.gpkg", min_area=10.0)
    change.write_polygons(tmp_path / "map.gpkg", min_area=10.0)
    features = change.polygons(min_area=10.0)
    assert len(features) == 1
    written = []
    for name in ("run", "map"):
        dataset = ogr.Open(str(tmp_path / f"{name}.gpkg"))
        (feature,) = list(dataset.GetLayer(0))
        written.append((feature.GetGeometryRef().ExportToWkt(), feature.items()))
    assert written[0] == written[1]
    geometry = ogr.CreateGeometryFromJson(str(features[0]["geometry"]).replace("'", '"'))
    assert geometry.ExportToWkt() == written[0][0]
    assert features[0]["properties"] == written[0][1]
    assert geometry.GetArea() == pytest.approx(600 * GSD**2)


def test_the_threshold_decides_and_the_high_threshold_goes_with_its_own(difference):
    before, after = before_and_after()
    after[:, 60:70, 60:70] = 100  # a faint change of probability 0.24
    found = predict_array(before, after, model=difference, **PLACE)
    assert len(found.polygons()) == 3
    assert len(found.polygons(threshold=0.5)) == 2
    assert len(found.polygons(high_threshold=0.5)) == 2
    strict = ProbabilityMap(found.levels, found.crs, found.transform, "change", 0.2, 0.5)
    assert len(strict.polygons()) == 2
    assert len(strict.polygons(threshold=0.1)) == 3
    with pytest.raises(EngineError, match="threshold must lie between 0 and 1"):
        found.polygons(threshold=1.5)


def test_the_mask_is_written_too(change, tmp_path):
    change.write_mask(tmp_path / "m.tif", min_area=10.0)
    data = gdal.Open(str(tmp_path / "m.tif")).ReadRaster()
    mask = np.frombuffer(data, np.uint8).reshape(change.shape)
    assert mask.sum() == 600
    assert mask[LARGE].all()


def test_without_a_crs_areas_are_pixels(difference, tmp_path):
    found = predict_array(*before_and_after(), model=difference)
    large = max(found.polygons(), key=lambda one: one["properties"]["area_px"])
    assert large["properties"]["area_px"] == 600
    assert large["properties"]["perimeter_px"] == 100
    corners = np.array(large["geometry"]["coordinates"][0])
    assert corners.min(axis=0).tolist() == [30, 20]
    assert corners.max(axis=0).tolist() == [60, 40]
    found.write_polygons(tmp_path / "c.gpkg", min_area=100)
    dataset = ogr.Open(str(tmp_path / "c.gpkg"))
    (feature,) = list(dataset.GetLayer(0))
    assert feature["area_px"] == 600
    with pytest.raises(OutputError, match=r"ends with \.gpkg"):
        found.write_polygons(tmp_path / "c.gml")
    assert not (tmp_path / "c.gml").exists()
    again = ProbabilityMap.from_file(found.write(tmp_path / "p.tif"))
    assert (again.crs, again.transform) == (None, found.transform)


def test_a_raster_that_is_no_probability_is_refused(tmp_path):
    path = write_raster(tmp_path / "image.tif", before_and_after()[0])
    with pytest.raises(RasterError, match=r"image\.tif is not a probability raster"):
        ProbabilityMap.from_file(path)
    with pytest.raises(RasterError, match=r"none\.tif cannot be read"):
        ProbabilityMap.from_file(tmp_path / "none.tif")


def test_an_xarray_object_carries_the_place(change):
    pytest.importorskip("rioxarray", reason="rioxarray is not installed: to_xarray is not tested")
    array = change.to_xarray()
    np.testing.assert_array_equal(array.values, change.array)
    assert array.rio.crs.to_epsg() == 32614
    assert tuple(array.rio.transform().to_gdal()) == change.transform
    assert array.rio.bounds() == change.bounds
    assert np.isnan(array.rio.nodata)


def test_an_xarray_object_without_rioxarray_says_what_to_install(change, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "rioxarray", None)
    with pytest.raises(ImportError, match="pip install rioxarray"):
        change.to_xarray()
