# SPDX-License-Identifier: GPL-2.0-or-later
"""Nodata, masks and alpha: single pixels, and what they look like to the network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from noise2map_qgis.engine.raster.stretch import NEUTRAL
from tests.engine.making import source, write_raster
from tests.engine.raster.scenes import AFTER, BEFORE, read


def test_nodata_of_bytes_needs_all_bands(tmp_path: Path) -> None:
    data = BEFORE.copy()
    data[:, 0, 0] = 0
    data[0, 1, 1] = 0  # a deep shadow in one band is a measurement
    image, valid = read(source(write_raster(tmp_path / "a.tif", data, nodata=0)))
    assert not valid[0, 0]
    assert valid.sum() == valid.size - 1
    assert (image[:, 0, 0] == NEUTRAL).all()


@pytest.mark.parametrize("dtype", [np.int16, np.float32, np.float64])
def test_nodata_of_signed_types_needs_one_band(tmp_path: Path, dtype: type) -> None:
    data = BEFORE.astype(dtype)
    data[1, 5, 5] = -9999
    _, valid = read(source(write_raster(tmp_path / "a.tif", data, nodata=-9999)))
    assert np.argwhere(~valid).tolist() == [[5, 5]]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, -3.4028234663852886e38])
def test_what_is_no_number_is_no_data(tmp_path: Path, value: float) -> None:
    data = BEFORE.astype(np.float32)
    data[2, 7, 9] = value
    image, valid = read(source(write_raster(tmp_path / "a.tif", data)))
    assert np.argwhere(~valid).tolist() == [[7, 9]]
    assert (image[:, 7, 9] == NEUTRAL).all()


def test_alpha_and_masks_are_no_data(tmp_path: Path) -> None:
    seen = np.full((60, 80), 255, np.uint8)
    seen[10:20, 10:20] = 0
    for path in (
        write_raster(tmp_path / "alpha.tif", BEFORE, alpha=seen),
        write_raster(tmp_path / "mask.tif", BEFORE, mask=seen),
    ):
        _, valid = read(source(path))
        np.testing.assert_array_equal(valid, seen > 0)


def test_nodata_and_alpha_add_up(tmp_path: Path) -> None:
    data, seen = BEFORE.copy(), np.full((60, 80), 255, np.uint8)
    data[:, :5], seen[:, :5] = 0, 0
    _, valid = read(source(write_raster(tmp_path / "a.tif", data, nodata=0, alpha=seen)))
    assert not valid[:5].any()
    assert not valid[:, :5].any()
    assert valid[5:, 5:].all()


def test_invalid_in_one_date_looks_alike_in_both(tmp_path: Path) -> None:
    hole = AFTER.copy()
    hole[:, 30:40, 30:40] = 0
    image, valid = read(
        source(write_raster(tmp_path / "b.tif", BEFORE)), source(write_raster(tmp_path / "a.tif", hole, nodata=0))
    )
    assert not valid[30:40, 30:40].any()
    assert (image[:, 30:40, 30:40] == NEUTRAL).all()
