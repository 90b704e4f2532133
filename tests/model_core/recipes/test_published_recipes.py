# SPDX-License-Identifier: GPL-2.0-or-later
"""The recipes of published data sets: each reads a tiny tree in its set's layout and trains on it."""

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from safetensors.torch import load_file

from model_core.recipes.recipe import load_recipe
from model_core.recipes.schema import bundled_recipes
from model_core.selection.validation import HeldOutTiles
from model_core.tiles.layouts.spacenet7 import AOIS
from model_core.training.train import train
from tests.model_core.conftest import write_image

SIDE = 64
SETS = ("whu-cd", "whu-ss", "xview2", "spacenet7")
# Of each split some tiles; 950 is among those that a recipe holds out.
NUMBERS = {"train": (1, 2, 950), "test": (7,)}


class Town:
    """Images of one place after another, and its buildings."""

    def __init__(self) -> None:
        self.rng = np.random.default_rng(0)

    def image(self) -> np.ndarray:
        return self.rng.integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)

    def buildings(self) -> np.ndarray:
        label = np.zeros((SIDE, SIDE), np.uint8)
        row, col = self.rng.integers(0, SIDE - 20, 2)
        label[row : row + 20, col : col + 20] = 255
        return label


def whu_cd(root: Path, town: Town) -> None:
    for split, numbers in NUMBERS.items():
        for number in numbers:
            for part, pixels in (("A", town.image()), ("B", town.image()), ("OUT", town.buildings())):
                write_image(root / split / part / f"{number}.png", pixels)


def whu_ss(root: Path, town: Town) -> None:
    for split, numbers in NUMBERS.items():
        for number in numbers:
            write_image(root / split / "Image" / f"{number}.png", town.image())
            write_image(root / split / "Mask" / f"{number}.png", town.buildings())


def xview2(root: Path, town: Town) -> None:
    for split, numbers in {"train": (1, 2, 95), "test": (7,)}.items():
        for number in numbers:
            event, stem = root / split / "xBD" / "santa-rosa-wildfire", f"santa-rosa-wildfire_{number:08d}"
            for date in ("pre", "post"):
                write_image(event / "images" / f"{stem}_{date}_disaster.png", town.image())
            write_image(event / "masks" / f"{stem}_pre_disaster.png", town.buildings())


def spacenet7(root: Path, town: Town) -> None:
    for split in ("train", "validation", "test"):
        aoi = AOIS[split][0]
        for year in (2018, 2019):
            stem = f"global_monthly_{year}_01_mosaic_{aoi}"
            alpha = np.full((SIDE, SIDE), 255, np.uint8)
            write_tiff(root / "train" / aoi / "images_masked" / f"{stem}.tif", np.dstack([town.image(), alpha]))
            write_tiff(root / "train" / aoi / "labels_raster" / f"{stem}_Buildings.tif", town.buildings()[..., None])


def write_tiff(path: Path, pixels: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    options = ["ALPHA=YES"] if pixels.shape[2] == 4 else []
    image = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, pixels.shape[2], gdal.GDT_Byte, options)
    image.WriteArray(pixels.transpose(2, 0, 1))


@pytest.fixture(scope="module")
def trees(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("published")
    for name, tree in (("whu-cd", whu_cd), ("whu-ss", whu_ss), ("xview2", xview2), ("spacenet7", spacenet7)):
        tree(root / name, Town())
    return root


@pytest.mark.parametrize("network", ["noise2map-unet", "folding"])
@pytest.mark.parametrize("name", SETS)
def test_a_published_set_trains_two_steps(trees, name, network, tmp_path):
    path = bundled_recipes()[name if network == "noise2map-unet" else f"{name}-folding"]
    small = ["crop=64", "pairs=2", "images=2", "epochs=null", "steps=2", "candidates=[999]"]
    if network == "noise2map-unet":
        small.append("network_options={channels: [8, 8, 8], groups: 4}")
    recipe = load_recipe(path, small)
    assert recipe.network == network
    assert recipe.name.startswith("noise2map-lite" if network == "folding" else "noise2map-")
    weights = train(recipe, trees / name, tmp_path, every=2, enable_progress_bar=False)
    assert load_file(weights)
    log = (tmp_path / "log" / "metrics.csv").read_text().splitlines()[0]
    for task in ("change", "segment"):
        assert (f"val/{task}_f1" in log) == (task in recipe.tasks), task


@pytest.mark.parametrize("name", SETS)
def test_held_out_tiles_are_there_and_apart(trees, name):
    recipe = load_recipe(bundled_recipes()[name])
    assert {tile.task for tile in HeldOutTiles(recipe, trees / name).tiles} == set(recipe.tasks)
    for source in recipe.sources:
        split = {
            part: {tile.name for tile in source.tiles(trees / name, part)} for part in ("train", "validation", "test")
        }
        assert all(split.values()), split
        assert not split["train"] & split["validation"]


def test_the_settings_are_the_authors():
    """METHOD, "the authors' training"."""
    recipes = {name: load_recipe(bundled_recipes()[name]) for name in SETS}
    for recipe in recipes.values():
        assert (recipe.learning_rate, recipe.lr_schedule, recipe.weight_decay, recipe.ema_decay) == (
            1e-4,
            "constant",
            0,
            0,
        )
        assert (recipe.crop, recipe.accumulate, recipe.loss, recipe.timesteps) == (256, 2, "cross-entropy", "uniform")
        assert recipe.network == "noise2map-unet"
    assert {name: recipe.epochs for name, recipe in recipes.items()} == {
        "whu-cd": 500, "whu-ss": 200, "xview2": 200, "spacenet7": 200,
    }  # fmt: skip
    assert {name: recipe.pairs for name, recipe in recipes.items() if "change" in recipe.tasks} == {
        "whu-cd": 8, "xview2": 4, "spacenet7": 8,
    }  # fmt: skip
    weights = {(name, task): recipe.weight_of(task) for name, recipe in recipes.items() for task in recipe.tasks}
    assert weights == {
        ("whu-cd", "change"): 1,
        ("whu-ss", "segment"): 10,
        ("xview2", "change"): 3,
        ("xview2", "segment"): 3,
        ("spacenet7", "change"): 3,
        ("spacenet7", "segment"): 5,
    }


def test_our_settings_are_those_of_the_bundled_model(trees):
    """settings/folding.yaml repeats noise2map-lite.yaml but for what hangs on its data."""
    lite = load_recipe(bundled_recipes()["noise2map-lite"])
    ours = load_recipe(bundled_recipes()["whu-cd-folding"])
    theirs = {
        "name",
        "title",
        "description",
        "tasks",
        "gsd",
        "images",
        "steps",
        "sources",
        "tests",
        "unchanged_sets",
        "unchanged",
        "candidates",
        # The bundled model goes on from weights that have seen the world.
        "frozen",
        "learning_rate",
        "encoder_lr_multiplier",
        "known_failures",
        "control",
    }
    for field in set(type(lite).model_fields) - theirs:
        assert getattr(ours, field) == getattr(lite, field), field
