# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs that differ in CRS, pixel size, extent, type or bands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr

from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Source, run
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from tests.engine.making import (
    METRE_GRID,
    Recorder,
    make_bundle,
    read_raster,
    source,
    town,
    write_raster,
)
from tests.engine.running import job, probability

X, _, _, Y, _, _ = METRE_GRID


def delivered(path: Path, **warp: Any) -> Path:
    """Return the raster as another supplier would deliver it."""
    other = path.with_name("other.tif")
    with gdal_exceptions():
        gdal.Warp(str(other), str(path), resampleAlg="cubic", **warp)
    return other


@pytest.mark.parametrize(
    "kind", ["crs", "degrees", "pixel size", "finer", "extent", "offset", "dtype", "nodata", "bands", "feet"]
)
def test_pairs_that_differ_give_the_answer_of_the_aligned_pair(box: Bundle, tmp_path: Path, kind: str) -> None:
    """Stated tolerance: the masks agree to an intersection over union of 0.9 where both dates have data."""
    before, after = town(300, 320, 3)
    first = write_raster(tmp_path / "before.tif", before)
    second = write_raster(tmp_path / "after.tif", after)
    aligned, reference_run = probability(box, (source(first), source(second)), tmp_path)
    warps: dict[str, dict[str, Any]] = {
        "crs": {"dstSRS": "EPSG:3857", "dstNodata": 0},
        "degrees": {"dstSRS": "EPSG:4326", "dstNodata": 0},
        "feet": {"dstSRS": "EPSG:2277", "dstNodata": 0},
        "pixel size": {"xRes": 0.43, "yRes": 0.43},
        "finer": {"xRes": 0.2, "yRes": 0.2},
        "extent": {"outputBounds": (X - 20, Y - 100, X + 130, Y + 30), "dstNodata": 0},
        "offset": {"outputBounds": (X + 0.2, Y - 150.3, X + 159.2, Y - 0.3)},
    }
    if kind in warps:
        other = delivered(second, **warps[kind])
    elif kind == "dtype":
        # The stretch of each date from its own percentiles must undo what the suppliers' scales did.
        box = make_bundle(tmp_path / "whole-range", box=9, threshold=0.2, stretch={"percentiles": [0, 100]})
        first = write_raster(tmp_path / "first.tif", before.astype(np.float32) * 3.5)
        other = write_raster(tmp_path / "other.tif", after.astype(np.uint16) * 7 + 500)
        pair = (source(write_raster(tmp_path / "b.tif", before)), source(second))
        aligned, _ = probability(box, pair, tmp_path, stretch="percentile")
    elif kind == "nodata":
        other = write_raster(tmp_path / "other.tif", after, nodata=0)
    else:
        other = write_raster(tmp_path / "other.tif", np.concatenate([after, after[:1] // 2]))
    found, result = probability(box, (source(first), source(other)), tmp_path)
    assert result.grid == reference_run.grid
    valid = found != 255
    assert valid.mean() > (0.5 if kind == "extent" else 0.97)
    lowest = 0.2 * 254
    both = (found >= lowest) & (aligned >= lowest) & valid
    either = ((found >= lowest) | (aligned >= lowest)) & valid
    assert both.sum() / either.sum() >= 0.9


@pytest.mark.shared
def test_a_real_scene_delivered_in_another_crs(shared: Path, tmp_path: Path) -> None:
    """Austin from another supplier (UTM, 0.45 m, nodata 0) against the aligned pair: intersection over union at least
    0.9.
    """
    folder = shared / "scenes" / "austin_west"
    bundle = make_bundle(tmp_path / "wide-box", box=9, threshold=0.15, tile_size=512, overlap=64)
    first = Source(str(folder / "before.tif"), "before")
    masks = []
    for name in ("after.tif", "after_utm14.tif"):
        probability(bundle, (first, Source(str(folder / name), "after")), tmp_path, mask=tmp_path / "out.tif")
        masks.append(read_raster(tmp_path / "out.tif")[0] == 1)
    assert (masks[0] & masks[1]).sum() / (masks[0] | masks[1]).sum() >= 0.9


def test_in_degrees_areas_are_true(difference: Bundle, tmp_path: Path) -> None:
    """A block of 100 x 60 pixels at 60 degrees north, where a degree of longitude is half as long."""
    size = 1e-5
    gt = (10.0, size, 0.0, 60.0, 0.0, -size)
    before, after = np.zeros((2, 3, 100, 150), np.uint8)
    after[:, 20:80, 20:120] = 255
    pair = (
        source(write_raster(tmp_path / "b.tif", before, gt, 4326)),
        source(write_raster(tmp_path / "a.tif", after, gt, 4326)),
    )
    bundle = make_bundle(tmp_path / "wide", gsd=[0.1, 10.0])
    _, result = probability(bundle, pair, tmp_path, polygons=tmp_path / "out.gpkg")
    # 1e-5 degrees are 0.55800 m of longitude and 1.11412 m of latitude there (WGS 84)
    assert result.positive_area_m2 == pytest.approx(6000 * 0.55800 * 1.11412, rel=1e-3)
    with gdal_exceptions():
        feature = (vectors := ogr.Open(str(tmp_path / "out.gpkg"))).GetLayer(0).GetNextFeature()
        assert feature.GetField("perimeter_m") == pytest.approx(2 * (100 * 0.558 + 60 * 1.11412), rel=1e-3)
        assert (feature.GetField("mean_prob"), feature.GetField("max_prob")) == (1, 1)
        del feature, vectors


def test_a_coarse_raster_is_warned_about(difference: Bundle, tmp_path: Path) -> None:
    before, after = town(30, 40)
    gt = (X, 4.0, 0.0, Y, 0.0, -4.0)
    pair = (source(write_raster(tmp_path / "b.tif", before, gt)), source(write_raster(tmp_path / "a.tif", after, gt)))
    heard = Recorder()
    result = run(job(difference, pair, tmp_path), heard)
    assert result.grid.gsd == pytest.approx((1, 1))
    assert "pixels of 4 m, coarser than the 1 m" in heard.warnings[0]
