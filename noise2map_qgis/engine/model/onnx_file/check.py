# SPDX-License-Identifier: GPL-2.0-or-later
"""What is refused of an ONNX file before ONNX Runtime opens it: operators that are not known, and more memory than is
allowed.

A file from the internet is not trusted. ONNX Runtime computes constant parts of a graph when it opens the file, so that
even opening a file of 200 bytes can ask for 100 GB. The shapes of all tensors are therefore followed through the graph
for one tile (`shape_rules`).
"""

from __future__ import annotations

import math

from .graph import ITEM_BYTES, Constant, Graph, Node, OnnxModel, Port
from .shape_numbers import numbers_of
from .shape_rules import RULES, Call, Shape

# Memory that one tile may need, in bytes, unless the user allows more. The bundled models need 0.1 GB for tiles of 512
# pixels.
LARGEST_MEMORY = 16 << 30
# The largest ONNX file or file of weights, in bytes; protobuf itself ends at 2 GiB.
LARGEST_FILE = 2 << 30
_STANDARD_DOMAINS = ("", "ai.onnx")
# Of ONNX Runtime's own operators (ContribOperators.md) those that quantised and fused networks for images use.
_CONTRIBUTED = {
    "BiasGelu",
    "DequantizeLinear",
    "DynamicQuantizeMatMul",
    "FastGelu",
    "FusedConv",
    "Gelu",
    "MatMulIntegerToFloat",
    "QGemm",
    "QLinearAdd",
    "QLinearAveragePool",
    "QLinearConcat",
    "QLinearConv",
    "QLinearGlobalAveragePool",
    "QLinearLeakyRelu",
    "QLinearMul",
    "QLinearSigmoid",
    "QLinearSoftmax",
    "QuantizeLinear",
    "QuickGelu",
    "SkipLayerNormalization",
}
# They run as often as a number in the file says.
_LOOPS = {"Loop", "Scan", "SequenceMap"}
# Element sizes of what these operators give, in bytes.
_BYTES_GIVEN = {
    "QuantizeLinear": 1,
    "DequantizeLinear": 4,
    "Shape": 8,
    "ArgMax": 8,
    "ArgMin": 8,
    "NonZero": 8,
    "RandomNormal": 4,
}


def check_operators(model: OnnxModel) -> None:
    """Raise ValueError, a phrase without the file's name, if the file holds operators or functions that are not
    allowed."""
    if model.functions:
        raise ValueError("it defines functions of its own, which are not looked into; export it with functions inlined")
    for node in _nodes(model.graph):
        if node.domain == "com.microsoft" and node.operator in _CONTRIBUTED:
            continue
        if node.domain not in _STANDARD_DOMAINS:
            raise ValueError(
                f"it uses the operator '{node.operator}' of '{node.domain}', which is not one of ONNX's own"
            )
        if node.operator in _LOOPS:
            raise ValueError(f"it uses the operator '{node.operator}', whose number of turns has no limit")


def _nodes(graph: Graph) -> list[Node]:
    found, waiting = [], [graph]
    while waiting:
        for node in waiting.pop().nodes:
            found.append(node)
            waiting += _branches(node)
    return found


def _branches(node: Node) -> list[Graph]:
    return [
        branch
        for value in node.attributes.values()
        if isinstance(value, list)
        for branch in value
        if isinstance(branch, Graph)
    ]


def memory_needed(model: OnnxModel, inputs: dict[str, Shape]) -> int:
    """Return the bytes that one run takes at least: weights, and the largest sum of tensors that are needed at one
    time.

    inputs: the shape of each input by name. Raises ValueError where a tensor's shape cannot be followed, since it has
    no bound then.
    """
    return _estimate(model, inputs).run(model.graph)


def output_shape(model: OnnxModel, inputs: dict[str, Shape], name: str) -> Shape | None:
    """Return the shape of an output for inputs of these shapes; raises ValueError where it cannot be followed."""
    estimate = _estimate(model, inputs)
    estimate.run(model.graph)
    return estimate.shapes.get(name)


