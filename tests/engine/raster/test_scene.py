# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters as users deliver them, on one grid: georeference, nodata, bands, stretch, alignment, and refusals by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.model.bundle import TaskCard
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Window
from noise2map_qgis.engine.raster.reader import Raster
from noise2map_qgis.engine.raster.scene import Scene, Source
from noise2map_qgis.engine.raster.stretch import NEUTRAL
from tests.engine.making import METRE_GRID, UTM, reference, source, town, write_raster

BEFORE, AFTER = town(60, 80)


def card(images: int = 2, bands: int = 3, gsd: tuple[float, float] = (0.3, 1.0)) -> TaskCard:
    names = ("red", "green", "blue", "nir")[:bands]
    return TaskCard(images, names, gsd, (2.0, 98.0), 96, 32, ((0, "no"), (1, "yes")), 0.5, (0,), 0, ())


def read(
    *sources: Source, gsd: tuple[float, float] = (0.3, 1.0), stretch: str = "auto"
) -> tuple[np.ndarray, np.ndarray]:
    with Scene(sources, card(len(sources), gsd=gsd), stretch) as scene:
        return scene.read(scene.grid.window)


def refusal(*sources: Source, bands: int = 3) -> str:
    with pytest.raises(RasterError) as error, Scene(sources, card(len(sources), bands)):
        pass
    return str(error.value)


# --- one raster ---


def test_bytes_come_through_untouched(tmp_path: Path) -> None:
    image, valid = read(source(write_raster(tmp_path / "a.tif", BEFORE)))
    np.testing.assert_array_equal(image, BEFORE)
    assert valid.all()


def test_bands_may_be_chosen_swapped_and_repeated(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "a.tif", BEFORE)
    for bands in ((3, 2, 1), (1, 1, 1), (2, 1, 2)):
        image, _ = read(source(path, bands=bands))
        np.testing.assert_array_equal(image, BEFORE[[band - 1 for band in bands]])


def test_alpha_is_no_colour(tmp_path: Path) -> None:
    grey_alpha = write_raster(tmp_path / "ga.tif", BEFORE[:1], alpha=np.full((60, 80), 255, np.uint8))
    text = refusal(source(grey_alpha, "Town"))
    assert "needs 3 band(s) of the layer 'Town', but it has 1" in text
    assert "1,1,1" in text


def give_palette(path: Path, *colours: tuple[int, int, int]) -> None:
    with gdal_exceptions():
        dataset = gdal.Open(str(path), gdal.GA_Update)
        table = gdal.ColorTable()
        for index, colour in enumerate(colours):
            table.SetColorEntry(index, colour)
        dataset.GetRasterBand(1).SetColorTable(table)
        dataset = None


def test_colours_of_a_palette_are_used_not_its_indices(tmp_path: Path) -> None:
    indices = np.arange(60 * 80).reshape(1, 60, 80).astype(np.uint8) % 2
    path = write_raster(tmp_path / "p.tif", indices)
    give_palette(path, (10, 20, 30), (40, 50, 60))
    image, _ = read(source(path))
    assert image[:, 0, :2].T.tolist() == [[10, 20, 30], [40, 50, 60]]


def test_nodata_of_a_palette_is_an_index_and_no_colour(tmp_path: Path) -> None:
    nodata = 255
    indices = np.arange(60 * 80).reshape(1, 60, 80).astype(np.uint8) % 2
    indices[:, :, 40:] = nodata
    path = write_raster(tmp_path / "p.tif", indices, nodata=nodata)
    give_palette(path, (255, 255, 255), (250, 250, 250))
    image, valid = read(source(path))
    assert image[:, 0, :2].T.tolist() == [[255] * 3, [250] * 3]
    assert valid[:, :40].all()
    assert not valid[:, 40:].any()


# --- nodata ---


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


# --- stretch ---


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


# --- refusals ---


