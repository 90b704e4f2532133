# SPDX-License-Identifier: GPL-2.0-or-later
"""Explain change in a running QGIS."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from tests.sample_pair import GSD, LEFT, TOP


@pytest.fixture
def values(pair, tmp_path) -> dict:
    return {
        "BEFORE": pair.before,
        "AFTER": pair.after,
        "MODEL": "tiny",
        "VIEWS": "2",
        "TIMESTEP_BANDS": str(tmp_path / "out-timesteps.tif"),
        "SUMMARY": str(tmp_path / "out-agreement.tif"),
        "OCCLUSION": str(tmp_path / "out-occlusion.tif"),
        "POINT": f"{LEFT + 45 * GSD},{TOP - 30 * GSD}",
    }


def test_a_pair_is_explained(provider, values):
    from qgis import processing

    done = processing.run("noise2map:explainchange", values)
    assert gdal.Open(values["TIMESTEP_BANDS"]).RasterCount == 1
    summary = gdal.Open(values["SUMMARY"])
    assert summary.RasterCount == 5
    assert summary.GetRasterBand(3).GetDescription() == "share of timesteps that say change"
    assert done["DEPENDS_SHARE"] == 0
    assert done["POINT_PROBABILITY"] == pytest.approx(200 / 254, abs=0.01)
    later = gdal.Open(values["OCCLUSION"]).ReadAsArray()[1]
    row, col = np.unravel_index(later.argmax(), later.shape)
    assert abs(col - 45) < 32
    assert abs(row - 30) < 32
    assert done["LATER_EFFECT"] > 0.5


def test_the_raster_of_a_point_is_left_out_without_one(provider, values, tmp_path):
    from qgis import processing

    processing.run("noise2map:explainchange", {**values, "POINT": None, "OCCLUSION": None})
    assert [path.name for path in sorted(tmp_path.glob("out*"))] == ["out-agreement.tif", "out-timesteps.tif"]


def test_what_is_wrong_is_said(check, values):
    assert "are no timesteps" in check("explainchange", {**values, "TIMESTEPS": "early"})
    assert check("explainchange", values) == ""


def test_it_has_an_icon_and_help(provider):
    form = provider.algorithm("explainchange")
    assert Path(form.svgIconPath()).is_file()
    assert "depends on the timestep" in form.create().shortHelpString()
    assert "PEAK" not in {parameter.name() for parameter in form.parameterDefinitions()}
