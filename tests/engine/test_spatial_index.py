# SPDX-License-Identifier: GPL-2.0-or-later
"""A spatial index packed at once is one that SQLite finds sound, that finds what GDAL's own finds, and that edits keep up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr

from noise2map_qgis.engine import polygons, spatial_index
from noise2map_qgis.engine.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.grid import Grid, Window
from noise2map_qgis.engine.objects import Objects
from noise2map_qgis.engine.outlines import find_corners, trace
from tests.engine.making import METRE_GRID, UTM, reference

NAME = "a b'\"ü"


def rectangle(left: float, right: float, bottom: float, top: float) -> Any:
    corners = ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))
    return ogr.CreateGeometryFromWkt(f"POLYGON (({', '.join(f'{x!r} {y!r}' for x, y in corners)}))")


def layer_of(path: Path, boxes: np.ndarray, options: list[str]) -> Any:
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer(NAME, reference(UTM), ogr.wkbPolygon, options)
    dataset.StartTransaction()
    for box in boxes.tolist():
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(rectangle(*box))
        layer.CreateFeature(feature)
    dataset.CommitTransaction()
    layer.SyncToDisk()
    return dataset


def some_boxes(count: int) -> np.ndarray:
    rng = np.random.default_rng(count)
    left, bottom = 600_000 + 5000 * rng.random(count), 3_300_000 + 5000 * rng.random(count)
    width, height = 40 * rng.random((2, count)) ** 4
    return np.stack([left, left + width, bottom, bottom + height], axis=1)


def answers(dataset: Any) -> list[set[int]]:
    layer = dataset.GetLayer(0)
    found = []
    for left, bottom, side in (
        (600_000, 3_300_000, 5000),
        (601_234, 3_302_345, 77),
        (603_000, 3_300_500, 900),
        (0, 0, 9),
    ):
        layer.SetSpatialFilterRect(left, bottom, left + side, bottom + side)
        found.append({feature.GetFID() for feature in layer})
    layer.SetSpatialFilter(None)
    return found


def check(dataset: Any) -> list[Any]:
    tree = f"rtree_{NAME}_geom".replace("'", "''")
    return spatial_index._rows(dataset, f"SELECT rtreecheck('{tree}')")


@pytest.mark.parametrize("count", [1, 51, 52, 53, 2601, 2602, 6000])
def test_finds_what_gdals_own_index_finds(count: int, tmp_path: Path) -> None:
    boxes = some_boxes(count)
    with gdal_exceptions():
        ours, theirs = (layer_of(tmp_path / f"{n}.gpkg", boxes, [f"SPATIAL_INDEX={n}"]) for n in ("NO", "YES"))
        assert not ours.GetLayer(0).TestCapability(ogr.OLCFastSpatialFilter)
        spatial_index.pack(ours, spatial_index.outward(boxes))
        ours = None
        ours = ogr.Open(str(tmp_path / "NO.gpkg"), 1)
        assert ours.GetLayer(0).TestCapability(ogr.OLCFastSpatialFilter)
        assert check(ours) == [("ok",)]
        assert answers(ours) == answers(theirs)
        declared = "SELECT type, name, sql FROM sqlite_master WHERE name LIKE 'rtree%' ORDER BY name"
        assert spatial_index._rows(ours, declared) == spatial_index._rows(theirs, declared)
        extensions = "SELECT * FROM gpkg_extensions"
        assert spatial_index._rows(ours, extensions) == spatial_index._rows(theirs, extensions)
        ours = theirs = None


def test_edits_keep_it_up_to_date(tmp_path: Path) -> None:
    boxes = some_boxes(3000)
    with gdal_exceptions():
        dataset = layer_of(tmp_path / "out.gpkg", boxes, ["SPATIAL_INDEX=NO"])
        spatial_index.pack(dataset, spatial_index.outward(boxes))
        dataset = None
        dataset = ogr.Open(str(tmp_path / "out.gpkg"), 1)
        layer = dataset.GetLayer(0)
        layer.StartTransaction()
        moved = layer.GetFeature(7)
        moved.SetGeometry(rectangle(0.5, 1.5, 0.5, 1.5))
        layer.SetFeature(moved)
        for number in range(100, 900):
            layer.DeleteFeature(number)
        for box in some_boxes(200).tolist():
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(rectangle(*box))
            layer.CreateFeature(feature)
        layer.CommitTransaction()
        assert check(dataset) == [("ok",)]
        whole, *_, corner = answers(dataset)
        assert corner == {7}
        assert whole == set(range(1, 3201)) - set(range(100, 900)) - {7}
        moved = feature = layer = dataset = None


def test_features_numbered_differently_are_left_as_they_are(tmp_path: Path) -> None:
    boxes = some_boxes(10)
    with gdal_exceptions():
        dataset = layer_of(tmp_path / "out.gpkg", boxes, ["SPATIAL_INDEX=NO"])
        dataset.GetLayer(0).DeleteFeature(3)
        with pytest.raises(RuntimeError, match="not numbered"):
            spatial_index.pack(dataset, spatial_index.outward(boxes))
        dataset = None


def test_boxes_only_grow() -> None:
    boxes = some_boxes(1000)
    single = spatial_index.outward(boxes).astype(float)
    assert (single[:, ::2] <= boxes[:, ::2]).all()
    assert (single[:, 1::2] >= boxes[:, 1::2]).all()
    assert np.abs(single - boxes).max() <= 0.25  # the step of float32 at 3,300,000 metres


def test_is_for_many_polygons_of_old_gdal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gdal, "VersionInfo", lambda _: "3060200")
    assert spatial_index.packs_better("GPKG", 100_000)
    assert not spatial_index.packs_better("GPKG", 100)
    assert not spatial_index.packs_better("FlatGeobuf", 100_000)
    monkeypatch.setattr(gdal, "VersionInfo", lambda _: "3080000")
    assert not spatial_index.packs_better("GPKG", 100_000)


@pytest.mark.parametrize("simplify", [0.0, 1.5])
@pytest.mark.parametrize("fails", [False, True])
def test_polygons_are_indexed_either_way(
    simplify: float, fails: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid = Grid(reference(UTM).ExportToWkt(), METRE_GRID, 60, 50)
    rng = np.random.default_rng(1)
    levels = np.where(rng.random((50, 60)) < 0.4, 254, 0).astype(np.uint8)
    objects = Objects(grid.ground(), 127)
    whole = Window(0, 0, 60, 50)
    objects.add(whole, levels)
    table = objects.finish(0)
    framed = np.pad(objects.positive(levels), 1)
    outlines = trace(find_corners(framed, objects.paint(whole, levels), 0, 0))

    def refuse(*_: Any) -> None:
        raise RuntimeError("shadow tables are read-only")

    found = []
    for name, packed in (("packed", True), ("own", False)):
        monkeypatch.setattr(polygons, "packs_better", lambda driver, count, packed=packed: packed)
        if fails:
            monkeypatch.setattr(polygons, "pack", refuse)
        with gdal_exceptions():
            writer = polygons.PolygonWriter(tmp_path / f"{name}.gpkg", grid, table, simplify, lambda *_: 1)
            writer.write(outlines)
            writer.write(trace(find_corners(framed, np.zeros((50, 60), np.int32), 0, 0)))
            writer.close()
            dataset = ogr.Open(str(tmp_path / f"{name}.gpkg"))
            layer = dataset.GetLayer(0)
            assert layer.TestCapability(ogr.OLCFastSpatialFilter)
            left, _, bottom, _ = layer.GetExtent()
            layer.SetSpatialFilterRect(left + 10, bottom + 10, left + 30, bottom + 21)
            found.append({(feature.GetFID(), feature.GetGeometryRef().ExportToWkt()) for feature in layer})
            layer = dataset = None
    assert found[0] == found[1]
    assert 10 < len(found[0]) < table.count
