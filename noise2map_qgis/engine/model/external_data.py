# SPDX-License-Identifier: GPL-2.0-or-later
"""Which other files an ONNX file reads when it opens (onnx/docs/ExternalData.md).

ONNX Runtime reads them unasked, and not every release keeps to the model's folder (1.19.2 and 1.23.2 read from anywhere on the disk,
1.31.1 does not); a card's SHA-256 of the ONNX file says nothing of them. QGIS carries no onnx package, so the few fields that lead to
them are followed here in the bytes of the file (protobuf.dev/programming-guides/encoding), and everything else is stepped over.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import Union

# The messages of onnx/onnx.proto from which a tensor's external data can be reached, with the numbers of the fields that lead there.
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
# Sizes of what is not a run of bytes, by wire type; 3 and 4, groups, are in no ONNX file.
_FIXED = {1: 8, 5: 4}

_Bytes = Union[bytes, mmap.mmap]


def external_files(path: Path) -> set[Path]:
    """Return the files that the ONNX file at `path` names beside itself, as paths from its folder.

    Raises ValueError if it is not an ONNX file, and OSError if it cannot be read.
    """
    with open(path, "rb") as stream:
        if not path.stat().st_size:
            raise ValueError("it is empty")
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return {path.parent / location for location in locations(data)}


def locations(data: _Bytes) -> set[str]:
    """Return every location that an ONNX model names for external data; raises ValueError if `data` are not a model's bytes."""
    found: set[str] = set()
    waiting = [("ModelProto", 0, len(data))]
    while waiting:
        message, begin, end = waiting.pop()
        if message == _ENTRY:
            found.update(_location(data, begin, end))
            continue
        for number, first, last in _fields(data, begin, end):
            inner = ROUTES[message].get(number)
            if inner is not None:
                waiting.append((inner, first, last))
    return found


def _location(data: _Bytes, begin: int, end: int) -> list[str]:
    """The values of an entry that says where data lie. Of a field given twice the last counts; none is trusted here."""
    fields = list(_fields(data, begin, end))
    if not any(number == _KEY and data[first:last] == b"location" for number, first, last in fields):
        return []
    values = [data[first:last].decode("utf-8") for number, first, last in fields if number == _VALUE]
    return values or [""]


def _fields(data: _Bytes, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Every run of bytes in a message: the number of its field, and where it begins and ends."""
    at = begin
    while at < end:
        tag, at = _varint(data, at, end)
        number, kind = tag >> 3, tag & 7
        if not 0 < number < 1 << 29:
            raise ValueError(f"there is no field {number} in it")
        if kind == 0:
            _, at = _varint(data, at, end)
        elif kind in _FIXED:
            at += _FIXED[kind]
        elif kind == 2:
            size, at = _varint(data, at, end)
            at += size
            if at <= end:
                yield number, at - size, at
        else:
            raise ValueError(f"a field of the kind {kind} is in it")
        if at > end:
            raise ValueError("it ends too early")


def _varint(data: _Bytes, at: int, end: int) -> tuple[int, int]:
    """The number that begins at `at`, and where it ends."""
    value = 0
    for shift in range(0, 70, 7):
        if at >= end:
            raise ValueError("it ends too early")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("a number in it never ends")
