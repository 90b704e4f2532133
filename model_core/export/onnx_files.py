# SPDX-License-Identifier: GPL-2.0-or-later
"""Networks as ONNX files, and maps made with them. 8-bit files have a room of their own: int8."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnx.numpy_helper
import onnxruntime
import torch
from onnxruntime.transformers.float16 import convert_float_to_float16

from model_core.networks.interface import BANDS, Deployed
from model_core.networks.timed import TimedNetwork
from model_core.selection.validation import HeldOut, Mapper

OPSET = 17
# Values from which on a tensor of weights is stored as halves; biases are not worth it.
_WORTH_HALVING = 256


def write_float32(net: Deployed, path: Path) -> None:
    """Write a network as it is deployed; batch, rows and cols are free (rows and cols multiples of 32)."""
    _write(net, (_image(net.task),), ["image"], path)


def write_timed(net: TimedNetwork, path: Path) -> None:
    """Write a network that takes `timestep` (batch,) int64 beside `image`; otherwise as write_float32."""
    _write(net, (_image(net.task), torch.zeros(2, dtype=torch.int64)), ["image", "timestep"], path)


def _image(task: str) -> torch.Tensor:
    # Two of them: what holds for one alone must not be written down as a constant.
    return torch.zeros(2, BANDS * (2 if task == "change" else 1), 64, 64, dtype=torch.uint8)


def _write(net: torch.nn.Module, inputs: tuple[torch.Tensor, ...], names: list[str], path: Path) -> None:
    free = {0: "batch", 2: "rows", 3: "cols"}
    with warnings.catch_warnings():
        # The exporter's own notes on its future and on shapes left free on purpose.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            net.eval(),
            inputs,
            str(path),
            input_names=names,
            output_names=["probability"],
            dynamic_axes={"image": free, "timestep": {0: "batch"}, "probability": free},
            opset_version=OPSET,
            dynamo=False,
        )


def simplified(source: Path) -> onnx.ModelProto:
    """The float graph without what the exporter left behind: constants folded, paddings inside convolutions."""
    with tempfile.TemporaryDirectory() as folder:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.optimized_model_filepath = str(Path(folder) / "simplified.onnx")
        onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])
        return onnx.load(options.optimized_model_filepath)


def write_float16(source: Path, path: Path) -> None:
    """Write a float32 file that computes in halves: for GPUs, which are twice as fast with them.

    Bytes go in and out as before; sums of the first convolution reach some hundreds, far from the largest half.
    """
    model = convert_float_to_float16(simplified(source), keep_io_types=True, op_block_list=[])
    onnx.checker.check_model(model)
    onnx.save(model, path)


def halve(path: Path) -> None:
    """Store a file's weights as halves, in place; they become float32 again when a session opens it.

    That halves the file and rounds weights to 11 bits; nothing else of the computation changes.
    """
    model = onnx.load(path)
    casts, kept = [], []
    for tensor in model.graph.initializer:
        values = onnx.numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < _WORTH_HALVING:
            kept.append(tensor)
            continue
        half = f"{tensor.name}_half"
        kept.append(onnx.numpy_helper.from_array(values.astype(np.float16), half))
        casts.append(onnx.helper.make_node("Cast", [half], [tensor.name], to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(kept)
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def runs_here(path: Path) -> bool:
    """Whether the ONNX Runtime installed here has all operators of a file: those for Python 3.9 and 3.10 lack 8-bit ones."""
    try:
        _opened(path)
    except onnxruntime.capi.onnxruntime_pybind11_state.NotImplemented:
        return False
    return True


def _opened(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def onnx_mapper(files: dict[str, Path]) -> Mapper:
    """Maps validation tiles with the ONNX files of each task, as users' tiles are mapped."""
    sessions = {task: _opened(path) for task, path in files.items()}

    def mapped(tile: HeldOut) -> np.ndarray:
        image = np.concatenate([image.numpy() for image in tile.images])[None]
        return sessions[tile.task].run(["probability"], {"image": image})[0][0, 0]

    return mapped
