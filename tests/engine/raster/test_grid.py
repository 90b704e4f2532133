# SPDX-License-Identifier: GPL-2.0-or-later
"""Metres on the ground in any CRS."""

from __future__ import annotations

import math

import numpy as np
import pytest

from noise2map_qgis.engine.raster.grid import Grid, Window
from tests.engine.making import reference

LOCAL = 'LOCAL_CS["plane",UNIT["metre",1]]'
FEET = 2277  # NAD83 / Texas Central (ftUS)


def grid(epsg: int | str, x: float, y: float, size: float, cols: int = 100, rows: int = 100) -> Grid:
    """A grid whose centre is at (x, y)."""
    return Grid(
        reference(epsg).ExportToWkt(), (x - cols / 2 * size, size, 0, y + rows / 2 * size, 0, -size), cols, rows
    )


@pytest.mark.parametrize(
    ("made", "x_m", "y_m"),
    [
        (grid(32614, 600000, 3340000, 0.5), 0.5, 0.5),
        # one degree of longitude at the equator, of latitude at 30 degrees north (WGS 84; Snyder 1987, table 2)
        (grid(4326, 0, 0, 1e-5), 1.11319491, 1.10574276),
        (grid(4326, -98, 30, 1e-5), 0.96486280, 1.10852476),
        # web Mercator at 60 degrees north is twice too large
        (grid(3857, 0, 8399737.89, 1.0), 0.5, 0.5),
        (grid(FEET, 3100000, 10100000, 1.0), 0.3048006, 0.3048006),
        (grid(LOCAL, 0, 0, 0.25), 0.25, 0.25),
        # over the antimeridian
        (grid(4326, 180, 0, 1e-5), 1.11319491, 1.10574276),
    ],
)
def test_ground_sample_distance(made: Grid, x_m: float, y_m: float) -> None:
    assert made.gsd == pytest.approx((x_m, y_m), rel=3e-3)


def test_degrees_are_right_to_a_millionth() -> None:
    x_m, y_m = grid(4326, -98, 30, 1e-5).gsd
    assert x_m == pytest.approx(0.964862803, rel=1e-6)
    assert y_m == pytest.approx(1.108524763, rel=1e-5)


def test_area_of_a_cell_between_parallels_is_the_ellipsoid_s() -> None:
    """One degree by one degree at 60 to 61 north: 6,074,650,000 m2 (closed formula of the zone on WGS 84)."""
    cell = Grid(reference(4326).ExportToWkt(), (10, 1e-3, 0, 61, 0, -1e-3), 1000, 1000)
    e2, a = 0.00669437999014, 6378137.0
    e, b2 = math.sqrt(e2), 6378137.0**2 * (1 - 0.00669437999014)

    def zone(lat: float) -> float:
        s = math.sin(math.radians(lat))
        return math.pi * b2 * (math.log((1 + e * s) / (1 - e * s)) / (2 * e) + s / (1 - e2 * s * s))

    exact = (zone(61) - zone(60)) * 1 / 360
    assert a > 0
    assert cell.ground().area_m2.sum() * 1000 == pytest.approx(exact, rel=1e-6)


def test_rows_differ_in_degrees_and_hardly_in_utm() -> None:
    ground = grid(4326, 0, 60, 1e-3, 10, 2000).ground()
    assert ground.x_m.shape == (2000,)
    assert ground.x_m[0] < ground.x_m[-1]
    utm = grid(32614, 600000, 3340000, 0.5, 10, 2000).ground()
    assert np.ptp(utm.area_m2) / utm.area_m2[0] < 1e-3


def test_windows_intersect_and_crop() -> None:
    assert Window(0, 0, 10, 10).intersection(Window(5, -5, 10, 10)) == Window(5, 0, 5, 5)
    assert Window(0, 0, 10, 10).intersection(Window(10, 0, 5, 5)).empty
    whole = grid(32614, 600000, 3340000, 0.5)
    assert whole.crop(whole.window) == whole
    left, bottom, right, top = whole.crop(Window(10, 20, 30, 40)).extent
    assert (left, top) == (whole.extent[0] + 5, whole.extent[3] - 10)
    assert (right - left, top - bottom) == (15, 20)
