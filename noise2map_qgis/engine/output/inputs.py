# SPDX-License-Identifier: GPL-2.0-or-later
"""Which files the inputs of a run are read from, so that no output replaces one: tiles of mosaics, nested VRTs, area
layers, side files.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from osgeo import gdal

from ..errors import OutputError
from .geopackage import GeoPackageLayer

# Elements of a VRT that name a file; of raster mosaics, warped and pansharpened VRTs, and vector VRTs.
_NAMED = re.compile(r"<(?:SourceFilename|SourceDataset|SrcDataSource|Filename)\b([^>]*)>([^<]+)<")
_RELATIVE = re.compile(r"relative(?:to)?(?:VRT)?\s*=\s*[\"']1", re.IGNORECASE)
# Members of a mosaic beyond this number are not opened to ask for their side files; the members themselves always
# count.
_OPENED = 500


@dataclass(frozen=True)
class InputFiles:
    """The data sources of a run as (name for the user, what GDAL opens)."""

    sources: tuple[tuple[str, str], ...]

    def refuse(self, outputs: Iterable[Path]) -> None:
        """Raise OutputError if one of the files to be written or removed is one that an input is read from.

        Links count as the file they lead to. Nothing is opened if none of the outputs exists.
        """
        there = [path for path in outputs if os.path.lexists(path)]
        for path in there:
            name = self._found(path)
            if name is not None:
                raise OutputError(
                    f"The output {path} is a file that the layer '{name}' is read from; choose another name."
                )

    def refuse_layer(self, target: GeoPackageLayer) -> None:
        """Raise OutputError if a layer of a GeoPackage that is to be replaced is one that an input is read from."""
        for name, source in self.sources:
            path, table = _layer(source)
            if table == target.table and _identity(path) == _identity(target.path) is not None:
                raise OutputError(
                    f"The output layer {target.table} of {target.path} is the layer '{name}' itself; choose "
                    "another name."
                )

    def _found(self, path: Path) -> str | None:
        identity = _identity(path)
        for name, resolved, known in self._files:
            if resolved == os.path.realpath(path) or (identity is not None and identity == known):
                return name
        return None

    @cached_property
    def _files(self) -> list[tuple[str, str, tuple[int, int] | None]]:
        return [
            (name, os.path.realpath(file), _identity(Path(file)))
            for name, source in self.sources
            for file in files_of(source)
        ]


NO_INPUTS = InputFiles(())


def files_of(source: str) -> list[str]:
    """Return the files behind what GDAL opens as `source`, through mosaics and nested VRTs, with side files."""
    found: dict[str, None] = {}
    waiting, opened = [source.split("|")[0]], 0
    seen = set(waiting)
    while waiting:
        place = waiting.pop()
        if os.path.lexists(place):
            found[place] = None
        if opened > _OPENED and not place.lower().endswith((".vrt", ".ovf")):
            continue
        opened += 1
        for further in _named_by(place):
            if further not in seen:
                seen.add(further)
                waiting.append(further)
    return list(found)


def _named_by(place: str) -> Iterator[str]:
    """Yield the files and data sources that GDAL reads when it opens `place`."""
    try:
        dataset = gdal.OpenEx(place, gdal.OF_RASTER | gdal.OF_VECTOR)
        files = () if dataset is None else dataset.GetFileList() or ()  # raises for damaged georeferencing
    except RuntimeError:
        return
    if dataset is None:
        return
    yield from files
    driver = dataset.GetDriver().ShortName
    if driver == "VRT":
        for text in dataset.GetMetadata("xml:VRT") or ():
            yield from _names_in(text, os.path.dirname(place) if os.path.exists(place) else "")
    elif driver == "OGR_VRT":
        text = place if place.lstrip().startswith("<") else Path(place).read_text(encoding="utf-8", errors="replace")
        yield from _names_in(text, os.path.dirname(place) if os.path.exists(place) else "")


def _names_in(text: str, folder: str) -> Iterator[str]:
    """Yield the names in the XML of a VRT. Searched, not parsed: the VRT of a large mosaic has a hundred thousand
    elements.
    """
    for found in _NAMED.finditer(text):
        attributes, name = found.group(1), html.unescape(found.group(2).strip())
        yield os.path.join(folder, name) if _RELATIVE.search(attributes) else name


def _layer(source: str) -> tuple[str, str | None]:
    """Return the file and the layer in it that a data source names, in QGIS's way (path|layername=x) or GDAL's
    (GPKG:path:x).
    """
    path, *options = source.split("|")
    for option in options:
        if option.startswith("layername="):
            return path, option[len("layername=") :]
    if source.startswith("GPKG:"):
        path, _, table = source[len("GPKG:") :].rpartition(":")
        return path, table
    return path, _only_layer(path) if path.lower().endswith(".gpkg") else None


def _only_layer(path: str) -> str | None:
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
    except RuntimeError:
        return None
    return dataset.GetLayer(0).GetName() if dataset is not None and dataset.GetLayerCount() else None


def _identity(path: Path | str) -> tuple[int, int] | None:
    """Return what two names of one file share (hard links, case-insensitive file systems); None if there is no file."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status.st_ino else None
