# SPDX-License-Identifier: GPL-2.0-or-later
"""Which other files an ONNX file reads when it opens (onnx/docs/ExternalData.md).

ONNX Runtime reads them unasked, and not every release keeps to the model's folder (1.19.2 and 1.23.2 read from anywhere
on the disk, 1.31.1 does not); a card's SHA-256 of the ONNX file says nothing of them. QGIS carries no onnx package, so
the few fields that lead to them are followed here in the bytes of the file, and everything else is stepped over.
"""

from __future__ import annotations

import mmap
from pathlib import Path

from .protobuf import BYTES, Buffer, Field, Reader

# The messages of onnx/onnx.proto from which a tensor's external data can be reached, with the numbers of the fields
# that lead there.
ROUTES: dict[str, dict[int, str]] = {
    "ModelProto": {7: "GraphProto", 20: "TrainingInfoProto", 25: "FunctionProto"},
    "TrainingInfoProto": {1: "GraphProto", 2: "GraphProto"},
    "FunctionProto": {7: "NodeProto", 11: "AttributeProto"},
    "GraphProto": {1: "NodeProto", 5: "TensorProto", 15: "SparseTensorProto"},
    "NodeProto": {5: "AttributeProto"},
    "AttributeProto": {
        5: "TensorProto",
        6: "GraphProto",
        10: "TensorProto",
        11: "GraphProto",
        22: "SparseTensorProto",
        23: "SparseTensorProto",
    },
    "SparseTensorProto": {1: "TensorProto", 2: "TensorProto"},
    "TensorProto": {13: "StringStringEntryProto"},
}
_ENTRY = "StringStringEntryProto"
_KEY, _VALUE = 1, 2


def external_files(path: Path) -> set[Path]:
    """Return the files that the ONNX file at `path` names beside itself, as paths from its folder.

    Raises ValueError if it is not an ONNX file, and OSError if it cannot be read.
    """
    with open(path, "rb") as stream:
        if not path.stat().st_size:
            raise ValueError("it is empty")
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return {path.parent / location for location in locations(data)}


def locations(data: Buffer) -> set[str]:
    """Return every location that an ONNX model names for external data; raises ValueError if `data` are not a model's
    bytes."""
    found: set[str] = set()
    reader = Reader(data)
    waiting = [("ModelProto", 0, len(data))]
    while waiting:
        message, begin, end = waiting.pop()
        fields = (field for field in reader.fields(begin, end) if field.kind == BYTES)
        if message == _ENTRY:
            found.update(_location(reader, list(fields)))
            continue
        for field in fields:
            inner = ROUTES[message].get(field.number)
            if inner is not None:
                waiting.append((inner, field.begin, field.end))
    return found


def _location(reader: Reader, fields: list[Field]) -> list[str]:
    """Return the values of an entry that says where data lie. Of a field given twice the last counts; none is trusted
    here."""
    if not any(field.number == _KEY and reader.data[field.begin : field.end] == b"location" for field in fields):
        return []
    values = [reader.text(field) for field in fields if field.number == _VALUE]
    return values or [""]
