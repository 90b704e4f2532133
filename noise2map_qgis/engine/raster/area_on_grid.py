# SPDX-License-Identifier: GPL-2.0-or-later
"""An area in any CRS, brought onto a grid: cut to the grid's surroundings, densified, transformed, longitudes wrapped.

The result equals that of `gdalwarp -cutline`: the edges of the area are straight in its own CRS, and a pixel is inside
if its centre is. Cutting comes first, because coordinates far from the grid may have no place in its projection.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from typing import Any, Callable

import numpy as np
from osgeo import ogr, osr

from .grid import Grid, crs

Bounds = tuple[float, float, float, float]
_Transform = Callable[[np.ndarray], np.ndarray]

# The grid is sampled at so many points a side, reaching so far beyond it (part of its size), to find its surroundings.
_SAMPLES, _MARGIN = 21, 0.1
# An edge may deviate from its true course by so much of a pixel; no edge is halved more often than this.
_TOLERANCE, _HALVINGS = 0.02, 20
# No edge is longer than this part of the surroundings, so that a bend is not missed at the middle of an edge.
_LONGEST_EDGE = 1 / 8
_MOST_POINTS = 2_000_000
# Projections in which x is proportional to the longitude, so that it repeats: the beginnings of their names in WKT.
_CYLINDRICAL = (
    "Mercator_1SP",
    "Mercator_2SP",
    "Mercator_Auxiliary_Sphere",
    "Equirectangular",
    "Cylindrical_Equal_Area",
)


def area_on_grid(polygons: list[Any], area_wkt: str, grid: Grid) -> list[Any] | None:
    """Return OGR polygons of an area in the CRS of a grid, cut to its surroundings; None if they cover the whole grid.

    polygons: OGR geometries in the CRS `area_wkt`. Raises RuntimeError if there is no way from one CRS to the other.
    """
    source, target = crs(area_wkt), crs(grid.crs_wkt)
    same = bool(source.IsSame(target, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]))
    to_area = _identity if same else _transform(target, source)
    period = x_period(source)
    around = _surroundings(grid, to_area, source, target, period)
    box = rectangle(around)
    found: list[Any] = []
    for polygon in polygons:
        for part in _near(polygon.GetLinearGeometry(), around, period):
            if part.Contains(box):
                return None
            found += _parts(part if _holds(around, part.GetEnvelope()) else _cut(part, box))
    if same:
        return found
    to_grid = _wrapped(_transform(source, target), x_period(target), (grid.extent[0] + grid.extent[2]) / 2)
    tolerance = _TOLERANCE * min(abs(grid.geotransform[1]), abs(grid.geotransform[5]))
    longest = _LONGEST_EDGE * math.hypot(around[2] - around[0], around[3] - around[1])
    moved = (_moved(polygon, to_grid, tolerance, longest) for polygon in found)
    return [polygon for polygon in moved if polygon is not None]


def x_period(reference: osr.SpatialReference) -> float | None:
    """Return after which distance x means the same place again: a turn of 360 degrees; None where x does not repeat."""
    if reference.IsGeographic():
        return 2 * math.pi / reference.GetAngularUnits()
    if not (reference.GetAttrValue("PROJECTION") or "").startswith(_CYLINDRICAL):
        return None
    geographic = reference.CloneGeogCS()
    geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    middle = reference.GetProjParm("central_meridian", 0.0)
    span = 90.0
    points = _transform(geographic, reference)(np.array([(middle - span, 0.0), (middle + span, 0.0)]))
    return float(points[1, 0] - points[0, 0]) * 180 / span


def _identity(points: np.ndarray) -> np.ndarray:
    return points


def _transform(source: osr.SpatialReference, target: osr.SpatialReference) -> _Transform:
    """Return a function from `(n, 2)` points to points, infinite where there is no place for one."""
    transformation = osr.CoordinateTransformation(source, target)

    def move(points: np.ndarray) -> np.ndarray:
        try:
            return np.array(transformation.TransformPoints(points.tolist()))[:, :2]
        except RuntimeError:
            return np.array([_one(transformation, point) for point in points])

    return move


def _one(transformation: osr.CoordinateTransformation, point: np.ndarray) -> tuple[float, float]:
    try:
        x, y, _ = transformation.TransformPoint(*point.tolist())
    except RuntimeError:
        return math.inf, math.inf
    return x, y


def _wrapped(move: _Transform, period: float | None, centre: float) -> _Transform:
    """Return a transform whose x lies within half a period of a centre."""
    if period is None:
        return move
    turn = period

    def wrap(points: np.ndarray) -> np.ndarray:
        moved = move(points)
        moved[:, 0] = centre + (moved[:, 0] - centre + turn / 2) % turn - turn / 2
        return moved

    return wrap


def _surroundings(
    grid: Grid, to_area: _Transform, source: osr.SpatialReference, target: osr.SpatialReference, period: float | None
) -> Bounds:
    """Return a rectangle in the area's CRS that holds the grid; x may exceed the usual range where it repeats."""
    left, bottom, right, top = grid.extent
    if to_area is _identity:
        return _widened((left, bottom, right, top))
    steps = np.linspace(-_MARGIN, 1 + _MARGIN, _SAMPLES)
    x, y = np.meshgrid(left + steps * (right - left), bottom + steps * (top - bottom))
    middle = to_area(np.array([((left + right) / 2, (bottom + top) / 2)]))
    points = to_area(np.stack([x.ravel(), y.ravel()], axis=1))
    points = points[np.isfinite(points).all(axis=1)]
    if len(points) == 0 or not np.isfinite(middle).all():
        raise RuntimeError("the raster has no place in it")
    if period is not None:
        points = _wrapped(_identity, period, float(middle[0, 0]))(points)
    bounds = _widened((points[:, 0].min(), points[:, 1].min(), points[:, 0].max(), points[:, 1].max()))
    return _with_poles(bounds, grid, source, target, float(middle[0, 0]), period) if source.IsGeographic() else bounds


