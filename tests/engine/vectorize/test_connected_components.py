# SPDX-License-Identifier: GPL-2.0-or-later
"""Objects found in pieces equal those found by flooding the whole map; polygons are their exact outlines."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from osgeo import ogr

from noise2map_qgis.engine.errors import Cancelled, OutputError
from noise2map_qgis.engine.output.polygon_writer import FIELDS, PolygonWriter, vector_driver
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Grid, Ground, Window
from noise2map_qgis.engine.vectorize.connected_components import ComponentTable, ConnectedComponents, hysteresis
from noise2map_qgis.engine.vectorize.polygonize import Corners, Outlines, find_corners, trace
from noise2map_qgis.engine.vectorize.shape import Shape
from tests.engine.making import METRE_GRID, UTM, reference

LEVELS = hnp.arrays(
    np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12)), elements=st.sampled_from([0, 200, 254, 255])
)


def flood(positive: np.ndarray) -> np.ndarray:
    """Ids of 4-connected objects, in the order their first pixels are met."""
    ids = np.zeros(positive.shape, int)
    count = 0
    for place in zip(*np.nonzero(positive)):
        if ids[place]:
            continue
        count += 1
        stack = [place]
        while stack:
            y, x = stack.pop()
            if 0 <= y < ids.shape[0] and 0 <= x < ids.shape[1] and positive[y, x] and not ids[y, x]:
                ids[y, x] = count
                stack += [(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)]
    return ids


def uneven_ground(rows: int) -> Ground:
    x_m, y_m = 1 + np.arange(rows) * 0.1, np.full(rows, 2.0)
    return Ground(x_m, y_m, x_m * y_m)


def find(
    levels: np.ndarray, cuts: list[int], min_area: float = 0.0, col_cuts: list[int] | None = None, lowest_high: int = 0
) -> tuple[ComponentTable, np.ndarray]:
    rows, cols = levels.shape
    objects = ConnectedComponents(uneven_ground(rows), 127, io.BytesIO())
    across, down = [0, *(col_cuts or []), cols], [0, *cuts, rows]
    pieces = [
        Window(left, top, right - left, bottom - top)
        for left, right in zip(across, across[1:])
        for top, bottom in zip(down, down[1:])
    ]
    for piece in pieces:
        objects.add(piece, levels[piece.row : piece.end_row, piece.col : piece.end_col])
    table = objects.finish(min_area, lowest_high)
    ids = np.zeros(levels.shape, np.int32)
    for piece in pieces:
        here = slice(piece.row, piece.end_row), slice(piece.col, piece.end_col)
        ids[here] = objects.paint(piece, levels[here])
    return table, ids


@settings(max_examples=100)
@given(LEVELS, st.data())
def test_pieces_give_the_objects_of_the_whole(levels: np.ndarray, data: st.DataObject) -> None:
    rows, cols = levels.shape
    cuts = sorted(data.draw(st.sets(st.integers(1, rows - 1), max_size=3))) if rows > 1 else []
    col_cuts = sorted(data.draw(st.sets(st.integers(1, cols - 1), max_size=3))) if cols > 1 else []
    table, ids = find(levels, cuts, col_cuts=col_cuts)
    expected = flood((levels >= 127) & (levels < 255))
    assert table.count == expected.max(initial=0)
    ground = uneven_ground(rows)
    x_m = np.broadcast_to(ground.x_m[:, None], levels.shape)
    for n in range(1, table.count + 1):
        here = expected == n
        (own,) = np.unique(ids[here])
        assert own > 0
        np.testing.assert_array_equal(ids == own, here)
        assert table.area_m2[own] == pytest.approx(np.broadcast_to(ground.area_m2[:, None], levels.shape)[here].sum())
        assert table.mean_probability[own] == pytest.approx(levels[here].mean() / 254)
        assert table.max_probability[own] == pytest.approx(levels[here].max() / 254)
        padded = np.pad(here, 1)
        inner = padded[1:-1, 1:-1]
        outline = sum(
            (x_m * (inner & ~neighbour)).sum() for neighbour in (padded[:-2, 1:-1], padded[2:, 1:-1])
        ) + 2.0 * sum((inner & ~neighbour).sum() for neighbour in (padded[1:-1, :-2], padded[1:-1, 2:]))
        assert table.perimeter_m[own] == pytest.approx(outline)


@settings(max_examples=100)
@given(LEVELS, st.integers(0, 254), st.data())
def test_objects_without_a_peak_are_dropped(levels: np.ndarray, lowest: int, data: st.DataObject) -> None:
    rows = len(levels)
    cuts = sorted(data.draw(st.sets(st.integers(1, rows - 1), max_size=3))) if rows > 1 else []
    positive = (levels >= 127) & (levels < 255)
    every = flood(positive)
    sure = [n for n in range(1, every.max(initial=0) + 1) if levels[every == n].max() >= lowest]
    expected = np.isin(every, sure)
    table, ids = find(levels, cuts, lowest_high=lowest)
    assert table.count == len(sure)
    np.testing.assert_array_equal(ids > 0, expected)
    np.testing.assert_array_equal(hysteresis(positive, levels, lowest), expected)


def test_a_spiral_across_many_pieces_is_one_object() -> None:
    levels = np.zeros((41, 41), np.uint8)
    y, x, dy, dx, length = 20, 20, 0, 1, 2
    while True:
        for _ in range(2):
            for _ in range(length):
                if not (0 <= y < 41 and 0 <= x < 41):
                    break
                levels[y, x] = 254
                y, x = y + dy, x + dx
            dy, dx = dx, -dy
        length += 2
        if length > 40:
            break
    expected = flood(levels > 0).max()
    assert find(levels, list(range(1, 41)))[0].count == expected
    assert find(levels, list(range(3, 41, 3)), col_cuts=list(range(5, 41, 5)))[0].count == expected


def test_small_objects_are_dropped() -> None:
    levels = np.zeros((6, 6), np.uint8)
    levels[0, 0] = 254  # 2 m2
    levels[3:5, 3:5] = 254  # 2 * (2.6 + 2.8) m2
    table, ids = find(levels, [2], min_area=5)
    assert table.count == 1
    assert ids[0, 0] == 0
    assert ids.sum() == 4
    assert find(levels, [], min_area=0)[0].count == 2


def outlines(
    folder: Path, levels: np.ndarray, simplify: float = 0.0
) -> tuple[list[tuple[ogr.Geometry, list[float]]], ComponentTable]:
    rows, cols = levels.shape
    grid = Grid(reference(UTM).ExportToWkt(), METRE_GRID, cols, rows)
    objects = ConnectedComponents(grid.ground(), 127, io.BytesIO())
    objects.add(grid.window, levels)
    table = objects.finish(0)
    for path in folder.glob("*"):
        path.unlink()
    with gdal_exceptions():
        writer = PolygonWriter(folder / "out.gpkg", grid, table, Shape.of(None, simplify), lambda *_: 1)
        writer.write(trace(find_corners(np.pad(objects.positive(levels), 1), objects.paint(grid.window, levels), 0, 0)))
        writer.close()
        dataset = ogr.Open(str(folder / "out.gpkg"))
        layer = dataset.GetLayer(0)
        assert [layer.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(4)] == list(FIELDS)
        return [(f.GetGeometryRef().Clone(), [f.GetField(name) for name in FIELDS]) for f in layer], table


@settings(max_examples=25)
@given(levels=LEVELS)
def test_polygons_are_valid_and_exact(levels: np.ndarray, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "outlines"
    folder.mkdir(exist_ok=True)
    found, table = outlines(folder, levels)
    assert len(found) == table.count
    positive = (levels >= 127) & (levels < 255)
    assert sum(geometry.GetArea() for geometry, _ in found) == pytest.approx(positive.sum() * 0.25)
    for geometry, (area, perimeter, mean, largest) in found:
        assert geometry.IsValid()
        assert geometry.GetGeometryType() == ogr.wkbPolygon
        assert area == pytest.approx(geometry.GetArea(), rel=2e-3)
        assert perimeter == pytest.approx(geometry.Boundary().Length(), rel=2e-3)
        assert 0.5 <= mean <= largest <= 1


def rings(outlines: Outlines) -> set[tuple[tuple[tuple[int, int], ...], ...]]:
    """Every object's rings, as points."""
    return {
        tuple(
            tuple(zip(outlines.col[a:b].tolist(), outlines.row[a:b].tolist()))
            for a, b in zip(outlines.points[first:last], outlines.points[first + 1 : last + 1])
        )
        for first, last in zip(outlines.rings, outlines.rings[1:])
    }


