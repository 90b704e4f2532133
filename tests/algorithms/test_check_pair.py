# SPDX-License-Identifier: GPL-2.0-or-later
"""Check pair and the alignment of Detect change by `processing.run`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from tests.algorithms.recorder import Recorder
from tests.engine.registration.textures import pair as textured
from tests.sample_pair import GSD, LEFT, TOP, Pair, write_raster

RIGHT, DOWN = 3.4, -2.2


@pytest.fixture
def moved(tmp_path) -> Pair:
    """Two dates of 300 pixels, the later one shifted by a known fraction of pixels."""
    before, after = textured(300, RIGHT, DOWN)
    return Pair(write_raster(tmp_path / "before.tif", before), write_raster(tmp_path / "after.tif", after))


@pytest.fixture
def run(provider):
    import processing

    def run(algorithm, **values):
        return processing.run(f"noise2map:{algorithm}", {"MODEL": "tiny", **values})

    return run


def test_the_shift_comes_back_as_outputs(run, moved, tmp_path):
    found = run("checkpair", BEFORE=moved.before, AFTER=moved.after, REPORT=str(tmp_path / "report.html"))
    assert found["SHIFT_KNOWN"] is True
    assert found["SHIFT_X"] == pytest.approx(GSD * RIGHT, abs=0.1)
    assert found["SHIFT_Y"] == pytest.approx(-GSD * DOWN, abs=0.1)
    assert found["SHIFT_X_PIXELS"] == pytest.approx(RIGHT, abs=0.2)
    assert found["RECOMMENDED_ALIGN"] == "shift"
    assert found["VERDICT"] == "caution"
    assert found["OVERLAP_SHARE"] == found["VALID_SHARE"] == 1
    page = Path(found["REPORT"]).read_text(encoding="utf-8")
    assert "east and" in page
    assert page.count("data:image/jpeg;base64,") == 6
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize("correction", ["shift", "resampled", "field"])
def test_the_corrected_image_lies_where_it_belongs(run, moved, tmp_path, correction):
    first = run(
        "checkpair", BEFORE=moved.before, AFTER=moved.after, CORRECTION=correction, CORRECTED=str(tmp_path / "c.tif")
    )
    again = run("checkpair", BEFORE=moved.before, AFTER=first["CORRECTED"])
    assert again["SHIFT_KNOWN"] is True
    assert np.hypot(again["SHIFT_X_PIXELS"], again["SHIFT_Y_PIXELS"]) < 0.2
    assert again["RECOMMENDED_ALIGN"] == "off"
    corrected = gdal.Open(first["CORRECTED"])
    place = corrected.GetGeoTransform()
    if correction == "shift":
        assert (place[0], place[3]) == pytest.approx((LEFT - GSD * RIGHT, TOP + GSD * DOWN), abs=0.1)
        np.testing.assert_array_equal(corrected.ReadAsArray(), gdal.Open(moved.after).ReadAsArray())
    else:
        assert place == gdal.Open(moved.before).GetGeoTransform()


def test_unrelated_images_leave_the_image_where_it_was_and_say_so(run, tmp_path):
    before = write_raster(tmp_path / "before.tif", textured(256, 0, 0, seed=1)[0])
    after = write_raster(tmp_path / "after.tif", textured(256, 0, 0, seed=2)[0])
    import processing

    feedback = Recorder()
    found = processing.run(
        "noise2map:checkpair",
        {"MODEL": "tiny", "BEFORE": before, "AFTER": after, "CORRECTED": str(tmp_path / "c.tif")},
        feedback=feedback,
    )
    assert found["SHIFT_KNOWN"] is False
    assert (found["SHIFT_X"], found["SHIFT_Y"]) == (0, 0)
    assert found["VERDICT"] == "caution"
    assert gdal.Open(found["CORRECTED"]).GetGeoTransform() == gdal.Open(after).GetGeoTransform()
    assert any("cannot be told" in line for line in feedback.texts)


def test_what_cannot_be_checked_is_said_before(check, moved):
    assert "given both as before and as after" in check("checkpair", {"BEFORE": moved.before, "AFTER": moved.before})
    assert "no model “none”" in check("checkpair", {"BEFORE": moved.before, "AFTER": moved.after, "MODEL": "none"})


def test_the_corrected_image_is_not_written_over_an_input(run, moved):
    with pytest.raises(QgsProcessingException, match="would be written over"):
        run("checkpair", BEFORE=moved.before, AFTER=moved.after, CORRECTED=moved.after)


def test_detect_change_aligns(run, moved):
    temporary = {"PROBABILITY": "TEMPORARY_OUTPUT", "BEFORE": moved.before, "AFTER": moved.after}
    share = {
        align: run("detectchange", ALIGN=align, THRESHOLD=0.3, **temporary)["CHANGED_SHARE"]
        for align in ("off", "shift")
    }
    assert share["shift"] < share["off"]
