# SPDX-License-Identifier: GPL-2.0-or-later
"""Other timesteps of a float32 graph: its weights times a scale for each output channel, and small tensors whole.

At another timestep of a folded network most weights are those of its own timestep times one factor for each output
channel; biases and the first convolution, which mixes the dates, differ otherwise. The factors and the small tensors
are kilobytes, where another file of weights is megabytes. They lie in a safetensors file
(github.com/huggingface/safetensors: the length of a JSON header as eight bytes, the header, the data), which numpy
reads. `folded_graph` gives the ONNX graph of a timestep as bytes for ONNX Runtime.

Names in the file: `TASK.TIMESTEP.INITIALIZER.scale`, `(channels,) float16`, or `....value`, of the initializer's shape;
what is the same for all tasks has `any` in place of the task.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .onnx_file.protobuf import Field, Reader

# Fields of onnx/onnx.proto: ModelProto.graph, GraphProto.initializer, and those of TensorProto.
_GRAPH, _INITIALIZER = 7, 5
_DIMS, _TYPE, _NAME, _RAW, _EXTERNAL, _LOCATION = 1, 2, 8, 9, 13, 14
# Of a StringStringEntryProto.
_KEY, _VALUE = 1, 2
_MOST_DIMS = 8
_TYPES: dict[int, Any] = {1: np.dtype("<f4"), 10: np.dtype("<f2")}
_SAFETENSORS_TYPES: dict[str, Any] = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2")}
# What `model_core.export` appends to the name of a tensor that is stored as halves.
HALF = "_half"
ANY_TASK = "any"
_LARGEST_HEADER = 10 << 20


@dataclass(frozen=True)
class Vectors:
    """What makes one timestep of a graph from another, by the name of the initializer without `_half`.

    scales: `(output channels,) float32`, a factor for each. values: whole tensors in float32.
    """

    scales: Mapping[str, np.ndarray]
    values: Mapping[str, np.ndarray]

    def applied(self, name: str, tensor: np.ndarray) -> np.ndarray | None:
        """Return the tensor of an initializer at this timestep, in its own type and shape, or None where it is the
        same."""
        plain = name[: -len(HALF)] if name.endswith(HALF) else name
        if plain in self.values:
            return self.values[plain].reshape(tensor.shape).astype(tensor.dtype)
        if plain in self.scales:
            scale = self.scales[plain].reshape(-1, *[1] * (tensor.ndim - 1))
            return (tensor.astype(np.float32) * scale).astype(tensor.dtype)
        return None


def read_vectors(path: Path, task: str, timestep: int) -> Vectors:
    """Read the vectors of a task's timestep. Raises ValueError where the file is not one of vectors or has
    none for it."""
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    if not 0 < size <= min(_LARGEST_HEADER, len(data) - 8):
        raise ValueError("it is not a safetensors file")
    header = json.loads(data[8 : 8 + size])
    scales: dict[str, np.ndarray] = {}
    values: dict[str, np.ndarray] = {}
    for key, about in header.items():
        of, _, rest = key.partition(".")
        at, _, rest = rest.partition(".")
        name, _, kind = rest.rpartition(".")
        if of not in (task, ANY_TASK) or at != str(timestep):
            continue
        first, last = about["data_offsets"]
        dtype = _SAFETENSORS_TYPES[about["dtype"]]
        tensor = np.frombuffer(data[8 + size + first : 8 + size + last], dtype).astype(np.float32)
        {"scale": scales, "value": values}[kind][name] = tensor.reshape(about["shape"])
    if not scales and not values:
        raise ValueError(f"it holds nothing for the timestep {timestep} of the task '{task}'")
    return Vectors(scales, values)


def folded_graph(graph: Path, vectors: Vectors) -> bytes:
    """Return an ONNX model at another timestep, its weights inside. Raises ValueError where graph and vectors do not
    fit."""
    reader = Reader(graph.read_bytes())
    model = bytearray()
    unused = {*vectors.scales, *vectors.values}
    for field, whole in _fields(reader, 0, len(reader.data)):
        if field.number != _GRAPH:
            model += whole
            continue
        inner = bytearray()
        for part, as_it_is in _fields(reader, field.begin, field.end):
            if part.number != _INITIALIZER:
                inner += as_it_is
                continue
            name, tensor = _at_timestep(reader, part, graph.parent, vectors)
            unused.discard(name[: -len(HALF)] if name.endswith(HALF) else name)
            inner += _field(_INITIALIZER, tensor)
        model += _field(_GRAPH, bytes(inner))
    if unused:
        raise ValueError(f"the graph has no tensor {min(unused)}")
    return bytes(model)


def _at_timestep(reader: Reader, tensor: Field, folder: Path, vectors: Vectors) -> tuple[str, bytes]:
    """Return the name of a TensorProto, and the message with the data of another timestep, inside of it."""
    external: dict[str, str] = {}
    kept, raw = bytearray(), None
    dims: list[int] = []
    name, kind = "", 0
    for field, whole in _fields(reader, tensor.begin, tensor.end):
        if field.number == _EXTERNAL:
            entry = {part.number: reader.text(part) for part, _ in _fields(reader, field.begin, field.end)}
            external[entry.get(_KEY, "")] = entry.get(_VALUE, "")
        elif field.number == _RAW:
            raw = bytes(reader.data[field.begin : field.end])
        elif field.number != _LOCATION:  # from here on, all data are inside
            kept += whole
            dims += reader.integers(field, _MOST_DIMS) if field.number == _DIMS else []
            kind = field.value if field.number == _TYPE else kind
            name = reader.text(field) if field.number == _NAME else name
    if external:
        raw = _outside(folder, external)
    if raw is None:  # stored in fields of their own, as small integers are: none that a timestep changes
        return name, bytes(reader.data[tensor.begin : tensor.end])
    if kind in _TYPES:
        changed = vectors.applied(name, np.frombuffer(raw, _TYPES[kind]).reshape(dims))
        raw = raw if changed is None else np.ascontiguousarray(changed).tobytes()
    return name, bytes(kept) + _field(_RAW, raw)


def _fields(reader: Reader, begin: int, end: int) -> Iterator[tuple[Field, bytes]]:
    """Yield the fields of a message with all their bytes, tags included."""
    at = begin
    for field in reader.fields(begin, end):
        yield field, bytes(reader.data[at : field.end])
        at = field.end


def _outside(folder: Path, external: dict[str, str]) -> bytes:
    with open(folder / external["location"], "rb") as stream:
        stream.seek(int(external.get("offset", 0)))
        return stream.read(int(external["length"]))


def _field(number: int, content: bytes) -> bytes:
    """Return a length-delimited protobuf field (protobuf.dev/programming-guides/encoding)."""
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
