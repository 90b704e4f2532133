# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map check-pair` and `detect --align` as processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.registration.textures import pair as textured
from tests.sample_pair import GSD, Pair, write_raster
from tests.tiny_bundle import make_bundle


@pytest.fixture
def pair(tmp_path) -> Pair:
    before, after = textured(256, 3, -2)
    return Pair(write_raster(tmp_path / "before.tif", before), write_raster(tmp_path / "after.tif", after))


@pytest.fixture
def noise2map(tmp_path):
    """Runs the command with its arguments and returns the finished process."""
    make_bundle(tmp_path / "home" / "models")

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "model_core.cli.app", *map(str, arguments), "--model", "tiny"]
        environment = os.environ | {"NOISE2MAP_HOME": str(tmp_path / "home"), "COLUMNS": "200"}
        root = Path(__file__).resolve().parents[3]
        return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)

    return run


def test_check_pair_prints_a_verdict_and_writes_what_is_asked_for(noise2map, pair, tmp_path):
    files = ("--report", tmp_path / "report.html", "--corrected", tmp_path / "corrected.tif")
    run = noise2map("check-pair", pair.before, pair.after, *files)
    assert run.returncode == 0, run.stderr
    assert "lies 1.5" in run.stdout
    assert "align  shift" in run.stdout
    assert (tmp_path / "report.html").exists()
    assert (tmp_path / "corrected.tif").exists()


def test_check_pair_prints_json(noise2map, pair):
    run = noise2map("check-pair", pair.before, pair.after, "--json")
    found = json.loads(run.stdout)
    assert found["shift_known"] is True
    assert found["shift_x"] == pytest.approx(3 * GSD, abs=0.1)
    assert found["shift_y"] == pytest.approx(2 * GSD, abs=0.1)


def test_detect_aligns(noise2map, pair, tmp_path):
    run = noise2map("detect", pair.before, pair.after, "-o", tmp_path / "out", "--align", "shift")
    assert run.returncode == 0, run.stderr
    assert "moved by -3.0" in run.stderr or "moved by -2.9" in run.stderr


def test_a_misspelt_word_is_refused_with_those_there_are(noise2map, pair, tmp_path):
    run = noise2map("detect", pair.before, pair.after, "-o", tmp_path / "out", "--align", "much")
    assert run.returncode == 2
    assert "off, shift, field" in run.stderr
