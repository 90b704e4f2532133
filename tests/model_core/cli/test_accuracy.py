# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands `sample` and `accuracy`: what they write, print and refuse."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from model_core.cli.app import app
from noise2map_qgis.engine import assess_accuracy
from tests.engine.sampling.conftest import answer_all, probability

__all__ = ["probability"]  # a fixture


def run(*arguments):
    found = CliRunner().invoke(app, [str(one) for one in arguments], catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found.stdout


def test_from_a_map_to_its_accuracy(probability, tmp_path):
    points = tmp_path / "points.gpkg"
    plan = json.loads(run("sample", probability, points, "--least", 30, "--json"))
    assert plan["size"] == 155
    assert [one["name"] for one in plan["strata"]] == ["no", "possible", "yes"]
    answer_all(points)
    figures = json.loads(run("accuracy", points, "--report", tmp_path / "r.html", "--json"))
    assert figures == json.loads(json.dumps(assess_accuracy(points).as_dict()))
    assert (tmp_path / "r.html").is_file()
    printed = run("accuracy", points)
    assert f"{figures['f1']:.3f} ± {figures['f1_ci95']:.3f}" in printed
    assert "true area, m²" in printed


def test_options_reach_the_draw_and_no_stratum_of_possible_pixels(probability, tmp_path):
    options = ("--size", 90, "--low-threshold", 0, "--seed", 4, "--least", 10)
    printed = run("sample", probability, tmp_path / "p.gpkg", *options)
    assert "possible" not in printed
    assert str(tmp_path / "p.gpkg") in printed
