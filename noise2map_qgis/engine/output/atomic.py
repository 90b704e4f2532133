# SPDX-License-Identifier: GPL-2.0-or-later
"""Nothing half-written is ever left under a final name: results grow in a hidden folder beside it and are moved at the end."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from ..errors import OutputError

# What may lie beside an older result of the same name and is wrong for the new one: statistics, overviews and masks of a raster, and what
# SQLite has not yet moved into a GeoPackage that somebody has edited; it would find its way into the new one.
_SIDE_FILES = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")
# In place of .shp: spatial indexes.
_INDEXES = (".qix", ".sbn", ".sbx")


@dataclass(frozen=True)
class Destinations:
    """The files a run writes; None where one is not wanted."""

    probability: Path | None
    mask: Path | None
    polygons: Path | None

    def existing(self) -> set[Path]:
        """Return the files, resolved, that are there already and would be replaced."""
        wanted = (self.probability, self.mask, self.polygons)
        return {Path(path).resolve() for path in wanted if path is not None and Path(path).exists()}


class AtomicOutputs:
    """A context manager; on leaving it, whatever was not committed is gone. Raises OutputError where a folder cannot be written."""

    def __init__(self) -> None:
        self._folders: dict[Path, Path] = {}
        self._finals: list[Path] = []

    def __enter__(self) -> AtomicOutputs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for folder in self._folders.values():
            shutil.rmtree(folder, ignore_errors=True)

    def paths(self, finals: Mapping[str, Path | None]) -> dict[str, Path]:
        """Return where to write the files that are to become `finals` (None: not wanted): of the same names, on the same disks."""
        found = {}
        for key, final in finals.items():
            if final is None:
                continue
            final = Path(final).absolute()
            if final.is_dir():
                raise OutputError(f"The output {final} is a folder; choose the name of a file.")
            if final in self._finals:
                raise OutputError(f"Two outputs have one name, {final}; choose a name for each.")
            self._finals.append(final)
            found[key] = self._folder(final.parent) / final.name
        return found

    def scratch(self, name: str) -> Path:
        """Return where to write a file that nobody wants to keep, beside the first output, where there ought to be room."""
        beside = self._finals[0].parent if self._finals else Path(tempfile.gettempdir())
        return self._folder(beside) / f"scratch-{name}"

    def commit(self) -> None:
        """Give every output, with the files that belong to it, its final name; if one cannot get it, none is kept."""
        moved: list[Path] = []
        for final in self._finals:
            try:
                for older in _side_files(final):
                    older.unlink(missing_ok=True)
                for part in sorted(self._folders[final.parent].iterdir()):
                    if part.name.startswith(f"{final.stem}."):
                        os.replace(part, final.parent / part.name)
                        moved.append(final.parent / part.name)
            except OSError as error:
                for path in moved:
                    path.unlink(missing_ok=True)
                raise OutputError(
                    f"The output {final} cannot be given its name ({error.strerror}). If an older result of that name is open in "
                    "QGIS, remove that layer, or choose another name."
                ) from error

    def _folder(self, beside: Path) -> Path:
        if beside not in self._folders:
            try:
                self._folders[beside] = Path(tempfile.mkdtemp(prefix=".noise2map-", dir=beside))
            except OSError as error:
                raise OutputError(
                    f"The folder {beside} cannot be written to ({error.strerror}). Choose another folder for the outputs."
                ) from error
        return self._folders[beside]


def _side_files(final: Path) -> list[Path]:
    indexes = _INDEXES if final.suffix.lower() == ".shp" else ()
    return [final.with_name(final.name + suffix) for suffix in _SIDE_FILES] + [final.with_suffix(i) for i in indexes]
