# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoTIFFs as training tiles: bands, stretch, and pixels without data."""

import numpy as np
import pytest
from osgeo import gdal

from model_core.errors import DataError
from model_core.tiles.rasters import read_image
from model_core.tiles.tiles import IGNORE, check_sizes, find_tiles, read_label, read_tile
from tests.model_core.conftest import write_image
from tests.model_core.data.making import mask, picture, write_tif


def _tile(root):
    (tile,) = find_tiles(root, "images")
    return tile


def test_sixteen_bits_are_stretched_as_the_engine_stretches_them(tmp_path):
    values = np.linspace(1000, 3000, 64 * 64).reshape(64, 64)
    write_tif(tmp_path / "a.tif", np.stack([values, values * 2, values * 3], 2).astype(np.uint16))
    image, valid = read_image((tmp_path / "a.tif",))
    assert valid.all()
    for band in range(3):
        low, high = np.percentile(values, (2, 98))
        expected = np.clip((values - low) / (high - low) * 255, 0, 255)
        assert np.abs(image[..., band] - expected).max() <= 1.5


def test_red_green_blue_are_found_by_name_by_colour_or_as_told(tmp_path):
    names = ("B02", "B03", "B04", "B08")
    bands = np.stack([np.full((8, 8), value, np.uint8) for value in (20, 30, 40, 80)], 2)
    write_tif(tmp_path / "named.tif", bands, names=names)
    assert read_image((tmp_path / "named.tif",))[0][0, 0].tolist() == [40, 30, 20]
    colours = (gdal.GCI_BlueBand, gdal.GCI_GreenBand, gdal.GCI_RedBand, gdal.GCI_Undefined)
    write_tif(tmp_path / "coloured.tif", bands, colours=colours)
    assert read_image((tmp_path / "coloured.tif",))[0][0, 0].tolist() == [40, 30, 20]
    write_tif(tmp_path / "unnamed.tif", bands)
    assert read_image((tmp_path / "unnamed.tif",))[0][0, 0].tolist() == [20, 30, 40]
    assert read_image((tmp_path / "unnamed.tif",), (4, 3, 2))[0][0, 0].tolist() == [80, 40, 30]
    with pytest.raises(DataError, match=r"unnamed.tif' has 4 band\(s\), so no band 5"):
        read_image((tmp_path / "unnamed.tif",), (5, 3, 2))


def test_one_band_stands_for_three(tmp_path):
    write_image(tmp_path / "grey.png", mask(on=90))
    image, _ = read_image((tmp_path / "grey.png",))
    assert image.shape == (16, 16, 3)
    assert (image == mask(on=90)[..., None]).all()


def test_pixels_without_data_are_unknown_and_neutral_in_every_date(tmp_path):
    before, after = (picture().astype(np.uint16) * 10 for _ in range(2))
    before[:3], after[:, :2] = 0, 0
    for part, image in (("A", before), ("B", after)):
        write_tif(tmp_path / part / "a.tif", image, nodata=0)
    write_tif(tmp_path / "label" / "a.tif", mask(on=1))
    (tile,) = find_tiles(tmp_path, "pairs")
    pixels = read_tile(tile)
    blank = np.zeros((16, 16), bool)
    blank[:3] = blank[:, :2] = True
    assert ((pixels.label == IGNORE) == blank).all()
    assert all((image[blank] == 127).all() for image in pixels.images)
    assert (read_label(tile) == pixels.label).all()


def test_nodata_of_a_label_is_unknown_but_nodata_zero_is_background(tmp_path):
    label = mask(on=1)
    label[0] = 9
    write_image(tmp_path / "image" / "a.png", picture())
    write_tif(tmp_path / "label" / "a.tif", label, nodata=9)
    found = read_tile(_tile(tmp_path)).label
    assert (found[0] == IGNORE).all()
    assert (found[1:] == mask(on=1)[1:]).all()
    write_tif(tmp_path / "label" / "a.tif", mask(on=1), nodata=0)
    assert (read_tile(_tile(tmp_path)).label == mask(on=1)).all()


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_numbered_objects_are_one_class(tmp_path, dtype):
    label = mask(on=3).astype(dtype)
    label[12:14, 12:14] = 200 if dtype == "uint8" else 3000
    write_image(tmp_path / "image" / "a.png", picture())
    write_tif(tmp_path / "label" / "a.tif", label)
    assert (read_tile(_tile(tmp_path)).label == (label > 0)).all()


def test_sizes_are_checked_by_the_headers(tmp_path):
    write_tif(tmp_path / "image" / "a.tif", picture(16))
    write_tif(tmp_path / "label" / "a.tif", mask(8))
    with pytest.raises(DataError, match=r"label/a.tif' is 8 x 8 pixels; .*image/a.tif' is 16 x 16 pixels"):
        check_sizes(_tile(tmp_path))
