# SPDX-License-Identifier: GPL-2.0-or-later
"""What an ONNX file says of itself, read without the onnx package: inputs, outputs, operators, shapes of weights,
metadata.

Field numbers are those of onnx/onnx.proto. Weights are not read, only measured; small constants are, because shapes
follow from them.
"""

from __future__ import annotations

import math
import mmap
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Union

from .protobuf import BYTES, FIXED32, VARINT, Buffer, Field, Reader

# More than any network for images has; beyond, the file is refused.
MOST_NODES = 50_000
# Branches within branches.
DEEPEST_GRAPH = 8
# Constants of up to so many numbers are read: sizes, scales, axes.
_SMALL = 64
_MOST_DIMENSIONS = 32
# Bytes of an element by TensorProto.DataType; kinds of less than a byte and strings are counted as one.
ITEM_BYTES = {1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 8: 1, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 14: 8, 15: 16, 16: 2}
TYPE_NAMES = {1: "float32", 2: "uint8", 3: "int8", 6: "int32", 7: "int64", 9: "bool", 10: "float16", 11: "float64"}
_UNPACK = {1: "f", 2: "B", 3: "b", 6: "i", 7: "q", 9: "?", 11: "d"}

Dim = Union[int, str, None]
Numbers = tuple[Union[int, float], ...]


@dataclass(frozen=True)
class Port:
    """An input or output of a graph: its element type (`TYPE_NAMES`) and shape, where a size that is free is a name or
    None."""

    name: str
    type: int
    shape: tuple[Dim, ...] | None

    @property
    def type_name(self) -> str:
        """The element type as numpy calls it."""
        return TYPE_NAMES.get(self.type, f"type {self.type}")


@dataclass(frozen=True)
class Constant:
    """A stored tensor: its shape, its element type, and its numbers if they are few (else None)."""

    name: str
    type: int
    shape: tuple[int, ...]
    numbers: Numbers | None = None
    sparse: bool = False

    @property
    def bytes(self) -> int:
        """The memory it takes once it is dense."""
        return math.prod(self.shape) * ITEM_BYTES.get(self.type, 4)


@dataclass(frozen=True)
class Node:
    """An operator with its attributes: numbers, texts, constants and graphs by name."""

    operator: str
    domain: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Graph:
    """The operators of a model, or of a branch in it."""

    nodes: tuple[Node, ...]
    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]
    constants: dict[str, Constant]

    @property
    def ports(self) -> tuple[Port, ...]:
        """The inputs that are not constants with a default: those a caller has to give."""
        return tuple(port for port in self.inputs if port.name not in self.constants)


@dataclass(frozen=True)
class OnnxModel:
    """A whole ONNX file: its graph, metadata by key, and how many functions of its own it defines."""

    graph: Graph
    metadata: dict[str, str]
    producer: str
    functions: int


def read_onnx(path: Path) -> OnnxModel:
    """Read the ONNX file at `path`; raises ValueError, a phrase without the file's name, if it is none, and OSError."""
    with open(path, "rb") as stream:
        if not path.stat().st_size:
            raise ValueError("it is empty")
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _Parser(data).model()


