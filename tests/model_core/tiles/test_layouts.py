# SPDX-License-Identifier: GPL-2.0-or-later
"""Each published layout, read from a tiny tree of exactly that form."""

import numpy as np
import pytest
from osgeo import gdal

from model_core.errors import DataError
from model_core.recipes.sources import ScoredSet, Source
from model_core.tiles.tiles import IGNORE, Options, find_tiles, read_tile
from tests.model_core.conftest import write_image
from tests.model_core.data.making import mask, picture, write_tif


def _source(layout, **more):
    return Source(name="s", path=".", layout=layout, terms="t", origin="o", **more)


def _names(source, data):
    return {split: [tile.name for tile in source.tiles(data, split)] for split in ("train", "validation", "test")}


def _write_split(root, parts, label, names, side=16, suffix=".png"):
    for name in names:
        for part in parts:
            write_image(root / part / f"{name}{suffix}", picture(side))
        write_image(root / label / f"{name}{suffix}", mask(side))


def test_whu_change_keeps_pairs_without_change_in_both_splits(tmp_path):
    for split, names in (("train", ["0", "1", "2"]), ("test", ["5", "6"])):
        _write_split(tmp_path / split, ("A", "B"), "OUT", names)
        write_image(tmp_path / split / "OUT" / f"{names[0]}.png", np.zeros((16, 16), np.uint8))
    source = _source("whu-cd", validation=["train/2", "test/*"])
    assert _names(source, tmp_path) == {
        "train": ["train/0", "train/1"],
        "validation": ["train/2"],
        "test": ["test/5", "test/6"],
    }
    unchanged, changed = (read_tile(tile) for tile in source.tiles(tmp_path, "test"))
    assert not unchanged.label.any()
    assert (changed.label == (mask() > 0)).all()
    assert len(changed.images) == 2
    assert (source.kind, source.task) == ("pairs", "change")


def test_whu_buildings(tmp_path):
    for split in ("train", "test"):
        _write_split(tmp_path / split, ("Image",), "Mask", ["1"], suffix=".tif.png")
    assert _names(_source("whu-ss"), tmp_path) == {
        "train": ["train/1.tif"],
        "validation": [],
        "test": ["test/1.tif"],
    }
    assert _source("whu-ss").task == "segment"


def test_levir_cd_has_its_own_validation(tmp_path):
    for split in ("train", "val", "test"):
        _write_split(tmp_path / split, ("A", "B"), "label", [f"{split}_1"])
    found = _names(_source("levir-cd"), tmp_path)
    assert found == {"train": ["train/train_1"], "validation": ["val/val_1"], "test": ["test/test_1"]}


@pytest.mark.parametrize("whole", [True, False])
def test_s2looking_with_one_label_or_with_its_parts(tmp_path, whole):
    built, demolished = np.zeros((16, 16, 3), np.uint8), np.zeros((16, 16, 3), np.uint8)
    built[2:4, 2:4, 0], demolished[8:10, 8:10, 2] = 255, 255
    for split in ("train", "val", "test"):
        place = tmp_path / split
        for part, array in (("Image1", picture()), ("Image2", picture()), ("label1", built), ("label2", demolished)):
            write_image(place / part / "7.png", array)
        if whole:
            write_image(place / "label" / "7.png", (built + demolished).max(2))
    (tile,) = _source("s2looking").tiles(tmp_path, "validation")
    assert [image[0].parent.name for image in tile.images] == ["Image1", "Image2"]
    assert (read_tile(tile).label == ((built + demolished).max(2) > 0)).all()


def test_xview2_pairs_masks_with_the_image_before(tmp_path):
    for split, numbers in (("train", ["00000001", "00000002"]), ("test", ["00000003"])):
        place = tmp_path / split / "xBD" / "santa-rosa-wildfire"
        for number in numbers:
            for date in ("pre", "post"):
                write_image(place / "images" / f"santa-rosa-wildfire_{number}_{date}_disaster.png", picture())
            if number != "00000002":
                write_image(place / "masks" / f"santa-rosa-wildfire_{number}_pre_disaster.png", mask())
    found = _names(_source("xview2"), tmp_path)
    assert found["train"] == ["train/santa-rosa-wildfire_00000001"]  # the other one has no mask
    assert found["test"] == ["test/santa-rosa-wildfire_00000003"]
    (pair,) = _source("xview2").tiles(tmp_path, "train")
    assert [image[0].stem.split("_")[2] for image in pair.images] == ["pre", "post"]
    (single,) = _source("xview2-ss").tiles(tmp_path, "test")
    assert len(single.images) == 1
    assert (read_tile(single).label == (mask() > 0)).all()


TRAIN, VALIDATION, TEST = (
    "L15-0331E-1257N_1327_3160_13",
    "L15-0357E-1223N_1429_3296_13",
    "L15-0387E-1276N_1549_3087_13",
)
MONTHS = ("2018_01", "2018_07", "2019_01", "2019_08")


def _spacenet7(root, aois=(TRAIN, VALIDATION, TEST)):
    rgba = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)
    for aoi in aois:
        for number, month in enumerate(MONTHS):
            stem = f"global_monthly_{month}_mosaic_{aoi}"
            alpha = np.full((16, 16, 1), 255, np.uint8)
            if number == 0:
                alpha[:2] = 0
            image = np.concatenate([picture(), alpha], 2)
            write_tif(root / "train" / aoi / "images_masked" / f"{stem}.tif", image, colours=rgba)
            if month == "2018_07" and aoi == TRAIN:
                continue  # too cloudy to label
            label = mask(row=4)
            label[12:14, 0:number] = 255
            write_tif(root / "train" / aoi / "labels_raster" / f"{stem}_Buildings.tif", label)


