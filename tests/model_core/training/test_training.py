# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs of a few steps: pre-train, train, resume, export; the bundle at the end is one the engine runs."""

import json

import jsonschema
import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from safetensors.torch import load_file

from model_core.diffusion.forward_process import NoiseSchedule
from model_core.errors import DataError
from model_core.export.card import licence_of
from model_core.export.export import export
from model_core.recipes.recipe import ScoredSet
from model_core.training.fitting import steps_done
from model_core.training.pretrain import pretrain
from model_core.training.train import train
from noise2map_qgis.engine.evaluation.accuracy import evaluate_folder
from noise2map_qgis.engine.model.bundle import SCHEMA_FILE, load_bundle
from noise2map_qgis.engine.model.onnx_file.external_data import external_files
from tests.model_core.conftest import needs_int8, write_image

EXACT = {"precision": "32-true", "enable_progress_bar": False}


@pytest.fixture(scope="module")
def trained(data, tmp_path_factory):
    """An unbroken run of four steps from pre-trained weights, and the recipe it followed."""
    from tests.model_core.conftest import tiny_recipe

    recipe = tiny_recipe()
    folder = tmp_path_factory.mktemp("runs")
    start = pretrain(recipe.model_copy(update={"steps": 2}), data, folder / "pre", **EXACT)
    train(recipe, data, folder / "run", start, every=4, **EXACT)
    return recipe, folder


def test_resumed_run_equals_an_unbroken_one(data, trained, monkeypatch):
    recipe, folder = trained
    monkeypatch.setattr("model_core.training.fitting.CHECKPOINT_EVERY", 2)
    halted = folder / "halted"
    train(recipe, data, halted, folder / "pre" / "weights.safetensors", max_steps=2, **EXACT)
    assert steps_done(halted) == 2
    train(recipe, data, halted, folder / "pre" / "weights.safetensors", **EXACT)
    unbroken, resumed = (load_file(folder / run / "weights.safetensors") for run in ("run", "halted"))
    # Exact but for the order in which threads add; a step of the optimiser moves weights ten times further.
    for name, value in unbroken.items():
        assert torch.allclose(value.double(), resumed[name].double(), rtol=1e-5, atol=1e-6), name


def test_training_moves_every_part_and_logs_the_held_out_tiles(trained):
    _, folder = trained
    start, end = (load_file(folder / run / "weights.safetensors") for run in ("pre", "run"))
    for part in (
        "encoder.stem.conv.weight",
        "decoder.convs.0.weight",
        "heads.change.2.weight",
        "heads.segment.2.weight",
    ):
        assert not torch.equal(start[part], end[part]), part
    header = (folder / "run" / "log" / "metrics.csv").read_text().splitlines()[0]
    assert "val/change_f1_t999" in header
    assert "loss/exclusive" in header


@needs_int8
def test_bundle_of_a_run_is_valid_and_runs(data, trained, tmp_path):
    recipe, folder = trained
    run = folder / "run"
    recipe = recipe.model_copy(
        update={
            "int8": True,
            "candidates": [999],
            "tests": [ScoredSet(name="again", path="pairs", task="change", gsd=0.5)],
        }
    )
    (run / "recipe.yaml").write_text(json.dumps(json.loads(recipe.model_dump_json())))
    card = export(run, data, tmp_path / "bundle", log=lambda line: None, float16=True, explain=True)
    jsonschema.validate(json.loads(card.read_text()), json.loads(SCHEMA_FILE.read_text()))
    bundle = load_bundle(tmp_path / "bundle")
    assert set(bundle.tasks) == {"change", "segment"}
    assert {(m["data"], m["split"]) for m in bundle.tasks["change"].metrics} == {
        ("p", "validation"),
        ("p", "validation, int8"),
        ("again", "test"),
    }
    for task, bands in (("change", 6), ("segment", 3)):
        maps = {}
        for file in bundle.tasks[task].files:
            bundle.verify(file)
            session = onnxruntime.InferenceSession(str(file.path), providers=["CPUExecutionProvider"])
            image = np.random.default_rng(0).integers(0, 256, (2, bands, 96, 64), dtype=np.uint8)
            (maps[file.precision],) = session.run(["probability"], {"image": image})
            assert maps[file.precision].shape == (2, 1, 96, 64)
            assert maps[file.precision].dtype == np.uint8
        net = _exported_network(run, recipe)
        timestep, schedule = bundle.tasks[task].default_timestep, NoiseSchedule.named(recipe.schedules()[task])
        folded = net.fold(task, timestep, float(schedule.signal[timestep]), float(schedule.noise[timestep]))
        levels = folded(torch.from_numpy(image)).numpy().astype(int)
        # The file's weights are halves: a level or two of 254 on an untrained network.
        assert np.abs(levels - maps["float32"]).max() <= 2
    found = evaluate_folder(bundle, "change", data / "pairs", gsd=0.5)
    assert len(found.tiles) == 6
    _check_shared(bundle)


def _check_shared(bundle):
    """Both tasks of a precision name one file of weights, which is hardly larger than those of one task."""
    for precision in ("float32", "float16", "int8"):
        files = [task.file(999, precision) for task in bundle.tasks.values()]
        (weights,) = {file.weights.path for file in files}
        assert weights.name == f"weights-{precision}.bin"
        alone = []
        for file in files:
            assert external_files(file.path) == {weights}
            alone.append(len(onnx.load(file.path).SerializeToString()))
        sizes = [path.stat().st_size for path in (weights, *(file.path for file in files))]
        assert sum(sizes) < 0.65 * sum(alone)
        assert max(sizes[1:]) < 300_000
    explaining = list(bundle.folder.glob("*any-timestep*.onnx"))
    assert len(explaining) == 2
    assert not any(external_files(path) for path in explaining)


def _exported_network(folder, recipe):
    from model_core.networks.folding import FoldingNetwork
    from model_core.training.train import load_weights

    net = FoldingNetwork(recipe.encoder)
    load_weights(net, folder / "weights.safetensors")
    return net.eval()


def test_one_research_only_image_closes_the_weights(recipe):
    free = [s.model_copy(update={"terms": "CC BY 4.0 (OpenAerialMap)"}) for s in recipe.sources]
    assert licence_of(free, free)["open"] is True
    assert "other terms" not in licence_of(free, free)["note"]
    closed = [free[0].model_copy(update={"terms": "research use"}), *free[1:]]
    assert licence_of(closed, free)["open"] is False
    assert free[0].name in licence_of(closed, free)["note"]


def test_an_image_that_only_chose_closes_nothing_and_is_named(recipe):
    free = [s.model_copy(update={"terms": "CC BY 4.0 (OpenAerialMap)"}) for s in recipe.sources]
    licence = licence_of(free[1:], [free[0].model_copy(update={"terms": "research use"}), *free[1:]])
    assert licence["open"] is True
    assert "Images under other terms (p) only chose timestep, threshold and calibration." in licence["note"]


def test_export_of_nothing_says_what_to_do(data, tmp_path):
    with pytest.raises(DataError, match="train first"):
        export(tmp_path, data, tmp_path / "out")


def test_weights_of_another_network_are_refused(data, recipe, tmp_path):
    write_image(tmp_path / "weights.safetensors", np.zeros((2, 2), np.uint8))
    with pytest.raises(DataError, match="does not hold weights"):
        train(recipe, data, tmp_path / "run", tmp_path / "weights.safetensors", **EXACT)