def _with_poles(
    bounds: Bounds,
    grid: Grid,
    source: osr.SpatialReference,
    target: osr.SpatialReference,
    centre: float,
    period: float | None,
) -> Bounds:
    """Widen longitudes and latitudes to all there are around a pole that lies on the grid; no latitude exceeds 90
    degrees.
    """
    quarter = (period or 360.0) / 4
    xmin, ymin, xmax, ymax = bounds
    ymin, ymax = max(ymin, -quarter), min(ymax, quarter)
    left, bottom, right, top = _widened(grid.extent)
    to_grid = _transform(source, target)
    for pole in (-quarter, quarter):
        x, y = to_grid(np.array([(centre, pole)]))[0]
        if left <= x <= right and bottom <= y <= top:
            xmin, xmax = centre - 2 * quarter, centre + 2 * quarter
            ymin, ymax = min(ymin, pole), max(ymax, pole)
    return xmin, ymin, xmax, ymax


def _widened(bounds: Bounds) -> Bounds:
    xmin, ymin, xmax, ymax = bounds
    x, y = _MARGIN * (xmax - xmin), _MARGIN * (ymax - ymin)
    return float(xmin - x), float(ymin - y), float(xmax + x), float(ymax + y)


def _near(geometry: Any, around: Bounds, period: float | None) -> Iterator[Any]:
    """Yield the geometry, moved by whole periods, wherever it may touch the surroundings."""
    xmin, xmax, ymin, ymax = geometry.GetEnvelope()
    if geometry.IsEmpty() or ymin > around[3] or ymax < around[1]:
        return
    turns = range(1)
    if period is not None:
        turns = range(math.ceil((around[0] - xmax) / period), math.floor((around[2] - xmin) / period) + 1)
    for turn in turns:
        offset = turn * (period or 0.0)
        if xmin + offset <= around[2] and xmax + offset >= around[0]:
            yield _built(geometry, partial(np.add, (offset, 0.0))) if turn else geometry


