# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons as little-endian well-known binary (OGC 06-103r4, section 8), written and read with numpy."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import numpy as np

from .polygonize import Outlines

# ogr.wkbPolygon
_POLYGON = 3
_HEADER = struct.Struct("<BII")
_COUNT = struct.Struct("<I")


def polygons(outlines: Outlines, geotransform: tuple[float, ...]) -> Iterator[bytes]:
    """Yield the polygon of each component, in the coordinates of a north-up geotransform (GDAL's order)."""
    x0, width, _, y0, _, height = geotransform
    places = np.empty((len(outlines.col), 2), "<f8")
    places[:, 0] = x0 + width * outlines.col
    places[:, 1] = y0 + height * outlines.row
    words = _words(places, np.diff(outlines.points))
    del places
    # The words before ring r are a count for each ring before it, and four for each point.
    bounds = (outlines.rings + 4 * outlines.points[outlines.rings]).tolist()
    counts = np.diff(outlines.rings).tolist()
    for first, last, count in zip(bounds, bounds[1:], counts):
        yield _HEADER.pack(1, _POLYGON, count) + words[first:last].tobytes()


def joined(rings: list[np.ndarray]) -> bytes:
    """Return a polygon of closed rings, `(points, 2) float64` each, the outer one first."""
    words = _words(np.concatenate(rings), np.array([len(ring) for ring in rings]))
    return _HEADER.pack(1, _POLYGON, len(rings)) + words.tobytes()


def _words(places: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Return rings as uint32 words: of each ring the number of its points, then four words a point.

    places: `(points, 2) float64` of all rings; lengths: points of each. No object is made for a ring, so that a polygon
    of a million holes needs no more than a few times its bytes.
    """
    words = np.empty(len(lengths) + 4 * len(places), "<u4")
    counts = np.concatenate([[0], np.cumsum(1 + 4 * lengths)[:-1]]) if len(lengths) else np.zeros(0, np.int64)
    is_point = np.ones(len(words), bool)
    is_point[counts] = False
    words[counts] = lengths
    words[is_point] = np.ascontiguousarray(places, "<f8").view("<u4").ravel()
    return words


def rings_of(wkb: bytes) -> list[np.ndarray]:
    """Return the rings of a polygon, `(points, 2) float64` each; raises ValueError if `wkb` is another geometry."""
    order, kind, count = _HEADER.unpack_from(wkb)
    if (order, kind) != (1, _POLYGON):
        raise ValueError(f"a polygon in little-endian order was expected, not geometry {kind}")
    found, at = [], _HEADER.size
    for _ in range(count):
        (points,) = _COUNT.unpack_from(wkb, at)
        at += _COUNT.size
        found.append(np.frombuffer(wkb, "<f8", 2 * points, at).reshape(points, 2))
        at += 16 * points
    return found
