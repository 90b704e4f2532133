# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons out: a file can be let go of at any time, and no outline is too long."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr

from noise2map_qgis.engine.output.polygon_writer import PolygonWriter
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Grid
from noise2map_qgis.engine.vectorize import shaping
from noise2map_qgis.engine.vectorize.connected_components import ComponentTable, find_runs
from noise2map_qgis.engine.vectorize.polygonize import Outlines, find_corners, trace
from noise2map_qgis.engine.vectorize.shape import Shape
from tests.engine.making import METRE_GRID, UTM, reference


def outlines_of(mask: np.ndarray) -> Outlines:
    runs, _ = find_runs(mask)
    ids = np.zeros(mask.shape, np.int32)
    ids[mask] = np.repeat(runs.label + 1, runs.length)
    return trace(find_corners(np.pad(mask, 1), ids, 0, 0))


def writer(path: Path, objects: int, simplify: float = 0.0) -> PolygonWriter:
    table = ComponentTable(*(np.zeros(objects + 1) for _ in range(4)))
    grid = Grid(reference(UTM).ExportToWkt(), METRE_GRID, 100, 100)
    return PolygonWriter(path, grid, table, Shape.of(None, simplify), lambda *_: 1)


@pytest.mark.parametrize("name", ["out.gpkg", "it's \u201cone\u201d 2024.gpkg"])
def test_a_finished_file_has_a_spatial_index(name: str, tmp_path: Path) -> None:
    mask = np.zeros((9, 9), bool)
    mask[1:3, 1:3] = mask[5:8, 5:8] = True
    with gdal_exceptions():
        file = writer(tmp_path / name, 2)
        file.write(outlines_of(mask))
        file.close()
        layer = (dataset := ogr.Open(str(tmp_path / name))).GetLayer(0)
        layer.SetSpatialFilterRect(600000, 3339995, 600002, 3340000)
        assert (layer.GetFeatureCount(), layer.TestCapability(ogr.OLCFastSpatialFilter)) == (1, True)
        del layer, dataset


def test_an_unfinished_file_is_not_indexed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A cancel waits for it; GDAL would take longer to index what is there already than it took to write."""
    mask = np.zeros((20, 20), bool)
    mask[::2, ::2] = True
    outlines = outlines_of(mask)
    with gdal_exceptions():
        file = writer(tmp_path / "out.gpkg", len(outlines.id))
        file.write(outlines)
        file.abandon()
    with contextlib.closing(sqlite3.connect(tmp_path / "out.gpkg")) as file:
        assert file.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'rtree%'").fetchone() == (0,)


def test_very_long_outlines_keep_their_pixels(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Simplifying them takes minutes that nothing can cut short."""
    stairs = np.tri(40, dtype=bool)
    mask = np.zeros((100, 100), bool)
    mask[:40, :40], mask[60:65, 60:65] = stairs, np.tri(5, dtype=bool)
    monkeypatch.setattr(shaping, "_LARGEST", 50)
    with gdal_exceptions():
        file = writer(tmp_path / "out.gpkg", 2, simplify=1.0)
        file.write(outlines_of(mask))
        file.close()
        layer = (dataset := ogr.Open(str(tmp_path / "out.gpkg"))).GetLayer(0)
        points = [feature.GetGeometryRef().GetGeometryRef(0).GetPointCount() for feature in layer]
        del layer, dataset
    assert points[0] == 2 * 40 + 3
    assert points[1] < 2 * 5 + 3
