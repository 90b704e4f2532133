# SPDX-License-Identifier: GPL-2.0-or-later
"""The command line, as a process of its own: what it writes, what it says, how it ends, what it does not import."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from PIL import Image

from tests.sample_pair import COLS, GSD, LEFT, ROWS, TOP, Pair, before_and_after, write_raster
from tests.tiny_bundle import make_bundle

HEAVY = ("torch", "lightning", "diffusers", "albumentations", "qgis")


@pytest.fixture
def home(tmp_path) -> Path:
    """A user's folder with the model "tiny" in it."""
    make_bundle(tmp_path / "home" / "models")
    return tmp_path / "home"


@pytest.fixture
def pair(tmp_path) -> Pair:
    before, after = before_and_after()
    return Pair(write_raster(tmp_path / "before.tif", before), write_raster(tmp_path / "after.tif", after))


@pytest.fixture
def noise2map(home):
    """Runs the command with its arguments and returns the finished process."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "model_core.cli.app", *map(str, arguments)]
        environment = os.environ | {"NOISE2MAP_HOME": str(home), "COLUMNS": "200"}
        root = Path(__file__).resolve().parents[3]
        return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)

    return run


def figures(run: subprocess.CompletedProcess[str]) -> dict:
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_detect_writes_what_the_form_writes(noise2map, pair, tmp_path):
    out = tmp_path / "made" / "here"
    result = figures(noise2map("detect", pair.before, pair.after, "-o", out, "--model", "tiny", "--json"))
    assert {path.name for path in out.iterdir()} == {"change_probability.tif", "change_mask.tif", "changes.gpkg"}
    assert result["positive_area_m2"] == pytest.approx(154, rel=0.05)  # 150 m² and 4 m², see sample_pair
    assert result["polygon_count"] == 2
    assert result["device"] == "CPU"
    assert result["model"] == "tiny"
    assert gdal.Open(result["mask"]).RasterXSize == COLS
    polygons = ogr.Open(result["polygons"])
    assert polygons.GetLayer().GetFeatureCount() == 2


def test_segment_writes_what_the_form_writes(noise2map, pair, tmp_path):
    result = figures(noise2map("segment", pair.before, "-o", tmp_path / "out", "--model", "tiny", "--json"))
    assert Path(result["probability"]).name == "building_probability.tif"
    assert Path(result["mask"]).is_file()
    assert Path(result["polygons"]).is_file()


def test_without_json_a_person_can_read_it(noise2map, pair, tmp_path):
    run = noise2map("detect", pair.before, pair.after, "-o", tmp_path / "out", "--model", "tiny")
    assert run.returncode == 0, run.stderr
    assert "m² changed" in run.stdout
    assert str(tmp_path / "out" / "changes.gpkg") in run.stdout
    assert "before.tif" in run.stderr, "the log names the images"


def test_the_smallest_area_and_the_threshold_reach_the_engine(noise2map, pair, tmp_path):
    common = ("detect", pair.before, pair.after, "-o", tmp_path / "out", "--model", "tiny", "--json")
    assert figures(noise2map(*common, "--min-area", "20"))["polygon_count"] == 1
    assert figures(noise2map(*common, "--threshold", "1"))["positive_area_m2"] == 0


@pytest.mark.parametrize("command", ["detect", "segment"])
def test_the_views_reach_the_engine_and_the_log(noise2map, pair, tmp_path, command):
    images = (pair.before, pair.after) if command == "detect" else (pair.after,)
    common = (command, *images, "-o", tmp_path / "out", "--model", "tiny")
    run = noise2map(*common, "--views", "4")
    assert run.returncode == 0, run.stderr
    assert "averaged over 4 views" in " ".join(run.stderr.split())
    assert "averaged" not in noise2map(*common).stderr


def test_an_extent_limits_the_run(noise2map, pair, tmp_path):
    left = f"{LEFT},{TOP - ROWS * GSD},{LEFT + COLS * GSD / 2},{TOP}"
    result = figures(
        noise2map("detect", pair.before, pair.after, "-o", tmp_path, "--model", "tiny", "--json", "--area", left)
    )
    assert result["polygon_count"] == 1
    assert result["valid_area_m2"] == pytest.approx(ROWS * COLS * GSD**2 / 2, rel=0.01)


def test_polygons_in_another_crs_limit_the_run(noise2map, pair, tmp_path):
    """A triangle about the large change, in degrees."""
    degrees, metres = osr.SpatialReference(), osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    metres.ImportFromEPSG(32614)
    corners = ((LEFT, TOP), (LEFT + 70, TOP), (LEFT, TOP - 50))
    ring = ", ".join(f"{x} {y}" for x, y in (*corners, corners[0]))
    triangle = ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))")
    triangle.Transform(osr.CoordinateTransformation(metres, degrees))
    path = tmp_path / "area.geojson"
    path.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": json.loads(triangle.ExportToJson())}))
    result = figures(
        noise2map("detect", pair.before, pair.after, "-o", tmp_path, "--model", "tiny", "--json", "--area-layer", path)
    )
    assert result["polygon_count"] == 1
    assert 0 < result["valid_area_m2"] < 2000


def test_a_model_may_be_a_folder(noise2map, home, pair, tmp_path):
    run = noise2map("detect", pair.before, pair.after, "-o", tmp_path, "--model", home / "models" / "tiny", "--json")
    assert figures(run)["model"] == "tiny"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("detect", "nowhere.tif", "{after}", "-o", "{out}", "--model", "tiny"), ("nowhere.tif",)),
        (("detect", "{before}", "{after}", "-o", "{out}", "--model", "wrong"), ("'wrong'", "tiny")),
        (("detect", "{before}", "{after}", "-o", "{before}/x", "--model", "tiny"), ("before.tif/x",)),
        (("detect", "{before}", "{after}", "-o", "{out}", "--model", "tiny", "--timestep", "7"), ("7",)),
        (("detect", "{before}", "{after}", "-o", "{out}", "--model", "tiny", "--device", "Abacus"), ("Abacus",)),
        (("detect", "{before}", "{after}", "-o", "{out}", "--model", "tiny", "--views", "3"), ("1, 2, 4, 8", "3")),
        (("detect", "{before}", "{after}", "-o", "{out}", "--model", "tiny", "--area-layer", "no.gpkg"), ("no.gpkg",)),
        (("info", "wrong"), ("'wrong'",)),
    ],
)
def test_a_mistake_gets_a_sentence(noise2map, pair, tmp_path, arguments, words):
    places = {"before": pair.before, "after": pair.after, "out": tmp_path / "out"}
    run = noise2map(*(argument.format(**places) for argument in arguments))
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert all(word in run.stderr for word in words), run.stderr
    assert not list((tmp_path / "out").glob("*")), "nothing is left behind"


@pytest.mark.parametrize(
    "arguments",
    [
        ("detect", "a.tif"),
        ("detect", "a.tif", "b.tif", "-o", "x", "--threshold", "2"),
        ("detect", "{before}", "{after}", "-o", "x", "--area", "1,2,3"),
        ("detect", "{before}", "{after}", "-o", "x", "--area", "3,2,1,4"),
        ("segment", "{before}", "-o", "x", "--bands", "red"),
        ("evaluate", "--task", "paint", "--data", "."),
        ("nonsense",),
    ],
)
def test_a_misspelt_command_ends_with_2(noise2map, pair, arguments):
    run = noise2map(*(a.format(before=pair.before, after=pair.after) for a in arguments))
    assert run.returncode == 2, run.stderr
    assert "Traceback" not in run.stderr


def test_info_lists_models_and_devices(noise2map):
    listed = figures(noise2map("info", "--json"))
    assert "tiny" in [model["name"] for model in listed["models"]]
    assert "CPU" in listed["devices"]
    assert listed["models"][0]["name"] == "noise2map-lite"
    assert {model["name"]: model["open"] for model in listed["models"]}["tiny"] is True
    assert "tiny" in noise2map("info").stdout


@pytest.mark.parametrize("name", ["[old]", "[/c]", "[red]x", ":smile:"])
def test_info_prints_a_path_as_it_is(noise2map, home, name):
    """A terminal library reads square brackets as markup; `[/c]` is a folder in a folder."""
    folder = home / "models" / name
    make_bundle(folder.parent, "made").rename(folder)
    shown = [noise2map("info", folder)] + ([noise2map("info")] if "/" not in name else [])
    for run in shown:
        assert run.returncode == 0, run.stderr
        assert str(folder) in "".join(run.stdout.split())


def test_info_cuts_no_name_short(noise2map, home):
    make_bundle(home / "models", "a-name-of-thirty-letters-and-more")
    assert "a-name-of-thirty-letters-and-more" in noise2map("info").stdout


def test_info_reports_a_model_that_cannot_be_used(noise2map, home):
    broken = home / "models" / "broken"
    broken.mkdir()
    (broken / "card.json").write_text("{")
    assert str(broken) in " ".join(figures(noise2map("info", "--json"))["problems"])
    assert noise2map("info").returncode == 0


def test_info_shows_a_card(noise2map):
    shown = noise2map("info", "tiny").stdout
    for word in (
        "The tiny model",
        "CC0-1.0 (open)",
        "Task change",
        "0.1 to 10 m",
        "f1 0.900",
        "anything but arithmetic",
    ):
        assert word in shown
    assert figures(noise2map("info", "tiny", "--json"))["id"] == "tiny"


@pytest.fixture
def tiles(tmp_path) -> Path:
    """Two labelled pairs of PNGs without a scale: one that the tiny model gets right, one with nothing to find."""
    folder = tmp_path / "tiles"
    before, after = before_and_after()
    right = (after != before).any(0).astype(np.uint8)
    for name, images in {"right": (before, after, right), "empty": (before, before, 0 * right)}.items():
        for part, image in zip(("A", "B", "label"), images):
            (folder / part).mkdir(parents=True, exist_ok=True)
            picture = Image.fromarray(image.transpose(1, 2, 0) if image.ndim == 3 else image)
            picture.save(folder / part / f"{name}.png")
    return folder


def test_evaluate_prints_one_json_object(noise2map, tiles):
    common = ("evaluate", "--model", "tiny", "--task", "change", "--data", tiles, "--json")
    for scale in ((), ("--gsd", "0.5")):
        score = figures(noise2map(*common, *scale))
        assert score["f1"] == score["iou"] == score["precision"] == score["recall"] == 1
        assert [tile["name"] for tile in score["tiles"]] == ["empty", "right"]
    strict = figures(noise2map(*common, "--threshold", "1"))
    assert strict["recall"] == 0


def test_evaluate_brings_tiles_to_the_scale_the_card_asks_for(noise2map, tiles, home):
    """Tiles of 5 cm reach a model for 0.4 to 1 m eight times coarser, and the answer comes back to their own grid."""
    make_bundle(home / "models", "coarse", gsd=[0.4, 1.0])
    score = figures(
        noise2map("evaluate", "--model", "coarse", "--task", "change", "--data", tiles, "--gsd", "0.05", "--json")
    )
    assert 0.5 < score["f1"] < 1


def test_evaluate_without_json_is_a_table(noise2map, tiles):
    shown = noise2map("evaluate", "--model", "tiny", "--task", "change", "--data", tiles).stdout
    assert "mean of both" in shown
    assert "overall accuracy" in shown
    assert "right" in shown


def test_evaluate_explains_the_folders_it_expects(noise2map, tmp_path):
    run = noise2map("evaluate", "--model", "tiny", "--task", "segment", "--data", tmp_path, "--json")
    assert run.returncode == 1
    assert "image" in run.stderr
    assert run.stdout == ""


@pytest.mark.parametrize("arguments", [("--help",), ("detect", "--help"), ("evaluate", "--help"), ("info",)])
def test_it_starts_in_under_a_second(noise2map, arguments):
    noise2map(*arguments)  # once, so that the byte code is there
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert noise2map(*arguments).returncode == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Processor seconds, not the clock's: other work on the computer must not fail a test.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1.0


@pytest.mark.parametrize("command", ["detect", "info", "evaluate"])
def test_no_training_library_is_imported(home, pair, tiles, tmp_path, command):
    """Not even while a model runs."""
    arguments = {
        "detect": ["detect", pair.before, pair.after, "-o", str(tmp_path / "out"), "--model", "tiny"],
        "info": ["info"],
        "evaluate": [
            *("evaluate", "--task", "change", "--data", str(tiles), "--model", "tiny", "--layout", "pairs"),
            *("--report", str(tmp_path / "report.html")),
        ],
    }[command]
    code = (
        "import sys\nfrom model_core.cli.app import main\n"
        f"sys.argv = ['noise2map', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"sys.exit(', '.join(set({HEAVY!r}) & set(sys.modules)) or 0)"
    )
    environment = os.environ | {"NOISE2MAP_HOME": str(home)}
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
