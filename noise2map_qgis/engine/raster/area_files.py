# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas as scripts name them: numbers with or without a CRS, and the polygons of a vector file."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from osgeo import gdal, osr

from ..errors import RasterError
from .area_of_interest import Area
from .area_on_grid import x_period
from .gdal_settings import gdal_exceptions
from .grid import crs
from .source import Source

Extent = tuple[float, float, float, float]

# What QGIS writes of an extent: four numbers, xmin, xmax, ymin, ymax, and a CRS in brackets.
_WITH_CRS = re.compile(r"(.*)\[(.*)\]", re.DOTALL)


def areas_of(first: Source, extent: Extent | str | None, layer: str | os.PathLike[str] | None) -> tuple[Area, ...]:
    """Return what limits a run: an extent, and the polygons of a vector file.

    extent: (xmin, ymin, xmax, ymax) in the CRS of `first`, or text, see `parse_extent`. layer: a file, or a layer of it
    as QGIS writes it ("file.gpkg|layername=districts"). Raises RasterError naming what cannot be read.
    """
    areas = []
    if extent is not None:
        areas.append(area_of_extent(first, extent))
    if layer is not None:
        areas.append(area_of_polygons(layer))
    return tuple(areas)


def area_of_extent(first: Source, extent: Extent | str) -> Area:
    """Return an extent; without a CRS of its own it is in the CRS of a raster."""
    bounds, code = parse_extent(extent) if isinstance(extent, str) else (extent, "")
    xmin, ymin, xmax, ymax = (float(value) for value in bounds)
    with gdal_exceptions():
        wkt, named = _crs_of(code) if code else _crs_of_raster(first)
        wraps = x_period(crs(wkt)) is not None if wkt else False
    place = f"{xmin:.10g}, {ymin:.10g}, {xmax:.10g}, {ymax:.10g}"
    if ymin >= ymax or (xmin >= xmax and not (code and wraps and xmin > xmax)):
        raise RasterError(
            f"The area {place} is empty; give xmin, ymin, xmax, ymax, the smaller numbers first "
            "(as QGIS writes it, with the CRS in brackets: xmin, xmax, ymin, ymax [EPSG:...])."
        )
    return Area(wkt, extent=(xmin, ymin, xmax, ymax), name=f"the extent {place} (xmin, ymin, xmax, ymax; {named})")


def parse_extent(text: str) -> tuple[Extent, str]:
    """Return the (xmin, ymin, xmax, ymax) that text gives, and its CRS ("" if none).

    "xmin,ymin,xmax,ymax" has no CRS; "xmin,xmax,ymin,ymax [EPSG:4326]" is what QGIS writes. Raises RasterError.
    """
    found = _WITH_CRS.fullmatch(text.strip())
    numbers, code = (found[1], found[2].strip()) if found else (text, "")
    try:
        a, b, c, d = (float(part) for part in numbers.split(","))
    except ValueError:
        raise RasterError(
            f"The area takes four numbers, xmin,ymin,xmax,ymax, or as QGIS writes it xmin,xmax,ymin,ymax [CRS], not "
            f"'{text}'."
        ) from None
    return ((a, c, b, d), code) if found else ((a, b, c, d), "")


def area_of_polygons(layer: str | os.PathLike[str]) -> Area:
    """Return the polygons of a vector file: of the layer named behind "|layername=", else of the only one
    that has any."""
    path, name, number = _split(os.fspath(layer))
    with gdal_exceptions():
        dataset = _open(path, gdal.OF_VECTOR)
        places = [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())]
        named = [place.GetName() for place in places]
        if name and name not in named:
            raise RasterError(f"The file {path} has no layer '{name}'; its layers are: {', '.join(named)}.")
        if number is not None and number >= len(places):
            raise RasterError(f"The file {path} has no layer number {number}, only {len(places)} layer(s).")
        if name:
            places = [place for place in places if place.GetName() == name]
        elif number is not None:
            places = [places[number]]
        found = [(place.GetName(), _polygons(place), place.GetSpatialRef()) for place in places]
        with_polygons = [(of, polygons, _wkt(reference)) for of, polygons, reference in found if polygons]
        del places, dataset
    if not with_polygons:
        raise RasterError(f"The area layer {path} holds no polygons; choose a polygon layer.")
    if len(with_polygons) > 1:
        names = ", ".join(of for of, _, _ in with_polygons)
        raise RasterError(
            f"The file {path} has several layers of polygons: {names}. Choose one, for example "
            f"{path}|layername={with_polygons[0][0]}."
        )
    of, polygons, wkt = with_polygons[0]
    if not wkt:
        raise RasterError(
            f"The area layer {path} ({of}) has no coordinate reference system; choose a polygon layer with one."
        )
    name = f"{len(polygons)} polygon(s) of {Path(path).name} (layer {of})"
    return Area(wkt, polygons=polygons, source=f"{os.path.abspath(path)}|layername={of}", name=name)


def _split(text: str) -> tuple[str, str, int | None]:
    """Return path, layer name and layer number of a layer as QGIS writes it: "x.gpkg|layername=a" or
    "x.gpkg|layerid=0"."""
    path, *options = text.split("|")
    name, number = "", None
    for option in options:
        key, _, value = option.partition("=")
        if key.strip().lower() == "layername":
            name = value.strip().strip("'\"")
        elif key.strip().lower() == "layerid" and value.strip().isdigit():
            number = int(value)
        else:
            raise RasterError(
                f"The area layer {text} has the option '{key}', which is not read here; only layername and layerid "
                "are. Export the layer to a file (Export ▸ Save Features As) and use that."
            )
    return path, name, number


def _polygons(layer: Any) -> tuple[bytes, ...]:
    polygons = []
    for feature in layer:
        geometry = feature.GetGeometryRef()  # it lives no longer than its feature
        if geometry is not None and not geometry.IsEmpty() and geometry.GetDimension() == 2:
            polygons.append(bytes(geometry.GetLinearGeometry().ExportToWkb()))
    return tuple(polygons)


def _wkt(reference: Any) -> str:
    return "" if reference is None else str(reference.ExportToWkt())


def _crs_of(code: str) -> tuple[str, str]:
    reference = osr.SpatialReference()
    try:
        reference.SetFromUserInput(code)
    except RuntimeError as error:
        raise RasterError(f"The area's CRS '{code}' is not known ({error}); give one such as EPSG:4326.") from error
    return str(reference.ExportToWkt()), code


def _crs_of_raster(source: Source) -> tuple[str, str]:
    if source.crs_wkt:
        return source.crs_wkt, f"the CRS of {source.name}"
    reference = _open(source.path, gdal.OF_RASTER).GetSpatialRef()
    return _wkt(reference), f"the CRS of {source.name}"


def _open(path: str, kind: int) -> Any:
    try:
        return gdal.OpenEx(path, kind | gdal.OF_VERBOSE_ERROR)
    except RuntimeError as error:
        raise RasterError(f"{path} cannot be opened ({error}); check the path.") from error
