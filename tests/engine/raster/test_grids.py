# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters on one grid: pixel sizes, flips, rotations, offsets, and warps that never mix in nodata."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Window
from noise2map_qgis.engine.raster.reader import Raster
from noise2map_qgis.engine.raster.scene import Scene
from noise2map_qgis.engine.raster.stretch import NEUTRAL
from tests.engine.making import METRE_GRID, UTM, reference, source, write_raster
from tests.engine.raster.scenes import AFTER, BEFORE, card, read


def test_a_finer_raster_is_brought_to_the_model_s_finest(tmp_path: Path) -> None:
    fine = np.repeat(np.repeat(BEFORE, 5, 1), 5, 2)
    path = write_raster(tmp_path / "fine.tif", fine, (600000.0, 0.1, 0, 3340000.0, 0, -0.1))
    with Scene((source(path),), card(1, gsd=(0.5, 1.0))) as scene:
        assert scene.grid.gsd == pytest.approx((0.5, 0.5), rel=1e-6)
        assert abs(scene.grid.cols - 80) <= 1  # true metres differ a little from those of UTM
        image, valid = scene.read(scene.grid.window)
        assert "is finer than the model's range" in scene.why
    inner = (slice(None), slice(5, 55), slice(5, 75))
    assert np.abs(image[inner].astype(int) - BEFORE[inner]).mean() < 2
    assert valid[:-1, :-1].all()


def test_a_coarser_raster_is_brought_to_the_model_s_coarsest(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "coarse.tif", BEFORE, (600000.0, 2.0, 0, 3340000.0, 0, -2.0))
    with Scene((source(path),), card(1)) as scene:
        assert scene.grid.gsd == pytest.approx((1.0, 1.0), rel=1e-6)
        assert scene.grid.cols in (160, 161)
        left, bottom, right, top = scene.grid.extent
        assert (left, top) == (600000, 3340000)
        assert right >= 600160 - 0.02
        assert bottom <= 3339880 + 0.02


def test_just_outside_the_range_is_inside(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "a.tif", BEFORE, (600000.0, 0.298, 0, 3340000.0, 0, -0.298))
    with Scene((source(path),), card(1)) as scene:
        assert scene.grid.geotransform[1] == 0.298


@pytest.mark.parametrize("flip", ["south-up", "mirrored", "both"])
def test_flipped_rasters_are_set_right_exactly(tmp_path: Path, flip: str) -> None:
    data, (x, width, _, y, _, height) = BEFORE, METRE_GRID
    if flip in ("south-up", "both"):
        data, y, height = data[:, ::-1], y + 60 * height, -height
    if flip in ("mirrored", "both"):
        data, x, width = data[:, :, ::-1], x + 80 * width, -width
    image, valid = read(source(write_raster(tmp_path / "a.tif", data, (x, width, 0, y, 0, height))))
    np.testing.assert_array_equal(image, BEFORE)
    assert valid.all()


def test_a_rotated_raster_lands_on_a_north_up_grid(tmp_path: Path) -> None:
    c, s = 0.5 * np.cos(0.3), 0.5 * np.sin(0.3)
    path = write_raster(tmp_path / "a.tif", BEFORE, (600000.0, c, s, 3340000.0, s, -c))
    with Scene((source(path),), card(1)) as scene:
        image, valid = scene.read(scene.grid.window)
        assert scene.grid.gsd == pytest.approx((0.5, 0.5), rel=2e-3)
        col, row = 40, 30
        x, y = 600000 + (col + 0.5) * c + (row + 0.5) * s, 3340000 + (col + 0.5) * s - (row + 0.5) * c
        left, _, _, top = scene.grid.extent
        there = image[:, int((top - y) / 0.5), int((x - left) / 0.5)]
    assert np.abs(there.astype(int) - BEFORE[:, row, col]).max() < 12
    assert valid.sum() == pytest.approx(60 * 80, rel=0.05)


def test_whole_pixel_offsets_are_exact(tmp_path: Path) -> None:
    here = source(write_raster(tmp_path / "b.tif", BEFORE))
    shifted = np.zeros((3, 70, 90), np.uint8)
    shifted[:, 5:65, 5:85] = AFTER
    there = write_raster(tmp_path / "a.tif", shifted, (599997.5, 0.5, 0, 3340002.5, 0, -0.5))
    image, valid = read(here, source(there))
    np.testing.assert_array_equal(image[3:], AFTER)
    assert valid.all()
    part = write_raster(tmp_path / "p.tif", AFTER[:, 10:50, 20:60], (600010.0, 0.5, 0, 3339995.0, 0, -0.5))
    image, valid = read(here, source(part))
    np.testing.assert_array_equal(image[3:, 10:50, 20:60], AFTER[:, 10:50, 20:60])
    assert valid.sum() == 40 * 40