def _estimate(model: OnnxModel, inputs: dict[str, Shape]) -> _Estimate:
    estimate = _Estimate()
    for port in model.graph.ports:
        estimate.shapes[port.name] = inputs.get(port.name) or _free(port)
        estimate.bytes_each[port.name] = ITEM_BYTES.get(port.type, 4)
    return estimate


def _free(port: Port) -> Shape | None:
    return (
        None if port.shape is None else tuple(size if isinstance(size, int) and size > 0 else 1 for size in port.shape)
    )


class _Estimate:
    def __init__(self) -> None:
        self.shapes: dict[str, Shape | None] = {"": None}
        self.numbers: dict[str, tuple[float, ...] | None] = {}
        self.bytes_each: dict[str, int] = {}

    def run(self, graph: Graph) -> int:
        """Return the most bytes held at one time by a graph."""
        for constant in graph.constants.values():
            self._keep(constant)
        stored = sum(constant.bytes for constant in graph.constants.values())
        last: dict[str, int] = {}
        for place, node in enumerate(graph.nodes):
            last.update(dict.fromkeys(node.inputs, place))
        end = len(graph.nodes)
        last.update({port.name: end for port in graph.outputs})
        frees: dict[int, list[str]] = {}
        for name, place in last.items():
            frees.setdefault(place, []).append(name)
        held: dict[str, int] = {}
        now = most = 0
        for place, node in enumerate(graph.nodes):
            inner = max((self.run(branch) for branch in _branches(node)), default=0)
            for name, size in self._outputs(node).items():
                held[name] = size
                now += size
            most = max(most, now + inner)
            for name in frees.get(place, ()):
                now -= held.pop(name, 0)
        return stored + most

    def _keep(self, constant: Constant) -> None:
        self.shapes[constant.name] = constant.shape
        self.numbers[constant.name] = constant.numbers
        self.bytes_each[constant.name] = ITEM_BYTES.get(constant.type, 4)

    def _outputs(self, node: Node) -> dict[str, int]:
        """Follow one operator; return the bytes of each of its outputs."""
        names = [name for name in node.outputs if name]
        call = Call(
            node.operator,
            tuple(self.shapes.get(name) for name in node.inputs),
            tuple(self.numbers.get(name) for name in node.inputs),
            node.attributes,
            len(names),
        )
        numbers = None
        try:
            shape = self._branch_shape(node) if node.operator == "If" else RULES[node.operator](call)
            numbers = numbers_of(call, shape)
        except (IndexError, KeyError, TypeError, ValueError, ZeroDivisionError, OverflowError, AttributeError):
            shape = None  # no rule, or a graph that contradicts itself
        if names and (shape is None or any(size < 0 for size in shape)):
            raise ValueError(
                f"the size of what its operator '{node.operator}' gives ('{names[0]}') cannot be told before it runs, "
                f"so its memory has no bound; export it with fixed sizes"
            )
        each = self._bytes_each(node)
        for place, name in enumerate(names):
            self.shapes[name] = shape
            self.numbers[name] = numbers if place == 0 else None
            self.bytes_each[name] = each
        return dict.fromkeys(names, math.prod(shape or ()) * each)

    def _branch_shape(self, node: Node) -> Shape | None:
        """Return the larger of the shapes that the branches of an If give."""
        given = [self.shapes.get(branch.outputs[0].name) for branch in _branches(node) if branch.outputs]
        return max((shape for shape in given if shape is not None), key=math.prod, default=None)

    def _bytes_each(self, node: Node) -> int:
        if node.operator in _BYTES_GIVEN:
            return _BYTES_GIVEN[node.operator]
        if node.operator == "Cast":
            return ITEM_BYTES.get(node.attributes.get("to", 1), 4)
        value = node.attributes.get("value")
        if isinstance(value, Constant):
            return ITEM_BYTES.get(value.type, 4)
        places = (1,) if node.operator == "Where" else (0,)
        return next((self.bytes_each.get(node.inputs[k], 4) for k in places if k < len(node.inputs)), 4)
