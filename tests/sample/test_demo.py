# SPDX-License-Identifier: GPL-2.0-or-later
"""`make demo` behind the makefile: headless QGIS on a pair of the user's, and the overview against the truth."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from PIL import Image

from resources.sample import headless
from resources.sample.picture import Sheet, draw_sheet
from tests.sample_pair import before_and_after, write_raster
from tests.tiny_bundle import make_bundle

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def demo(tmp_path):
    """Runs the demonstration with a staged plugin and the model "tiny"."""
    make_bundle(tmp_path / "home" / "models")
    plugins = tmp_path / "plugins"
    subprocess.run([sys.executable, str(ROOT / ".ci" / "package.py"), "stage", str(plugins)], check=True)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        places = ["--out", str(tmp_path / "out"), "--plugins", str(plugins)]
        command = [sys.executable, "-m", "resources.sample.demo", *places, *arguments]
        environment = os.environ | {"NOISE2MAP_HOME": str(tmp_path / "home")}
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    return run


def test_it_maps_a_pair_of_the_users_in_qgis(demo, tmp_path):
    before, after = (write_raster(tmp_path / f"{k}.tif", image) for k, image in enumerate(before_and_after()))
    run = demo("--before", before, "--after", after)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "m² changed" in run.stdout
    summary = json.loads((tmp_path / "out" / "demo.json").read_text(encoding="utf-8"))
    assert {"picture", "probability", "change_mask", "polygons"} <= set(summary["files"])
    assert all(Path(path).is_file() for path in summary["files"].values())
    assert "score" not in summary, "there is no truth to score against"
    assert Image.open(summary["files"]["picture"]).width > 1000
    assert not list(tmp_path.glob("*.aux.xml")), "nothing is left beside the user's images"


def test_a_mistake_ends_with_what_qgis_said(demo, tmp_path):
    run = demo("--before", str(tmp_path / "no.tif"), "--after", str(tmp_path / "no.tif"))
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "BEFORE" in run.stderr


def test_one_image_is_not_a_pair(demo):
    run = demo("--before", "only.tif")
    assert run.returncode == 1
    assert "BEFORE=" in run.stderr


def test_results_and_log_are_told_apart():
    lines = [
        "noise",
        "Inputs",
        "----",
        "A:\tb",
        "a word",
        "----",
        "Results",
        "----",
        "AREA:\t12.5",
        "MASK:\t/m.tif",
    ]
    assert headless._results(lines) == {"AREA": "12.5", "MASK": "/m.tif"}
    assert [line for line in lines[1:6] if headless._is_log(line)] == ["a word"]


def test_the_overview_shows_hits_misses_and_false_alarms(pair, tmp_path):
    truth = gdal.Open(str(pair.truth)).ReadAsArray()
    mask = truth.copy()
    mask[:, :700] = 0
    mask[900:960, 100:200] = 1
    drawn = gdal.GetDriverByName("GTiff").CreateCopy(str(tmp_path / "mask.tif"), gdal.Open(str(pair.truth)))
    drawn.GetRasterBand(1).WriteArray(mask)
    del drawn
    picture = tmp_path / "sheet.png"
    draw_sheet(Sheet(pair.before, pair.after, tmp_path / "mask.tif", pair.truth, "Title", "Facts"), picture)
    red, green, blue = np.asarray(Image.open(picture))[200:-100].astype(int).transpose(2, 0, 1)  # without the legend
    assert (green - red > 60).sum() > 1000, "found"
    assert (blue - green > 40).sum() > 1000, "false"
    assert (np.minimum(red, green) - blue > 70).sum() > 1000, "missed"
