# SPDX-License-Identifier: GPL-2.0-or-later
"""Which bands are read, and as what: as chosen, as declared, as the colours of a palette."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.scene import Scene
from tests.engine.making import source, write_raster
from tests.engine.raster.declarations import save
from tests.engine.raster.scenes import BEFORE, card, read, refusal


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


RED, GREEN, BLUE, ALPHA, NONE = (
    gdal.GCI_RedBand,
    gdal.GCI_GreenBand,
    gdal.GCI_BlueBand,
    gdal.GCI_AlphaBand,
    gdal.GCI_Undefined,
)


def declared(
    path: Path, colours: tuple[int, ...], names: tuple[str, ...] = (), dtype: str = "uint8"
) -> tuple[list[int], str]:
    """Return the values that are read of a raster whose band n holds 10 * n everywhere, and the line of the log."""
    data = np.stack([np.full((20, 20), 10 * number) for number in range(1, len(colours) + 1)]).astype(dtype)
    for number, colour in enumerate(colours):
        if colour == ALPHA and not names:
            data[number] = 255

    def describe(made: Any) -> None:
        for number, name in enumerate(names, 1):
            made.GetRasterBand(number).SetDescription(name)

    save(path, data, colours=colours, finish=describe)
    with Scene((source(path, "Town"),), card(1), "none") as scene:
        image, _ = scene.read(scene.grid.window)
        (line,) = [line for line in scene.describe() if "read as" in line]
    return image[:, 0, 0].tolist(), line


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
@pytest.mark.parametrize(
    ("colours", "expected"),
    [
        ((RED, GREEN, BLUE), [10, 20, 30]),
        ((BLUE, GREEN, RED), [30, 20, 10]),
        ((GREEN, RED, BLUE), [20, 10, 30]),
        ((NONE, RED, GREEN, BLUE), [20, 30, 40]),
        ((BLUE, GREEN, RED, NONE), [30, 20, 10]),
        ((ALPHA, BLUE, GREEN, RED), [40, 30, 20]),
        ((NONE, NONE, NONE, NONE), [10, 20, 30]),
        ((NONE, NONE, BLUE), [10, 20, 30]),
        ((BLUE, NONE, NONE), [20, 30, 10]),
    ],
)
def test_declared_colours_decide(tmp_path: Path, colours: tuple[int, ...], expected: list[int], dtype: str) -> None:
    values, line = declared(tmp_path / "a.tif", colours, dtype=dtype)
    assert values == expected
    bands = ", ".join(str(value // 10) for value in expected)
    assert f"bands {bands} read as red, green, blue" in line


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("B02", "B03", "B04", "B08"), [30, 20, 10]),
        (("nir", "red", "green", "blue"), [20, 30, 40]),
        (("Blue band", "Green band", "Red edge", "Red band"), [40, 20, 10]),
        (("Band 1", "Band 2", "Band 3", "Band 4"), [10, 20, 30]),
    ],
)
@pytest.mark.parametrize("default", [(RED, GREEN, BLUE, ALPHA), (NONE,) * 4, (RED, GREEN, BLUE, NONE)])
def test_descriptions_decide_where_colours_are_gdal_s_default(
    tmp_path: Path, names: tuple[str, ...], expected: list[int], default: tuple[int, ...]
) -> None:
    assert declared(tmp_path / "a.tif", default, names)[0] == expected


def test_near_infrared_that_calls_itself_alpha_masks_nothing(tmp_path: Path) -> None:
    """GDAL calls the fourth of four bytes alpha unless told otherwise."""
    infrared = np.random.default_rng(0).integers(0, 256, (1, 60, 80)).astype(np.uint8)
    path = save(tmp_path / "a.tif", np.concatenate([BEFORE, infrared]), alpha=4)
    with Scene((source(path, "Town"),), card(1)) as scene:
        assert scene.read(scene.grid.window)[1].all()
        assert any("band 4 calls itself alpha, but holds a measurement" in line for line in scene.describe())


def test_a_single_band_is_said_to_be_panchromatic(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "pan.tif", BEFORE[:1])
    assert "it has 1: a single (panchromatic) band" in refusal(source(path, "Town"))
    with Scene((source(path, "Town", (1, 1, 1)),), card(1)) as scene:
        assert any("band 1 read as red, green, blue (its single (panchromatic) band)" in s for s in scene.describe())


def test_training_selects_the_bands_of_a_run(tmp_path: Path) -> None:
    rasters = pytest.importorskip("model_core.tiles.rasters")
    data = np.stack([np.full((20, 20), 10 * number, np.uint8) for number in (1, 2, 3, 4)])
    path = save(tmp_path / "a.tif", data, colours=(NONE, BLUE, GREEN, RED))
    assert rasters.read_image((path,))[0][0, 0].tolist() == [40, 30, 20]
