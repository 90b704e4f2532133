# SPDX-License-Identifier: GPL-2.0-or-later
"""A map does not depend on tiles, column strips or the size of the raster."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import ogr

from noise2map_qgis.engine import predict
from noise2map_qgis.engine.inference.tile_grid import STRIP_COLS
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Source
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.scene import Scene
from tests.engine.making import (
    read_raster,
    source,
    town,
    write_raster,
)
from tests.engine.running import box_filtered, probability


@pytest.mark.parametrize(("rows", "cols"), [(1, 1), (1, 90), (90, 1), (5, 7), (31, 33), (96, 96), (97, 200)])
def test_any_size_is_mapped_to_its_outermost_pixel(difference: Bundle, tmp_path: Path, rows: int, cols: int) -> None:
    before, after = np.full((3, rows, cols), 10, np.uint8), np.full((3, rows, cols), 210, np.uint8)
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after)))
    found, result = probability(difference, pair, tmp_path)
    assert found.shape == (rows, cols)
    assert (found == 199).all()
    assert result.polygon_count == 1


def test_beyond_the_raster_there_is_no_more_than_the_network_s_step(box: Bundle, tmp_path: Path) -> None:
    """A box filter pads with zeros at the upper and left edge, and where the last step of mirror image ends."""
    before, after = np.full((3, 150, 170), 10, np.uint8), np.full((3, 150, 170), 210, np.uint8)
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after)))
    found, _ = probability(box, pair, tmp_path)
    assert (found[4:, 4:] == 199).all()
    np.testing.assert_allclose(found[0, 4:], 199 * 5 / 9, atol=1)
    np.testing.assert_allclose(found[4:, 0], 199 * 5 / 9, atol=1)


@pytest.mark.parametrize(("tile_size", "overlap"), [(96, 16), (96, 32), (128, 64), (512, 64)])
def test_tiles_leave_no_trace(
    box: Bundle, pair: tuple[Source, Source], tmp_path: Path, tile_size: int, overlap: int
) -> None:
    found, _ = probability(box, pair, tmp_path, tile_size=tile_size, overlap=overlap)
    assert np.abs(found - box_filtered(*town()) * 254).max() <= 1


def test_panels_leave_no_trace_in_any_output(
    box: Bundle, pair: tuple[Source, Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def outputs() -> tuple[np.ndarray, np.ndarray, set[tuple[bytes, float, float]]]:
        mask, polygons = tmp_path / "out-m.tif", tmp_path / "out.gpkg"
        found, _ = probability(box, pair, tmp_path, mask=mask, polygons=polygons, tile_size=96)
        with gdal_exceptions():
            layer = (vectors := ogr.Open(str(polygons))).GetLayer(0)
            drawn = {
                (
                    bytes(f.GetGeometryRef().ExportToWkb()),
                    round(f.GetField("area_m2"), 6),
                    round(f.GetField("perimeter_m"), 6),
                )
                for f in layer
            }
            del layer, vectors
        return found, read_raster(mask)[0], drawn

    whole = outputs()
    monkeypatch.setattr(predict, "STRIP_COLS", 70)
    strips = outputs()
    np.testing.assert_array_equal(strips[0], whole[0])
    np.testing.assert_array_equal(strips[1], whole[1])
    assert strips[2] == whole[2]
    assert len(whole[2]) > 1


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.integers(1, 140),
    cols=st.integers(1, 140),
    tile=st.sampled_from([96, 128, 160]),
    overlap=st.sampled_from([16, 24, 32]),
    holes=st.booleans(),
    seed=st.integers(0, 99),
)
def test_a_run_equals_the_obvious_reference(
    box: Bundle, tmp_path: Path, rows: int, cols: int, tile: int, overlap: int, holes: bool, seed: int
) -> None:
    generator = np.random.default_rng(seed)
    before, after = generator.integers(1, 256, (2, 3, rows, cols)).astype(np.uint8)
    if holes:
        after[:, generator.random((rows, cols)) < 0.1] = 0
        after[:, 0, 0] = 9
    pair = (source(write_raster(tmp_path / "b.tif", before)), source(write_raster(tmp_path / "a.tif", after, nodata=0)))
    found, _ = probability(box, pair, tmp_path, tile_size=tile, overlap=overlap)
    empty = (after == 0).all(axis=0)
    np.testing.assert_array_equal(found == 255, empty)
    if (
        min(rows, cols) > 4
    ):  # numpy mirrors a smaller image more than once within the filter, too, but about another axis
        still = np.where(empty, before, after)
        assert np.abs(found[~empty] - (box_filtered(before, still) * 254)[~empty]).max() <= 1


@pytest.mark.parametrize(("pixel", "strip"), [(0.5, 3000), (30.0, STRIP_COLS)])
def test_rows_are_not_decoded_twice_unless_they_are_few(
    difference: Bundle, tmp_path: Path, pixel: float, strip: int
) -> None:
    """A whole satellite scene enlarged to the pixels of a model for aerial images is 200,000 pixels wide."""
    data = np.zeros((3, 4, 3000), np.uint8)
    path = write_raster(tmp_path / "rows.tif", data, (600000.0, pixel, 0, 3340000.0, 0, -pixel))
    with Scene((source(path), source(path)), difference.tasks["change"]) as scene:
        assert predict.tile_grid_of(scene, 96, 32).strip == strip
