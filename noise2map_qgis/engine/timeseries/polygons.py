# SPDX-License-Identifier: GPL-2.0-or-later
"""The polygons of all spans in one layer, each with the dates before and after its change."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from osgeo import ogr

from ..feedback import ProgressCounter
from ..output.polygon_writer import FIELDS, vector_driver
from ..output.raster_writer import output_error
from ..raster.grid import Grid, crs
from .spans import Span

# After how many features the feedback is asked whether to go on.
_LISTEN_EVERY = 1000


def merge_polygons(
    path: Path, name: str, spans: dict[Span, Path], grid: Grid, dates: tuple[datetime, ...], counter: ProgressCounter
) -> None:
    """Write the polygons of the spans' files to the layer `name` of `path`, in the order of time; raises OutputError,
    Cancelled.

    Fields: those of a change polygon; `begin` and `end`, the dates of the images between which the change happened
    (dates, or datetimes where one of them has a time); `interval`, the number of the date that shows it first, as in
    the rasters.
    """
    timed = any((date.hour, date.minute, date.second) != (0, 0, 0) for date in dates)
    try:
        dataset = ogr.GetDriverByName(vector_driver(path)).CreateDataSource(str(path))
        layer = dataset.CreateLayer(name, crs(grid.crs_wkt), ogr.wkbPolygon)
        for field in FIELDS:
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTReal))
        for field in ("begin", "end"):
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTDateTime if timed else ogr.OFTDate))
        layer.CreateField(ogr.FieldDefn("interval", ogr.OFTInteger))
        layer.StartTransaction()
        for span in sorted(spans, key=lambda span: (span.last, span.first)):
            _copy(layer, spans[span], span, dates, counter)
        layer.CommitTransaction()
        layer.SyncToDisk()
        del layer, dataset
    except RuntimeError as error:
        raise output_error(path, str(error)) from error


def _copy(layer: Any, source: Path, span: Span, dates: tuple[datetime, ...], counter: ProgressCounter) -> None:
    dataset = ogr.Open(str(source))
    for number, polygon in enumerate(dataset.GetLayer(0)):
        if number % _LISTEN_EVERY == 0:
            counter.check()
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(polygon.GetGeometryRef())
        for name in FIELDS:
            feature.SetField(name, polygon.GetField(name))
        for name, date in (("begin", dates[span.first]), ("end", dates[span.last])):
            feature.SetField(name, date.year, date.month, date.day, date.hour, date.minute, float(date.second), 0)
        feature.SetField("interval", span.last)
        layer.CreateFeature(feature)
