# SPDX-License-Identifier: GPL-2.0-or-later
"""A map that is there already, beside a reference raster on another grid, or polygons in another CRS."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr, osr

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.evaluation.accuracy import evaluate_map
from noise2map_qgis.engine.evaluation.confusion import Confusion
from noise2map_qgis.engine.output.raster_writer import probability_writer
from noise2map_qgis.engine.raster.grid import Grid
from tests.engine.making import METRE_GRID, UTM, reference, write_raster


def square() -> np.ndarray:
    drawn = np.zeros((1, 40, 60), np.uint8)
    drawn[:, 10:20, 20:40] = 1
    return drawn


def test_a_mask_against_a_raster(tmp_path: Path):
    found = square()
    found[:, 10:12] = 0
    found[:, 30, 50] = 1
    found[:, 0] = 255
    path = write_raster(tmp_path / "mask.tif", found, METRE_GRID, UTM, nodata=255)
    truth = write_raster(tmp_path / "truth.tif", square() * 255, METRE_GRID, UTM)
    score = evaluate_map(path, truth)
    assert score.pooled == Confusion(160, 1, 40, 39 * 60 - 201)
    assert (score.objects.matched, score.objects.false, score.objects.missed) == (1, 1, 0)
    assert not score.probabilities
    assert evaluate_map(path, truth, min_area=2).objects.false == 0, "a pixel of 0.25 m² is too small"


def test_a_probability_as_a_run_writes_it(tmp_path: Path):
    path = tmp_path / "probability.tif"
    levels = np.where(square()[0] == 1, 200, 20).astype(np.uint8)
    levels[:5] = 255
    grid = Grid(reference(UTM).ExportToWkt(), METRE_GRID, 60, 40)
    writer = probability_writer(path, grid, "change")
    writer.write(grid.window, levels)
    writer.close()
    truth = write_raster(tmp_path / "truth.tif", square(), METRE_GRID, UTM)
    score = evaluate_map(path, truth, threshold=0.6)
    assert score.probabilities
    assert score.pooled == Confusion(200, 0, 0, 35 * 60 - 200)
    assert evaluate_map(path, truth, threshold=0.8).recall == 0
    assert score.histogram.counts[1, 200] == 200


def test_floats_are_probabilities_too(tmp_path: Path):
    values = np.where(square() == 1, 0.9, 0.1).astype(np.float32)
    values[0, 0, 0] = np.nan
    path = write_raster(tmp_path / "p.tif", values, METRE_GRID, UTM)
    truth = write_raster(tmp_path / "truth.tif", square(), METRE_GRID, UTM)
    assert evaluate_map(path, truth).pooled == Confusion(200, 0, 0, 40 * 60 - 201)


def test_a_coarser_reference_that_covers_a_part(tmp_path: Path):
    """Pixels of 2 m over the left two thirds: what lies beyond is not counted."""
    path = write_raster(tmp_path / "mask.tif", square(), METRE_GRID, UTM)
    coarse = (METRE_GRID[0], 2.0, 0.0, METRE_GRID[3], 0.0, -2.0)
    truth = np.zeros((1, 10, 10), np.uint8)
    truth[:, 2:5, 5:10] = 1  # rows 8-19 and columns 20-39 of the map
    score = evaluate_map(path, write_raster(tmp_path / "truth.tif", truth, coarse, UTM))
    assert score.pooled == Confusion(200, 0, 2 * 20, 40 * 40 - 240)


def test_polygons_in_degrees(tmp_path: Path):
    path = write_raster(tmp_path / "mask.tif", square(), METRE_GRID, UTM)
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x, y = METRE_GRID[0], METRE_GRID[3]
    corners = [(x + 10, y - 5), (x + 20, y - 5), (x + 20, y - 10), (x + 10, y - 10), (x + 10, y - 5)]
    polygon = ogr.CreateGeometryFromWkt(f"POLYGON (({', '.join(f'{a} {b}' for a, b in corners)}))")
    polygon.Transform(osr.CoordinateTransformation(reference(UTM), degrees))
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "truth.gpkg"))
    layer = source.CreateLayer("truth", degrees, ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(polygon)
    layer.CreateFeature(feature)
    layer = feature = source = None
    score = evaluate_map(path, tmp_path / "truth.gpkg")
    assert score.pooled == Confusion(200, 0, 0, 40 * 60 - 200)


def test_rasters_without_a_position_are_compared_pixel_by_pixel(tmp_path: Path):
    path = write_raster(tmp_path / "mask.png", square() * 255, None, None, driver="PNG")
    truth = write_raster(tmp_path / "truth.png", square(), None, None, driver="PNG")
    assert evaluate_map(path, truth).f1 == 1


def test_a_file_that_will_not_do_gets_a_sentence(tmp_path: Path):
    mask = write_raster(tmp_path / "mask.tif", square(), METRE_GRID, UTM)
    photograph = write_raster(tmp_path / "photo.tif", square() * 77, METRE_GRID, UTM)
    heights = write_raster(tmp_path / "heights.tif", square().astype(np.float32) * 9, METRE_GRID, UTM)
    small = write_raster(tmp_path / "small.png", square()[:, :9, :9], None, None, driver="PNG")
    elsewhere = (METRE_GRID[0] + 5000, *METRE_GRID[1:])
    away = write_raster(tmp_path / "away.tif", square(), elsewhere, UTM)
    for path, truth, words in (
        (tmp_path / "no.tif", mask, ("map", "no.tif")),
        (mask, tmp_path / "no.gpkg", ("reference", "no.gpkg")),
        (photograph, mask, ("photo.tif", "77")),
        (heights, mask, ("heights.tif", "between 0 and 1")),
        (mask, small, ("small.png", "9 x 9")),
        (mask, away, ("away.tif", "does not touch")),
    ):
        with pytest.raises(RasterError) as error:
            evaluate_map(path, truth)
        assert all(word in str(error.value) for word in words), str(error.value)


def bare(path: Path, data: np.ndarray) -> Path:
    """Write a raster without position and CRS."""
    return write_raster(path, data, None, None)


def test_a_map_without_crs_is_compared_pixel_by_pixel(tmp_path: Path):
    found = bare(tmp_path / "map.tif", square())
    assert evaluate_map(found, bare(tmp_path / "truth.tif", square())).pooled.true_positive == 200
    placed = write_raster(tmp_path / "placed.tif", square(), METRE_GRID, UTM)
    assert evaluate_map(found, placed).pooled.true_positive == 200
    assert evaluate_map(placed, bare(tmp_path / "truth.tif", square())).pooled.true_positive == 200
    positioned = write_raster(tmp_path / "positioned.tif", square(), METRE_GRID, None)
    assert evaluate_map(positioned, placed).pooled.true_positive == 200


def test_what_cannot_be_laid_on_a_map_is_named(tmp_path: Path):
    found = write_raster(tmp_path / "map.tif", square(), METRE_GRID, UTM)
    small = bare(tmp_path / "small.tif", square()[:, :20])
    with pytest.raises(RasterError, match=r"reference .*small.tif has 60 x 20 pixels, the map 60 x 40"):
        evaluate_map(found, small)
    with pytest.raises(RasterError, match=r"image .*small.tif has 60 x 20 pixels"):
        evaluate_map(found, found, images=(small,))
    with pytest.raises(RasterError, match=r"image .*missing.tif cannot be opened"):
        evaluate_map(found, found, images=(tmp_path / "missing.tif",))
    local = write_raster(tmp_path / "local.tif", square(), METRE_GRID, 'LOCAL_CS["mine",UNIT["metre",1]]')
    with pytest.raises(
        RasterError, match=r"reference .*local.tif cannot be brought to the coordinate reference system"
    ):
        evaluate_map(found, local)


def polygons(path: Path, crs: osr.SpatialReference | None) -> Path:
    source = ogr.GetDriverByName("GeoJSON" if crs is None else "GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("truth", crs, ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POLYGON ((-180 -90,180 -90,180 90,-180 90,-180 -90))"))
    layer.CreateFeature(feature)
    feature = layer = source = None
    return path


def test_polygons_on_a_map_without_crs_are_refused(tmp_path: Path):
    found = bare(tmp_path / "map.tif", square())
    truth = polygons(tmp_path / "truth.gpkg", reference(4326))
    with pytest.raises(
        RasterError, match="The map has no coordinate reference system, so the polygons of .*truth.gpkg"
    ):
        evaluate_map(found, truth)


def test_polygons_that_cannot_be_transformed_are_refused(tmp_path: Path):
    found = write_raster(tmp_path / "map.tif", square(), METRE_GRID, UTM)
    truth = polygons(tmp_path / "truth.gpkg", reference('LOCAL_CS["mine",UNIT["metre",1]]'))
    with pytest.raises(
        RasterError, match=r"truth.gpkg cannot be brought to the coordinate reference system of the map"
    ):
        evaluate_map(found, truth)


def test_polygons_of_the_whole_world_cover_the_map(tmp_path: Path):
    found = write_raster(tmp_path / "map.tif", square(), METRE_GRID, UTM)
    score = evaluate_map(found, polygons(tmp_path / "truth.gpkg", reference(4326))).pooled
    assert (score.true_positive, score.false_negative) == (200, 40 * 60 - 200)
