# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages that hold more than a run's own layer: which layers they hold, and how one is added and the others left
alone.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from ..errors import OutputError

# Tables that QGIS registers beside layers.
_STYLES = "layer_styles"
_PROJECTS = "qgis_projects"
# Offsets of the file change counter and of its copy (SQLite file format, 1.3). GDAL counts an update more or less with
# the clock.
_CHANGE_COUNTERS = (24, 92)


@dataclass(frozen=True)
class GeoPackageLayer:
    """A layer of a GeoPackage as a destination; the GeoPackage may hold other layers, which stay as they are."""

    path: Path
    table: str

    def __str__(self) -> str:
        return f"{self.path}|layername={self.table}"


def other_layers(path: Path, own: str) -> list[str]:
    """Return what an existing file holds beside the layer `own`: tables of a GeoPackage, projects in it, layers of
    other formats.

    A file that cannot be opened holds nothing that can be named.
    """
    if path.suffix.lower() == ".gpkg":
        return [name for name in _tables(path) if name not in (own, _STYLES)]
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    except RuntimeError:
        return []
    if dataset is None:
        return []
    names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
    return [name for name in names if name != own] if len(names) > 1 else []


def _tables(path: Path) -> list[str]:
    # Not "immutable": a layer that QGIS has not yet moved from the file's write-ahead log counts, too.
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            names = [row[0] for row in database.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name")]
            with contextlib.suppress(sqlite3.Error):
                projects = database.execute("SELECT name FROM qgis_projects").fetchall()
                names += [f"the project {row[0]}" for row in projects]
    except sqlite3.Error:
        return []
    return names


def make_reproducible(path: Path, date: str) -> None:
    """Remove from a finished GeoPackage what differs from run to run: dates become `date` (YYYY-MM-DD), the change
    counter 1.

    Nobody else may have the file open. Raises RuntimeError, as GDAL does.
    """
    time = f"{date}T00:00:00.000Z"
    try:
        with contextlib.closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE gpkg_contents SET last_change = ?", (time,))
            with contextlib.suppress(sqlite3.OperationalError):  # a table that only layers with metadata have
                database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (time,))
        with path.open("r+b") as file:
            for place in _CHANGE_COUNTERS:
                file.seek(place)
                file.write((1).to_bytes(4, "big"))
    except (sqlite3.Error, OSError) as error:
        raise RuntimeError(str(error)) from error


class LayerCopy:
    """Copies the one layer of a finished GeoPackage into another GeoPackage, in one SQLite transaction.

    `begin` does the work, `finish` commits it; until then readers see the GeoPackage as it was, and a process that dies
    leaves it so. All raise OutputError.
    """

    def __init__(self, source: Path, target: GeoPackageLayer) -> None:
        self._source = source
        self._target = target
        self._dataset: Any = None

    def begin(self) -> None:
        """Copy the layer inside an open transaction; a layer of the same name is replaced."""
        target = self._target
        try:
            source = ogr.Open(str(self._source))
            self._dataset = gdal.OpenEx(str(target.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            if self._dataset.GetDriver().ShortName != "GPKG":
                raise RuntimeError("it is no GeoPackage")
            self._dataset.StartTransaction()
            older = self._dataset.GetLayerByName(target.table)
            if older is not None:
                del older
                names = [self._dataset.GetLayer(i).GetName() for i in range(self._dataset.GetLayerCount())]
                self._dataset.DeleteLayer(names.index(target.table))
            layer = source.GetLayer(0)
            # Not CopyLayer, which begins a transaction of its own.
            copy = self._dataset.CreateLayer(target.table, layer.GetSpatialRef(), layer.GetGeomType())
            fields = layer.GetLayerDefn()
            for index in range(fields.GetFieldCount()):
                copy.CreateField(fields.GetFieldDefn(index))
            for feature in layer:
                copy.CreateFeature(feature)
            copy.SetMetadata(layer.GetMetadata())
            copy.SyncToDisk()
            if copy.GetFeatureCount() != layer.GetFeatureCount():
                raise RuntimeError("polygons are missing")
            feature = None
            del copy, layer, source
        except (RuntimeError, ValueError) as error:
            self.abandon()
            raise self._failed(error) from error

    def finish(self) -> None:
        """Commit the transaction and close the file."""
        try:
            self._dataset.CommitTransaction()
        except RuntimeError as error:
            self.abandon()
            raise self._failed(error) from error
        self._dataset = None

    def abandon(self) -> None:
        """Roll the transaction back; does nothing after `finish`."""
        if self._dataset is not None:
            with contextlib.suppress(RuntimeError):
                self._dataset.RollbackTransaction()
            self._dataset = None

    def _failed(self, error: Exception) -> OutputError:
        reason = str(error).strip().rstrip(".")
        return OutputError(
            f"The layer {self._target.table} cannot be written into {self._target.path} ({reason}). If the "
            "GeoPackage is being edited in QGIS, save the edits and try again, or choose another file."
        )


def check_table(target: GeoPackageLayer) -> None:
    """Raise OutputError if the table to be written exists and is no layer of features, or the file is no GeoPackage."""
    path = target.path
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            query = "SELECT data_type FROM gpkg_contents WHERE lower(table_name) = lower(?)"
            kinds = [row[0] for row in database.execute(query, (target.table,))]
    except sqlite3.Error as error:
        raise OutputError(f"The file {path} is no GeoPackage ({error}); choose another file.") from error
    if kinds and kinds != ["features"]:
        raise OutputError(
            f"{path} holds a table {target.table} of another kind ({kinds[0]}); choose another name for the layer."
        )
