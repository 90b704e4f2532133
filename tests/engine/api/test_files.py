# SPDX-License-Identifier: GPL-2.0-or-later
"""Files in and files out by a function call: the same as a job, with every argument optional but the images."""

from __future__ import annotations

import logging

import pytest
from osgeo import gdal, ogr

from noise2map_qgis.engine import detect_change, segment_buildings
from noise2map_qgis.engine.errors import BundleError, Cancelled, EngineError, RasterError
from noise2map_qgis.engine.feedback import LoggingFeedback
from tests.sample_pair import GSD, LARGE, LEFT, TOP, before_and_after, write_raster


@pytest.fixture
def pair(tmp_path):
    before, after = before_and_after()
    return write_raster(tmp_path / "before.tif", before), write_raster(tmp_path / "after.tif", after)


def test_change_is_mapped_to_the_files_named(pair, difference, tmp_path):
    files = {"probability": "p.tif", "mask": "m.tif", "polygons": "c.gpkg"}
    result = detect_change(*pair, model=difference, **{kind: tmp_path / name for kind, name in files.items()})
    assert result.polygon_count == 2
    assert result.positive_area_m2 == pytest.approx((20 * 30 + 16) * GSD**2, rel=0.01)
    assert all((tmp_path / name).is_file() for name in files.values())
    dataset = ogr.Open(str(tmp_path / "c.gpkg"))
    assert dataset.GetLayer(0).GetFeatureCount() == 2


def test_nothing_is_written_that_is_not_named(pair, difference, tmp_path):
    before = sorted(tmp_path.iterdir())
    assert detect_change(*pair, model=difference).polygon_count == 2
    assert sorted(tmp_path.iterdir()) == before


def test_options_bands_and_areas_reach_the_run(pair, difference, tmp_path):
    found = detect_change(*pair, model=difference.folder, before_bands=(1, 1, 1), after_bands=(1, 1, 1), min_area=50.0)
    assert found.polygon_count == 1
    rows, cols = LARGE
    left, top = LEFT + cols.start * GSD, TOP - rows.start * GSD
    area = (left, top - 5.0, left + 7.5, top)
    assert detect_change(*pair, model=difference, area=area).positive_area_m2 == pytest.approx(37.5, rel=0.01)
    none = detect_change(*pair, model=difference, threshold=1.0)
    assert none.polygon_count == 0


def test_buildings_are_mapped_in_one_image(pair, brightness, tmp_path):
    result = segment_buildings(pair[1], mask=tmp_path / "m.tif", model=brightness)
    assert result.polygon_count == 2
    assert gdal.Open(str(tmp_path / "m.tif")).RasterXSize == 160


def test_a_misspelt_option_is_refused_with_those_there_are(pair, difference):
    with pytest.raises(TypeError, match=r"detect_change\(\) has no option 'treshold'; the options are threshold, "):
        detect_change(*pair, model=difference, treshold=0.5)


def test_errors_are_the_engine_s_sentences(pair, difference, tmp_path):
    with pytest.raises(RasterError, match=r"none\.tif"):
        detect_change(tmp_path / "none.tif", pair[1], model=difference)
    with pytest.raises(BundleError, match="nobody"):
        detect_change(*pair, model="nobody")
    with pytest.raises(EngineError, match="threshold must lie between"):
        detect_change(*pair, model=difference, threshold=2.0)
    with pytest.raises(RasterError, match="the smaller numbers first"):
        detect_change(*pair, model=difference, area=(2, 0, 1, 1))
    with pytest.raises(RasterError, match=r"none\.gpkg cannot be opened"):
        detect_change(*pair, model=difference, area_layer=tmp_path / "none.gpkg")


def test_without_a_feedback_warnings_are_logged(tmp_path, difference, caplog):
    coarse = [write_raster(tmp_path / f"{name}.tif", image) for name, image in zip("ab", before_and_after())]
    for path in coarse:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetGeoTransform((LEFT, 5.0, 0, TOP, 0, -5.0))
        dataset = None
    with caplog.at_level(logging.INFO, logger="noise2map"):
        detect_change(*coarse, model=difference, area=(LEFT, TOP - 100, LEFT + 100, TOP))
    levels = {record.levelno for record in caplog.records}
    assert levels == {logging.INFO, logging.WARNING}
    assert any("coarser than" in record.getMessage() for record in caplog.records if record.levelno == logging.WARNING)


def test_a_feedback_follows_and_stops_the_run(pair, difference):
    class Impatient(LoggingFeedback):
        seen = 0

        def progress(self, done, total):
            self.seen = done

        def cancelled(self):
            return self.seen > 0

    feedback = Impatient()
    with pytest.raises(Cancelled):
        detect_change(*pair, model=difference, feedback=feedback)
    assert feedback.seen == 1


def test_gdal_s_exceptions_are_as_they_were(pair, difference):
    before = gdal.GetUseExceptions()
    detect_change(*pair, model=difference)
    assert gdal.GetUseExceptions() == before
