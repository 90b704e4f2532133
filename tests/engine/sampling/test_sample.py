# SPDX-License-Identifier: GPL-2.0-or-later
"""Points drawn on a map: strata, numbers, places, fields, pictures."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr

from noise2map_qgis.engine import sample_points
from noise2map_qgis.engine.errors import Cancelled, EngineError, RasterError
from noise2map_qgis.engine.feedback import LoggingFeedback
from noise2map_qgis.engine.sampling import strata as strata_module
from tests.engine.sampling.conftest import COLS, GSD, PLACE, ROWS, levels, write_mask


def rows_of(path):
    dataset = ogr.Open(str(path))
    return [
        {**feature.items(), "x": feature.GetGeometryRef().GetX(), "y": feature.GetGeometryRef().GetY()}
        for feature in dataset.GetLayer(0)
    ]


def test_the_strata_are_the_classes_and_the_possible_pixels(probability, tmp_path):
    plan = sample_points(probability, tmp_path / "p.gpkg", least=30)
    found = {one.name: (one.pixels, one.points, one.map_class) for one in plan.strata}
    data = levels()
    assert found["yes"] == ((data == 230).sum(), 30, 1)
    assert found["possible"] == ((data == 60).sum(), 30, 0)
    assert found["no"][0] == (data == 10).sum()
    assert plan.meaning == "change"
    area = sum(one.area_m2 for one in plan.strata)
    assert area == pytest.approx((data != 255).sum() * GSD**2, rel=2e-3)  # the scale of UTM
    # S of no, possible and yes, by their shares: (0.848 * 0.2179 + 0.101 * 0.4 + 0.051 * 0.4583)^2 / 0.02^2 = 154.4
    assert plan.size == 155


def test_points_lie_in_their_strata_at_the_centres_of_pixels(probability, tmp_path):
    plan = sample_points(probability, tmp_path / "p.gpkg")
    data = levels()
    rows = rows_of(plan.path)
    assert len(rows) == plan.size
    for row in rows:
        col, line = (row["x"] - PLACE[0]) / GSD, (PLACE[3] - row["y"]) / GSD
        assert (col % 1, line % 1) == (0.5, 0.5)
        assert {10: "no", 60: "possible", 230: "yes"}[data[int(line), int(col)]] == row["stratum_name"]
        assert row["answer"] is None
    assert len({(row["x"], row["y"]) for row in rows}) == len(rows)
    names = [row["stratum_name"] for row in rows]
    assert names != sorted(names)  # the order tells nothing


def test_every_pixel_of_a_stratum_is_drawn_alike(probability, tmp_path):
    """Means of the coordinates in the rectangle of yes are its centre, within four standard errors."""
    plan = sample_points(probability, tmp_path / "p.gpkg", size=3000, least=1000)
    yes = [row for row in rows_of(plan.path) if row["stratum_name"] == "yes"]
    cols = np.array([(row["x"] - PLACE[0]) / GSD for row in yes])
    assert cols.mean() == pytest.approx(160, abs=4 * 120 / np.sqrt(12 * len(cols)))


def test_the_seed_decides_and_strips_do_not(probability, tmp_path, monkeypatch):
    first = rows_of(sample_points(probability, tmp_path / "a.gpkg").path)
    monkeypatch.setattr(strata_module, "_STRIP_PIXELS", 7 * COLS)
    assert rows_of(sample_points(probability, tmp_path / "b.gpkg").path) == first
    assert rows_of(sample_points(probability, tmp_path / "c.gpkg", seed=2).path) != first


@pytest.mark.parametrize("yes", [1, 255])
def test_a_mask_has_two_strata(yes, tmp_path):
    values = np.where(levels() == 230, yes, 0)
    plan = sample_points(write_mask(tmp_path / "m.tif", values), tmp_path / "p.gpkg", size=200)
    assert [(one.name, one.pixels) for one in plan.strata] == [("no", ROWS * COLS - 6000), ("yes", 6000)]


def test_what_a_sample_cannot_be_drawn_from_is_refused(probability, tmp_path):
    with pytest.raises(RasterError, match=r"none\.tif cannot be opened"):
        sample_points(tmp_path / "none.tif", tmp_path / "p.gpkg")
    with pytest.raises(RasterError, match="values up to 60 and no scale"):
        sample_points(write_mask(tmp_path / "m.tif", levels() % 100), tmp_path / "p.gpkg")
    with pytest.raises(RasterError, match="holds no data"):
        sample_points(write_mask(tmp_path / "n.tif", np.zeros((9, 9)), nodata=0), tmp_path / "p.gpkg")
    with pytest.raises(EngineError, match=r"ends with \.gpkg"):
        sample_points(probability, tmp_path / "p.shp")
    with pytest.raises(EngineError, match="low threshold must lie between 0 and the threshold"):
        sample_points(probability, tmp_path / "p.gpkg", low_threshold=0.9)
    assert not (tmp_path / "p.gpkg").exists()


def test_a_rare_stratum_is_taken_whole_and_said(tmp_path, caplog):
    values = np.zeros((ROWS, COLS))
    values[0, :7] = 1
    plan = sample_points(write_mask(tmp_path / "m.tif", values), tmp_path / "p.gpkg")
    assert plan.strata[1].points == 7
    assert any("only 7 pixels" in record.getMessage() for record in caplog.records)


def test_pictures_show_the_place_in_both_images(probability, tmp_path):
    image = np.repeat((np.arange(COLS) % 250).astype(np.uint8)[None], ROWS, axis=0)
    before, after = write_mask(tmp_path / "before.tif", image), write_mask(tmp_path / "after.tif", 255 - image)
    plan = sample_points(probability, tmp_path / "p.gpkg", before=before, after=after, size=10, least=2)
    rows = rows_of(plan.path)
    assert len(list((tmp_path / "p_pictures").iterdir())) == 2 * plan.size
    for row in rows[:3]:
        col = int((row["x"] - PLACE[0]) // GSD)
        for field, value in (("before", image[0, col]), ("after", 255 - int(image[0, col]))):
            dataset = gdal.Open(row[field])
            middle = np.frombuffer(dataset.ReadRaster(178, 178, 4, 4, band_list=[2]), np.uint8)
            if 20 < col < COLS - 20:
                assert abs(float(middle.mean()) - value) < 12


def test_a_cancel_leaves_nothing_behind(probability, tmp_path):
    class Impatient(LoggingFeedback):
        def cancelled(self):
            return True

    image = write_mask(tmp_path / "before.tif", np.zeros((ROWS, COLS)))
    with pytest.raises(Cancelled):
        sample_points(probability, tmp_path / "p.gpkg", before=image, feedback=Impatient())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["before.tif"]
