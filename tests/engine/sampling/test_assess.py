# SPDX-License-Identifier: GPL-2.0-or-later
"""A map assessed with answered points, with another map, and against complete references."""

from __future__ import annotations

import json

import numpy as np
import pytest
from osgeo import ogr, osr

from noise2map_qgis.engine import assess_accuracy, sample_points
from noise2map_qgis.engine.errors import EngineError, RasterError
from tests.engine.sampling.conftest import GSD, answer_all, levels, truth, write_mask


@pytest.fixture
def points(probability, tmp_path):
    path = sample_points(probability, tmp_path / "points.gpkg", size=400).path
    answer_all(path)
    return path


def exact():
    """What is true of the map at its threshold of 0.5."""
    known = levels() != 255
    mapped, true = (levels() >= 127) & known, truth() & known
    hit = (mapped & true).sum()
    return {
        "users": hit / mapped.sum(),
        "producers": hit / true.sum(),
        "f1": 2 * hit / (mapped.sum() + true.sum()),
        "iou": hit / (mapped | true).sum(),
        "area": true.sum() * GSD**2,
        "overall": (mapped == true)[known].mean(),
    }


def test_the_intervals_hold_what_is_true(points):
    found = assess_accuracy(points)
    for name, value in exact().items():
        one = getattr(found, name)
        assert abs(one.value - value) < 2 * one.half_width + 0.002 * value, name
        assert one.half_width > 0
    assert found.mapped_area.value == pytest.approx(6000 * GSD**2, rel=2e-3)
    assert found.mapped_area.standard_error == pytest.approx(0, abs=1e-6)
    assert found.area.value > 1.5 * found.mapped_area.value  # the map misses much, and the sample knows
    assert found.counts.sum() == 400
    assert [one.name for one in found.strata] == ["no", "possible", "yes"]
    assert any("rule of three" in note and "'no'" in note for note in found.notes)


def test_another_map_is_assessed_with_the_same_points(points, tmp_path):
    better = write_mask(tmp_path / "better.tif", truth())
    found = assess_accuracy(points, better)
    assert found.overall.value == found.f1.value == found.users.value == 1
    assert found.map_name == "better.tif"
    assert found.area == assess_accuracy(points).area
    elsewhere = write_mask(tmp_path / "elsewhere.tif", truth()[:3, :3])
    with pytest.raises(EngineError, match=r"No point lies on the map elsewhere\.tif"):
        assess_accuracy(points, elsewhere)


def test_another_threshold_is_another_map(points, probability):
    low = assess_accuracy(points, probability, threshold=0.2)
    assert low.producers.value > assess_accuracy(points).producers.value
    assert low.users.value < assess_accuracy(points).users.value
    same = assess_accuracy(points, probability)
    assert same.f1 == assess_accuracy(points).f1


def test_points_that_cannot_be_told_are_left_out_and_reported(probability, tmp_path):
    path = sample_points(probability, tmp_path / "points.gpkg", size=200).path
    answer_all(path, cant_tell=30)
    found = assess_accuracy(path)
    assert found.counts.sum() == 170
    assert sum(one.cant_tell for one in found.strata) == 30
    assert any("30 of 200 points could not be told" in note for note in found.notes)


def test_a_sample_that_is_not_answered_or_not_whole_is_refused(probability, tmp_path):
    path = sample_points(probability, tmp_path / "points.gpkg").path
    with pytest.raises(EngineError, match="answer at least 2 in every stratum"):
        assess_accuracy(path)
    answer_all(path)
    dataset = ogr.Open(str(path), 1)
    layer = dataset.GetLayer(0)
    layer.SetAttributeFilter("stratum = 1")
    for feature in list(layer):
        layer.DeleteFeature(feature.GetFID())
    layer = dataset = None
    with pytest.raises(EngineError, match="are not one whole sample"):
        assess_accuracy(path)


@pytest.mark.parametrize("answer", [2, 7])
def test_an_answer_that_is_none_is_refused(answer, points):
    dataset = ogr.Open(str(points), 1)
    layer = dataset.GetLayer(0)
    feature = next(iter(layer))
    feature.SetField("answer", answer)
    layer.SetFeature(feature)
    feature = layer = dataset = None
    with pytest.raises(EngineError, match=f"has the answer {answer}"):
        assess_accuracy(points)


def write_polygons(path, epsg=32614):
    """The truth as two rectangles."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("truth", reference, ogr.wkbPolygon)
    for top, bottom, left, right in ((100, 150, 100, 200), (200, 260, 100, 160)):
        x0, x1, y0, y1 = 600000 + left * GSD, 600000 + right * GSD, 3340000 - top * GSD, 3340000 - bottom * GSD
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"))
        layer.CreateFeature(feature)
    layer = dataset = None
    return path


@pytest.mark.parametrize("kind", ["polygons", "raster"])
def test_a_complete_reference_compares_every_pixel(kind, probability, tmp_path):
    reference = write_polygons(tmp_path / "t.gpkg") if kind == "polygons" else write_mask(tmp_path / "t.tif", truth())
    found = assess_accuracy(reference, probability)
    assert not found.sampled
    for name, value in exact().items():
        one = getattr(found, name)
        assert one.value == pytest.approx(value, rel=2e-3)
        assert one.half_width == 0
    assert found.counts.sum() == (levels() != 255).sum()


def test_what_is_no_reference_is_refused(probability, tmp_path):
    with pytest.raises(EngineError, match="so a map must be given"):
        assess_accuracy(write_polygons(tmp_path / "t.gpkg"))
    with pytest.raises(RasterError, match=r"none\.gpkg cannot be opened"):
        assess_accuracy(tmp_path / "none.gpkg", probability)


def test_every_figure_is_in_the_report_and_in_the_dictionary(points, tmp_path):
    found = assess_accuracy(points, report=tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    for name in ("overall", "users", "producers", "f1", "iou"):
        assert f"{getattr(found, name).value:.3f}" in page
    assert "95 % confidence interval" in page
    assert "http" not in page.replace("http-equiv", "")  # nothing is loaded from elsewhere
    figures = json.loads(json.dumps(found.as_dict()))
    assert figures["area_m2"] == found.area.value
    assert figures["f1_ci95"] == found.f1.half_width
    assert figures["tp"] == found.counts[1, 1]
    assert figures["strata"][0]["name"] == "no"


def test_a_class_without_a_point_is_not_known(tmp_path):
    path = write_mask(tmp_path / "none.tif", np.zeros((300, 400)))
    points = sample_points(path, tmp_path / "p.gpkg", size=60).path
    answer_all(points)
    found = assess_accuracy(points, report=tmp_path / "r.html")
    assert np.isnan(found.users.value)
    assert found.as_dict()["users"] is None
    assert found.producers.value == 0
    assert "not known" in (tmp_path / "r.html").read_text(encoding="utf-8")
