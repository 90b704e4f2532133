# SPDX-License-Identifier: GPL-2.0-or-later
"""Atomic outputs: files are written in a work folder beside their final names, and get these together when all are
complete.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Callable, Union

from ..errors import OutputError
from .geopackage import GeoPackageLayer, LayerCopy, check_table, other_layers
from .inputs import NO_INPUTS, InputFiles
from .journal import Journal, Step, sync_file, sync_folder
from .work_folder import WorkFolder, clear_abandoned

Destination = Union[Path, GeoPackageLayer]

# What may lie beside an older result of the same name and is wrong for the new one: statistics, overviews and masks of
# a raster, and what SQLite has not yet moved into a GeoPackage that somebody has edited; SQLite would add it to the new
# one.
_SIDE_FILES = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")
# In place of .shp: spatial indexes of the older polygons, and the files of a Shapefile that are written anew.
_INDEXES = (".qix", ".sbn", ".sbx")
_SHAPEFILE = (".shx", ".dbf", ".prj", ".cpg")


@dataclass(frozen=True)
class Destinations:
    """What a run writes; None where an output is not wanted."""

    probability: Path | None
    mask: Path | None
    polygons: Destination | None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files written, those with a layer among others included."""
        wanted = (self.probability, self.mask, self.polygons)
        return tuple(Path(_file(one)).absolute() for one in wanted if one is not None)


@dataclass(frozen=True)
class _Output:
    """An output: the file written, and the file or the layer of a file that it becomes."""

    part: Path
    final: Path
    layer: GeoPackageLayer | None


class AtomicOutputs:
    """A context manager; on leaving it, whatever was not committed is gone and older results are as they were.

    inputs: no file that one of these is read from is replaced. tell: takes a sentence for the log about what an
    interrupted run left behind and this one has cleared. Raises OutputError where a folder cannot be written to.
    """

    def __init__(self, inputs: InputFiles = NO_INPUTS, tell: Callable[[str], None] = lambda sentence: None) -> None:
        self._inputs = inputs
        self._tell = tell
        self._folders: dict[Path, WorkFolder] = {}
        self._outputs: list[_Output] = []
        self._unfinished_undo = False

    def __enter__(self) -> AtomicOutputs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for folder in self._folders.values():
            folder.release() if self._unfinished_undo else folder.remove()

    def paths(self, finals: Mapping[str, Destination | None]) -> dict[str, Path]:
        """Return where to write what is to become `finals` (None: not wanted): files of the same names, on the same
        disks.

        Raises OutputError for a name that cannot be used: a folder, the same file twice, a file that an input is read
        from, a GeoPackage with other layers.
        """
        found = {}
        for key, destination in finals.items():
            if destination is None:
                continue
            final = Path(_file(destination)).absolute()
            layer = destination if isinstance(destination, GeoPackageLayer) and final.exists() else None
            if final.is_dir():
                raise OutputError(f"The output {final} is a folder; choose the name of a file.")
            if any(os.path.normcase(final) == os.path.normcase(other.final) for other in self._outputs):
                raise OutputError(f"Two outputs have one name, {final}; choose a name for each.")
            self._check(final, layer)
            folder = self._folder(final.parent)
            part = folder / "parts" / final.name if layer is None else folder / "layer.gpkg"
            self._outputs.append(_Output(part, final, layer))
            found[key] = part
        return found

    def scratch(self, name: str) -> Path:
        """Return where to write a file that is deleted at the end, beside the first output, where there ought to be
        room.
        """
        beside = self._outputs[0].final.parent if self._outputs else Path(tempfile.gettempdir())
        return self._folder(beside) / f"scratch-{name}"

    def commit(self) -> None:
        """Give every output, with the files that belong to it, its final name.

        If one cannot get it, all older results are brought back and OutputError is raised.
        """
        if not self._outputs:
            return
        for output in self._outputs:
            self._check(output.final, output.layer)
        journal = Journal(next(iter(self._folders.values())).path)
        copies = [LayerCopy(output.part, output.layer) for output in self._outputs if output.layer is not None]
        doing = self._outputs[0].final
        try:
            steps = list(self._steps())
            for copy in copies:
                copy.begin()
            for step in steps:
                if step.part:
                    doing = Path(step.final)
                    sync_file(Path(step.part))
            journal.begin(steps)
            for step in steps:
                doing = Path(step.final)
                step.do()
            for folder in self._folders:
                sync_folder(folder)
            for copy in copies:
                copy.finish()
            journal.end()
        except BaseException as error:
            for copy in copies:
                copy.abandon()
            self._unfinished_undo = journal.undo() is None
            if isinstance(error, OSError):
                raise self._not_named(doing, error) from error
            raise

    def _check(self, final: Path, layer: GeoPackageLayer | None) -> None:
        if layer is not None:
            self._inputs.refuse_layer(layer)
            check_table(layer)
            return
        self._inputs.refuse(_touched(final))
        others = other_layers(final, final.stem) if final.exists() else []
        if others:
            raise OutputError(
                f"The output {final} holds {', '.join(others)}, which would be lost. Choose another name, or "
                "save the polygons as a layer of that GeoPackage."
            )

    def _steps(self) -> Iterator[Step]:
        """Yield the steps of a commit: what belongs to an older result is removed before its main file is replaced."""
        for output in self._outputs:
            if output.layer is not None:
                continue
            folder = output.final.parent
            others = {other.part for other in self._outputs} - {output.part}
            parts = [
                part for part in output.part.parent.iterdir() if part not in others and _belongs(part, output.final)
            ]
            parts.sort(key=lambda part: (part.name == output.final.name, part.name))
            written = {part.name for part in parts}
            backups = self._folders[folder].path / "backups"
            backups.mkdir(exist_ok=True)
            for older in _touched(output.final):
                if older.name not in written and os.path.lexists(older):
                    yield Step.of(older, None, backups / older.name)
            for part in parts:
                yield Step.of(folder / part.name, part, backups / part.name)

    def _not_named(self, final: Path, error: OSError) -> OutputError:
        kept = ""
        if self._unfinished_undo:
            places = ", ".join(str(folder.path) for folder in self._folders.values())
            kept = (
                f" Not every older result could be brought back; they are kept in {places}, and the next run "
                "tries again."
            )
        return OutputError(
            f"The output {final} cannot be given its name ({error.strerror}). If an older result of that name is "
            "open in QGIS, remove that layer, or choose another "
            f"name.{kept}"
        )

    def _folder(self, beside: Path) -> Path:
        if beside not in self._folders:
            for sentence in clear_abandoned(beside):
                self._tell(sentence)
            primary = next(iter(self._folders.values())).path if self._folders else None
            self._folders[beside] = WorkFolder.create(beside, primary)
            (self._folders[beside].path / "parts").mkdir()
        return self._folders[beside].path


def _file(destination: Destination) -> Path:
    return destination.path if isinstance(destination, GeoPackageLayer) else destination


def _touched(final: Path) -> list[Path]:
    """Return the files that are replaced or removed when a new result gets the name `final`."""
    suffixes = (*_INDEXES, *_SHAPEFILE) if final.suffix.lower() == ".shp" else ()
    return [
        final,
        *(final.with_name(final.name + suffix) for suffix in _SIDE_FILES),
        *(final.with_suffix(suffix) for suffix in suffixes),
    ]


def _belongs(part: Path, final: Path) -> bool:
    """Return whether a file written is the output's, or one that its driver writes beside it (.shx, .dbf, .aux.xml)."""
    return part.name == final.name or (
        part.name.startswith(f"{final.stem}.") and (part.stem == final.stem or part.name.startswith(f"{final.name}."))
    )
