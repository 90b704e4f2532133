# SPDX-License-Identifier: GPL-2.0-or-later
"""Timesteps told as vectors: a float32 file and kilobytes give the graph that an export of the timestep gives."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper

from model_core.diffusion.forward_process import NoiseSchedule
from model_core.errors import DataError
from model_core.export.onnx_files import halve, write_float32
from model_core.export.shared_weights import share_weights
from model_core.export.timesteps import add_timesteps
from model_core.networks.folding import FoldingNetwork
from noise2map_qgis.engine.model.bundle import load_bundle
from noise2map_qgis.engine.model.session import open_session
from noise2map_qgis.engine.model.timestep_vectors import Vectors, folded_graph, read_vectors
from tests.engine.making import make_card

SCHEDULES = {task: NoiseSchedule.named("linear") for task in ("change", "segment")}
OTHER = 100


def network(seed: int = 0) -> FoldingNetwork:
    """A network whose modulations are random, so that every timestep has weights of its own."""
    torch.manual_seed(seed)
    net = FoldingNetwork()
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            if "modulation" in name:
                parameter.normal_(0, 0.2)
    return net.eval()


def made_bundle(folder: Path, net: FoldingNetwork, halves: bool) -> Path:
    """A bundle of both tasks at timestep 600, whose files share their weights."""
    folder.mkdir(parents=True)
    graphs = {}
    for task, schedule in SCHEDULES.items():
        graphs[task] = folder / f"{task}.onnx"
        write_float32(net.deploy(task, 600, float(schedule.signal[600]), float(schedule.noise[600])), graphs[task])
        if halves:
            halve(graphs[task])
    weights = folder / "weights.bin"
    share_weights(list(graphs.values()), weights)
    steps = {"offered": [600], "default": 600}
    card = make_card(graphs, folder.name)
    for task in graphs:
        file = {"asset": f"{task}-float32", "precision": "float32", "timestep": 600, "weights": "weights"}
        card["properties"]["noise2map:tasks"][task] |= {"timesteps": dict(steps), "files": [file]}
    card["assets"]["weights"] = {
        "href": "./weights.bin",
        "type": "application/octet-stream",
        "roles": ["mlm:weights"],
        "noise2map:sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
    }
    (folder / "card.json").write_text(json.dumps(card))
    return folder


@pytest.fixture(scope="module")
def exact(tmp_path_factory) -> tuple[Path, FoldingNetwork]:
    net = network()
    folder = made_bundle(tmp_path_factory.mktemp("bundles") / "exact", net, halves=False)
    add_timesteps(folder, net, SCHEDULES, (OTHER,), lambda line: None)
    return folder, net


def probability(model: bytes, image: np.ndarray) -> np.ndarray:
    """The probability in float32, before it becomes a byte."""
    graph = onnx.load_from_string(model)
    (sigmoid,) = [node for node in graph.graph.node if node.op_type == "Sigmoid"]
    graph.graph.output.append(helper.make_tensor_value_info(sigmoid.output[0], TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run([sigmoid.output[0]], {"image": image})[0]


def ground(bands: int) -> np.ndarray:
    rng = np.random.default_rng(3)
    coarse = rng.integers(0, 255, (1, bands, 12, 12), dtype=np.uint8)
    return np.kron(coarse, np.ones((1, 1, 8, 8), np.uint8))


@pytest.mark.parametrize("task", ["change", "segment"])
def test_the_graph_made_equals_the_exported_one(exact, task, tmp_path):
    folder, net = exact
    card = load_bundle(folder).tasks[task]
    assert card.timesteps == (OTHER, 600)
    file = card.file(OTHER, "float32")
    assert file is not None
    assert file.vectors is not None
    made = folded_graph(file.path, read_vectors(file.vectors.path, task, OTHER))
    onnx.checker.check_model(onnx.load_from_string(made))
    schedule = SCHEDULES[task]
    exported = tmp_path / "exported.onnx"
    write_float32(net.deploy(task, OTHER, float(schedule.signal[OTHER]), float(schedule.noise[OTHER])), exported)
    image = ground(6 if task == "change" else 3)
    wanted = probability(exported.read_bytes(), image)
    difference = np.abs(probability(made, image) - wanted).max()
    assert difference < 1e-3
    # At its own timestep the file says something else, so that the test cannot pass by doing nothing.
    own = folded_graph(file.path, Vectors({}, {}))
    assert np.abs(probability(own, image) - wanted).max() > 10 * difference


def test_the_vectors_are_kilobytes(exact):
    folder, _ = exact
    assert (folder / "timesteps.safetensors").stat().st_size < 60_000
    assert (folder / "weights.bin").stat().st_size > 10_000_000


def test_a_session_opens_at_the_timestep(exact, tmp_path):
    """Of weights stored as halves, as bundles have them, the bytes differ by the rounding alone."""
    folder, net = exact
    halved = made_bundle(tmp_path / "halved", net, halves=True)
    add_timesteps(halved, net, SCHEDULES, (OTHER,), lambda line: None)
    image = ground(6)
    answers = [
        open_session(load_bundle(of), "change", OTHER, device="CPU", views=1).run(image).astype(int)
        for of in (folder, halved)
    ]
    assert np.abs(answers[0] - answers[1]).max() <= 2
    assert open_session(load_bundle(halved), "change", OTHER, device="CPU", views=1).precision == "float32"


def test_weights_of_another_network_are_refused(exact):
    folder, _ = exact
    with pytest.raises(DataError, match="not those of the bundle: for the task 'change'"):
        add_timesteps(folder, network(seed=1), SCHEDULES, (200,), lambda line: None)