def test_refusals_name_the_layer_and_what_to_do(tmp_path: Path) -> None:
    good = write_raster(tmp_path / "good.tif", BEFORE)
    assert "'Town' cannot be opened" in refusal(Source(str(tmp_path / "none.tif"), "Town"))
    (tmp_path / "text.tif").write_text("no raster")
    assert "'Town' cannot be opened" in refusal(source(tmp_path / "text.tif", "Town"))
    assert "'Town' is not georeferenced" in refusal(
        source(write_raster(tmp_path / "plain.png", BEFORE, None, None, driver="PNG"), "Town")
    )
    assert "'Town' has no coordinate reference system" in refusal(
        source(write_raster(tmp_path / "nocrs.tif", BEFORE, METRE_GRID, None), "Town")
    )
    assert "'Town' has no band 9" in refusal(source(good, "Town", (1, 2, 9)))
    assert "2 band(s) were chosen" in refusal(source(good, "Town", (1, 2)))
    assert "needs 4 band(s) of the layer 'Town', but it has 3" in refusal(source(good, "Town"), bands=4)
    empty = write_raster(tmp_path / "empty.tif", np.full((3, 20, 20), 9, np.uint16), nodata=9)
    assert "'Town' holds no data" in refusal(source(empty, "Town"))


def test_control_points_alone_are_refused(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "gcp.tif", BEFORE, None, None)
    with gdal_exceptions():
        dataset = gdal.Open(str(path), gdal.GA_Update)
        points = [gdal.GCP(600000 + x, 3340000 - y, 0, x, y) for x, y in ((0, 0), (80, 0), (0, 60), (80, 60))]
        dataset.SetGCPs(points, reference(UTM))
        dataset = None
    text = refusal(source(path, "Town"))
    assert "'Town' is placed by ground control points" in text
    assert "Warp" in text


def test_no_overlap_names_both(tmp_path: Path) -> None:
    here = source(write_raster(tmp_path / "a.tif", BEFORE), "Here")
    for gt, epsg in (((700000.0, 0.5, 0, 3340000.0, 0, -0.5), UTM), ((10.0, 1e-5, 0, 50.0, 0, -1e-5), 4326)):
        there = source(write_raster(tmp_path / "b.tif", AFTER, gt, epsg), "There")
        text = refusal(here, there)
        assert "'Here' and 'There' do not overlap" in text


def test_a_place_that_is_none_is_named(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "a.tif", BEFORE, (1e12, 0.5, 0, 1e12, 0, -0.5), 3035)
    text = refusal(source(path, "Town"))
    assert "'Town'" in text
    assert "coordinate reference system" in text


@pytest.mark.parametrize("threads", ["1", "2"])
def test_a_damaged_file_is_named_when_met(threads: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GDAL_NUM_THREADS", threads)
    noise = np.random.default_rng(0).integers(0, 255, (3, 600, 600)).astype(np.uint8)
    path = write_raster(tmp_path / "a.tif", noise, options=("TILED=YES", "COMPRESS=DEFLATE"))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(RasterError, match="'Town' cannot be read near .* damaged"):
        read(source(path, "Town"))


@pytest.mark.parametrize("driver", ["JPEG", "GTiff"])
@pytest.mark.parametrize("harm", ["cut off", "overwritten"])
@pytest.mark.parametrize("geotransform", [METRE_GRID, (600000.0, 0.2, 0, 3340000.0, 0, -0.2)])
def test_grey_in_place_of_lost_pixels_is_not_taken_for_an_image(
    driver: str, harm: str, geotransform: tuple[float, ...], tmp_path: Path
) -> None:
    """GDAL no more than warns of it, and a network would see a change there."""
    if (driver, harm) == ("GTiff", "cut off"):
        pytest.skip("an error to GDAL in any case")
    noise = np.random.default_rng(0).integers(0, 255, (3, 300, 300)).astype(np.uint8)
    options = ("COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512")
    path = tmp_path / "a.jpg"
    write_raster(path, noise, geotransform, driver=driver, options=options if driver == "GTiff" else ())
    whole = path.read_bytes()
    half = len(whole) // 2
    path.write_bytes(whole[:half] + (b"" if harm == "cut off" else b"\xff" * 300 + whole[half + 300 :]))
    with pytest.raises(RasterError, match="'Town' cannot be read near .* damaged"):
        read(source(path, "Town"))


# --- grids ---


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
        "from osgeo import gdal, ogr, osr; from tests.engine.raster.test_scene import card; "
        "from noise2map_qgis.engine.raster.scene import Scene, Source\n"
        f"with Scene((Source({str(path)!r}, 'a'),), card(1)): assert gdal.GetUseExceptions()\n"
        "assert not (gdal.GetUseExceptions() or ogr.GetUseExceptions() or osr.GetUseExceptions())"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, cwd=Path(__file__).parents[3])
