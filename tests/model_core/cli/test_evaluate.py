# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map evaluate` from its options to its answers, in this process."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from model_core.cli.app import app
from model_core.errors import DataError
from noise2map_qgis.engine.errors import EngineError
from tests.model_core.conftest import write_image
from tests.sample_pair import before_and_after, write_raster
from tests.tiny_bundle import make_bundle


@pytest.fixture
def model(tmp_path) -> Path:
    return make_bundle(tmp_path / "models")


@pytest.fixture
def folder(tmp_path) -> Path:
    """Four pairs: a0 and a1 of one site, b0 of another, all right; c0, held out, whose label has nothing."""
    before, after = (image.transpose(1, 2, 0) for image in before_and_after())
    label = (after != before).any(axis=2).astype(np.uint8) * 255
    rows = [("a0", "a", "val"), ("a1", "a", "val"), ("b0", "b", "val"), ("c0", "c", "test")]
    for name, _, split in rows:
        truth = label if split == "val" else 0 * label
        for part, image in (("A", before), ("B", after), ("label", truth)):
            write_image(tmp_path / "data" / part / f"{name}.png", image)
    with (tmp_path / "data" / "tiles.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows([("tile", "site", "split"), *rows])
    return tmp_path / "data"


def run(*arguments: object) -> str:
    result = CliRunner().invoke(app, ["evaluate", "--task", "change", *map(str, arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def test_tiles_of_a_site_are_one_scene_and_a_split_is_chosen(folder, model):
    told = json.loads(run("--data", folder, "--model", model, "--split", "validation", "--json"))
    assert [(scene["name"], scene["tiles"]) for scene in told["scenes"]] == [("a", 2), ("b", 1)]
    assert told["classes"]["change"]["f1"] == {"value": 1, "low": 1, "high": 1}
    assert told["intervals"]["over"] == "scenes"
    everything = json.loads(run("--data", folder, "--model", model, "--json", "--min-area", 0))
    assert [scene["name"] for scene in everything["scenes"]] == ["a", "b", "c"]
    assert everything["precision"] == 0.75
    assert (everything["objects"]["matched"], everything["objects"]["false"]) == (6, 2)
    assert everything["mean_over_scenes"] == {"scenes": 2, "f1": 1, "iou": 1, "precision": 1, "recall": 1}
    large = json.loads(run("--data", folder, "--model", model, "--json", "--gsd", 0.5))
    assert (large["objects"]["matched"], large["objects"]["false"]) == (3, 1), "4 m² are not counted"


def test_the_report_lies_where_it_was_asked_for(folder, model, tmp_path):
    report = tmp_path / "made" / "report.html"
    shown = run("--data", folder, "--model", model, "--report", report)
    assert shown.rstrip().endswith("report.html")
    page = report.read_text(encoding="utf-8")
    assert "tiny on data" in page
    assert page.count("data:image/jpeg;base64,") % 3 == 0
    assert "c0" in page, "the worst tile is shown"


def test_a_map_beside_a_reference(tmp_path):
    before, after = before_and_after()
    truth = (after != before).any(axis=0, keepdims=True).astype(np.uint8)
    found = truth.copy()
    found[:, 90:94, 100:104] = 0
    mask, reference = write_raster(tmp_path / "mask.tif", found), write_raster(tmp_path / "truth.tif", truth)
    image = write_raster(tmp_path / "after.tif", after)
    report = tmp_path / "report.html"
    common = ("--map", mask, "--truth", reference, "--min-area", 0)
    told = json.loads(run(*common, "--image", image, "--report", report, "--json"))
    assert (told["tp"], told["fp"], told["fn"]) == (600, 0, 16)
    assert (told["objects"]["matched"], told["objects"]["missed"]) == (1, 1)
    assert told["calibration"] is None
    assert told["timestep"] is None
    assert "mask.tif against truth.tif" in report.read_text(encoding="utf-8")
    assert "overall accuracy" in run(*common)


def test_views_are_the_card_s_unless_told(folder, tmp_path):
    model = make_bundle(tmp_path / "ema_decay", views=2)
    common = ("--data", folder, "--model", model)
    assert json.loads(run(*common, "--json"))["views"] == 2
    report = tmp_path / "report.html"
    told = run(*common, "--views", 4, "--report", report)
    assert "4 views averaged" in " ".join(told.split())
    assert "4 (given)" in report.read_text(encoding="utf-8")
    assert "averaged" not in run(*common, "--views", 1)
    with pytest.raises(EngineError, match="one of 1, 2, 4, 8, not 3"):
        run(*common, "--views", 3)


def test_a_published_layout_is_read_as_training_reads_it(folder, model, tmp_path):
    """LEVIR-CD's: a folder for each split."""
    for part in ("A", "B", "label"):
        for split, tile in (("train", "a0"), ("val", "a1"), ("test", "b0")):
            target = tmp_path / "levir" / split / part / f"{split}_1.png"
            target.parent.mkdir(parents=True)
            target.write_bytes((folder / part / f"{tile}.png").read_bytes())
    levir = ("--data", tmp_path / "levir", "--model", model, "--layout", "levir-cd", "--json")
    told = json.loads(run(*levir, "--split", "val"))
    assert (told["f1"], len(told["tiles"])) == (1, 1)
    assert len(json.loads(run(*levir))["tiles"]) == 3
    with pytest.raises(DataError, match="no layout 'whu-ss'; choose one of pairs"):
        run("--data", folder, "--model", model, "--layout", "whu-ss")
    with pytest.raises(DataError, match="layout"):
        run("--data", folder, "--model", model, "--layout", "nonsense")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--data", "d", "--map", "m"),
        ("--map", "m"),
        ("--data", "d", "--truth", "t"),
        ("--data", "d", "--image", "i"),
        ("--map", "m", "--truth", "t", "--gsd", "1"),
        ("--map", "m", "--truth", "t", "--views", "2"),
        ("--data", "d", "--layout", "pairs", "--tiles", "t.csv"),
    ],
)
def test_options_that_do_not_go_together_are_misspelt(arguments):
    assert CliRunner().invoke(app, ["evaluate", "--task", "change", *arguments]).exit_code == 2


def test_mistakes_get_a_sentence_that_names_the_file(folder, model, tmp_path):
    common = ("--data", folder, "--model", model)
    (tmp_path / "wrong.csv").write_text("name,site\na0,a\n")
    for arguments, words in (
        ((*common, "--split", "night"), ("tiles.csv", "'night'", "test, validation")),
        ((*common, "--tiles", tmp_path / "no.csv"), ("no.csv",)),
        ((*common, "--tiles", tmp_path / "wrong.csv"), ("wrong.csv", "column 'tile'")),
        ((*common, "--report", folder / "tiles.csv" / "report.html"), ("tiles.csv",)),
        ((*common, "--report", tmp_path / "report.pdf"), ("report.pdf", ".html")),
        (("--map", tmp_path / "no.tif", "--truth", tmp_path / "no.tif"), ("no.tif",)),
    ):
        with pytest.raises((DataError, EngineError)) as error:
            run(*arguments)
        assert all(word in str(error.value) for word in words), str(error.value)
    (folder / "tiles.csv").unlink()
    with pytest.raises(DataError, match=r"--split validation needs a table"):
        run(*common, "--split", "validation")
