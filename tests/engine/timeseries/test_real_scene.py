# SPDX-License-Identifier: GPL-2.0-or-later
"""Four dates of a real place in which hardly a building changes: the timeline stays nearly empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal

from noise2map_qgis.engine import change_timeline

pytestmark = pytest.mark.shared


def test_a_place_without_changes_stays_nearly_empty(shared: Path, tmp_path: Path) -> None:
    scene = sorted((shared / "scenes" / "naip_nd").glob("*.tif"))
    assert len(scene) == 4
    model = Path(__file__).parents[3] / "resources" / "models" / "noise2map-lite"
    dataset = gdal.Open(str(scene[0]))
    x, width, _, y, _, height = dataset.GetGeoTransform()
    extent = (x + 100 * width, y + 300 * height, x + 300 * width, y + 100 * height)  # 1 km: seconds, not minutes
    done = change_timeline(scene, model=model, bands=(1, 2, 3), area=extent, count=tmp_path / "count.tif", views=1)
    assert [date.year for date in done.dates] == [2009, 2012, 2016, 2020]
    assert done.valid_area_m2 > 900_000
    assert done.changed_share < 0.01
