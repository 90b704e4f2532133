# SPDX-License-Identifier: GPL-2.0-or-later
"""Recipes, plans, runs, checkpoints, settings and commands of version 0.1.0 still work, with a warning."""

from __future__ import annotations

import json
import warnings

import pytest
import torch
import yaml
from typer.testing import CliRunner

from model_core.cli.app import app
from model_core.compare import runs as runs_module
from model_core.compare.compare import compare
from model_core.compare.plan import load_plan
from model_core.compare.runs import finished, runs_of
from model_core.errors import DataError
from model_core.old_names import ARMS, OPTIONS, PLAN, RECIPE, OldNames, OldNameWarning
from model_core.recipes.recipe import load_recipe
from model_core.training import fitting
from model_core.training.train import train
from tests.model_core.compare.conftest import plan_fields, write_plan
from tests.model_core.conftest import tiny_recipe

EXACT = {"accelerator": "cpu", "precision": "32-true", "logger": False, "enable_progress_bar": False}
# Every old name of a recipe with a value, and what it is now.
OLD_RECIPE = {"averaging": 0.5, "encoder_rate": 0.25, "rate": "constant", "timesteps": "fade"}
NEW_RECIPE = {"ema_decay": 0.5, "encoder_lr_multiplier": 0.25, "lr_schedule": "constant", "timesteps": "annealed"}


def renamed(fields: dict, names: dict[str, str]) -> dict:
    """Fields with the old names in place of the new ones."""
    back = {new: old for old, new in names.items()}
    return {back.get(name, name): value for name, value in fields.items()}


def old_recipe() -> dict:
    """The tiny recipe as version 0.1.0 would write it."""
    fields = renamed(json.loads(tiny_recipe().model_dump_json()), RECIPE.fields) | OLD_RECIPE
    fields["sources"] = [renamed(source, RECIPE.items["sources"].fields) for source in fields["sources"]]
    fields["sources"][0]["loose"] = 3
    return fields


def test_a_recipe_loads_and_every_old_name_is_reported(tmp_path):
    path = tmp_path / "old.yaml"
    path.write_text(yaml.safe_dump(old_recipe()))
    with pytest.warns(OldNameWarning) as told:
        recipe = load_recipe(path)
    assert recipe.model_dump(include=set(NEW_RECIPE)) == NEW_RECIPE
    assert recipe.sources[0].ignore_boundary == 3
    messages = " ".join(str(warning.message) for warning in told)
    for old, new in (*RECIPE.fields.items(), ("fade", "annealed"), ("loose", "ignore_boundary")):
        assert f"'{old}'" in messages, old
        assert f"'{new}'" in messages, new
    assert str(path) in messages


def test_the_old_and_the_new_name_together_are_refused(tmp_path):
    path = tmp_path / "both.yaml"
    path.write_text(yaml.safe_dump(old_recipe() | {"ema_decay": 0.9}))
    with pytest.warns(OldNameWarning), pytest.raises(DataError, match="gives 'ema_decay' twice"):
        load_recipe(path)


