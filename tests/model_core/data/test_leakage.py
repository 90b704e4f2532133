# SPDX-License-Identifier: GPL-2.0-or-later
"""One place in two splits is refused by name; what only looks like it is not."""

import shutil

import numpy as np
import pytest

from model_core.data.balance import class_weights
from model_core.data.leakage import check_leakage
from model_core.errors import DataError
from model_core.recipes.sources import ScoredSet, Source
from model_core.tiles.tiles import Pixels
from tests.model_core.conftest import write_image
from tests.model_core.data.making import mask, picture, write_tif


def _source(name, layout="images", **more):
    return Source(name=name, path=name, layout=layout, terms="t", origin="o", **more)


def _images(root, names):
    for name in names:
        write_image(root / "image" / f"{name}.png", picture())
        write_image(root / "label" / f"{name}.png", mask())


@pytest.fixture
def two(tmp_path):
    _images(tmp_path / "town", ["a", "b"])
    _images(tmp_path / "village", ["c", "d"])
    return tmp_path


def test_clean_sources_pass(two):
    tests = [ScoredSet(name="village", path="village", task="segment", gsd=1.0)]
    check_leakage([_source("town", validation=["b"])], two, tests)


def test_the_same_file_in_training_and_validation(two):
    for part in ("image", "label"):
        shutil.copy(two / "town" / part / "a.png", two / "village" / part / "d.png")
    sources = [_source("town"), _source("village", validation=["d"])]
    with pytest.raises(
        DataError, match=r"village/image/d.png' is in two splits: train \('a' of 'town'\) and validation \('d' of 'vil"
    ):
        check_leakage(sources, two)
    check_leakage([_source("town"), _source("village")], two)  # twice in training is no leak


def test_the_same_file_in_training_and_a_test_set(two):
    shutil.copy(two / "town" / "image" / "b.png", two / "village" / "image" / "c.png")
    scored = ScoredSet(name="far away", path="village", task="segment", gsd=1.0)
    with pytest.raises(DataError, match=r"train \('b' of 'town'\) and test \('c' of 'far away'\)"):
        check_leakage([_source("town")], two, [scored])
    with pytest.raises(DataError, match="is in two splits"):
        check_leakage([_source("town")], two, [scored.model_copy(update={"path": "town"})])


def test_unlabelled_images_of_a_test_set_are_a_leak_too(two):
    (two / "texture").mkdir()
    shutil.copy(two / "town" / "image" / "a.png", two / "texture" / "x.png")
    with pytest.raises(DataError, match=r"test \('a' of 'town'\)"):
        check_leakage(
            [_source("texture", "plain")], two, [ScoredSet(name="town", path="town", task="segment", gsd=1.0)]
        )


def test_blank_tiles_are_no_place(two):
    for name, tile in (("town", "a"), ("village", "c")):
        write_image(two / name / "image" / f"{tile}.png", np.zeros((16, 16, 3), np.uint8))
    check_leakage([_source("town"), _source("village", validation=["*"])], two)


def test_a_site_of_a_table_counts_across_sources(two):
    (two / "town" / "tiles.csv").write_text("tile,site,split\na,riverside,train\nb,hill,val\n")
    (two / "town" / "other.csv").write_text("tile,site,split\nb,riverside,test\n")
    check_leakage([_source("town", splits="tiles.csv")], two)
    scored = ScoredSet(name="town", path="town", task="segment", gsd=1.0, splits="other.csv")
    with pytest.raises(DataError, match="The place 'riverside' is in two splits: train .* and test"):
        check_leakage([_source("town", splits="tiles.csv", include=["a"])], two, [scored])


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name,split\na,train\n", "no column 'tile'"),
        ("tile,site\na,x\n", "no column 'split'"),
        ("tile,site,split\na,x,train\nb,x,test\n", "site 'x' is in two splits"),
        ("tile,site,split\na,x,holdout\n", "'a' into the split 'holdout'; write train, val or test"),
        ("tile,site,split\na,x,train\na,y,val\n", "'a' is in two splits"),
    ],
)
def test_a_broken_table_is_said(two, table, said):
    (two / "town" / "tiles.csv").write_text(table)
    with pytest.raises(DataError, match=said):
        _source("town", splits="tiles.csv").tiles(two, "train")


def test_an_aoi_in_two_splits_of_two_tasks(tmp_path):
    aois = ("L15-0331E-1257N_1327_3160_13", "L15-0357E-1223N_1429_3296_13")
    for aoi in aois:
        for month in ("2018_01", "2019_01"):
            stem = tmp_path / "sn7" / "train" / aoi
            write_tif(stem / "images_masked" / f"global_monthly_{month}_mosaic_{aoi}.tif", picture())
            write_tif(stem / "labels_raster" / f"global_monthly_{month}_mosaic_{aoi}_Buildings.tif", mask())
    pairs = _source("sn7", "spacenet7", aois={"train": [aois[0]], "validation": [aois[1]]})
    images = _source("sn7", "spacenet7-ss", aois={"train": [aois[1]]})
    check_leakage([pairs], tmp_path)
    with pytest.raises(DataError, match=rf"The place '{aois[1]}' is in two splits: validation .* and train"):
        check_leakage([pairs, images], tmp_path)


def test_common_ground_of_georeferenced_tiles(tmp_path):
    for name, corner in (("a", (0.0, 100.0)), ("b", (16.0, 100.0)), ("c", (27.0, 95.0))):
        write_tif(tmp_path / "city" / "image" / f"{name}.tif", picture(), corner=corner)
        write_tif(tmp_path / "city" / "label" / f"{name}.tif", mask())
    check_leakage([_source("city", validation=["b"], include=["a", "b"])], tmp_path)  # side by side
    with pytest.raises(DataError, match=r"The ground of .*city/image/c.tif' is in two splits: train \('b'"):
        check_leakage([_source("city", validation=["c"])], tmp_path)


def test_class_weights_count_known_pixels_alone(two):
    label = np.zeros((10, 10), np.uint8)
    label[0, :4] = 1
    label[5:] = 255
    pixels = Pixels("a", (np.zeros((10, 10, 3), np.uint8),), label)
    assert class_weights([pixels]) == pytest.approx(46 / 4)
    source = _source("town")
    assert class_weights(source.tiles(two, "train")) == pytest.approx((16 * 16 - 16) / 16)
    with pytest.raises(DataError, match="nothing to learn"):
        class_weights([Pixels("a", pixels.images, np.zeros((4, 4), np.uint8))])
