# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels without data stay so, and are not inferred."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.model import session
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Source, run
from tests.engine.making import (
    Recorder,
    read_raster,
    source,
    town,
    write_raster,
)
from tests.engine.running import box_filtered, job, left_behind, probability


def test_nodata_stays_nodata_in_all_outputs_and_is_not_counted(difference: Bundle, tmp_path: Path) -> None:
    before, after = np.full((3, 80, 100), 50, np.uint8), np.full((3, 80, 100), 250, np.uint8)
    before[:, :, :30] = 0
    after[:, 70:] = 0
    pair = (
        source(write_raster(tmp_path / "b.tif", before, nodata=0)),
        source(write_raster(tmp_path / "a.tif", after, nodata=0)),
    )
    mask = tmp_path / "out.tif"
    found, result = probability(difference, pair, tmp_path, mask=mask, polygons=tmp_path / "out.gpkg")
    expected = np.ones((80, 100), bool)
    expected[:, :30] = expected[70:] = False
    np.testing.assert_array_equal(found != 255, expected)
    np.testing.assert_array_equal(read_raster(mask)[0], np.where(expected, 1, 255))
    assert result.positive_share == pytest.approx(1)
    assert result.positive_area_m2 == pytest.approx(70 * 70 * 0.25, rel=2e-3)


def test_empty_tiles_are_skipped(difference: Bundle, tmp_path: Path) -> None:
    before, after = np.zeros((2, 3, 400, 400), np.uint8)
    before[:, :40, :40], after[:, :40, :40] = 50, 250
    pair = (
        source(write_raster(tmp_path / "b.tif", before, nodata=0)),
        source(write_raster(tmp_path / "a.tif", after, nodata=0)),
    )
    _, result = probability(difference, pair, tmp_path, mask=tmp_path / "out.tif")
    assert result.tiles - result.tiles_skipped == 1
    assert (read_raster(tmp_path / "out.tif") == 1).sum() == 1600


def test_no_more_of_a_tile_is_inferred_than_holds_data(
    box: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = town(500, 500)
    before[:, 60:], before[:, :, 400:] = 0, 0
    sources = tuple(source(write_raster(tmp_path / f"{n}.tif", d, nodata=0)) for n, d in enumerate((before, after)))
    shapes, run_batch = [], session.Session.run

    def watched(self: session.Session, batch: np.ndarray) -> np.ndarray:
        shapes.append(batch.shape)
        return run_batch(self, batch)

    monkeypatch.setattr(session.Session, "run", watched)
    found, _ = probability(box, sources, tmp_path, tile_size=1024, overlap=64)
    # The data and 32 pixels of context, in whole steps of 32.
    assert shapes == [(1, 6, 96, 448)]
    empty = (before == 0).all(axis=0)
    np.testing.assert_array_equal(found == 255, empty)
    still = np.where(empty, 127, after), np.where(empty, 127, before)
    assert np.abs(found - box_filtered(still[1], still[0]) * 254)[~empty].max() <= 1


def test_all_nodata_is_an_error_that_names_the_layer(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    blank = source(write_raster(tmp_path / "blank.tif", np.zeros((3, 200, 260), np.uint8), nodata=0), "Blank")
    with pytest.raises(RasterError, match="'Blank' holds no data"):
        run(job(difference, (pair[0], blank), tmp_path), Recorder())
    halves = np.zeros((2, 3, 200, 260), np.uint8)
    halves[0, :, :100], halves[1, :, 100:] = 9, 9
    sources = tuple(source(write_raster(tmp_path / f"h{n}.tif", h, nodata=0)) for n, h in enumerate(halves))
    with pytest.raises(RasterError, match="No pixel where the layers overlap has data in 'h0' and 'h1'"):
        run(job(difference, sources, tmp_path), Recorder())
    assert left_behind(tmp_path) == []