def test_an_unknown_name_is_still_refused(tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text(yaml.safe_dump(json.loads(tiny_recipe().model_dump_json()) | {"averging": 0.9}))
    with pytest.raises(DataError, match="no field 'averging'"):
        load_recipe(path)


@pytest.mark.parametrize(
    ("setting", "field", "value"),
    [
        ("averaging=0", "ema_decay", 0),
        ("encoder_rate=1", "encoder_lr_multiplier", 1),
        ("rate=constant", "lr_schedule", "constant"),
        ("timesteps=order", "timesteps", "contrast"),
        ("timesteps=fade", "timesteps", "annealed"),
    ],
)
def test_a_setting_of_the_command_line(tmp_path, setting, field, value):
    path = tmp_path / "recipe.yaml"
    path.write_text(tiny_recipe().model_dump_json())
    with pytest.warns(OldNameWarning, match="The setting"):
        assert getattr(load_recipe(path, [setting]), field) == value
    for source in ("0", "p"):
        with pytest.warns(OldNameWarning, match="ignore_boundary"):
            assert load_recipe(path, [f"sources.{source}.loose=4"]).sources[0].ignore_boundary == 4


def test_new_names_give_no_warning(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("error", OldNameWarning)
        load_plan(write_plan(tmp_path))
        load_recipe(tmp_path / "recipe.yaml", ["ema_decay=0", "sources.0.ignore_boundary=2", "timesteps=annealed"])


def old_plan(tmp_path) -> dict:
    fields = renamed(plan_fields() | {"public_test": []}, PLAN.fields)
    fields["set"] |= {"averaging": 0.5, "sources.0.loose": 2}
    fields["arms"][1] = {"name": "order", "set": {"timesteps": "order"}}
    fields["arms"] = fields["arms"][:2]
    path = tmp_path / "plan.yaml"
    write_plan(tmp_path)
    path.write_text(yaml.safe_dump(fields, sort_keys=False))
    return fields


def test_a_plan_loads(tmp_path):
    fields = old_plan(tmp_path)
    with pytest.warns(OldNameWarning) as told:
        loaded = load_plan(tmp_path / "plan.yaml")
    assert loaded.plan.validation[0].name == fields["choose_on"][0]["name"]
    assert [wanted.name for wanted in loaded.plan.test] == ["four", "five"]
    recipe = loaded.recipe(loaded.plan.arm("order"), 0)
    assert (recipe.timesteps, recipe.ema_decay, recipe.sources[0].ignore_boundary) == ("contrast", 0.5, 2)
    messages = " ".join(str(warning.message) for warning in told)
    assert all(f"'{old}'" in messages for old in ("choose_on", "score_on", "tests", "averaging"))


def test_a_run_of_a_comparison_is_not_repeated(data, tmp_path, monkeypatch):
    """The folder of an old arm, with the settings and the result that version 0.1.0 wrote."""
    loaded = load_plan(write_plan(tmp_path))
    plan = loaded.plan.model_copy(update={"arms": loaded.plan.arms[:2], "seeds": [0]})
    loaded = loaded.model_copy(update={"plan": plan})
    output = tmp_path / "runs"
    compare(loaded, data, output, **EXACT)
    (output / "contrast").rename(output / "order")
    folder = output / "order" / "seed-0"
    settings = json.loads((folder / "settings.json").read_text())
    old = renamed(settings, RECIPE.fields) | {"timesteps": "order"}
    old["sources"] = [renamed(source, RECIPE.items["sources"].fields) for source in old["sources"]]
    (folder / "settings.json").write_text(json.dumps(old))
    kept = json.loads((folder / "result.json").read_text())
    places, result = renamed(kept["places"], PLAN.fields), kept["result"] | {"arm": "order"}
    result = renamed(result, {"scored": "test", "tests": "public_test"})
    old_result = {"places": places, "tests": {"tests": kept["public_test"]["public_test"]}, "result": result}
    (folder / "result.json").write_text(json.dumps(old_result))
    run = next(run for run in runs_of(loaded, output) if run.arm.name == "contrast")
    assert run.folder == folder
    found = finished(run, loaded.plan)
    assert found is not None
    assert (found.arm, found.pooled("four").total) == ("contrast", 96 * 96)
    monkeypatch.setattr(runs_module, "train", lambda *_, **__: pytest.fail("the run was trained again"))
    compare(loaded, data, output, **EXACT)


@pytest.mark.parametrize(("old", "new"), ARMS.items())
def test_an_arm_of_a_bundled_plan_is_found_by_its_old_name(old, new):
    plan = load_plan("levers" if old == "no-averaging" else "science").plan
    with pytest.warns(OldNameWarning, match=new):
        assert new in [arm.name for arm in plan.only([old]).arms]


def test_a_checkpoint_continues(data, tmp_path, monkeypatch):
    """Its recipe has old names, and the state of the validation callback has its old name."""
    monkeypatch.setattr(fitting, "CHECKPOINT_EVERY", 1)
    recipe = tiny_recipe().model_copy(update={"steps": 2, "patience": 9, "timesteps": "contrast"})
    train(recipe, data, tmp_path, every=1, **EXACT)
    checkpoint = torch.load(tmp_path / "last.ckpt", weights_only=True)
    fields = renamed(json.loads(checkpoint["recipe"]), RECIPE.fields) | {"timesteps": "order"}
    fields["sources"] = [renamed(source, RECIPE.items["sources"].fields) for source in fields["sources"]]
    checkpoint["recipe"] = json.dumps(fields)
    checkpoint["callbacks"]["Watch"] = checkpoint["callbacks"].pop("ValidationCallback") | {"best": 2.0}
    torch.save(checkpoint, tmp_path / "last.ckpt")
    train(recipe.model_copy(update={"steps": 3}), data, tmp_path, every=1, **EXACT)
    after = torch.load(tmp_path / "last.ckpt", weights_only=True)
    assert after["global_step"] == 3
    assert after["callbacks"]["ValidationCallback"]["best"] == 2.0


@pytest.mark.parametrize("old", OPTIONS)
def test_an_option_has_its_new_name_in_the_help_alone(old):
    command = {"--peak": "detect", "--tests": "compare"}[old]
    shown = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200", "TERM": "dumb"}).output
    assert OPTIONS[old] in shown
    assert f"{old} " not in shown


@pytest.mark.parametrize("arguments", [["--peak", "2"], ["--peak=2"], ["--high-threshold", "2"]])
def test_an_option_is_read_by_either_name(arguments):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", OldNameWarning)
        run = CliRunner().invoke(app, ["detect", "a.tif", "b.tif", "-o", "out", *arguments])
    assert run.exit_code == 2
    assert "less than or equal to" in " ".join(run.output.split())
    assert any("--high-threshold" in str(warning.message) for warning in told) == ("--peak" in arguments[0])


def test_what_follows_a_double_dash_is_no_option():
    with warnings.catch_warnings():
        warnings.simplefilter("error", OldNameWarning)
        assert CliRunner().invoke(app, ["info", "--", "--peak"]).exit_code == 1


def test_a_file_that_is_no_mapping_stays_as_it_is():
    assert OldNames(fields={"a": "b"}).replace(["a"], "Here") == ["a"]