def test_spacenet7_pairs_months_and_marks_what_alpha_hides(tmp_path):
    _spacenet7(tmp_path)
    assert _names(_source("spacenet7"), tmp_path) == {
        "train": [f"train/{TRAIN}/2018_01-2019_01"],
        "validation": [f"validation/{VALIDATION}/2018_01-2019_08"],
        "test": [f"test/{TEST}/2018_01-2019_08"],
    }
    assert len(_source("spacenet7", months=7).tiles(tmp_path, "train")) == 2
    pair = read_tile(_source("spacenet7").tiles(tmp_path, "train")[0])
    assert (pair.label[:2] == IGNORE).all()
    assert (pair.images[1][:2] == 127).all()
    expected = np.zeros((16, 16), np.uint8)
    expected[12:14, 0:2] = 1
    assert (pair.label[2:] == expected[2:]).all()
    before, after = pair.buildings
    assert (before[2:] == (mask() > 0)[2:]).all()
    assert after[13, 1] == 1
    with pytest.raises(DataError, match="lower `months`"):
        find_tiles(tmp_path, "spacenet7", Options({"train": [TRAIN]}, months=99))


def test_spacenet7_splits_may_be_named(tmp_path):
    _spacenet7(tmp_path)
    aois = {"train": [TEST], "test": [TRAIN]}
    found = _names(_source("spacenet7-ss", aois=aois), tmp_path)
    assert found["train"] == [f"train/{TEST}/{month}" for month in MONTHS]
    assert len(found["test"]) == 3
    assert found["validation"] == []
    with pytest.raises(DataError, match=f"'{TEST}' of .* is in two splits: train and test"):
        _names(_source("spacenet7-ss", aois={"train": [TEST], "test": [TEST]}), tmp_path)
    with pytest.raises(DataError, match="none of the places"):
        _names(_source("spacenet7-ss", aois={"train": ["nowhere"]}), tmp_path)


PREFIX = "Onera Satellite Change Detection dataset - "


def test_oscd_reads_red_green_blue_of_thirteen_bands(tmp_path):
    for city, split in (("paris", "Train"), ("rio", "Test")):
        for number in (1, 2):
            for index, band in enumerate(("B01", "B02", "B03", "B04", "B05", "B8A", "B12")):
                steps = np.arange(16 * 16, dtype=np.uint16).reshape(16, 16) * (index + 1)
                write_tif(tmp_path / f"{PREFIX}Images" / city / f"imgs_{number}_rect" / f"{band}.tif", steps)
        write_image(tmp_path / f"{PREFIX}{split} Labels" / city / "cm" / "cm.png", mask())
    source = _source("oscd")
    assert _names(source, tmp_path) == {"train": ["train/paris"], "validation": [], "test": ["test/rio"]}
    (tile,) = source.tiles(tmp_path, "train")
    assert [file.stem for file in tile.images[0]] == ["B04", "B03", "B02"]
    pixels = read_tile(tile)
    # 16 bits between the 2nd and 98th percentile, each band for itself.
    assert pixels.images[0].dtype == np.uint8
    assert pixels.images[0][0, 0].tolist() == [0, 0, 0]
    assert pixels.images[0][-1, -1].tolist() == [255, 255, 255]
    assert (pixels.label == (mask() > 0)).all()
    named = _source("oscd", aois={"validation": ["paris"]})
    assert _names(named, tmp_path) == {"train": [], "validation": ["validation/paris"], "test": []}


@pytest.mark.parametrize(
    ("layout", "lacks"),
    [
        ("whu-cd", r"train/ and test/, each with A/, B/ and OUT/ .*, but .*train' is missing"),
        ("whu-ss", r"Image/ and Mask/.*train' is missing"),
        ("levir-cd", r"A/, B/ and label/ \(LEVIR-CD\).*train' is missing"),
        ("s2looking", r"Image1/, Image2/ and label/.*train' is missing"),
        ("xview2", r"xBD/santa-rosa-wildfire/images.*santa-rosa-wildfire/images' is missing"),
        ("spacenet7", r"images_masked/global_monthly_YYYY_MM_mosaic_<AOI>.tif.*train' is missing"),
        ("oscd", r"imgs_1_rect.*dataset - Images' is missing"),
    ],
)
def test_what_is_missing_is_said_with_path_and_layout(tmp_path, layout, lacks):
    with pytest.raises(DataError, match=lacks) as raised:
        find_tiles(tmp_path, layout)
    assert str(tmp_path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_lacks_is_named(tmp_path):
    for split in ("train", "test"):
        _write_split(tmp_path / split, ("A", "B"), "OUT", ["1", "2"])
    (tmp_path / "train" / "B" / "2.png").unlink()
    with pytest.raises(DataError, match=r"The tile '2' of .*train' has no file in .*B'"):
        find_tiles(tmp_path, "whu-cd")


def test_a_scored_set_of_a_published_layout_is_its_test_split(tmp_path):
    for split in ("train", "test"):
        _write_split(tmp_path / split, ("A", "B"), "OUT", ["1"])
    scored = ScoredSet(name="whu", path=".", task="change", gsd=0.3, layout="whu-cd")
    assert [tile.name for tile in scored.tiles(tmp_path)] == ["test/1"]
    with pytest.raises(DataError, match="'whu-cd' of the test set 'whu' is not for the task 'segment'"):
        scored.model_copy(update={"task": "segment"}).tiles(tmp_path)
