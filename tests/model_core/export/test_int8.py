# SPDX-License-Identifier: GPL-2.0-or-later
"""8-bit files: nothing is left in float, and little is lost."""

from collections import Counter
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from safetensors.torch import load_file
from torch import nn

from model_core.diffusion.forward_process import NoiseSchedule
from model_core.errors import DataError
from model_core.export.int8.ranges import Encoding, observe
from model_core.export.int8.weights import byte_weights
from model_core.export.int8.writer import write_int8
from model_core.export.onnx_files import write_float32
from model_core.networks.folding import FoldingNetwork
from tests.model_core.conftest import needs_int8

WEIGHTS = Path(__file__).parents[3] / "model_core" / "weights" / "noise2map-lite.safetensors"


def towns(count: int, bands: int, rows: int = 96, cols: int = 128) -> np.ndarray:
    """Images with squares on mottled ground, (count, bands, rows, cols) uint8."""
    rng = np.random.default_rng(0)
    images = rng.normal(110, 12, (count, bands, rows, cols))
    for image in images:
        for _ in range(12):
            row, col, band = rng.integers(rows - 16), rng.integers(cols - 16), rng.integers(bands // 3) * 3
            image[band : band + 3, row : row + 16, col : col + 16] += rng.normal(0, 70)
    return images.clip(0, 255).astype(np.uint8)


def opened(path: Path, optimised: Path | None = None) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    if optimised is not None:
        options.optimized_model_filepath = str(optimised)
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@pytest.fixture(scope="module", params=["change", "segment"])
def files(request, tmp_path_factory):
    """The float32 and the int8 file of the trained network for a task."""
    folder = tmp_path_factory.mktemp("int8")
    net = FoldingNetwork()
    net.load_state_dict(load_file(WEIGHTS))
    schedule = NoiseSchedule.named("linear")
    folded = net.eval().deploy(request.param, 600, float(schedule.signal[600]), float(schedule.noise[600]))
    bands = 6 if request.param == "change" else 3
    write_float32(folded, folder / "float32.onnx")
    write_int8(folder / "float32.onnx", folder / "int8.onnx", towns(6, bands)[:, None])
    return folder, bands


@needs_int8
def test_maps_of_bytes_are_nearly_those_of_floats(files):
    folder, bands = files
    images = towns(8, bands)[6:]
    exact, rough = (opened(folder / f"{kind}.onnx").run(None, {"image": images})[0] for kind in ("float32", "int8"))
    assert rough.shape == (2, 1, 96, 128)
    assert rough.dtype == np.uint8
    assert exact.max() > 127 > exact.min()
    assert np.abs(exact.astype(int) - rough).mean() < 6
    assert ((exact > 127) != (rough > 127)).mean() < 0.02


@needs_int8
def test_every_operator_runs_on_bytes(files, tmp_path):
    folder, _ = files
    opened(folder / "int8.onnx", tmp_path / "optimised.onnx")
    found = Counter(node.op_type for node in onnx.load(tmp_path / "optimised.onnx").graph.node)
    assert not found.keys() & {
        "Conv",
        "FusedConv",
        "Add",
        "QuantizeLinear",
        "DequantizeLinear",
        "Sigmoid",
        "Relu",
        "Clip",
    }
    assert found["QLinearConv"] > 60
    # One in for the image; one out at most for the pixel shuffle.
    assert found["Transpose"] <= 2


def test_weights_of_both_halves_are_stored_once(files):
    folder, _ = files
    assert (folder / "int8.onnx").stat().st_size < 0.32 * (folder / "float32.onnx").stat().st_size


def test_two_neighbouring_products_fit_sixteen_bits():
    weight = np.random.default_rng(0).normal(size=(8, 6, 3, 3))
    made = byte_weights(weight, np.zeros(8), 1, 0.1, np.zeros(6))
    pairs = np.abs(made.values.astype(int)).reshape(8, 3, 2, 3, 3).sum(2)
    # Each of the two was rounded up by half a step at most.
    assert pairs.max() <= 129
    assert 255 * 129 < 2**15 + 255
    assert np.abs(made.values * made.scale[:, None, None, None] - weight).max() <= made.scale.max() / 2 + 1e-6
    depthwise = byte_weights(weight[:, :1], np.zeros(8), 8, 0.1, np.zeros(8))
    assert np.abs(depthwise.values).max() == 127


def test_the_bias_takes_off_what_rounding_adds():
    rng = np.random.default_rng(1)
    weight, bias, mean = rng.normal(size=(4, 32, 1, 1)), rng.normal(size=4), rng.uniform(2, 6, 32)
    made = byte_weights(weight, bias, 1, 6 / 255, mean)
    values = made.values[:, :, 0, 0] * made.scale[:, None]
    expected = weight[:, :, 0, 0] @ mean + bias
    assert values @ mean + made.bias * made.bias_scale == pytest.approx(expected, abs=1e-3)
    assert np.abs(values @ mean + bias - expected).max() > 1e-2


def test_a_channel_of_zeros_keeps_its_bias():
    made = byte_weights(np.zeros((1, 2, 1, 1)), np.array([5.0]), 1, 0.02, np.ones(2))
    assert made.bias * made.bias_scale == pytest.approx([5.0], rel=1e-6)


def test_what_is_left_of_a_dead_channel_is_zeros_whatever_it_reads():
    """Its step follows the bias and the input's scale, which differ from task to task: its weights must not."""
    rng = np.random.default_rng(2)
    weight = rng.normal(size=(3, 8, 1, 1)) * np.array([1, 1e-7, 1])[:, None, None, None]
    bias, mean = np.array([0.5, -2.0, 0.1]), np.full(8, 3.0)
    one, other = (byte_weights(weight, bias, 1, scale, mean) for scale in (0.02, 0.03))
    assert not one.values[1].any()
    assert one.values[0].any()
    assert one.values[2].any()
    np.testing.assert_array_equal(one.values, other.values)
    assert (one.bias * one.bias_scale)[1] == pytest.approx(-2.0 + weight[1].sum() * 3.0, abs=1e-8)


def test_zero_has_a_byte_of_its_own():
    for low, high in ((-1.3, 5.2), (0.4, 3.0), (-7.0, -2.0), (0.0, 0.0)):
        encoding = Encoding.over(low, high)
        assert encoding.scale > 0
        assert encoding.scale * (0.0 - float(encoding.zero)) <= min(low, 0) + float(encoding.scale)
        assert encoding.scale * (255.0 - float(encoding.zero)) >= max(high, 0) - float(encoding.scale)


def exported(module: nn.Module, path: Path) -> Path:
    image = torch.zeros(1, 3, 512, 512, dtype=torch.uint8)
    torch.onnx.export(module, (image,), str(path), input_names=["image"], dynamo=False, opset_version=17)
    return path


class Sums(nn.Module):
    """Each pixel's bands added, through a convolution and an activation."""

    def __init__(self, activation: nn.Module) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 2, 1)
        self.activation = activation
        nn.init.ones_(self.conv.weight)
        nn.init.zeros_(self.conv.bias)

    def forward(self, image):
        return self.activation(self.conv(image.float()))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_outliers_are_left_out_of_a_range(tmp_path):
    image = np.full((1, 3, 512, 512), 20, np.uint8)
    image[..., 0, 0] = 255
    model = onnx.load(exported(Sums(nn.ReLU()), tmp_path / "sums.onnx"))
    name = next(node.output[0] for node in model.graph.node if node.op_type == "Relu")
    found = observe(model, [image])[name]
    assert found.highest == 765
    assert found.high < 70
    assert found.mean == pytest.approx(np.full(2, 60 + 705 / 512**2), rel=1e-4)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_network_with_other_operators_is_refused(tmp_path):
    source = exported(Sums(nn.Softplus()), tmp_path / "soft.onnx")
    with pytest.raises(DataError, match="Softplus.*export it as float32 or float16"):
        write_int8(source, tmp_path / "int8.onnx", [np.zeros((1, 3, 32, 32), np.uint8)])