class _Parser:
    def __init__(self, data: Buffer) -> None:
        self._reader = Reader(data)
        self._end = len(data)
        self._nodes = 0

    def model(self) -> OnnxModel:
        graph, producer, functions = None, "", 0
        metadata: dict[str, str] = {}
        for part in self._reader.fields(0, self._end):
            if part.number == 7 and part.kind == BYTES:
                if graph is not None:
                    raise ValueError("it holds two graphs")
                graph = self._graph(part, 0)
            elif part.number == 2 and part.kind == BYTES:
                producer = self._reader.text(part)
            elif part.number == 25:
                functions += 1
            elif part.number == 14 and part.kind == BYTES:
                entry = {inner.number: inner for inner in self._inside(part)}
                if 1 in entry and 2 in entry:
                    metadata[self._reader.text(entry[1])] = self._reader.text(entry[2])
        if graph is None:
            raise ValueError("there is no graph in it")
        return OnnxModel(graph, metadata, producer, functions)

    def _inside(self, part: Field) -> Any:
        if part.kind != BYTES:
            raise ValueError("a number stands where a message belongs")
        return self._reader.fields(part.begin, part.end)

    def _graph(self, whole: Field, depth: int) -> Graph:
        if depth > DEEPEST_GRAPH:
            raise ValueError(f"branches lie more than {DEEPEST_GRAPH} deep in it")
        nodes, inputs, outputs = [], [], []
        constants: dict[str, Constant] = {}
        for part in self._inside(whole):
            if part.number == 1:
                nodes.append(self._node(part, depth))
            elif part.number == 5:
                constant = self._tensor(part)
                constants[constant.name] = constant
            elif part.number == 15:
                constant = self._sparse(part)
                constants[constant.name] = constant
            elif part.number == 11:
                inputs.append(self._port(part))
            elif part.number == 12:
                outputs.append(self._port(part))
        return Graph(tuple(nodes), tuple(inputs), tuple(outputs), constants)

    def _node(self, whole: Field, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise ValueError(f"it has more than {MOST_NODES:,} operators")
        text: dict[int, list[str]] = {1: [], 2: [], 4: [], 7: []}
        attributes: dict[str, Any] = {}
        for part in self._inside(whole):
            if part.number in text:
                text[part.number].append(self._reader.text(part))
            elif part.number == 5:
                name, value = self._attribute(part, depth)
                attributes[name] = value
        return Node("".join(text[4][-1:]), "".join(text[7][-1:]), tuple(text[1]), tuple(text[2]), attributes)

    def _attribute(self, whole: Field, depth: int) -> tuple[str, Any]:
        name, value = "", None
        integers: list[int] = []
        floats: list[float] = []
        graphs: list[Graph] = []
        for part in self._inside(whole):
            if part.number == 1:
                name = self._reader.text(part)
            elif part.number == 2 and part.kind == FIXED32:
                value = struct.unpack("<f", self._reader.data[part.begin : part.end])[0]
            elif part.number == 3 and part.kind == VARINT:
                value = part.signed
            elif part.number == 4:
                value = self._reader.text(part) if part.end - part.begin < 1 << 10 else None
            elif part.number == 5:
                value = self._tensor(part)
            elif part.number in (6, 11):
                graphs.append(self._graph(part, depth + 1))
            elif part.number == 7:
                floats += self._reader.floats(part, _SMALL) if part.end - part.begin <= 4 * _SMALL else []
            elif part.number == 8 and len(integers) <= _SMALL:
                integers += self._reader.integers(part, 1 << 20)
            elif part.number == 22:
                value = self._sparse(part)
        return name, graphs or integers or floats or value

    def _tensor(self, whole: Field) -> Constant:
        shape: list[int] = []
        kind, name, raw, external = 0, "", None, False
        typed: list[Field] = []
        for part in self._inside(whole):
            if part.number == 1:
                shape += self._reader.integers(part, _MOST_DIMENSIONS)
            elif part.number == 2:
                kind = part.value
            elif part.number == 8:
                name = self._reader.text(part)
            elif part.number == 9 and part.kind == BYTES:
                raw = part
            elif part.number == 13 or (part.number == 14 and part.value == 1):
                external = True
            elif part.number in (4, 5, 7, 10, 11):
                typed.append(part)
        if any(size < 0 for size in shape) or len(shape) > _MOST_DIMENSIONS:
            raise ValueError(f"the tensor '{name}' has the shape {shape}")
        constant = Constant(name, kind, tuple(shape))
        if raw is not None and not external and kind in _UNPACK and raw.end - raw.begin != constant.bytes:
            raise ValueError(
                f"the tensor '{name}' of the shape {shape} should have {constant.bytes:,} bytes, not "
                f"{raw.end - raw.begin:,}"
            )
        count = math.prod(shape)
        numbers = self._numbers(kind, count, raw, typed) if count <= _SMALL and not external else None
        return Constant(name, kind, tuple(shape), numbers)

    def _numbers(self, kind: int, count: int, raw: Field | None, typed: list[Field]) -> Numbers | None:
        if raw is not None:
            letter = _UNPACK.get(kind)
            return struct.unpack(f"<{count}{letter}", self._reader.data[raw.begin : raw.end]) if letter else None
        found: list[float] = []
        for part in typed:
            if part.number in (5, 7):
                found += self._reader.integers(part, _SMALL)
            elif part.number == 4:
                found += self._reader.floats(part, _SMALL)
            else:
                return None
        return tuple(found) if len(found) == count else None

    def _sparse(self, whole: Field) -> Constant:
        shape: list[int] = []
        values = None
        for part in self._inside(whole):
            if part.number == 1:
                values = self._tensor(part)
            elif part.number == 3:
                shape += self._reader.integers(part, _MOST_DIMENSIONS)
        if values is None or any(size < 0 for size in shape):
            raise ValueError("a sparse tensor in it has no values or no shape")
        return Constant(values.name, values.type, tuple(shape), sparse=True)

    def _port(self, whole: Field) -> Port:
        name, kind, shape = "", 0, None
        for part in self._inside(whole):
            if part.number == 1:
                name = self._reader.text(part)
            elif part.number == 2:
                for tensor in (inner for inner in self._inside(part) if inner.number == 1):
                    for inner in self._inside(tensor):
                        if inner.number == 1:
                            kind = inner.value
                        elif inner.number == 2:
                            shape = tuple(self._dim(dim) for dim in self._inside(inner) if dim.number == 1)
        return Port(name, kind, shape)

    def _dim(self, whole: Field) -> Dim:
        for part in self._inside(whole):
            if part.number == 1:
                return part.signed
            if part.number == 2:
                return self._reader.text(part)
        return None