def test_nodata_never_bleeds_through_a_warp(tmp_path: Path) -> None:
    """A constant image with holes, half a pixel off: whatever is valid must still be that constant."""
    gt = (600000.25, 0.5, 0, 3340000.25, 0, -0.5)
    here = source(write_raster(tmp_path / "b.tif", np.full((3, 60, 80), 100, np.uint8)))
    hole = np.full((3, 60, 80), 100, np.uint8)
    hole[:, 20:30, 20:30] = 0
    seen = np.where(hole[0] == 0, 0, 255).astype(np.uint8)
    floats = hole.astype(np.float32)
    for value, name in ((-9999.0, "minus"), (np.nan, "nan"), (np.inf, "inf")):
        data = np.where(hole == 0, np.float32(value), floats)
        write_raster(tmp_path / f"{name}.tif", data, gt, nodata=-9999.0 if value == -9999 else None)
    for there in (
        write_raster(tmp_path / "nodata.tif", hole, gt, nodata=0),
        write_raster(tmp_path / "alpha.tif", hole, gt, alpha=seen),
        write_raster(tmp_path / "mask.tif", hole, gt, mask=seen),
        write_raster(tmp_path / "u16.tif", hole.astype(np.uint16), gt, nodata=0),
        write_raster(tmp_path / "both.tif", hole, gt, nodata=0, alpha=np.full((60, 80), 255, np.uint8)),
        tmp_path / "minus.tif",
        tmp_path / "nan.tif",
        tmp_path / "inf.tif",
    ):
        image, valid = read(here, source(there), stretch="none")
        assert not valid[22:28, 22:28].any(), there.name
        assert valid[35:55, 35:75].all(), there.name
        assert valid.sum() > 60 * 80 - 12 * 12 - 300, there.name
        assert np.abs(image[3:][:, valid].astype(int) - 100).max() <= 1, there.name


def test_where_one_date_has_no_data_the_other_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = BEFORE.copy(), AFTER.copy()
    before[:, :, :40] = 0
    after[:, :, 40:] = 0
    pair = [
        source(write_raster(tmp_path / f"{name}.tif", data, nodata=0)) for name, data in (("b", before), ("a", after))
    ]
    read_of: list[str] = []
    real = Raster.read

    def counted(self: Raster, *arguments: Any) -> Any:
        read_of.append(self.name)
        return real(self, *arguments)

    monkeypatch.setattr(Raster, "read", counted)
    with Scene(tuple(pair), card()) as scene:
        image, valid = scene.read(Window(0, 0, 40, 60))
        assert read_of == ["b"]
        assert image.shape == (6, 60, 40)
        assert (image == NEUTRAL).all()
        assert not valid.any()
        assert not scene.read(Window(40, 0, 40, 60))[1].any()
        assert read_of == ["b", "b", "a"]
        # What was not read does not count as empty.
        assert [layer.meets_data() for layer in scene.layers] == [True, True]
    after[:] = 0
    pair[1] = source(write_raster(tmp_path / "none.tif", after, nodata=0))
    with Scene(tuple(pair), card()) as scene:
        scene.read(Window(0, 0, 40, 60))
        scene.read(Window(40, 0, 40, 60))
        assert [layer.meets_data() for layer in scene.layers] == [True, False]


@pytest.mark.parametrize("interleave", ["PIXEL", "BAND"])
@pytest.mark.parametrize("nodata", [0, 7, None])
def test_blocks_that_a_file_does_not_have_are_nodata_unread(
    interleave: str, nodata: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_raster(tmp_path / "a.tif", np.zeros((3, 1, 1), np.uint8))
    options = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "SPARSE_OK=TRUE", f"INTERLEAVE={interleave}"]
    with gdal_exceptions():
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 128, 64, 3, gdal.GDT_Byte, options)
        dataset.SetGeoTransform(METRE_GRID)
        dataset.SetSpatialRef(reference(UTM))
        for band in range(1, 4 if nodata is not None else 1):
            dataset.GetRasterBand(band).SetNoDataValue(nodata)
        # Of the right half one band is there.
        dataset.GetRasterBand(2).WriteRaster(64, 0, 64, 64, bytes([50]) * 4096)
        dataset = None
    with Scene((source(path),), card(1)) as scene:
        right, valid = scene.read(Window(60, 0, 68, 64))
        assert valid[:, 4:].all()
        assert (right[1, :, 4:] == 50).all()
        assert valid[:, :4].all() == (nodata is None)
        monkeypatch.setattr("noise2map_qgis.engine.raster.reader.read_window", None)
        if nodata is None:
            with pytest.raises(TypeError):
                scene.read(Window(0, 0, 64, 64))
        else:
            assert not scene.read(Window(0, 0, 64, 64))[1].any()


def test_gdal_is_left_as_it_was(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "a.tif", BEFORE)
    code = (
        "from osgeo import gdal, ogr, osr; from tests.engine.raster.scenes import card; "
        "from noise2map_qgis.engine.raster.scene import Scene, Source\n"
        f"with Scene((Source({str(path)!r}, 'a'),), card(1)): assert gdal.GetUseExceptions()\n"
        "assert not (gdal.GetUseExceptions() or ogr.GetUseExceptions() or osr.GetUseExceptions())"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, cwd=Path(__file__).parents[3])
