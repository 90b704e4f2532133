# SPDX-License-Identifier: GPL-2.0-or-later
"""Bundles of runs that were never trained: what is written, and what the card says of it."""

import json
from pathlib import Path

import jsonschema
import numpy as np
import onnxruntime
import pytest
import torch
from safetensors.torch import save_file

from model_core.evaluation.scores import count
from model_core.export.export import export
from model_core.networks.registry import build_network
from model_core.recipes.recipe import ScoredSet
from model_core.selection.validation import HeldOutTiles
from noise2map_qgis.engine.model.bundle import SCHEMA_FILE, load_bundle
from tests.model_core.conftest import needs_int8, tiny_recipe


def untrained_run(folder: Path, **settings) -> Path:
    """A run of the tiny recipe with other settings and random weights."""
    recipe = tiny_recipe().model_copy(update=settings)
    torch.manual_seed(0)
    net = build_network(recipe.network, **recipe.network_settings())
    folder.mkdir()
    save_file({name: value.contiguous() for name, value in net.state_dict().items()}, folder / "weights.safetensors")
    (folder / "recipe.yaml").write_text(json.dumps(json.loads(recipe.model_dump_json())))
    return folder


@pytest.fixture(scope="module")
def exported(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    noise = {"schedule": {"change": "edm"}, "timesteps": "annealed", "candidates": [0, 300]}
    told = {"tests": [ScoredSet(name="t", path="pairs", task="change", gsd=0.5)], "control": "It does as well."}
    run = untrained_run(folder / "run", tasks=["change"], images=0, int8=True, views=2, **noise, **told)
    return export(run, data, folder / "bundle", lambda line: None, float16=True, explain=True)


def test_a_test_set_of_a_published_layout_is_scored(data, tmp_path):
    """With its own splits; only its test tile counts."""
    for split, tile in (("train", "tile_0"), ("test", "tile_1")):
        for part, name in (("A", "A"), ("B", "B"), ("label", "OUT")):
            folder = tmp_path / "whu" / split / name
            folder.mkdir(parents=True)
            (folder / f"{tile}.png").symlink_to(data / "pairs" / part / f"{tile}.png")
    for name in ("pairs", "images", "plain"):
        (tmp_path / name).symlink_to(data / name)
    tests = [ScoredSet(name="w", path="whu", task="change", gsd=0.5, layout="whu-cd", bands=(3, 2, 1))]
    run = untrained_run(tmp_path / "run", tasks=["change"], images=0, tests=tests)
    card = json.loads(export(run, tmp_path, tmp_path / "bundle", lambda line: None).read_text())
    (line,) = [m for m in card["properties"]["noise2map:tasks"]["change"]["metrics"] if m["split"] == "test"]
    assert (line["data"], line["tiles"]) == ("w", 1)


def test_every_form_of_file_is_written_and_in_the_card(exported):
    card = json.loads(exported.read_text())
    jsonschema.validate(card, json.loads(SCHEMA_FILE.read_text()))
    bundle = load_bundle(exported.parent)
    task = bundle.tasks["change"]
    assert {file.precision for file in task.files} == {"float32", "float16", "int8"}
    for file in task.files:
        bundle.verify(file)
        assert file.weights is None
    assert not list(exported.parent.glob("*.bin"))
    asset = card["assets"]["change-any-timestep-float32"]
    assert asset["roles"] == ["noise2map:explanation"]
    session = onnxruntime.InferenceSession(str(exported.parent / asset["href"]), providers=["CPUExecutionProvider"])
    image = np.zeros((1, 6, 64, 64), np.uint8)
    early, late = (session.run(None, {"image": image, "timestep": np.array([t])})[0] for t in (0, 999))
    assert early.shape == late.shape == (1, 1, 64, 64)


def test_the_card_says_how_the_timestep_was_chosen_and_what_the_network_is(exported):
    properties = json.loads(exported.read_text())["properties"]
    timesteps = properties["noise2map:tasks"]["change"]["timesteps"]
    assert timesteps["default"] in (0, 300)
    assert timesteps["offered"] == [timesteps["default"]]
    assert "edm schedule, trained with annealed sampling of timesteps" in timesteps["chosen_on"]
    assert "at each timestep, in one view: 0: 0." in timesteps["chosen_on"]
    assert "300: 0." in timesteps["chosen_on"]
    assert properties["mlm:architecture"] == "Noise2Map folding network, EfficientNet-Lite0 encoder"
    assert "ImageNet" in properties["mlm:pretrained_source"]
    assert properties["mlm:total_parameters"] == sum(p.numel() for p in build_network("folding").parameters())


def test_a_test_set_has_intervals_and_the_control_is_told(exported):
    properties = json.loads(exported.read_text())["properties"]
    assert properties["noise2map:control"] == "It does as well."
    (line,) = [line for line in properties["noise2map:tasks"]["change"]["metrics"] if line["split"] == "test"]
    for score in ("f1", "iou"):
        low, high = line[f"{score}_interval"]
        assert 0 <= low <= line[score] <= high <= 1
    assert line["tiles"] == 6


def test_a_single_small_validation_tile_has_no_intervals(exported):
    properties = json.loads(exported.read_text())["properties"]
    lines = [m for m in properties["noise2map:tasks"]["change"]["metrics"] if m["split"].startswith("validation")]
    assert {line["tiles"] for line in lines} == {1}
    assert not any("f1_interval" in line for line in lines)


def test_the_card_tells_what_was_trained_on_from_what_only_chose(data, tmp_path):
    pairs, images, land = (s.model_copy(update={"terms": "CC BY 4.0"}) for s in tiny_recipe().sources)
    # The sixth pair is in no use at all.
    pairs = pairs.model_copy(update={"terms": "academic use", "weight": 0, "validation": ["tile_[1-5]"]})
    run = untrained_run(tmp_path / "run", sources=[pairs, images, land], candidates=[0])
    card = export(run, data, tmp_path / "bundle", lambda line: None)
    properties = json.loads(card.read_text())["properties"]
    jsonschema.validate(json.loads(card.read_text()), json.loads(SCHEMA_FILE.read_text()))
    assert [entry["name"] for entry in properties["noise2map:training"]] == ["i", "l"]
    assert [(e["name"], e["use"], e["tiles"], e["terms"]) for e in properties["noise2map:validation"]] == [
        ("p", "change", 5, "academic use"),
        ("i", "buildings", 1, "CC BY 4.0"),
    ]
    assert properties["noise2map:licence"]["open"] is True
    assert "(p) only chose" in properties["noise2map:licence"]["note"]
    (line,) = properties["noise2map:tasks"]["change"]["metrics"]
    assert (line["tiles"], line["interval_over"]) == (5, "5 scenes")
    for score in ("f1", "iou"):
        low, high = line[f"{score}_interval"]
        assert 0 <= low <= line[score] <= high <= 1


@needs_int8
def test_the_card_s_views_are_the_recipe_s_and_its_figures_are_of_averaged_maps(exported, data):
    task = load_bundle(exported.parent).tasks["change"]
    assert task.views == 2
    (tile,) = HeldOutTiles(tiny_recipe().model_copy(update={"tasks": ["change"]}), data).tiles
    image = torch.cat(tile.images).numpy()[None]
    path = next(file.path for file in task.files if file.precision == "int8")
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (upright,) = session.run(["probability"], {"image": image})
    (turned,) = session.run(["probability"], {"image": np.ascontiguousarray(image[..., ::-1, ::-1])})
    mean = np.floor((upright.astype(float) + turned[..., ::-1, ::-1]) / 2 + 0.5).astype(np.uint8)[0, 0]
    (line,) = [line for line in task.metrics if line["split"] == "validation, int8"]
    expected = count(mean, tile.label).at(task.threshold)
    assert (line["precision"], line["recall"]) == (round(expected.precision, 4), round(expected.recall, 4))


def test_a_runtime_that_cannot_run_the_int8_file_leaves_out_its_figures(data, tmp_path, monkeypatch):
    monkeypatch.setattr("model_core.export.export.runs_here", lambda path: False)
    run = untrained_run(tmp_path / "run", tasks=["change"], images=0, int8=True)
    lines: list[str] = []
    export(run, data, tmp_path / "bundle", lines.append)
    assert any("lacks operators of the int8 file" in line for line in lines)
    task = load_bundle(tmp_path / "bundle").tasks["change"]
    assert {file.precision for file in task.files} == {"float32", "int8"}
    assert {line["split"] for line in task.metrics} == {"validation"}


def test_a_peer_becomes_a_bundle_without_int8_and_says_so(data, tmp_path):
    pytest.importorskip("monai", reason="peers need their libraries: pip install -e '.[train,compare]'")
    settings = {"network": "fc-siam-diff", "network_options": {"channels": [4, 4, 8, 8, 8, 4]}, "tasks": ["change"]}
    run = untrained_run(tmp_path / "run", schedule="clean", images=0, int8=True, **settings)
    lines: list[str] = []
    card = json.loads(export(run, data, tmp_path / "bundle", lines.append).read_text())
    assert "change: no int8 file, because the FC-Siam-diff does not fold" in lines
    bundle = load_bundle(tmp_path / "bundle")
    assert list(bundle.tasks) == ["change"]
    assert bundle.tasks["change"].views == 1
    assert [file.precision for file in bundle.tasks["change"].files] == ["float32"]
    assert card["properties"]["mlm:architecture"] == "FC-Siam-diff"
    assert "without noise or timestep" in card["properties"]["noise2map:tasks"]["change"]["timesteps"]["chosen_on"]
