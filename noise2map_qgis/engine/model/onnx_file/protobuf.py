# SPDX-License-Identifier: GPL-2.0-or-later
"""The wire format of protocol buffers (protobuf.dev/programming-guides/encoding), as far as ONNX files use it.

QGIS carries no protobuf package for Python. A file is not trusted: every length is checked against the message it lies
in, and the number of fields read from one file is bounded, so that no file keeps the reader busy for long.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Union

Buffer = Union[bytes, mmap.mmap]

# Fields that one file may have. The bundled models have about 20,000; a second of reading is about a million.
LARGEST_FIELD_COUNT = 4_000_000
# The longest name or other text that is decoded, in bytes.
LONGEST_TEXT = 1 << 16
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
# Bytes of a field that is neither a varint nor a run of bytes. The wire types 3 and 4, groups, are in no ONNX file.
_FIXED_SIZE = {FIXED64: 8, FIXED32: 4}


@dataclass(frozen=True)
class Field:
    """A field of a message: its number, its wire type, the value of a varint (else 0), and where its bytes begin and
    end."""

    number: int
    kind: int
    value: int
    begin: int
    end: int

    @property
    def signed(self) -> int:
        """The varint as a signed 64-bit number (int32 and int64 fields)."""
        return self.value - (1 << 64) if self.value >= 1 << 63 else self.value


class Reader:
    """Reads fields of messages in `data`; all of its methods raise ValueError where the bytes are not those of a
    message."""

    def __init__(self, data: Buffer) -> None:
        self.data = data
        self._left = LARGEST_FIELD_COUNT

    def fields(self, begin: int, end: int) -> Iterator[Field]:
        """Yield the fields of the message that lies in [begin, end)."""
        at = begin
        while at < end:
            self._left -= 1
            if self._left < 0:
                raise ValueError(f"it has more than {LARGEST_FIELD_COUNT:,} fields")
            tag, at = self.varint(at, end)
            number, kind = tag >> 3, tag & 7
            value, first = 0, at
            if not 0 < number < 1 << 29:
                raise ValueError(f"there is no field {number} in it")
            if kind == VARINT:
                value, at = self.varint(at, end)
            elif kind in _FIXED_SIZE:
                at += _FIXED_SIZE[kind]
            elif kind == BYTES:
                size, first = self.varint(at, end)
                at = first + size
            else:
                raise ValueError(f"a field of the kind {kind} is in it")
            if at > end:
                raise ValueError("it ends too early")
            yield Field(number, kind, value, first, at)

    def varint(self, at: int, end: int) -> tuple[int, int]:
        """Return the unsigned number that begins at `at`, and where it ends."""
        value = 0
        for shift in range(0, 70, 7):
            if at >= end:
                raise ValueError("it ends too early")
            byte = self.data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value & (1 << 64) - 1, at
        raise ValueError("a number in it never ends")

    def text(self, field: Field) -> str:
        """Return a field of text."""
        if field.end - field.begin > LONGEST_TEXT:
            raise ValueError(f"a text in it has {field.end - field.begin:,} bytes")
        return self.data[field.begin : field.end].decode("utf-8", "replace")

    def integers(self, field: Field, most: int) -> list[int]:
        """Return a repeated integer field, packed or one of its values; at most `most` numbers."""
        if field.kind == VARINT:
            return [field.signed]
        found, at = [], field.begin
        while at < field.end:
            value, at = self.varint(at, field.end)
            found.append(value - (1 << 64) if value >= 1 << 63 else value)
            if len(found) > most:
                raise ValueError(f"a list in it has more than {most:,} numbers")
        return found

    def floats(self, field: Field, most: int) -> list[float]:
        """Return a repeated float field, packed or one of its values; at most `most` numbers."""
        size = field.end - field.begin
        if size % 4 or size > 4 * most:
            raise ValueError(f"a list in it has {size:,} bytes")
        return list(struct.unpack(f"<{size // 4}f", self.data[field.begin : field.end]))
