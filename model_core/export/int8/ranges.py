# SPDX-License-Identifier: GPL-2.0-or-later
"""The ranges of the tensors of a float graph on calibration tiles, and their 8-bit encodings."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper

from noise2map_qgis.engine.encoding import LEVELS

# Share of the values of a tensor without bounds that are outside its range as outliers.
_LEFT_OUT = 1e-4
_BINS = 2048
# The histogram uses every seventh value.
_EVERY = 7
# Logits beyond this limit give probabilities within half a level of 0 or 1.
LOGIT_LIMIT = math.log((LEVELS - 0.5) / 0.5)


@dataclass(frozen=True)
class Encoding:
    """The byte `q` encodes `scale * (q - zero)`."""

    scale: np.float32
    zero: np.uint8

    @classmethod
    def over(cls, low: float, high: float) -> Encoding:
        """Return the encoding from `low` to `high` with a byte for 0, which pads convolutions."""
        low, high = min(low, 0.0), max(high, 0.0)
        scale = max((high - low) / 255, 1e-6)
        return cls(np.float32(scale), np.uint8(round(-low / scale)))


@dataclass(frozen=True)
class Observed:
    """A tensor on the calibration tiles: its extremes, its range without outliers, and the mean of each channel."""

    lowest: float
    highest: float
    low: float
    high: float
    mean: np.ndarray


def observe(model: onnx.ModelProto, images: Iterable[np.ndarray]) -> dict[str, Observed]:
    """Return the range of every float tensor `(1, channels, rows, cols)` of the model over the images.

    `images` are (1, bands, rows, cols) uint8.
    """
    images = list(images)
    session = _session_with_all_outputs(model)
    names = [port.name for port in session.get_outputs()]
    lowest, highest = dict.fromkeys(names, math.inf), dict.fromkeys(names, -math.inf)
    mean: dict[str, np.ndarray] = {}
    for image in images:
        for name, values in zip(names, session.run(names, {"image": image})):
            lowest[name] = min(lowest[name], float(values.min()))
            highest[name] = max(highest[name], float(values.max()))
            mean[name] = mean.get(name, 0) + values.mean((0, 2, 3), dtype=float) / len(images)
    counts = {name: np.zeros(_BINS) for name in names}
    for image in images:
        for name, values in zip(names, session.run(names, {"image": image})):
            some = values.reshape(-1)[::_EVERY]
            counts[name] += np.histogram(some, _BINS, _wide(lowest[name], highest[name]))[0]
    found = {}
    for name in names:
        low, high = _without_outliers(counts[name], *_wide(lowest[name], highest[name]))
        found[name] = Observed(lowest[name], highest[name], low, high, mean[name])
    return found


def _session_with_all_outputs(model: onnx.ModelProto) -> onnxruntime.InferenceSession:
    """Return a session of the model whose outputs are all its float tensors."""
    copied = copy.deepcopy(model)
    del copied.graph.output[:]
    for node in model.graph.node:
        if node.op_type in ("Conv", "Clip", "Relu", "Add", "Cast", "Concat") and node.output[0] != "probability":
            copied.graph.output.append(helper.make_tensor_value_info(node.output[0], TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(copied.SerializeToString(), options, providers=["CPUExecutionProvider"])


def _wide(low: float, high: float) -> tuple[float, float]:
    """Return a range of positive width."""
    return low, max(high, low + 1e-6)


def _without_outliers(counts: np.ndarray, low: float, high: float) -> tuple[float, float]:
    edges = np.linspace(low, high, len(counts) + 1)
    below = np.cumsum(counts) / counts.sum()
    first = int(np.searchsorted(below, _LEFT_OUT / 2))
    last = int(np.searchsorted(below, 1 - _LEFT_OUT / 2))
    return float(edges[first]), float(edges[min(last, len(counts) - 1) + 1])
