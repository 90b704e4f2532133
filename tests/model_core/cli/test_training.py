# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map pretrain`, `train` and `schema` as a person or a program calls them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import lightning as L
import pytest
from rich.console import Console

from model_core.cli.app import main
from model_core.cli.training_progress import TrainingProgressBar
from model_core.errors import DataError
from model_core.networks.registry import NETWORKS
from model_core.recipes.schema import recipe_schema
from noise2map_qgis.engine.evaluation.accuracy import evaluate_folder
from noise2map_qgis.engine.model.bundle import load_bundle
from tests.model_core.conftest import needs_int8
from tests.model_core.tiny_network import TINY

ROOT = Path(__file__).resolve().parents[3]
QUICK = ("--set", "network=tiny", "--set", "crop=64", "--set", "pairs=2", "--set", "network_options={tasks: [change]}")


@pytest.fixture
def noise2map(monkeypatch, capsys):
    """Runs a command in this process with the tiny network at hand; returns exit code, stdout and stderr."""
    monkeypatch.setitem(NETWORKS, "tiny", TINY)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["noise2map", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@needs_int8
def test_an_own_folder_becomes_a_bundle_that_detect_change_runs(noise2map, data, tmp_path):
    """As a process of its own, with the network of every day, by the clock."""
    command = [
        "train",
        data / "pairs",
        "-o",
        tmp_path / "run",
        "--minutes",
        "0.01",
        "--set",
        "crop=64",
        "--set",
        "pairs=2",
    ]
    process = [sys.executable, "-m", "model_core.cli.app", *map(str, command), "--set", "candidates=[0]", "--json"]
    run = subprocess.run(process, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    facts = json.loads(run.stdout)
    assert facts["steps"] >= 1
    assert facts["tasks"]["change"]["timestep"] == 0
    assert [line["split"] for line in facts["tasks"]["change"]["metrics"]] == ["validation", "validation, int8"]
    bundle = load_bundle(Path(facts["bundle"]))
    assert list(bundle.tasks) == ["change"]
    assert len(evaluate_folder(bundle, "change", data / "pairs", gsd=0.5).scenes) == 6
    again = (
        *("export", tmp_path / "run", "-o", tmp_path / "more", "--data", data / "pairs"),
        *("--float16", "--explain", "--json"),
    )
    code, out, err = noise2map(*again)
    assert code == 0, err
    assert Path(json.loads(out)["bundle"]) == tmp_path / "more"
    precisions = {file.precision for file in load_bundle(tmp_path / "more").tasks["change"].files}
    assert precisions == {"float32", "float16", "int8"}
    assert list((tmp_path / "more").glob("change-any-timestep-*.onnx"))


def test_weights_alone_and_what_a_person_is_told(noise2map, data, tmp_path):
    common = ("train", data / "pairs", "-o", tmp_path, "--no-bundle", "--steps", "2", *QUICK)
    code, out, err = noise2map(*common)
    assert code == 0, err
    assert "2 steps in" in out
    assert str(tmp_path / "weights.safetensors") in out
    assert f"tensorboard --logdir {tmp_path / 'log'}" in out
    assert "Training own-pairs" in err


def test_pretraining_hands_its_weights_on(noise2map, data, tmp_path):
    tasks = ("--set", "network_options={tasks: [change, segment, denoise]}")
    common = (data / "pairs", "--json", "--steps", "1", *QUICK, *tasks)
    code, out, err = noise2map("pretrain", *common, "-o", tmp_path / "pre")
    assert code == 0, err
    facts = json.loads(out)
    assert facts["steps"] == 1
    code, out, err = noise2map("train", *common, "-o", tmp_path / "run", "--no-bundle", "--start", facts["weights"])
    assert code == 0, err
    assert json.loads(out)["steps"] == 1


def test_steps_and_seed_and_settings_reach_the_recipe(noise2map, data, tmp_path):
    settings = ("--set", "sources.0.weight=0.5", "--set", "epochs=9", "--steps", "1", "--seed", "3")
    code, _, err = noise2map("train", data / "pairs", "-o", tmp_path, "--no-bundle", *QUICK, *settings)
    assert code == 0, err
    saved = (tmp_path / "recipe.yaml").read_text()
    for line in ("steps: 1", "seed: 3", "epochs: null", "weight: 0.5", "network: tiny"):
        assert f"{line}\n" in saved


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("train", "nowhere"), ("no recipe or folder 'nowhere'", "whu-cd")),
        (("train", "whu-cd", "--data", "nowhere"), ("data folder 'nowhere' does not exist", "--data")),
        (("train", "whu-cd", "--data", "{empty}"), ("should hold train/ and test/",)),
        (("train", "{empty}"), ("{empty}",)),
        (("train", "{broken}"), ("broken.yaml", "'title'", "missing")),
        (("train", "{pairs}", "--set", "stepz=1"), ("no field 'stepz'; did you mean 'steps'",)),
        (("train", "{pairs}", "--set", "network=unnet"), ("no network 'unnet'", "folding")),
        (("train", "{pairs}", "--start", "{broken}", *QUICK), ("broken.yaml", "does not hold weights")),
        (("train", "{pairs}", "--precision", "half", *QUICK), ("half",)),
        (("pretrain", "{pairs}", *QUICK), ("made for change, not for denoise",)),
    ],
)
def test_a_mistake_gets_a_sentence(noise2map, data, tmp_path, arguments, words):
    places = {"pairs": data / "pairs", "empty": tmp_path / "empty", "broken": tmp_path / "broken.yaml"}
    places["empty"].mkdir()
    places["broken"].write_text("name: broken")

    def placed(text: str) -> str:
        for name, path in places.items():
            text = text.replace(f"{{{name}}}", str(path))
        return text

    code, out, err = noise2map(*map(placed, arguments), "-o", tmp_path / "run")
    assert code == 1
    assert out == ""
    assert "Traceback" not in err
    assert all(placed(word) in err for word in words), err


