# SPDX-License-Identifier: GPL-2.0-or-later
"""Fingerprints of inputs: whether a data source is the same as before, without reading all of it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass

from osgeo import gdal

from ..errors import RasterError
from .inputs import files_of

# Bytes read of a data source, over all its files: a fortieth of a second. Every file gives at least _LEAST.
_READ = 16 << 20
_LEAST = 4 << 10
_BLOCK = 64 << 10


@dataclass(frozen=True)
class Fingerprint:
    """What is known of the files behind a data source. digest: SHA-256, hex. files: (path, size in bytes, time changed
    in ns).
    """

    digest: str
    files: tuple[tuple[str, int, int], ...]

    @classmethod
    def of(cls, source: str) -> Fingerprint:
        """Take the fingerprint of what GDAL opens as `source`: names and sizes of all files, and contents or samples of
        them.

        Up to 16 MiB are read of a data source: small files whole, large ones in blocks of 64 KiB at equal distances,
        the first and the last included. Of remote files only size and time count.
        """
        files = files_of(source)
        share = max(_LEAST, _READ // max(1, len(files)))
        digest, found = hashlib.sha256(), []
        for file in sorted(files) or [source]:
            size, changed = _status(file)
            found.append((file, size, changed))
            digest.update(f"{os.path.basename(file)}\0{size}\0".encode("utf-8", "surrogateescape"))
            if os.path.isfile(file):
                _sample(file, size, share, digest)
            else:
                digest.update(f"{changed}\0".encode())
        return cls(digest.hexdigest(), tuple(found))

    def check(self, name: str) -> list[str]:
        """Compare with the files as they are now; raises RasterError if one was changed, and returns those that are
        gone.
        """
        gone = []
        for file, size, changed in self.files:
            now = _status(file)
            if now == (-1, 0) and size >= 0:
                gone.append(file)
            elif now != (size, changed):
                raise RasterError(
                    f"The file {file} of the layer '{name}' was changed while the map was made, so that the map "
                    "would be of two states of it. Run again when nothing writes to it."
                )
        return gone


def _status(file: str) -> tuple[int, int]:
    """Return size and time changed (ns); (-1, 0) if there is no such file."""
    try:
        status = os.stat(file)
        return status.st_size, status.st_mtime_ns
    except (OSError, ValueError):
        pass
    try:
        remote = gdal.VSIStatL(file) if file.startswith("/vsi") else None
    except RuntimeError:
        remote = None
    return (-1, 0) if remote is None else (remote.size, remote.mtime * 1_000_000_000)


def _sample(file: str, size: int, share: int, digest: hashlib._Hash) -> None:
    try:
        with open(file, "rb") as stream:
            if size <= share:
                digest.update(stream.read(share))
                return
            block = min(_BLOCK, share)
            count = max(2, share // block)
            for number in range(count):
                stream.seek((size - block) * number // (count - 1))
                digest.update(stream.read(block))
    except OSError as error:
        digest.update(str(error.errno).encode())
