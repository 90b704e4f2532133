# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygon output: the outlines of components with their attributes, written as they are traced."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from ..errors import Cancelled, OutputError
from ..raster.grid import Grid, crs
from ..vectorize.connected_components import ComponentTable
from ..vectorize.polygonize import Outlines, find_corners, trace
from ..vectorize.shape import Shape
from ..vectorize.shaping import polygons
from .geopackage import make_reproducible
from .raster_writer import Progress

FIELDS = ("area_m2", "perimeter_m", "mean_prob", "max_prob")
_BATCH = 50_000
# Cancellation is checked after this many components, and after every component with this many points.
_LISTEN_EVERY, _LARGE = 1000, 5000


# The date that files carry: the same run twice gives the same bytes.
_DATE = "1970-01-01"
_OPTIONS = {"GPKG": ["SPATIAL_INDEX=NO"], "ESRI Shapefile": [f"DBF_DATE_LAST_UPDATE={_DATE}"]}
# Names of fields in a Shapefile, whose names have at most 10 characters (dBASE III).
_SHORT_NAMES = {"perimeter_m": "perim_m"}


def vector_driver(path: Path) -> str:
    """Return the OGR driver for a file name, by its extension; raises OutputError if none writes that."""
    extension = path.suffix.lower().lstrip(".")
    for index in range(gdal.GetDriverCount()):
        driver = gdal.GetDriver(index)
        about = driver.GetMetadata()
        known = about.get("DMD_EXTENSIONS", about.get("DMD_EXTENSION", "")).split()
        if extension and extension in known and "DCAP_VECTOR" in about and "DCAP_CREATE" in about:
            return driver.ShortName
    raise OutputError(f"The output {path.name} has no known vector format; choose a name that ends with .gpkg.")


class PolygonWriter:
    """A vector file of outlines, one polygon per component.

    table: the components, by id. shape: how outlines are drawn; the attributes are always those of the pixels.
    progress: asked whether to go on. layer: its name, by default the file's. metadata: items of a GeoPackage's layer;
    other formats have none. notes: sentences for the log. Raises OutputError, Cancelled.
    """

    def __init__(
        self,
        path: Path,
        grid: Grid,
        table: ComponentTable,
        shape: Shape,
        progress: Progress,
        layer: str = "",
        metadata: Mapping[str, str] | None = None,
    ) -> None:
        self._path = path
        self._name = layer or path.stem
        self._grid = grid
        self._table = table
        self._ground = grid.ground()
        self._shape = shape
        self._progress = progress
        self._count = 0
        try:
            driver = vector_driver(path)
            # A GeoPackage's index is made at the end: closing an unfinished file would make it, too, and a cancel would
            # wait.
            self._geopackage = driver == "GPKG"
            self._dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
            options = _OPTIONS.get(driver, [])
            self._layer = self._dataset.CreateLayer(self._name, crs(grid.crs_wkt), ogr.wkbPolygon, options)
            self.notes = _add_fields(self._layer, driver, path)
            if self._geopackage and metadata:
                self._layer.SetMetadata(dict(metadata))
            self._feature = ogr.Feature(self._layer.GetLayerDefn())
            self._layer.StartTransaction()
        except RuntimeError as error:
            raise self._failed(str(error)) from error

    def write(self, outlines: Outlines) -> None:
        """Add the polygons of some components."""
        columns = (
            column[outlines.id].tolist()
            for column in (
                self._table.area_m2,
                self._table.perimeter_m,
                self._table.mean_probability,
                self._table.max_probability,
            )
        )
        layer, feature = self._layer, self._feature
        try:
            outlined = polygons(outlines, self._grid, self._ground, self._shape)
            for (wkb, points), *values in zip(outlined, *columns):
                if (self._count % _LISTEN_EVERY == 0 or points > _LARGE) and not self._progress(0.0, "", None):
                    raise Cancelled("Stopped while polygons were written.")
                if self._count % _BATCH == _BATCH - 1:
                    layer.CommitTransaction()
                    layer.StartTransaction()
                self._count += 1
                feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
                for index, value in enumerate(values):
                    feature.SetField(index, value)
                feature.SetFID(ogr.NullFID)
                layer.CreateFeature(feature)
        except RuntimeError as error:
            raise self._failed(str(error)) from error

    def close(self) -> None:
        """Finish the file."""
        try:
            self._layer.CommitTransaction()
            self._layer.SyncToDisk()
            if self._geopackage:
                table, column = (name.replace("'", "''") for name in (self._name, self._layer.GetGeometryColumn()))
                self._dataset.ExecuteSQL(f"SELECT CreateSpatialIndex('{table}', '{column}')")
            # What the destructors still write raises nothing by itself.
            failures: list[str] = []
            gdal.PushErrorHandler(lambda kind, _, text: failures.append(text) if kind >= gdal.CE_Failure else None)
            self.abandon()
            gdal.PopErrorHandler()
            if failures:
                raise RuntimeError(failures[0])
            if self._geopackage:
                make_reproducible(self._path, _DATE)
            dataset = ogr.Open(str(self._path))  # a layer does not outlive its dataset's last name
            if dataset is None or dataset.GetLayer(0).GetFeatureCount() != self._count:
                raise RuntimeError("the file is cut off")
        except RuntimeError as error:
            raise self._failed(str(error)) from error

    def abandon(self) -> None:
        """Close the file, finished or not, so that it can be deleted."""
        self._feature = self._layer = self._dataset = None

    def _failed(self, reason: str) -> OutputError:
        return OutputError(
            f"The output {self._path.name} cannot be written ({reason.strip().rstrip('.')}). Check that the disk "
            "has room and that the folder may be written to, or choose another folder or another name, such as "
            "changes.gpkg."
        )


def dry_run(path: Path, grid: Grid, layer: str = "") -> None:
    """Write the polygon of a single pixel to `path`, so that a format or a name that will not do shows before a run and
    not behind it.

    Raises OutputError.
    """
    pixel = np.ones((1, 1), bool)
    table = ComponentTable(*np.zeros((4, 2)))
    writer = PolygonWriter(path, grid, table, Shape(), lambda *_: 1, layer)
    try:
        writer.write(trace(find_corners(np.pad(pixel, 1), pixel.astype(np.int32), 0, 0)))
        writer.close()
    finally:
        writer.abandon()


def _add_fields(layer: ogr.Layer, driver: str, path: Path) -> tuple[str, ...]:
    """Create the fields of a layer; return a sentence if one has another name than in other formats."""
    names = [_SHORT_NAMES.get(name, name) if driver == "ESRI Shapefile" else name for name in FIELDS]
    for name in names:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    renamed = [f"{name} is called {short}" for name, short in zip(FIELDS, names) if name != short]
    if not renamed:
        return ()
    return (f"{path.name}: names of fields in a Shapefile have at most 10 characters, so {', '.join(renamed)}.",)
