# SPDX-License-Identifier: GPL-2.0-or-later
"""Float ONNX files of networks, and the mapper of ONNX files; 8-bit files are in `int8`."""

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
# Smallest number of values of a tensor that is stored in half precision; biases are smaller.
_WORTH_HALVING = 256


def write_float32(net: Deployed, path: Path) -> None:
    """Write a deployed network; batch, rows and cols are dynamic (rows and cols multiples of 32)."""
    _write(net, (_image(net.task),), ["image"], path)


def write_timed(net: TimedNetwork, path: Path) -> None:
    """Write a network with the inputs `image` and `timestep` (batch,) int64; otherwise as write_float32."""
    _write(net, (_image(net.task), torch.zeros(2, dtype=torch.int64)), ["image", "timestep"], path)


def _image(task: str) -> torch.Tensor:
    # A batch of two, so that the exporter does not make the batch size a constant.
    return torch.zeros(2, BANDS * (2 if task == "change" else 1), 64, 64, dtype=torch.uint8)


def _write(net: torch.nn.Module, inputs: tuple[torch.Tensor, ...], names: list[str], path: Path) -> None:
    free = {0: "batch", 2: "rows", 3: "cols"}
    with warnings.catch_warnings():
        # Warnings of the exporter about its deprecation and about dynamic shapes.
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
    """Return the float graph with constants folded and paddings inside convolutions."""
    with tempfile.TemporaryDirectory() as folder:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.optimized_model_filepath = str(Path(folder) / "simplified.onnx")
        onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])
        return onnx.load(options.optimized_model_filepath)


def write_float16(source: Path, path: Path) -> None:
    """Write a float32 file in half precision, for GPUs, which are about twice as fast with it.

    Input and output stay uint8; sums of the first convolution reach some hundreds, far below the largest half.
    """
    model = convert_float_to_float16(simplified(source), keep_io_types=True, op_block_list=[])
    onnx.checker.check_model(model)
    onnx.save(model, path)


def halve(path: Path) -> None:
    """Store a file's weights in half precision, in place; a session converts them to float32.

    This halves the file and rounds weights to 11 bits; the computation does not change otherwise.
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
    """Return whether the installed ONNX Runtime has all operators of a file; those for Python 3.9 and 3.10 lack
    8-bit ones.
    """
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
    """Return the mapper of validation tiles with the ONNX files of each task."""
    sessions = {task: _opened(path) for task, path in files.items()}

    def mapped(tile: HeldOut) -> np.ndarray:
        image = np.concatenate([image.numpy() for image in tile.images])[None]
        return sessions[tile.task].run(["probability"], {"image": image})[0][0, 0]

    return mapped
