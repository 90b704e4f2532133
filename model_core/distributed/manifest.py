# SPDX-License-Identifier: GPL-2.0-or-later
"""What a cut job has done so far: a fingerprint of what was asked, and a line for each part, appended as it ends.

A resumed job runs only what is missing, and only if model, settings and inputs are those of the fingerprint.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from osgeo import gdal

from model_core.errors import DataError
from noise2map_qgis.engine.job import ResolvedJob
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions

_FINGERPRINT, _LINES = "job.json", "parts.jsonl"
# Bytes at either end of an input that are hashed; whole scenes would take longer to read than to map.
_HASHED = 1 << 20


@dataclass(frozen=True)
class Done:
    """A part that ended: its number, its file's name and SHA-256 (empty where the part holds no data), and its
    tiles.
    """

    number: int
    file: str
    sha256: str
    tiles: int


class Manifest:
    """The record of a cut job in its work folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self, fingerprint: dict[str, Any], resume: bool) -> dict[int, Done]:
        """Return the parts that are done and whole, by number; none unless `resume`.

        Raises DataError, naming what differs, where the folder holds another job.
        """
        path = self._folder / _FINGERPRINT
        if not resume or not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / _LINES).unlink(missing_ok=True)
            part = path.with_suffix(".part")
            part.write_text(json.dumps(fingerprint, indent=1, sort_keys=True), encoding="utf-8")
            part.replace(path)
            return {}
        then = json.loads(path.read_text(encoding="utf-8"))
        for field, value in fingerprint.items():
            if then.get(field) != value:
                raise DataError(
                    f"'{self._folder}' holds another job: its {field} differs ({_shown(then.get(field))}, now "
                    f"{_shown(value)}). Give another output folder, or run without --resume to begin again."
                )
        return {done.number: done for done in self._lines() if self._whole(done)}

    def add(self, done: Done) -> None:
        """Append a part; it is on the disk when this returns."""
        with open(self._folder / _LINES, "a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(done)) + "\n")
            file.flush()
            os.fsync(file.fileno())

    def _lines(self) -> Iterator[Done]:
        path = self._folder / _LINES
        if not path.exists():
            return
        for line in path.read_text(encoding="utf-8").splitlines():
            # The last line of a job that was killed may be cut off.
            with contextlib.suppress(ValueError, TypeError):
                yield Done(**json.loads(line))

    def _whole(self, done: Done) -> bool:
        path = self._folder / done.file
        return not done.sha256 or (path.is_file() and file_hash(path) == done.sha256)


def fingerprint(job: ResolvedJob, side: int) -> dict[str, Any]:
    """Return what decides the pixels of a job: the model's files, the settings, and the inputs by size, time and
    content.
    """
    settings = {
        "threshold", "high_threshold", "min_area", "stretch", "timestep", "tile_size", "overlap", "views", "task",
    }  # fmt: skip
    with gdal_exceptions():
        inputs = [_input(source.path, source.bands) for source in job.sources]
    return {
        "model": job.bundle.name,
        "model files": sorted(part.sha256 for file in job.card.files for part in file.parts),
        "settings": {
            **{name: getattr(job, name) for name in sorted(settings)},
            "shape": [job.shape.kind, job.shape.tolerance],
        },
        "areas": hashlib.sha256(repr(job.areas).encode()).hexdigest(),
        "part size": side,
        "inputs": json.loads(json.dumps(inputs)),
    }


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, lower-case hex."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _input(path: str, bands: tuple[int, ...]) -> dict[str, Any]:
    try:
        dataset = gdal.Open(path)
        names = dataset.GetFileList() or [path]
    except RuntimeError as error:
        raise DataError(
            f"The image '{path}' cannot be opened ({error}). Check that it is there and not damaged."
        ) from error
    files = [_file(file) for file in names]
    size = [dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount]
    return {"path": path, "bands": list(bands), "size": size, "files": files}


def _file(path: str) -> dict[str, Any]:
    """Return a file's size, time of change, and a hash of its beginning and end; also of remote ones."""
    found = gdal.VSIStatL(path)
    if found is None:
        return {"path": path}
    digest = hashlib.sha256()
    file = gdal.VSIFOpenL(path, "rb")
    if file is not None:
        for offset in (0, max(0, found.size - _HASHED)):
            gdal.VSIFSeekL(file, offset, 0)
            digest.update(bytes(gdal.VSIFReadL(1, min(_HASHED, found.size), file) or b""))
        gdal.VSIFCloseL(file)
    return {"path": path, "size": found.size, "changed": found.mtime, "sha256": digest.hexdigest()}


def _shown(value: Any) -> str:
    text = json.dumps(value)
    return text if len(text) <= 80 else text[:77] + "..."