def _cut(geometry: Any, box: Any) -> Any:
    """Return the part of a geometry inside a rectangle; a geometry that GEOS cannot repair stays as it is."""
    for candidate in (lambda: geometry, geometry.MakeValid, lambda: geometry.Buffer(0)):
        try:
            cut = candidate().Intersection(box)
        except (RuntimeError, AttributeError):
            continue
        if cut is not None:
            return cut
    return geometry


def _parts(geometry: Any) -> Iterator[Any]:
    """Yield the polygons of a geometry."""
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind == ogr.wkbPolygon:
        if not geometry.IsEmpty():
            yield geometry.Clone()
        return
    for number in range(geometry.GetGeometryCount()):
        if geometry.GetDimension() == 2:
            yield from _parts(geometry.GetGeometryRef(number))


def _moved(polygon: Any, to_grid: _Transform, tolerance: float, longest: float) -> Any | None:
    return _built(polygon, lambda ring: _densified(ring, to_grid, tolerance, longest))


def _built(geometry: Any, change: Callable[[np.ndarray], np.ndarray]) -> Any | None:
    """Return a multipolygon of the polygons of a geometry with each ring, `(n, 2)` points, changed; None if nothing is
    left.
    """
    built = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in _parts(geometry):
        made = ogr.Geometry(ogr.wkbPolygon)
        for number in range(polygon.GetGeometryCount()):
            points = change(np.array(polygon.GetGeometryRef(number).GetPoints())[:, :2])
            if len(points) < 3:
                continue
            ring = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in points.tolist():
                ring.AddPoint_2D(x, y)
            ring.CloseRings()
            made.AddGeometry(ring)
        if made.GetGeometryCount():
            built.AddGeometry(made)
    return built if built.GetGeometryCount() else None


def _densified(ring: np.ndarray, to_grid: _Transform, tolerance: float, longest: float) -> np.ndarray:
    """Return a ring's points on the grid, with so many more that every edge keeps its course."""
    pieces = np.maximum(1, np.ceil(np.hypot(*np.diff(ring, axis=0).T) / max(longest, 1e-300))).astype(int)
    steps = [np.linspace(a, b, n, endpoint=False) for a, b, n in zip(ring, ring[1:], pieces)]
    ring = np.concatenate([*steps, ring[-1:]])
    moved = to_grid(ring)
    unsure = np.ones(len(ring) - 1, bool)
    for _ in range(_HALVINGS):
        edges = np.flatnonzero(unsure)
        if not len(edges) or len(ring) > _MOST_POINTS:
            break
        middle = (ring[edges] + ring[edges + 1]) / 2
        place = to_grid(middle)
        off = np.hypot(*(place - (moved[edges] + moved[edges + 1]) / 2).T)
        split = off > tolerance  # False for what is no number
        edges, middle, place = edges[split], middle[split], place[split]
        ring = np.insert(ring, edges + 1, middle, axis=0)
        moved = np.insert(moved, edges + 1, place, axis=0)
        unsure = np.zeros(len(ring) - 1, bool)
        first = edges + np.arange(len(edges))
        unsure[first] = unsure[first + 1] = True
    return moved[np.isfinite(moved).all(axis=1)]


def rectangle(bounds: Bounds) -> Any:
    """Return (xmin, ymin, xmax, ymax) as an OGR polygon."""
    xmin, ymin, xmax, ymax = bounds
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((xmin, ymin), (xmin, ymax), (xmax, ymax), (xmax, ymin), (xmin, ymin)):
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def _holds(around: Bounds, envelope: tuple[float, float, float, float]) -> bool:
    xmin, xmax, ymin, ymax = envelope
    return around[0] <= xmin and xmax <= around[2] and around[1] <= ymin and ymax <= around[3]
