# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample scene: the same for everybody, known to be right, and as awkward as a real pair."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from resources.sample.camera import shadows
from resources.sample.plan import plan
from resources.sample.score import score_against
from resources.sample.town import AFTER, BEFORE, BOTH


def read(path: Path) -> np.ndarray:
    return gdal.Open(str(path)).ReadAsArray()


def test_a_seed_gives_one_town_and_another_seed_another():
    assert plan(1).houses == plan(1).houses
    assert plan(1).houses != plan(2).houses


def test_houses_come_and_go():
    changes = [change for _, change in plan(1).changed()]
    assert changes.count("new") > 30
    assert changes.count("demolished") > 5
    assert sum(house.dates == BOTH for house in plan(1).houses) > 50


def test_no_house_stands_on_another():
    """Of one date: the core of each house keeps clear of the middle of every other."""
    for date in (BEFORE, AFTER):
        spots = np.array([(h.wings[0].box.x, h.wings[0].box.y) for h in plan(1).houses if date in h.dates])
        apart = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1))
        assert apart[~np.eye(len(spots), dtype=bool)].min() > 10


def test_the_two_rasters_share_neither_crs_nor_pixel_nor_extent(pair):
    before, after = gdal.Open(str(pair.before)), gdal.Open(str(pair.after))
    assert before.GetSpatialRef().GetAuthorityCode(None) == "32614"
    assert after.GetSpatialRef().GetAuthorityCode(None) == "3857"
    assert before.GetGeoTransform()[1] == 0.5
    assert after.GetGeoTransform()[1] != 0.5
    assert after.GetRasterBand(1).GetNoDataValue() == 0
    assert (read(pair.after) == 0).all(0).any(), "a border of nodata"
    assert before.RasterCount == after.RasterCount == 3


def test_the_after_image_lies_where_the_before_image_does(pair):
    """Streets and roofs that did not change agree best when the two are laid over each other, not shifted."""
    before = read(pair.before).mean(0)
    grid = gdal.Info(str(pair.before), format="json")["cornerCoordinates"]
    bounds = (*grid["lowerLeft"], *grid["upperRight"])
    warped = gdal.Warp("", str(pair.after), format="MEM", dstSRS="EPSG:32614", outputBounds=bounds, xRes=0.5, yRes=0.5)
    after = warped.ReadAsArray().mean(0)
    window = np.s_[200:800, 100:700]  # the old town
    agreement = {
        shift: np.corrcoef(before[window].ravel(), np.roll(after, (shift, shift), (0, 1))[window].ravel())[0, 1]
        for shift in (-6, -3, 0, 3, 6)
    }
    assert max(agreement, key=agreement.get) == 0, agreement


def test_the_truth_is_where_buildings_differ(pair):
    truth = read(pair.truth)
    assert set(np.unique(truth)) == {0, 1}
    assert 0.01 < truth.mean() < 0.1
    layer = ogr.Open(str(pair.truth_polygons))
    area = sum(feature.GetGeometryRef().Area() for feature in layer.GetLayer())
    inside = truth.sum() * 0.25  # square metres; houses at the edge are cut off
    assert 0.9 * area < inside <= 1.01 * area


def write_mask(path: Path, like: Path, values: np.ndarray) -> Path:
    """A mask on the grid of `like`; the file is complete once the dataset is closed, at the end of this function."""
    mask = gdal.GetDriverByName("GTiff").CreateCopy(str(path), gdal.Open(str(like)))
    mask.GetRasterBand(1).WriteArray(values)
    return path


def test_the_truth_scores_itself_perfectly_and_a_half_as_half(pair, tmp_path):
    values = read(pair.truth)
    perfect = score_against(pair, write_mask(tmp_path / "all.tif", pair.truth, values))
    assert perfect.f1 == perfect.iou == 1
    assert perfect.buildings_found == perfect.buildings_changed > 40
    values[:, : values.shape[1] // 2] = 0
    half = score_against(pair, write_mask(tmp_path / "half.tif", pair.truth, values))
    assert half.precision == 1
    assert 0 < half.recall < 1
    assert half.buildings_found < perfect.buildings_found


def test_a_tower_throws_its_shadow_away_from_the_sun():
    height = np.zeros((80, 80), np.float32)
    height[38:42, 38:42] = 6.0
    dark = shadows(height, azimuth=180, elevation=45)  # sun in the south, shadow to the north
    assert dark[25, 40] == 1
    assert dark[55, 40] == 0
    assert dark[40, 60] == 0
    assert dark[38 - 26, 40] == 0, "a 6 m tower under a 45 degree sun: 6 m, 24 cells, of shadow"
