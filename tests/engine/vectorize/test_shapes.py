# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines as exact pixels, simplified and regular: how far they move, what they lose and add, their corners."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import ogr

from noise2map_qgis.engine.raster.grid import Grid
from noise2map_qgis.engine.vectorize import wkb
from noise2map_qgis.engine.vectorize.connected_components import find_runs
from noise2map_qgis.engine.vectorize.polygonize import Outlines, find_corners, trace
from noise2map_qgis.engine.vectorize.shape import EXACT, REGULAR, SIMPLIFIED, Shape
from noise2map_qgis.engine.vectorize.shaping import polygons
from tests.engine.making import METRE_GRID, UTM, reference

# Half a metre at 65 degrees north: a degree of longitude is 47 km there, one of latitude 111 km.
NORTH_GRID = (18.0, 0.5 / 47_176, 0.0, 65.0, 0.0, -0.5 / 111_500)


def outlines_of(mask: np.ndarray) -> Outlines:
    runs, _ = find_runs(mask)
    ids = np.zeros(mask.shape, np.int32)
    ids[mask] = np.repeat(runs.label + 1, runs.length)
    return trace(find_corners(np.pad(mask, 1), ids, 0, 0))


def shaped(
    mask: np.ndarray, shape: Shape, geotransform: tuple[float, ...] = METRE_GRID, epsg: int = UTM
) -> list[ogr.Geometry]:
    grid = Grid(reference(epsg).ExportToWkt(), geotransform, mask.shape[1], mask.shape[0])
    found = polygons(outlines_of(mask), grid, grid.ground(), shape)
    return [ogr.CreateGeometryFromWkb(polygon) for polygon, _ in found]


def house(angle: float, rows: int = 120, cols: int = 120) -> np.ndarray:
    """An L-shaped house turned by some degrees, as pixels."""
    row, col = np.mgrid[:rows, :cols] + 0.5
    turn = math.radians(angle)
    x, y = col - cols / 2, row - rows / 2
    u, v = x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)
    return (np.abs(u) < 40) & (np.abs(v) < 25) & ~((u > 5) & (v > 0))


def turns(polygon: ogr.Geometry) -> np.ndarray:
    """The angle at each corner of the outer ring in degrees, 0-180."""
    ring = wkb.rings_of(bytes(polygon.ExportToWkb(ogr.wkbNDR)))[0]
    edges = np.diff(ring, axis=0)
    heading = np.arctan2(edges[:, 1], edges[:, 0])
    change = (np.diff(np.append(heading, heading[0])) + np.pi) % (2 * np.pi) - np.pi
    return np.degrees(np.abs(change))


def furthest(one: ogr.Geometry, other: ogr.Geometry) -> float:
    """The largest distance of a vertex of `one` to the outline of `other` (one side of the Hausdorff distance)."""
    boundary = other.Boundary()
    points = np.concatenate(wkb.rings_of(bytes(one.ExportToWkb(ogr.wkbNDR))))
    return max(ogr.CreateGeometryFromWkt(f"POINT ({x!r} {y!r})").Distance(boundary) for x, y in points.tolist())


@pytest.mark.parametrize("tolerance", [0.5, 1.0, 2.0, 5.0])
@pytest.mark.parametrize(("geotransform", "epsg"), [(METRE_GRID, UTM), (NORTH_GRID, 4326)], ids=["metres", "degrees"])
def test_simplifying_moves_outlines_no_further_than_asked(
    geotransform: tuple[float, ...], epsg: int, tolerance: float
) -> None:
    mask = house(33.0)
    exact = shaped(mask, Shape(), geotransform, epsg)[0]
    simple = shaped(mask, Shape(SIMPLIFIED, tolerance), geotransform, epsg)[0]
    # Both on a plane of metres, where distances are true.
    scale = 0.5 / geotransform[1], 0.5 / -geotransform[5]

    def flat(polygon: ogr.Geometry) -> ogr.Geometry:
        rings = wkb.rings_of(bytes(polygon.ExportToWkb(ogr.wkbNDR)))
        origin = np.array([geotransform[0], geotransform[3]])
        return ogr.CreateGeometryFromWkb(wkb.joined([(ring - origin) * scale for ring in rings]))

    assert furthest(flat(exact), flat(simple)) <= tolerance * 1.01
    assert simple.Boundary().GetPointCount() < exact.Boundary().GetPointCount()


@pytest.mark.parametrize("angle", [0, 7, 20, 33, 45, 61, 80])
def test_a_house_gets_its_right_angles_back(angle: float) -> None:
    mask = house(angle)
    (exact,), (regular,) = shaped(mask, Shape()), shaped(mask, Shape(REGULAR))
    corners = turns(regular)
    assert len(corners) == 6
    assert corners == pytest.approx(90, abs=0.01)
    assert exact.SymDifference(regular).GetArea() < 0.05 * exact.GetArea()


def test_a_hole_stays_a_hole() -> None:
    mask = house(20) & ~(np.hypot(*(np.mgrid[:120, :120] - 55)) < 8)
    (regular,) = shaped(mask, Shape(REGULAR))
    assert regular.GetGeometryCount() == 2
    assert regular.IsValid()


def test_a_round_tank_is_not_made_square() -> None:
    mask = np.hypot(*(np.mgrid[:80, :80] - 40)) < 30
    (exact,), (regular,) = shaped(mask, Shape()), shaped(mask, Shape(REGULAR))
    assert len(turns(regular)) > 8
    assert exact.SymDifference(regular).GetArea() < 0.05 * exact.GetArea()


@given(seed=st.integers(0, 10**6), share=st.floats(0.3, 0.8), kind=st.sampled_from([SIMPLIFIED, REGULAR]))
def test_any_shape_is_valid_and_regular_ones_lose_and_add_at_most_a_tenth(seed: int, share: float, kind: str) -> None:
    generator = np.random.default_rng(seed)
    mask = np.kron(generator.random((8, 8)) < share, np.ones((3, 4), bool)) ^ (generator.random((24, 32)) < 0.04)
    exact, found = shaped(mask, Shape()), shaped(mask, Shape(kind))
    assert len(found) == len(exact)
    for one, other in zip(exact, found):
        assert other.IsValid()
        assert not other.IsEmpty()
        if kind == REGULAR:
            assert one.Difference(other).GetArea() <= 0.1001 * one.GetArea()
            assert other.Difference(one).GetArea() <= 0.1001 * one.GetArea()


@given(seed=st.integers(0, 10**6), share=st.floats(0.1, 0.9))
def test_exact_outlines_cover_the_pixels(seed: int, share: float) -> None:
    mask = np.random.default_rng(seed).random((12, 17)) < share
    found = shaped(mask, Shape())
    assert sum(polygon.GetArea() for polygon in found) == pytest.approx(mask.sum() * 0.25)
    assert all(polygon.IsValid() for polygon in found)


def test_a_tolerance_alone_means_simplified() -> None:
    assert Shape.of(None, 0.0) == Shape(EXACT, 0.0)
    assert Shape.of(None, 2.0) == Shape(SIMPLIFIED, 2.0)
    assert Shape.of(REGULAR, 2.0) == Shape(REGULAR, 2.0)
