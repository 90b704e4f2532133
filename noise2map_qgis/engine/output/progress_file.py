# SPDX-License-Identifier: GPL-2.0-or-later
"""The pieces of a map that are finished, kept on disk so that a run that was interrupted is continued (`Job.resume`).

A folder beside the first output, `<name>.unfinished`, holds `manifest.json`, what the map follows from (inputs with
their hashes, model, the settings that change pixels, versions), and `pieces.bin`, the pieces in the order in which they
were made. Each piece has a checksum: one that was only half written when the process died ends the file. Mask and
polygons are made from the map at the end, so threshold, areas in square metres and shape may be others in the run that
continues.
"""

from __future__ import annotations

import contextlib
import json
import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np

from ..errors import OutputError
from ..raster.grid import Window
from .journal import sync_folder
from .raster_writer import output_error
from .work_folder import WorkFolder

SUFFIX = ".unfinished"
_MANIFEST, _PIECES = "manifest.json", "pieces.bin"
# First column of tiles of the strip, row of tiles, window (col, row, cols, rows), tiles so far, skipped so far, bytes,
# CRC-32.
_RECORD = struct.Struct("<10q")


@dataclass(frozen=True)
class Finished:
    """A piece that is kept: its place, its window of the grid, `(rows, cols) uint8` levels, and the tiles done and
    skipped so far.
    """

    place: tuple[int, int]
    window: Window
    levels: np.ndarray
    done: int
    skipped: int


class ProgressFile:
    """The progress of one run. Raises OutputError where it cannot be written, or another run uses it."""

    def __init__(self, first_output: Path, manifest: dict[str, Any]) -> None:
        """Open or make the folder of the run whose first output is `first_output`; manifest: what its pixels follow
        from.
        """
        self._folder = WorkFolder.open_named(_folder(first_output))
        self._manifest = json.loads(json.dumps(manifest))
        self._file: IO[bytes] | None = None
        kept = _read_manifest(self._folder.path)
        self._same = kept == self._manifest
        different = [] if kept is None else [key for key in self._manifest if kept.get(key) != self._manifest[key]]
        self.difference = ", ".join(different)

    @property
    def path(self) -> Path:
        """The folder."""
        return self._folder.path

    def pieces(self) -> Iterator[Finished]:
        """Yield the pieces kept of the same run, none if the manifest differs; new ones are added behind the last."""
        end = 0
        if self._same:
            with contextlib.suppress(FileNotFoundError), (self._folder.path / _PIECES).open("rb") as file:
                while (piece := _read(file)) is not None:
                    end = file.tell()
                    yield piece
        self._begin(end)

    def add(self, piece: Finished) -> None:
        """Write a piece to the disk."""
        data = zlib.compress(np.ascontiguousarray(piece.levels, np.uint8).tobytes(), 1)
        window = piece.window
        numbers = (*piece.place, window.col, window.row, window.cols, window.rows, piece.done, piece.skipped)
        try:
            if self._file is None:
                raise OSError("the file is not open")
            self._file.write(_RECORD.pack(*numbers, len(data), _checksum(numbers, data)) + data)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise output_error(self._folder.path / _PIECES, str(error.strerror or error)) from error

    def close(self) -> None:
        """Keep what is there for a run that continues."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
        self._folder.release()

    def _begin(self, end: int) -> None:
        """Cut the pieces off behind `end` bytes and open them for more."""
        folder = self._folder.path
        try:
            if not end:
                (folder / _PIECES).unlink(missing_ok=True)
                draft = folder / "manifest.new"
                draft.write_text(json.dumps(self._manifest, indent=1, sort_keys=True), encoding="utf-8")
                os.replace(draft, folder / _MANIFEST)
                sync_folder(folder)
            self._file = (folder / _PIECES).open("ab")
            self._file.truncate(end)
        except OSError as error:
            raise OutputError(
                f"The folder {folder} cannot be written to ({error.strerror}). Choose another folder for the outputs."
            ) from error


def discard_progress(first_output: Path) -> None:
    """Delete the progress of an output that is complete, unless another run uses it."""
    path = _folder(first_output)
    folder = WorkFolder.take_over(path) if (path / _MANIFEST).exists() else None
    if folder is not None:
        folder.remove()


def _folder(first_output: Path) -> Path:
    return first_output.with_name(first_output.name + SUFFIX)


def _read_manifest(folder: Path) -> dict[str, Any] | None:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return manifest if isinstance(manifest, dict) else None


def _read(file: IO[bytes]) -> Finished | None:
    """Return the next piece, None at the end of the file and at a piece that is not whole."""
    head = file.read(_RECORD.size)
    if len(head) < _RECORD.size:
        return None
    *numbers, size, checksum = _RECORD.unpack(head)
    strip, row, left, top, cols, rows, done, skipped = numbers
    if not 0 <= size <= 1 << 40:
        return None
    data = file.read(size)
    if len(data) < size or _checksum(tuple(numbers), data) != checksum:
        return None
    levels = np.frombuffer(zlib.decompress(data), np.uint8).reshape(rows, cols)
    return Finished((strip, row), Window(left, top, cols, rows), levels, done, skipped)


def _checksum(numbers: tuple[int, ...], data: bytes) -> int:
    return zlib.crc32(data, zlib.crc32(repr(numbers).encode()))