def test_a_hole_that_touches_the_outer_ring_stays_a_ring_of_its_own() -> None:
    mask = np.ones((3, 3), bool)
    mask[0, 0] = mask[1, 1] = False
    (found,) = rings(trace(find_corners(np.pad(mask, 1), mask.astype(np.int32), 10, 20)))
    outer, inner = found
    assert outer == ((11, 20), (11, 21), (10, 21), (10, 23), (13, 23), (13, 20), (11, 20))
    assert set(inner) == {(11, 21), (12, 21), (12, 22), (11, 22)}


@settings(max_examples=60)
@given(LEVELS, st.data())
def test_outlines_do_not_depend_on_pieces(levels: np.ndarray, data: st.DataObject) -> None:
    rows, cols = levels.shape
    mask, ids = np.pad(levels == 254, 1), flood(levels == 254).astype(np.int32)
    row, col = data.draw(st.integers(0, rows)), data.draw(st.integers(0, cols))
    parts = [
        find_corners(mask[top : bottom + 2, left : right + 2], ids[top:bottom, left:right], left, top)
        for left, right in ((0, col), (col, cols))
        for top, bottom in ((0, row), (row, rows))
    ]
    assert rings(trace(Corners.joined(parts))) == rings(trace(find_corners(mask, ids, 0, 0)))


