# SPDX-License-Identifier: GPL-2.0-or-later
"""An 8-bit ONNX graph of a folded network, with 8-bit tensors from the image to the probability.

ONNX Runtime fuses a convolution into one 8-bit operator if a DequantizeLinear is directly before it and a
QuantizeLinear directly after it; an operator in float needs two more conversions. Therefore:

- the bytes of the image are the input of the first convolution: they encode `byte - 128`, and 128 pads them;
- ReLU and ReLU6 are the limits of the range of the next QuantizeLinear;
- maximum, minimum, concatenation, upsampling and pixel shuffle move bytes: their inputs and outputs share one scale;
- the sigmoid is a table from 256 logits to 254 levels.

docs/models.md compares this with quantising the convolutions alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import NodeProto, helper, numpy_helper

from model_core.diffusion.forward_process import CENTRE
from model_core.errors import DataError
from model_core.export.int8.ranges import LOGIT_LIMIT, Encoding, Observed, observe
from model_core.export.int8.weights import byte_weights
from model_core.export.onnx_files import simplified
from noise2map_qgis.engine.encoding import LEVELS

# Operators that move bytes without arithmetic.
_MOVING = ("Max", "Min", "Concat", "Resize", "DepthToSpace")
_COMPUTING = ("Pad", "Cast", "Conv", "Clip", "Relu", "Add")
# ONNX Runtime's direct convolution reads channels in groups of four.
_CHANNELS = 4


def write_int8(source: Path, path: Path, images: Iterable[np.ndarray]) -> None:
    """Quantise a folded network's float32 file; `images` are (1, bands, rows, cols) uint8 of training tiles.

    Raises DataError where the graph is not that of a folded network.
    """
    model = simplified(source)
    _check(model)
    onnx.save(_Writer(model, observe(model, images)).written(), path)


def _check(model: onnx.ModelProto) -> None:
    for node in model.graph.node:
        if node.op_type == "Sigmoid":
            return
        if node.op_type not in (*_MOVING, *_COMPUTING):
            raise DataError(
                f"An int8 file can't be made of this network: its operator {node.op_type} has no 8-bit implementation "
                f"here; export it as float32 or float16."
            )
    raise DataError("An int8 file can't be made of this network: it does not end in a probability.")


class _Writer:
    """Converts a float graph to an 8-bit graph, node by node."""

    def __init__(self, model: onnx.ModelProto, observed: dict[str, Observed]) -> None:
        self.model = model
        self.observed = observed
        self.constants = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
        self.maker = {output: node for node in model.graph.node for output in node.output}
        readers = defaultdict(list)
        for node in model.graph.node:
            for name in node.input:
                readers[name].append(node)
        # Output of a convolution -> output of the activation that is its only reader.
        self.activated = {
            name: nodes[0].output[0]
            for name, nodes in readers.items()
            if len(nodes) == 1 and nodes[0].op_type in ("Clip", "Relu") and self._made_by(name) == "Conv"
        }
        self.encodings = self._encodings()
        self.nodes: list[NodeProto] = []
        self.kept: dict[str, onnx.TensorProto] = {}
        # Float tensor -> the 8-bit tensor that encodes it.
        self.bytes: dict[str, str] = {}
        self.padding: np.ndarray | None = None

    def written(self) -> onnx.ModelProto:
        handlers: dict[str, Callable[[NodeProto], None]] = {
            "Pad": self._pad,
            "Cast": self._cast,
            "Conv": self._conv,
            "Add": self._add,
            "Resize": self._enlarge,
            **dict.fromkeys(("Max", "Min", "Concat", "DepthToSpace"), self._move),
        }
        for node in self.model.graph.node:
            if node.op_type == "Sigmoid":
                # The nodes that follow round the probability to levels, which the table includes.
                self._finish(node)
                break
            if node.output[0] in self.activated.values():
                continue
            handlers[node.op_type](node)
        graph = self.model.graph
        made = helper.make_graph(self.nodes, "noise2map-int8", graph.input, graph.output, list(self.kept.values()))
        opset = next(o.version for o in self.model.opset_import if o.domain == "")
        model = helper.make_model(
            made, opset_imports=[helper.make_opsetid("", opset)], ir_version=self.model.ir_version
        )
        onnx.checker.check_model(model)
        return model

    # --- encodings --------------------------------------------------------------------------------------------

    def _encodings(self) -> dict[str, Encoding]:
        """Return the encoding of every 8-bit tensor; tensors between which bytes are moved share one."""
        group: dict[str, set[str]] = {}
        for node in self.model.graph.node:
            if node.op_type in ("Conv", "Add"):
                name = self.activated.get(node.output[0], node.output[0])
                group.setdefault(name, {name})
            elif node.op_type in _MOVING:
                tensors = [name for name in (*node.input, *node.output) if name and name not in self.constants]
                joined = set(tensors).union(*(group.get(name, set()) for name in tensors))
                group.update(dict.fromkeys(joined, joined))
        encodings = {}
        for name, members in group.items():
            if any(self._made_by(member) == "DepthToSpace" for member in members):
                encodings[name] = Encoding.over(-LOGIT_LIMIT, LOGIT_LIMIT)
                continue
            ranges = [self._range(member) for member in members if member in self.observed]
            if ranges:
                encodings[name] = Encoding.over(min(low for low, _ in ranges), max(high for _, high in ranges))
        return encodings

    def _range(self, name: str) -> tuple[float, float]:
        found = self.observed[name]
        if self._made_by(name) == "Clip":
            return 0.0, found.highest
        return found.low, found.high

    def _made_by(self, name: str) -> str:
        return self.maker[name].op_type if name in self.maker else ""

    # --- writing ----------------------------------------------------------------------------------------------

    def _constant(self, name: str, value: np.ndarray | np.generic) -> str:
        self.kept.setdefault(name, numpy_helper.from_array(np.asarray(value), name))
        return name

    def _node(self, op: str, inputs: list[str], output: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, **attributes))
        return output

    def _encoding(self, name: str) -> list[str]:
        encoding = self.encodings[name]
        key = f"{float(encoding.scale)!r}_{int(encoding.zero)}"
        return [self._constant(f"scale_{key}", encoding.scale), self._constant(f"zero_{key}", encoding.zero)]

    def _floats(self, name: str, reader: NodeProto) -> str:
        """Return the dequantised tensor for one reader, because the runtime does not fuse a shared one."""
        return self._node("DequantizeLinear", [self.bytes[name], *self._encoding(name)], f"{name}_for_{reader.name}")

    def _to_bytes(self, floats: str, name: str) -> None:
        self.bytes[name] = self._node("QuantizeLinear", [floats, *self._encoding(name)], f"{name}_bytes")

    def _pad(self, node: NodeProto) -> None:
        value = self.constants[node.input[2]] if len(node.input) > 2 else None
        if node.input[0] != "image" or value is None or int(value) != CENTRE:
            raise DataError(
                f"An int8 file can't be made of this network: {node.name} pads a tensor other than the image."
            )
        self.padding = self.constants[node.input[1]]

    def _cast(self, node: NodeProto) -> None:
        self.bytes[node.output[0]] = "image"

    def _conv(self, node: NodeProto) -> None:
        attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute if a.name != "auto_pad"}
        weight, bias = (self.constants[name] for name in node.input[1:3])
        mean = self.observed[node.input[0]].mean
        if self.bytes[node.input[0]] == "image":
            floats, weight, bias, mean = self._image(weight, bias, mean, attributes)
            scale = 1.0
        else:
            floats, scale = self._floats(node.input[0], node), float(self.encodings[node.input[0]].scale)
        made = byte_weights(weight, bias, int(attributes.get("group", 1)), scale, mean)
        # Both halves of a pair have the same weights, which are stored once.
        of_weight = self._per_channel(node.input[1], f"{node.name}_weight", made.values, made.scale)
        of_bias = self._per_channel(f"{node.name}_bias_of", f"{node.name}_bias", made.bias, made.bias_scale)
        self._node("Conv", [floats, of_weight, of_bias], node.output[0], **attributes)
        self._to_bytes(node.output[0], self.activated.get(node.output[0], node.output[0]))

    def _image(
        self, weight: np.ndarray, bias: np.ndarray, mean: np.ndarray, attributes: dict[str, Any]
    ) -> tuple[str, np.ndarray, np.ndarray, np.ndarray]:
        """Return the centred image for the first convolution, padded to a multiple of four channels, and its
        weights.
        """
        if self.padding is not None:
            attributes["pads"] = [int(p) for p in self.padding[[2, 3, 6, 7]]]
        grey = self._constant("grey", np.uint8(CENTRE))
        extra = -weight.shape[1] % _CHANNELS
        image = "image"
        if extra:
            pads = self._constant("extra_channels", np.array([0, 0, 0, 0, 0, extra, 0, 0]))
            image = self._node("Pad", ["image", pads, grey], "image_widened")
        floats = self._node("DequantizeLinear", [image, self._constant("one", np.float32(1)), grey], "image_centred")
        bias = bias + CENTRE * weight.sum((1, 2, 3), dtype=float)
        wider = ((0, 0), (0, extra), (0, 0), (0, 0))
        return floats, np.pad(weight, wider), bias, np.pad(mean - CENTRE, (0, extra))

    def _per_channel(self, key: str, name: str, values: np.ndarray, scale: np.ndarray) -> str:
        kind = values.dtype.name
        inputs = [
            self._constant(f"{key}_{kind}", values),
            self._constant(f"{key}_scale", scale),
            self._constant(f"zeros_{kind}_{len(scale)}", np.zeros(len(scale), values.dtype)),
        ]
        return self._node("DequantizeLinear", inputs, name, axis=0)

    def _add(self, node: NodeProto) -> None:
        self._node("Add", [self._floats(name, node) for name in node.input], node.output[0])
        self._to_bytes(node.output[0], node.output[0])

    def _move(self, node: NodeProto) -> None:
        attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        name = node.output[0]
        self.bytes[name] = self._node(node.op_type, [self.bytes[i] for i in node.input], f"{name}_bytes", **attributes)

    def _enlarge(self, node: NodeProto) -> None:
        """Repeat every pixel and every row by concatenation, in a tenth of the time of ONNX Runtime's Resize."""
        mode = next((a.s for a in node.attribute if a.name == "mode"), b"nearest")
        scales = self.constants[node.input[2]].tolist() if len(node.input) > 2 and node.input[2] else None
        if mode != b"nearest" or scales != [1, 1, 2, 2]:
            raise DataError(f"An int8 file can't be made of this network: {node.name} does not double its input.")
        name = node.output[0]
        # (batch, rows, cols, channels), the layout in which the convolutions run.
        last = self._node("Transpose", [self.bytes[node.input[0]]], f"{name}_last", perm=[0, 2, 3, 1])
        shape = self._node("Shape", [last], f"{name}_shape")
        twice = self._constant("twice", np.array([1, 2, 2, 1]))
        larger = self._node("Mul", [shape, twice], f"{name}_larger")
        cols = self._node("Concat", [last, last], f"{name}_cols", axis=3)
        row = self._node("Reshape", [cols, self._constant("a_row", np.array([0, 0, 1, -1]))], f"{name}_row")
        rows = self._node("Concat", [row, row], f"{name}_rows", axis=2)
        whole = self._node("Reshape", [rows, larger], f"{name}_whole")
        self.bytes[name] = self._node("Transpose", [whole], f"{name}_bytes", perm=[0, 3, 1, 2])

    def _finish(self, node: NodeProto) -> None:
        self._node("Sigmoid", [self._floats(node.input[0], node)], node.output[0])
        level = self._constant("level", np.float32(1 / LEVELS))
        self._node("QuantizeLinear", [node.output[0], level, self._constant("no_level", np.uint8(0))], "probability")
