# SPDX-License-Identifier: GPL-2.0-or-later
"""The staged plugin in `qgis_process`, as a server or a script runs it: no window, a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from osgeo import gdal

ROOT = Path(__file__).resolve().parents[2]
# Debian 12's wrapper is broken (it passes an option its program does not know); the program behind it works.
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@pytest.fixture(scope="module")
def plugins(tmp_path_factory) -> Path:
    """The folder that holds the plugin as the ZIP does."""
    folder = tmp_path_factory.mktemp("plugins")
    subprocess.run([sys.executable, str(ROOT / ".ci" / "package.py"), "stage", str(folder)], check=True)
    return folder


@pytest.fixture
def qgis_process(plugins, home, tmp_path):
    """Return a function that runs qgis_process with the plugin enabled, in a profile of its own."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_PLUGINPATH": str(plugins),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }

    def run(*arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [QGIS_PROCESS, *arguments], env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    assert run("plugins", "enable", "noise2map_qgis").returncode == 0
    return run


def test_lists_and_explains_the_algorithms(qgis_process):
    listed = qgis_process("list")
    assert "noise2map:detectchange" in listed.stdout
    assert "noise2map:segmentbuildings" in listed.stdout
    explained = qgis_process("help", "noise2map:detectchange")
    for name in ("BEFORE", "AFTER_BANDS", "MODEL", "CHANGED_AREA"):
        assert name in explained.stdout


def test_runs_and_answers_in_json(qgis_process, pair, tmp_path):
    mask = tmp_path / "mask.tif"
    run = qgis_process(
        "--json",
        "run",
        "noise2map:detectchange",
        f"--BEFORE={pair.before}",
        f"--AFTER={pair.after}",
        "--MODEL=tiny",
        "--BEFORE_BANDS=1;2;3",
        f"--PROBABILITY={tmp_path / 'probability.tif'}",
        f"--CHANGE_MASK={mask}",
        f"--POLYGONS={tmp_path / 'changes.gpkg'}",
    )
    assert run.returncode == 0, run.stderr
    results = json.loads(run.stdout)["results"]
    assert results["CHANGED_AREA"] == pytest.approx(154, rel=2e-3)
    assert results["DEVICE_USED"] == "CPU"
    assert gdal.Open(str(mask)).ReadAsArray().sum() == 616


def test_segments_buildings(qgis_process, pair, tmp_path):
    probability = tmp_path / "probability.tif"
    run = qgis_process(
        "run", "noise2map:segmentbuildings", f"--INPUT={pair.after}", "--MODEL=tiny", f"--PROBABILITY={probability}"
    )
    assert run.returncode == 0, run.stderr
    assert probability.exists()


def test_bad_input_ends_with_the_sentence(qgis_process, tmp_path):
    run = qgis_process(
        "run",
        "noise2map:detectchange",
        "--BEFORE=/nowhere.tif",
        "--AFTER=/nowhere.tif",
        f"--PROBABILITY={tmp_path}/p.tif",
    )
    assert run.returncode == 1
    assert "/nowhere.tif" in run.stderr
    assert "Image before" in run.stderr
