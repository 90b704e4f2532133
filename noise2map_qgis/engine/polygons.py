# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons out: the exact pixel outlines of objects, with what is known about each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from .errors import Cancelled, OutputError
from .grid import Grid, crs
from .objects import ObjectTable
from .writers import Progress

FIELDS = ("area_m2", "perimeter_m", "mean_prob", "max_prob")
_BATCH = 50_000


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


def write_polygons(
    path: Path, ids: Path, scratch: Path, grid: Grid, table: ObjectTable, simplify: float, progress: Progress
) -> None:
    """Write one polygon for each object.

    ids: an int32 raster of object ids on the grid, 0 = none. simplify: metres an outline may move by, 0 keeps the pixels' outlines;
    the attributes are those of the pixels either way. Outlines are 4-connected, so that polygons are valid.
    Raises OutputError, Cancelled.
    """
    reference = crs(grid.crs_wkt)
    try:
        outlines = _outlines(ids, scratch, reference, progress)
        dataset = ogr.GetDriverByName(vector_driver(path)).CreateDataSource(str(path))
        layer = dataset.CreateLayer(path.stem, reference, ogr.wkbPolygon)
        for name in FIELDS:
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
        columns = [
            column.tolist()
            for column in (table.area_m2, table.perimeter_m, table.mean_probability, table.max_probability)
        ]
        tolerance = simplify * abs(grid.geotransform[1]) / grid.gsd[0]
        _copy(outlines.GetLayer(0), layer, columns, tolerance, progress)
        layer.SyncToDisk()
        # What the destructors still write raises nothing by itself.
        failures: list[str] = []
        gdal.PushErrorHandler(lambda kind, _, text: failures.append(text) if kind >= gdal.CE_Failure else None)
        layer = dataset = None
        gdal.PopErrorHandler()
        if failures:
            raise RuntimeError(failures[0])
        dataset = ogr.Open(str(path))  # a layer does not outlive its dataset's last name
        if dataset.GetLayer(0).GetFeatureCount() != table.count:
            raise RuntimeError("the file is cut off")
    except RuntimeError as error:
        if not progress(1.0, "", None):
            raise Cancelled("Stopped while polygons were written.") from error
        raise OutputError(
            f"The output {path.name} cannot be written ({str(error).strip().rstrip('.')}). Check that the disk has room and that "
            "the folder may be written to, or choose another folder."
        ) from error


def _outlines(ids: Path, scratch: Path, reference: Any, progress: Progress) -> Any:
    """Return a dataset whose layer has one polygon an object, with its id as the only field."""
    raster = gdal.Open(str(ids))
    band = raster.GetRasterBand(1)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(scratch))
    layer = dataset.CreateLayer("outlines", reference, ogr.wkbPolygon, ["SPATIAL_INDEX=NO"])
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTInteger))
    dataset.StartTransaction()
    gdal.Polygonize(band, band, layer, 0, callback=progress)
    dataset.CommitTransaction()
    return dataset


def _copy(outlines: Any, layer: Any, columns: list[list[float]], tolerance: float, progress: Progress) -> None:
    feature = ogr.Feature(layer.GetLayerDefn())
    layer.StartTransaction()
    for number, outline in enumerate(outlines):
        if number % _BATCH == _BATCH - 1:
            layer.CommitTransaction()
            layer.StartTransaction()
        if number % 1000 == 0 and not progress(0.0, "", None):
            raise RuntimeError("stopped")
        geometry = outline.GetGeometryRef()
        feature.SetFID(ogr.NullFID)
        feature.SetGeometry(geometry if tolerance == 0 else geometry.SimplifyPreserveTopology(tolerance))
        row = outline.GetFieldAsInteger(0)
        for index, column in enumerate(columns):
            feature.SetField(index, column[row])
        layer.CreateFeature(feature)
    layer.CommitTransaction()
