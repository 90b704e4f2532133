# SPDX-License-Identifier: GPL-2.0-or-later
"""A whole comparison of tiny runs: nothing is done twice, a cut run goes on, choosing and scoring keep apart."""

import json
from dataclasses import replace

import numpy as np
import pytest
from safetensors.torch import load_file, save_file

from model_core.compare import runs as runs_module
from model_core.compare.compare import compare
from model_core.compare.plan import ScoringSet, load_plan
from model_core.compare.results import RunResult
from model_core.compare.runs import load_places, measure, runs_of
from model_core.compare.scenes import Scene
from model_core.errors import DataError
from tests.model_core.compare.conftest import plan_fields, write_plan

EXACT = {"precision": "32-true", "enable_progress_bar": False, "accelerator": "cpu"}


@pytest.fixture(scope="module")
def finished(data, tmp_path_factory):
    """Plan, folder and comparison of all five runs."""
    folder = tmp_path_factory.mktemp("comparison")
    loaded = load_plan(write_plan(folder))
    lines = []
    found = compare(loaded, data, folder / "runs", log=lines.append, **EXACT)
    return loaded, folder / "runs", found, lines


def test_every_run_is_trained_chosen_and_scored(finished):
    _, folder, found, lines = finished
    assert [(r.arm, r.seed) for r in found.runs] == [
        ("control", 0),
        ("control", 1),
        ("contrast", 0),
        ("contrast", 1),
        ("pretrained", 0),
    ]
    assert found.waiting == []
    assert len(lines) == 5
    assert "contrast, seed 1" in lines[3]
    for run in found.runs:
        assert run.steps == 2
        assert set(run.compared) == ({0} if run.arm == "control" else {0, 999})
        assert run.compared[run.timestep] == max(run.compared.values())
        assert {name: len(scenes) for name, scenes in run.test.items()} == {"four": 4, "five": 4}
        assert sum(run.pooled("four").as_dict()[k] for k in ("tp", "fp", "fn", "tn")) == 96 * 96
    written = json.loads((folder / "results.json").read_text())
    assert [RunResult.from_dict(run) for run in written["runs"]] == list(found.runs)
    assert (folder / "tables.md").read_text().startswith("# Tiny comparison")
    assert (folder / "timesteps.svg").exists()


def test_pretraining_is_done_once_and_started_from(finished, data):
    _, folder, _, _ = finished
    (made,) = (folder / "_pretrained").glob("*/weights.safetensors")
    order, pretrained = (
        load_file(folder / arm / "seed-0" / "weights.safetensors") for arm in ("contrast", "pretrained")
    )
    assert any((order[name] != value).any() for name, value in pretrained.items())
    assert load_file(made).keys() == order.keys()


def test_what_is_done_is_not_done_again(finished, data, monkeypatch):
    loaded, folder, found, _ = finished

    def refuse(*_, **__):
        raise AssertionError("trained again")

    monkeypatch.setattr(runs_module, "train", refuse)
    monkeypatch.setattr(runs_module, "deploy", refuse)
    lines = []
    assert compare(loaded, data, folder, log=lines.append, **EXACT) == found
    assert lines == []


def test_a_report_trains_nothing(finished, data, tmp_path, monkeypatch):
    loaded, folder, found, _ = finished
    monkeypatch.setattr(runs_module, "train", lambda *_, **__: pytest.fail("trained"))
    (tmp_path / "contrast").symlink_to(folder / "contrast")
    part = compare(loaded, data, tmp_path, only_done=True, **EXACT)
    assert part.runs == found.runs[2:4]
    assert part.waiting == ["control, seed 0", "control, seed 1", "pretrained, seed 0"]
    (tmp_path / "nothing").mkdir()
    assert compare(loaded, data, tmp_path / "nothing", only_done=True, **EXACT).runs == ()


def test_other_places_are_scored_without_training(finished, data, tmp_path, monkeypatch):
    _, folder, _, _ = finished
    fields = plan_fields()
    fields["test"][1]["side"] = 96
    other = load_plan(write_plan(tmp_path, test=fields["test"])).narrowed(["control"], seeds=1)
    copied = tmp_path / "runs" / "control"
    copied.mkdir(parents=True)
    (copied / "seed-0").symlink_to(folder / "control" / "seed-0")
    kept = (folder / "control" / "seed-0" / "result.json").read_text()
    monkeypatch.setattr(runs_module, "train", lambda *_, **__: pytest.fail("trained again"))
    again = compare(other, data, tmp_path / "runs", **EXACT)
    assert list(again.runs[0].test["five"]) == ["tile_5"]
    (folder / "control" / "seed-0" / "result.json").write_text(kept)


def test_a_cut_run_goes_on(data, tmp_path):
    loaded = load_plan(write_plan(tmp_path)).narrowed(["control"], seeds=1)
    with pytest.raises(DataError, match="1 steps of training, not the 2"):
        compare(loaded, data, tmp_path / "runs", max_steps=1, **EXACT)
    found = compare(loaded, data, tmp_path / "runs", **EXACT)
    assert found.runs[0].steps == 2


