# SPDX-License-Identifier: GPL-2.0-or-later
"""A pixel's answer does not depend on the area that is run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr, osr

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Area, Source, run
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from tests.engine.making import (
    METRE_GRID,
    UTM,
    Recorder,
    reference,
)
from tests.engine.running import job, probability

X, _, _, Y, _, _ = METRE_GRID


def test_a_pixel_s_answer_does_not_depend_on_the_area(box: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    whole, _ = probability(box, pair, tmp_path)
    wkt = reference(UTM).ExportToWkt()
    for left, top, cols, rows in (
        (0, 0, 1, 1),
        (50, 60, 40, 30),
        (63, 64, 130, 100),
        (255, 195, 5, 5),
        (30, 0, 230, 7),
    ):
        extent = (X + left / 2, Y - (top + rows) / 2, X + (left + cols) / 2, Y - top / 2)
        part, result = probability(box, pair, tmp_path, areas=(Area(wkt, extent),))
        np.testing.assert_array_equal(part, whole[top : top + rows, left : left + cols])
        assert result.grid.extent == pytest.approx(extent)
    assert result.tiles < 12


def polygon(*points: tuple[float, float]) -> bytes:
    text = ", ".join(f"{x} {y}" for x, y in (*points, points[0]))
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({text}))").ExportToWkb())


def test_polygons_limit_tiles_and_pixels(box: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    whole, everything = probability(box, pair, tmp_path)
    wkt = reference(UTM).ExportToWkt()
    # An L along the left and lower edges: its bounding box is the whole raster, and most tiles lie outside of it.
    corner = polygon((X, Y), (X + 10, Y), (X + 10, Y - 90), (X + 130, Y - 90), (X + 130, Y - 100), (X, Y - 100))
    part, result = probability(box, pair, tmp_path, areas=(Area(wkt, polygons=(corner,)),))
    inside = np.zeros(whole.shape, bool)
    inside[:, :20] = inside[180:] = True
    np.testing.assert_array_equal(part, np.where(inside, whole, 255))
    assert result.tiles == everything.tiles
    assert result.tiles_skipped >= 4
    assert result.valid_area_m2 == pytest.approx(inside.sum() * 0.25, rel=2e-3)


def test_areas_come_in_any_crs_and_are_intersected(box: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    whole, _ = probability(box, pair, tmp_path)
    with gdal_exceptions():
        to_degrees = osr.CoordinateTransformation(reference(UTM), reference(4326))
        corners = [to_degrees.TransformPoint(X + x, Y - y)[:2] for x, y in ((20, 10), (70, 10), (70, 60), (20, 60))]
    degrees = Area(reference(4326).ExportToWkt(), polygons=(polygon(*corners),))
    metres = Area(reference(UTM).ExportToWkt(), (X + 40, Y - 1000, X + 1000, Y + 1000))
    part, result = probability(box, pair, tmp_path, areas=(degrees, metres))
    left, _, _, top = result.grid.extent
    assert (left, top) == pytest.approx((X + 40, Y - 10), abs=1.0)
    col, row = round((left - X) * 2), round((Y - top) * 2)
    same = part != 255
    np.testing.assert_array_equal(part[same], whole[row : row + part.shape[0], col : col + part.shape[1]][same])
    assert same.sum() == pytest.approx(60 * 100, rel=0.03)


def test_an_area_beside_the_raster_is_refused(difference: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    area = Area(reference(UTM).ExportToWkt(), (0.0, 0.0, 10.0, 10.0))
    with pytest.raises(RasterError, match="area does not touch the raster"):
        run(job(difference, pair, tmp_path, areas=(area,)), Recorder())
