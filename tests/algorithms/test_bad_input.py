# SPDX-License-Identifier: GPL-2.0-or-later
"""Bad input gets a sentence that names the layer, before the run where QGIS can know, and leaves no output."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
)

from noise2map_qgis.engine.model import session
from tests.algorithms.recorder import Recorder
from tests.sample_pair import COLS, GSD, LEFT, ROWS, TOP, before_and_after, write_raster
from tests.tiny_bundle import make_bundle


@pytest.fixture
def values(pair, tmp_path):
    """Return what a good run takes; every test spoils one thing."""
    (tmp_path / "out").mkdir()
    return {
        "BEFORE": pair.before,
        "AFTER": pair.after,
        "MODEL": "tiny",
        "PROBABILITY": str(tmp_path / "out" / "probability.tif"),
        "CHANGE_MASK": str(tmp_path / "out" / "mask.tif"),
        "POLYGONS": str(tmp_path / "out" / "changes.gpkg"),
    }


@pytest.fixture
def run_fails(provider, tmp_path):
    """Return what a run says that must fail, after looking that it left nothing behind."""

    def run_fails(values: dict) -> str:
        form = QgsApplication.processingRegistry().createAlgorithmById("noise2map:detectchange")
        with pytest.raises(QgsProcessingException) as raised:
            form.run(values, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
        assert list((tmp_path / "out").iterdir()) == []
        return str(raised.value)

    return run_fails


def test_good_values_are_good(check, values):
    assert check("detectchange", values) == ""


def test_an_unknown_model(check, values):
    reason = check("detectchange", {**values, "MODEL": "huge"})
    assert "no model “huge”" in reason
    assert "Choose one of: noise2map-lite, " in reason
    assert reason.endswith(", tiny.")


def test_no_model_at_all(check, values, monkeypatch):
    monkeypatch.setattr("noise2map_qgis.paths.model_dirs", lambda: ())
    assert "no model" in check("detectchange", values)


def test_a_broken_model_is_named_where_it_is_the_only_one(check, values, home, monkeypatch):
    (home / "models" / "tiny" / "card.json").write_text("{}")
    monkeypatch.setattr("noise2map_qgis.paths.model_dirs", lambda: (home / "models",))
    reason = check("detectchange", values)
    assert "no model" in reason
    assert "card.json" in reason


def test_a_model_for_the_other_task_only(check, values, home):
    make_bundle(home / "models", "roofs", tasks=("segment",))
    assert "roofs" in check("detectchange", {**values, "MODEL": "roofs"})


def test_a_timestep_the_card_does_not_offer(check, values):
    assert "999" in check("detectchange", {**values, "TIMESTEP": "999"})


@pytest.mark.parametrize("timestep", ["auto", "0", 0])
def test_a_timestep_may_be_a_number(check, values, timestep):
    assert check("detectchange", {**values, "TIMESTEP": timestep}) == ""


@pytest.mark.parametrize("views", ["3", 3, "many"])
def test_views_that_are_not_to_be_had(check, values, views):
    reason = check("detectchange", {**values, "VIEWS": views})
    assert f"over {views} views" in reason
    assert "auto, 1, 2, 4, 8" in reason


@pytest.mark.parametrize("views", ["auto", "1", 8])
def test_views_may_be_a_number(check, values, views):
    assert check("detectchange", {**values, "VIEWS": views}) == ""


def test_a_device_that_is_not_there(check, values):
    reason = check("detectchange", {**values, "DEVICE": "DirectML"})
    assert "DirectML" in reason
    assert "CPU" in reason


def test_no_raster_given(check, values):
    assert "Image after" in check("detectchange", {**values, "AFTER": None})


def test_a_path_with_nothing_there(check, values):
    assert "/nowhere.tif" in check("detectchange", {**values, "AFTER": "/nowhere.tif"})


def test_a_damaged_file_is_not_called_missing(check, values, tmp_path):
    (tmp_path / "damaged.tif").write_bytes(b"II*\0" + bytes(40))
    reason = check("detectchange", {**values, "AFTER": str(tmp_path / "damaged.tif")})
    assert "damaged.tif" in reason
    assert "cannot be read" in reason


def test_a_layer_that_is_no_file(check, values):
    tiles = QgsRasterLayer("type=xyz&url=http://127.0.0.1/{z}/{x}/{y}.png", "Some tiles", "wms")
    reason = check("detectchange", {**values, "BEFORE": tiles})
    assert "Some tiles" in reason
    assert "Save As" in reason


def test_one_image_as_both_dates(check, values):
    assert "before and as after" in check("detectchange", {**values, "AFTER": values["BEFORE"]})


def test_too_few_bands(check, values, tmp_path):
    grey = write_raster(tmp_path / "grey.tif", before_and_after()[0][:1])
    reason = check("detectchange", {**values, "AFTER": grey})
    assert "grey" in reason
    assert "red, green, blue" in reason


@pytest.mark.parametrize("bands", [[1], [1, 1, 1]])
def test_one_band_stands_for_all_if_chosen(check, values, tmp_path, bands):
    grey = write_raster(tmp_path / "grey.tif", before_and_after()[0][:1])
    assert check("detectchange", {**values, "AFTER": grey, "AFTER_BANDS": bands}) == ""


@pytest.mark.parametrize("bands", [[1, 2], [1, 2, 9], [0, 1, 2]])
def test_wrong_bands(check, values, bands):
    assert "before" in check("detectchange", {**values, "BEFORE_BANDS": bands})


@pytest.mark.parametrize("output", ["PROBABILITY", "CHANGE_MASK"])
def test_writing_over_an_input(check, values, output):
    reason = check("detectchange", {**values, output: values["AFTER"]})
    assert "written over" in reason
    assert "after" in reason


def test_two_outputs_in_one_file(check, values):
    assert "written over" in check("detectchange", {**values, "CHANGE_MASK": values["PROBABILITY"]})


def test_outputs_that_are_no_files(check, values):
    layer = "ogr:dbname='x.gpkg' table=\"changes\" (geom)"
    for place in ("memory:", "memory:changes", "postgis:dbname='x' table=\"changes\""):
        assert "always a file" in check("detectchange", {**values, "POLYGONS": place})
    assert "always a file" in check("detectchange", {**values, "PROBABILITY": layer})
    assert "png" in check("detectchange", {**values, "PROBABILITY": "/tmp/x.png"})


def test_without_onnxruntime_the_fix_is_named(check, values, monkeypatch):
    monkeypatch.setattr(session, "present_devices", lambda: ())
    assert "Install the inference runtime" in check("detectchange", values)


def test_a_run_without_the_check_is_checked_too(provider, values):
    """A step of a graphical model is run like this."""
    feedback = Recorder()
    form = provider.algorithm("detectchange").create()
    _results, good = form.run({**values, "MODEL": "huge"}, QgsProcessingContext(), feedback)
    assert not good
    assert any("huge" in text and "tiny" in text for text in feedback.texts)


def test_no_overlap(run_fails, values, tmp_path):
    from osgeo import gdal

    far = gdal.Open(values["AFTER"], gdal.GA_Update)
    far.SetGeoTransform((LEFT + 10 * COLS * GSD, GSD, 0, TOP, 0, -GSD))
    far = None
    reason = run_fails(values)
    assert "before" in reason
    assert "after" in reason
    assert "overlap" in reason


def test_not_georeferenced(run_fails, values, tmp_path):
    bare = write_raster(tmp_path / "bare.tif", before_and_after()[1], epsg=0)
    assert "bare" in run_fails({**values, "AFTER": bare})


def test_no_data_anywhere(run_fails, values, tmp_path):
    empty = write_raster(tmp_path / "empty.tif", np.zeros((3, ROWS, COLS), np.uint8), nodata=0)
    assert "empty" in run_fails({**values, "AFTER": empty})


def test_a_file_cut_short(run_fails, values):
    path = Path(values["AFTER"])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "after" in run_fails(values)


def test_a_model_file_that_was_replaced(run_fails, values, home):
    with open(home / "models" / "tiny" / "change.onnx", "ab") as file:
        file.write(b"x")
    assert "change.onnx" in run_fails(values)


def test_an_area_beside_the_image(run_fails, values):
    assert run_fails({**values, "AREA": "0,10,0,10 [EPSG:32614]"})


def test_a_polygon_layer_without_polygons(run_fails, values):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "Empty areas", "memory")
    assert "Empty areas" in run_fails({**values, "AREA_LAYER": layer})


def test_a_folder_that_does_not_exist(run_fails, values):
    assert "nowhere" in run_fails({**values, "PROBABILITY": "/nowhere/at/all/p.tif"})