def test_random_weights_are_those_of_the_seed(data, tmp_path, monkeypatch):
    fields = {"name": "scratch", "weights": "random", "set": {"schedule": "clean"}}
    loaded = load_plan(write_plan(tmp_path, arms=[*plan_fields()["arms"], fields])).narrowed(["scratch"])
    began = []
    monkeypatch.setattr(runs_module, "train", lambda recipe, data, folder, start, **_: began.append(start))
    for run in [r for r in runs_of(loaded, tmp_path / "runs") if r.arm.name == "scratch"] * 2:
        with pytest.raises(DataError, match="does not hold weights"):
            runs_module.perform(run, loaded.plan, data, None)
    first, second, again, _ = (load_file(path) for path in began)
    conv = "encoder.stem.conv.weight"
    assert (first[conv] == again[conv]).all()
    assert (first[conv] != second[conv]).any()


def test_an_arm_that_cannot_be_built_stops_the_plan_before_training(data, tmp_path, monkeypatch):
    monkeypatch.setattr(runs_module, "train", lambda *_, **__: pytest.fail("trained"))
    arms = [*plan_fields()["arms"], {"name": "peer", "set": {"network": "nonesuch"}}]
    with pytest.raises(DataError, match=r"The arm 'peer' can't be run: There is no network 'nonesuch'"):
        compare(load_plan(write_plan(tmp_path, arms=arms)), data, tmp_path / "runs", **EXACT)


def test_a_folder_of_another_budget_is_refused(finished, data):
    loaded, folder, _, _ = finished
    with pytest.raises(DataError, match="another 'steps' than the plan says"):
        compare(loaded.narrowed([], steps=3), data, folder, **EXACT)


def test_public_tests_are_scored_only_when_asked(data, tmp_path):
    tests = [{"name": "public", "path": "images", "layout": "images", "include": ["tile_2"]}]
    changes = {
        "set": {"tasks": ["segment"], "images": 2, "crop": 32},
        "leave_out": ["p"],
        "task": "segment",
        "steps": 1,
    }
    sets = {
        use: [{"name": tile, "path": "images", "layout": "images", "include": [tile]}]
        for use, tile in (("validation", "tile_3"), ("test", "tile_1"))
    }
    path = write_plan(tmp_path, public_test=tests, **changes, **sets)
    recipe = (tmp_path / "recipe.yaml").read_text().replace("- tile_3\n", "- tile_[123]\n")
    (tmp_path / "recipe.yaml").write_text(recipe)
    loaded = load_plan(path).narrowed(["control"], seeds=1)
    found = compare(loaded, data, tmp_path / "runs", **EXACT)
    assert found.runs[0].public_test == {}
    found = compare(loaded, data, tmp_path / "runs", public_test=True, **EXACT)
    assert list(found.runs[0].public_test["public"]) == ["tile_2"]
    assert "## Public test sets" in (tmp_path / "runs" / "tables.md").read_text()


def test_views_make_no_other_run(finished):
    """Every arm is read in one view: a recipe that averages over several shares its runs with one that does not."""
    loaded, folder, _, _ = finished
    run = next(iter(runs_of(loaded, folder)))
    averaging = replace(run, recipe=run.recipe.model_copy(update={"views": 8}))
    assert runs_module._settings(averaging) == runs_module._settings(run)
    assert runs_module.finished(averaging, loaded.plan) == runs_module.finished(run, loaded.plan) is not None


def test_scores_never_reach_the_choice(finished, data):
    """Labels of the scored places turned upside down: timestep and threshold stay, scores change."""
    loaded, folder, found, _ = finished
    run = next(r for r in runs_of(loaded, folder) if r.arm.name == "contrast")
    net = runs_module.network_of(run.recipe)
    runs_module.load_weights(net, run.folder / "weights.safetensors")
    places = load_places(loaded.plan, data, run.recipe.gsd)
    turned = {
        name: [replace(s, label=np.where(s.label == 255, 255, 1 - s.label).astype(np.uint8)) for s in scenes]
        for name, scenes in places.test.items()
    }
    result = measure(run, loaded.plan, net.eval(), replace(places, test=turned))
    known = found.runs[2]
    assert (result.timestep, result.threshold, result.compared) == (known.timestep, known.threshold, known.compared)
    assert result.pooled("four").true_positive == known.pooled("four").false_positive


def test_weights_of_another_shape_say_so(finished, data, tmp_path):
    loaded, folder, _, _ = finished
    broken = tmp_path / "runs" / "control" / "seed-0"
    broken.mkdir(parents=True)
    weights = load_file(folder / "control" / "seed-0" / "weights.safetensors")
    save_file({"one": next(iter(weights.values()))}, broken / "weights.safetensors", {"steps": "2", "minutes": "0"})
    with pytest.raises(DataError, match="does not hold weights"):
        compare(loaded.narrowed(["control"], seeds=1), data, tmp_path / "runs", **EXACT)


def test_a_scene_is_what_networks_take(data):
    wanted = ScoringSet(name="s", path="pairs", gsd=0.5)
    assert all(
        isinstance(s, Scene) and s.image.shape[1] % 32 == 0 for s in runs_module.scenes_of(wanted, data, (0.5, 1))
    )