def test_an_output_that_cannot_be_made_is_named(noise2map, data, tmp_path):
    (tmp_path / "file").write_text("")
    code, _, err = noise2map("train", data / "pairs", "-o", tmp_path / "file" / "run", *QUICK)
    assert code == 1
    assert "file/run' can't be made" in err


def test_ctrl_c_ends_with_130_and_says_how_to_go_on(noise2map, data, tmp_path, monkeypatch):
    def stop(self, trainer, module, batch, batch_idx):
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(TrainingProgressBar, "on_train_batch_start", stop)
    code, _, err = noise2map("train", data / "pairs", "-o", tmp_path, "--no-bundle", *QUICK)
    assert code == 130
    assert "Stopped after 1 step; the same command continues from there." in err
    assert (tmp_path / "last.ckpt").exists()


def test_the_schema_is_printed_or_written(noise2map, tmp_path):
    code, out, _ = noise2map("schema")
    assert code == 0
    assert json.loads(out) == recipe_schema()
    noise2map("schema", "-o", tmp_path / "schema.json")
    assert (tmp_path / "schema.json").read_text() == out
    assert noise2map("schema", "-o", tmp_path / "no" / "schema.json")[0] == 1


def test_a_run_that_fails_shows_the_cursor_again(data, recipe, monkeypatch, tmp_path):
    """Whether the failure passes through Lightning or not."""
    from model_core.training.train import train

    class Failure(L.Callback):
        def on_train_batch_end(self, *_):
            raise DataError("The disk is full.")

    monkeypatch.setitem(NETWORKS, "tiny", TINY)
    hidden, shown = "\x1b[?25l", "\x1b[?25h"
    tiny = recipe.model_copy(update={"network": "tiny", "steps": 2})
    with (tmp_path / "terminal").open("w+") as file:
        bar = TrainingProgressBar(Console(file=file, force_terminal=True, width=120))
        with pytest.raises(DataError, match="disk is full"):
            train(tiny, data, tmp_path / "run", callbacks=[bar, Failure()], enable_progress_bar=False)
        file.seek(0)
        written = file.read()
    assert hidden in written
    assert written.rindex(shown) > written.rindex(hidden)


def test_the_bar_shows_steps_and_time_left(data, recipe, monkeypatch, tmp_path):
    from model_core.training.train import train

    monkeypatch.setitem(NETWORKS, "tiny", TINY)
    with (tmp_path / "terminal").open("w+") as file:
        terminal = Console(file=file, force_terminal=True, width=120)
        tiny = recipe.model_copy(update={"network": "tiny", "steps": 2})
        bar = TrainingProgressBar(terminal)
        shown = []

        class Peek(L.Callback):
            def on_train_batch_end(self, *_):
                shown.append(bar._bar.tasks[0].description)

        train(tiny, data, tmp_path / "run", callbacks=[bar, Peek()], enable_progress_bar=False, precision="32-true")
    assert shown[0].startswith("step 1 of 2, ")
    assert " s left, loss " in shown[0]
    assert shown[1].startswith("step 2 of 2, 0 s left")
    assert bar._bar is None
