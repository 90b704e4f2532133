# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of the trained network in every form but int8, which has its own tests."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from safetensors.torch import load_file

from model_core.diffusion.forward_process import NoiseSchedule
from model_core.errors import DataError
from model_core.export.onnx_files import halve, write_float16, write_float32, write_timed
from model_core.networks.folding import FoldingNetwork
from model_core.networks.registry import build_network
from model_core.networks.timed import TimedNetwork

WEIGHTS = Path(__file__).parents[3] / "model_core" / "weights" / "noise2map-lite.safetensors"
SHAPES = ((1, 64, 64), (3, 96, 160))


def opened(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def images(task: str, batch: int, rows: int, cols: int) -> np.ndarray:
    bands = 6 if task == "change" else 3
    return np.random.default_rng(rows).integers(0, 256, (batch, bands, rows, cols), dtype=np.uint8)


@pytest.fixture(scope="module")
def trained() -> FoldingNetwork:
    net = FoldingNetwork()
    net.load_state_dict(load_file(WEIGHTS))
    return net.eval()


@pytest.fixture(scope="module", params=["change", "segment"])
def deployed(request, trained):
    schedule = NoiseSchedule.named("linear")
    return trained.deploy(request.param, 600, float(schedule.signal[600]), float(schedule.noise[600]))


@torch.no_grad()
def test_files_take_tiles_of_any_size_and_number(deployed, tmp_path):
    write_float32(deployed, tmp_path / "float32.onnx")
    write_float16(tmp_path / "float32.onnx", tmp_path / "float16.onnx")
    full = (tmp_path / "float32.onnx").stat().st_size
    halve(tmp_path / "float32.onnx")
    for name, most, mean in (("float32", 3, 0.2), ("float16", 12, 0.5)):
        assert (tmp_path / f"{name}.onnx").stat().st_size < 0.6 * full
        session = opened(tmp_path / f"{name}.onnx")
        for shape in SHAPES:
            image = images(deployed.task, *shape)
            (found,) = session.run(["probability"], {"image": image})
            expected = deployed(torch.from_numpy(image)).numpy()
            assert found.dtype == np.uint8
            assert found.shape == expected.shape
            assert np.abs(found.astype(int) - expected).max() <= most
            assert np.abs(found.astype(int) - expected).mean() <= mean


def test_a_file_of_halves_computes_in_halves(deployed, tmp_path):
    write_float32(deployed, tmp_path / "float32.onnx")
    write_float16(tmp_path / "float32.onnx", tmp_path / "float16.onnx")
    graph = onnx.load(tmp_path / "float16.onnx").graph
    kinds = {tensor.name: tensor.data_type for tensor in graph.initializer}
    weights = [kinds[node.input[1]] for node in graph.node if node.op_type == "Conv"]
    assert set(weights) == {onnx.TensorProto.FLOAT16}
    # Float32 comes back nowhere in between: no more casts than the bytes need on their way in and out.
    floats = [n for n in graph.node if n.op_type == "Cast" and n.attribute[0].i == onnx.TensorProto.FLOAT]
    assert not floats


@pytest.mark.parametrize("task", ["change", "segment"])
@pytest.mark.parametrize("schedule", ["linear", "edm"])
@torch.no_grad()
def test_a_timestep_kept_as_an_input_is_the_trained_network_at_that_timestep(trained, task, schedule, tmp_path):
    schedule = NoiseSchedule.named(schedule)
    write_timed(TimedNetwork(trained, task, schedule), tmp_path / "timed.onnx")
    session = opened(tmp_path / "timed.onnx")
    assert [(p.name, p.type) for p in session.get_inputs()] == [
        ("image", "tensor(uint8)"),
        ("timestep", "tensor(int64)"),
    ]
    image = images(task, 3, 64, 96)
    timesteps = np.array([0, 437, 999])
    (found,) = session.run(["probability"], {"image": image, "timestep": timesteps})
    for number, t in enumerate(timesteps.tolist()):
        at = trained.deploy(task, t, float(schedule.signal[t]), float(schedule.noise[t]))
        expected = at(torch.from_numpy(image[number : number + 1])).numpy()
        assert np.abs(found[number : number + 1].astype(int) - expected).max() <= 1
    assert not np.array_equal(found, session.run(None, {"image": image, "timestep": timesteps[::-1].copy()})[0])


@torch.no_grad()
def test_the_authors_network_keeps_its_timestep_too(tmp_path):
    torch.manual_seed(0)
    net = build_network("noise2map-unet", channels=(8, 8, 16), groups=4).eval()
    schedule = NoiseSchedule.named("linear")
    write_timed(TimedNetwork(net, "change", schedule), tmp_path / "timed.onnx")
    image = images("change", 2, 32, 64)
    (found,) = opened(tmp_path / "timed.onnx").run(None, {"image": image, "timestep": np.array([999, 5])})
    for number, t in enumerate((999, 5)):
        at = net.deploy("change", t, float(schedule.signal[t]), float(schedule.noise[t]))
        assert np.abs(found[number].astype(int) - at(torch.from_numpy(image))[number].numpy()).max() <= 1


def test_a_task_the_network_lacks_has_no_file(tmp_path):
    with pytest.raises(DataError, match="not for colour"):
        TimedNetwork(FoldingNetwork(), "colour", NoiseSchedule.named("linear"))
