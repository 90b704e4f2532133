# SPDX-License-Identifier: GPL-2.0-or-later
"""Training tiles from images and polygons: layout, labels, splits with a gap, refusals."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from noise2map_qgis.engine import export_training
from noise2map_qgis.engine.errors import Cancelled, EngineError, OutputError
from noise2map_qgis.engine.evaluation.labelled import find_tiles
from noise2map_qgis.engine.feedback import LoggingFeedback
from noise2map_qgis.engine.training_tiles.splits import gap_lines, split_by_place
from tests.sample_pair import GSD, LEFT, TOP, write_raster

ROWS, COLS = 256, 1280


def write_polygons(path: Path, boxes: list[tuple[int, int, int, int]]) -> Path:
    """Rectangles of (top, bottom, left, right) pixels."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32614)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("polygons", reference, ogr.wkbPolygon)
    for top, bottom, left, right in boxes:
        x0, x1, y0, y1 = LEFT + left * GSD, LEFT + right * GSD, TOP - top * GSD, TOP - bottom * GSD
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"))
        layer.CreateFeature(feature)
    layer = dataset = None
    return path


def buildings(folder: Path) -> Path:
    return write_polygons(folder / "buildings.gpkg", [(10, 30, left, left + 20) for left in range(20, COLS - 30, 60)])


@pytest.fixture
def town(tmp_path):
    generator = np.random.default_rng(0)
    images = [generator.integers(0, 255, (3, ROWS, COLS)).astype(np.uint8) for _ in range(2)]
    return [write_raster(tmp_path / f"{name}.tif", image) for name, image in zip("ab", images)], buildings(tmp_path)


def read(path):
    dataset = gdal.Open(str(path))
    return np.frombuffer(dataset.ReadRaster(), np.uint8).reshape(-1, dataset.RasterYSize, dataset.RasterXSize)


@pytest.mark.parametrize("dates", [1, 2])
def test_the_layout_is_the_one_that_training_reads(dates, town, difference, brightness, tmp_path):
    images, labels = town
    model, task = ((brightness, "segment"), (difference, "change"))[dates - 1]
    found = export_training(images[:dates], labels, tmp_path / "tiles", model=model, tile_size=128)
    tiles = find_tiles(tmp_path / "tiles", task)
    assert [name for name, _, _ in tiles] == sorted(tile.name for tile in found.tiles)
    assert found.gsd == pytest.approx(GSD, rel=2e-3)
    whole = [read(path) for path in images]
    for name, files, label in tiles:
        row, col = int(name[1:5]) * 128, int(name[7:11]) * 128
        for file, image in zip(files, whole):
            np.testing.assert_array_equal(read(file), image[:, row : row + 128, col : col + 128])
        values = read(label)[0]
        expected = np.zeros((ROWS, COLS), np.uint8)
        for left in range(20, COLS - 30, 60):
            expected[10:30, left : left + 20] = 1
        np.testing.assert_array_equal(values, expected[row : row + 128, col : col + 128])


def test_splits_are_places_with_a_gap_between(town, difference, tmp_path):
    images, labels = town
    found = export_training(images, labels, tmp_path / "tiles", model=difference, tile_size=128)
    with (tmp_path / "tiles" / "tiles.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["tile"]: row["split"] for row in rows} == {tile.name: tile.split for tile in found.tiles}
    cols = {
        split: {int(t.name[7:]) for t in found.tiles if t.split == split} for split in ("train", "validation", "test")
    }
    assert cols == {"validation": {0, 1}, "train": {3, 4, 5, 6}, "test": {8, 9}}
    dataset = ogr.Open(str(tmp_path / "tiles" / "tiles.gpkg"))
    outlines = {feature["tile"]: feature for feature in dataset.GetLayer(0)}
    assert set(outlines) == {row["tile"] for row in rows}
    assert outlines["r0000_c0003"]["split"] == "train"
    assert outlines["r0000_c0003"].GetGeometryRef().GetEnvelope() == (LEFT + 192, LEFT + 256, TOP - 64, TOP)


def test_beyond_the_area_the_label_is_unknown(town, brightness, tmp_path):
    images, labels = town
    area = write_polygons(tmp_path / "area.gpkg", [(0, 120, 0, COLS)])
    found = export_training(images[:1], labels, tmp_path / "tiles", model=brightness, area=area, tile_size=128)
    assert {tile.name[:5] for tile in found.tiles} == {"r0000"}
    label = read(tmp_path / "tiles" / "label" / f"{found.tiles[0].name}.tif")[0]
    assert (label[120:] == 255).all()
    assert set(np.unique(label[:120])) == {0, 1}
    assert found.tiles[0].unknown == 8 * 128


def test_a_preview_writes_the_outlines_alone(town, difference, tmp_path):
    images, labels = town
    found = export_training(images, labels, tmp_path / "tiles", model=difference, tile_size=128, preview_only=True)
    assert [path.name for path in (tmp_path / "tiles").iterdir()] == ["tiles.gpkg"]
    assert found.count("train") == 8


def test_what_cannot_be_exported_is_refused_and_leaves_nothing(town, difference, tmp_path):
    images, labels = town
    before = sorted(tmp_path.iterdir())

    def export(**options):
        return export_training(images, labels, tmp_path / "tiles", **{"model": difference, "tile_size": 128, **options})

    with pytest.raises(EngineError, match=r"too few for the split"):
        export(tile_size=256, gap=2000.0)
    with pytest.raises(EngineError, match="must be 0 or more and leave something"):
        export(validation=0.6, test=0.4)
    with pytest.raises(EngineError, match="multiple of 32"):
        export(tile_size=100)
    with pytest.raises(EngineError, match="no task for 3 image"):
        export_training([*images, images[0]], labels, tmp_path / "tiles", model=difference)
    elsewhere = write_polygons(tmp_path / "elsewhere.gpkg", [(5000, 5010, 0, 10)])
    with pytest.raises(EngineError, match="does not touch"):
        export_training(images, elsewhere, tmp_path / "tiles", model=difference)
    elsewhere.unlink()

    class Impatient(LoggingFeedback):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        export(feedback=Impatient())
    assert sorted(tmp_path.iterdir()) == before
    (tmp_path / "tiles").mkdir()
    (tmp_path / "tiles" / "mine.txt").write_text("kept")
    with pytest.raises(OutputError, match="holds files already"):
        export()


def test_labels_decide_where_the_splits_are_cut():
    places = [(0, col) for col in range(20)]
    even = split_by_place(places, [1.0] * 20, (0.2, 0.2), 1)
    assert [even.count(name) for name in ("validation", "gap", "train", "test")] == [4, 2, 10, 4]
    dense = split_by_place(places, [100.0] * 5 + [1.0] * 15, (0.2, 0.2), 1)
    assert dense.count("validation") == 1
    assert dense.index("test") < 8
    down = split_by_place([(row, 0) for row in range(10)], [1.0] * 10, (0.2, 0.0), 2)
    assert down == ["validation"] * 2 + ["gap"] * 2 + ["train"] * 6


@pytest.mark.parametrize(("metres", "lines"), [(None, 1), (0, 0), (1, 1), (100, 1), (100.1, 2)])
def test_a_gap_is_whole_tiles(metres, lines):
    assert gap_lines(metres, 100.0) == lines
    with pytest.raises(EngineError, match="0 metres or more"):
        gap_lines(-1, 100.0)
