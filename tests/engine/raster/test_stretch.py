# SPDX-License-Identifier: GPL-2.0-or-later
"""Samples as bytes: percentiles of the whole raster, and what a cancel does to measuring them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from noise2map_qgis.engine.errors import Cancelled
from noise2map_qgis.engine.raster.grid import Window
from noise2map_qgis.engine.raster.scene import Scene
from noise2map_qgis.engine.raster.stretch import NEUTRAL
from tests.engine.making import source, write_raster
from tests.engine.raster.scenes import BEFORE, card, read


def test_sixteen_bits_are_stretched_by_percentiles_of_the_whole_raster(tmp_path: Path) -> None:
    data = np.arange(3 * 100 * 100).reshape(3, 100, 100).astype(np.uint16)
    data[:, 0, 0] = 65535
    path = write_raster(tmp_path / "a.tif", data, nodata=65535)
    with Scene((source(path),), card(1)) as scene:
        limits = scene.layers[0].stretch.limits
        assert limits is not None
        for band, (low, high) in zip(data, limits):
            assert (low, high) == pytest.approx(np.percentile(band[band != 65535], [2, 98]))
        whole, _ = scene.read(scene.grid.window)
        part, _ = scene.read(Window(0, 50, 100, 10))
        np.testing.assert_array_equal(part, whole[:, 50:60])  # never by what is read
    assert whole[:, 1:].min() == 0
    assert whole[:, 1:].max() == 255


def test_a_constant_band_is_neutral(tmp_path: Path) -> None:
    image, valid = read(source(write_raster(tmp_path / "a.tif", np.full((3, 20, 20), 7, np.uint16))))
    assert (image == NEUTRAL).all()
    assert valid.all()


def test_stretch_modes(tmp_path: Path) -> None:
    wide = source(write_raster(tmp_path / "wide.tif", BEFORE.astype(np.float32) * 3))
    image, _ = read(wide, stretch="none")
    np.testing.assert_array_equal(image, np.minimum(BEFORE.astype(int) * 3, 255))
    narrow = source(write_raster(tmp_path / "narrow.tif", BEFORE // 4))
    assert np.ptp(read(narrow)[0]) < 64
    assert np.ptp(read(narrow, stretch="percentile")[0]) == 255


def test_few_data_in_a_wide_raster_are_found(tmp_path: Path) -> None:
    data = np.full((3, 20, 3000), -1, np.float32)
    data[:, 11, 1501] = 5
    _, valid = read(source(write_raster(tmp_path / "a.tif", data, nodata=-1)))
    assert valid.sum() == 1


@pytest.mark.parametrize("declared", [{}, {"nodata": 7}, {"alpha": 1}])
def test_measuring_asks_whether_to_go_on_and_stops_at_once(tmp_path: Path, declared: dict[str, Any]) -> None:
    """A large raster without overviews: the check is called many times, and what it raises ends the read."""
    data = np.random.default_rng(0).integers(0, 4000, (3, 3000, 3000)).astype(np.uint16)
    more = {"alpha": np.full((3000, 3000), 1, np.uint16)} if "alpha" in declared else declared
    path = write_raster(tmp_path / "a.tif", data, options=("TILED=YES",), **more)
    asked = []

    def count() -> None:
        asked.append(1)

    with Scene((source(path),), card(1), check=count):
        pass
    assert len(asked) >= 20
    asked.clear()

    def stop() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise Cancelled("Enough.")

    with pytest.raises(Cancelled, match="Enough"), Scene((source(path),), card(1), check=stop):
        pass
    assert len(asked) == 3
