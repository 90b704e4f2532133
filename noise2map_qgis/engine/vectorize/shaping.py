# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapes of outlines: exact pixels, simplified, or regular with right angles, never far from the pixels.

Outlines are worked on in metres on the ground, whatever the CRS measures in, so that a tolerance of 2 m is 2 m along
both axes at any latitude.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from osgeo import ogr

from ..raster.grid import Grid, Ground
from . import wkb
from .polygonize import Outlines
from .regularize import regular
from .shape import EXACT, REGULAR, Shape

# Where no tolerance is given: pixels by which a regular or simplified outline may move. One pixel removes the stairs of
# an oblique wall and keeps a corner that is two pixels deep.
_DEFAULT_TOLERANCE = 1.0
# A component of more points keeps the outline of its pixels: simplifying takes GEOS time and memory that grow faster
# than the points (0.5 s for 40,000, 12 s for 660,000 and 70 s for 2,700,000 in one polygon), and nothing can stop it.
_LARGEST = 100_000
# The share of a component's area that a shape may lose, and the share that it may add.
_ALLOWED = 0.1


def polygons(outlines: Outlines, grid: Grid, ground: Ground, shape: Shape) -> Iterator[tuple[bytes, int]]:
    """Yield each component's polygon as well-known binary in the grid's CRS, and the points of its exact outline."""
    sizes = np.diff(outlines.points[outlines.rings]).tolist()
    exact = wkb.polygons(outlines, grid.geotransform)
    if shape.kind == EXACT:
        yield from zip(exact, sizes)
        return
    in_pixels = wkb.polygons(outlines, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
    for outline, pixels, size in zip(exact, in_pixels, sizes):
        yield (outline if size > _LARGEST else _shaped(outline, pixels, grid, ground, shape)), size


def _shaped(outline: bytes, pixels: bytes, grid: Grid, ground: Ground, shape: Shape) -> bytes:
    """Return the shaped polygon in the CRS; the exact `outline` where no shape stays near enough to the pixels."""
    rings = wkb.rings_of(pixels)
    row = int(np.clip(rings[0][:, 1].mean(), 0, len(ground.x_m) - 1))
    # y grows downwards in pixels: the sign keeps the rings' direction.
    metres = np.array([ground.x_m[row], -ground.y_m[row]])
    tolerance = shape.tolerance or _DEFAULT_TOLERANCE * float(np.abs(metres).max())
    exact = ogr.CreateGeometryFromWkb(wkb.joined([ring * metres for ring in rings]))
    found = exact.SimplifyPreserveTopology(tolerance)
    if shape.kind == REGULAR:
        coarse = exact.SimplifyPreserveTopology(2 * tolerance)
        found = _nearest((_regular(found, coarse, tolerance), found), exact)
    if found is None or not _simple(found):
        return outline
    x0, width, _, y0, _, height = grid.geotransform
    scale, origin = np.array([width, height]), np.array([x0, y0])
    return wkb.joined([ring / metres * scale + origin for ring in wkb.rings_of(_bytes(found))])


def _regular(simplified: ogr.Geometry, coarse: ogr.Geometry, tolerance: float) -> ogr.Geometry | None:
    rings = regular(wkb.rings_of(_bytes(simplified)), wkb.rings_of(_bytes(coarse)), tolerance)
    return None if rings is None else ogr.CreateGeometryFromWkb(wkb.joined(rings))


def _nearest(candidates: tuple[ogr.Geometry | None, ...], exact: ogr.Geometry) -> ogr.Geometry | None:
    """Return the first candidate that is valid and neither loses nor adds more than is allowed; None if
    there is none."""
    allowed = _ALLOWED * exact.GetArea()
    for candidate in candidates:
        if candidate is None or not _simple(candidate):
            continue
        if exact.Difference(candidate).GetArea() <= allowed and candidate.Difference(exact).GetArea() <= allowed:
            return candidate
    return None


def _simple(geometry: ogr.Geometry) -> bool:
    return geometry.GetGeometryType() == ogr.wkbPolygon and not geometry.IsEmpty() and geometry.IsValid()


def _bytes(geometry: ogr.Geometry) -> bytes:
    return bytes(geometry.ExportToWkb(ogr.wkbNDR))