def test_an_outline_is_that_of_the_pixels_not_half_a_pixel_smaller(tmp_path: Path) -> None:
    levels = np.zeros((10, 10), np.uint8)
    levels[2:5, 3:7] = 254
    levels[9, 9] = 254
    found, _ = outlines(tmp_path, levels)
    envelopes = sorted(geometry.GetEnvelope() for geometry, _ in found)
    assert envelopes == [(600001.5, 600003.5, 3339997.5, 3339999.0), (600004.5, 600005.0, 3339995.0, 3339995.5)]


def test_simplifying_moves_outlines_by_metres(tmp_path: Path) -> None:
    levels = np.triu(np.full((30, 30), 254, np.uint8))
    exact, simple = outlines(tmp_path, levels)[0], outlines(tmp_path, levels, simplify=1.0)[0]
    assert simple[0][0].Boundary().GetPointCount() < exact[0][0].Boundary().GetPointCount() / 5
    assert simple[0][1] == exact[0][1]
    assert simple[0][0].GetArea() == pytest.approx(exact[0][0].GetArea(), rel=0.1)


def test_the_driver_goes_by_the_extension() -> None:
    assert vector_driver(Path("a.gpkg")) == "GPKG"
    assert vector_driver(Path("a.SHP")) == "ESRI Shapefile"
    assert vector_driver(Path("a.geojson")) == "GeoJSON"
    for name in ("a.xyz", "a", "a.tif"):
        with pytest.raises(OutputError, match=r"ends with \.gpkg"):
            vector_driver(Path(name))


def test_writing_polygons_stops_when_asked(tmp_path: Path) -> None:
    grid = Grid(reference(UTM).ExportToWkt(), METRE_GRID, 600, 600)
    ids = np.diag(np.arange(1, 601, dtype=np.int32))
    with gdal_exceptions():
        writer = PolygonWriter(
            tmp_path / "out.gpkg", grid, ComponentTable(*(np.zeros(601),) * 4), Shape(), lambda *_: 0
        )
        with pytest.raises(Cancelled):
            writer.write(trace(find_corners(np.pad(ids > 0, 1), ids, 0, 0)))
        writer.abandon()
