# SPDX-License-Identifier: GPL-2.0-or-later
"""Sources of weight 0: nothing is trained on them, and what they hold out helps to choose all the same."""

import shutil

import numpy as np
import pytest

from model_core.data.leakage import check_leakage
from model_core.data.samples import TrainingSamples
from model_core.errors import DataError
from model_core.recipes.recipe import Source, load_recipe
from model_core.recipes.schema import bundled_recipes
from model_core.selection.validation import HeldOutTiles
from model_core.training.data_checks import class_weight, require_held_out
from tests.model_core.conftest import write_image
from tests.model_core.data.making import mask, picture


def weighing(recipe, **weights):
    """The recipe with other weights of the sources named."""
    sources = [s.model_copy(update={"weight": weights.get(s.name, s.weight)}) for s in recipe.sources]
    return recipe.model_copy(update={"sources": sources})


def test_it_is_never_drawn_and_holds_out_its_tiles(recipe, data):
    idle = weighing(recipe, p=0)
    assert [[pool.source.name for pool in pools] for pools in TrainingSamples(idle, data).pools.values()] == [
        [],
        ["i"],
        ["l"],
    ]
    assert {tile.source for tile in HeldOutTiles(idle, data).tiles} == {"p", "i"}
    # Pairs are made of buildings and open land, then.
    batch = TrainingSamples(idle, data).batch(np.random.default_rng(0))
    assert batch["before"].shape == (2, 3, 64, 64)
    require_held_out(idle, data)
    only = [s.model_copy(update={"validation": s.validation if s.name == "p" else []}) for s in idle.sources]
    require_held_out(idle.model_copy(update={"sources": only}), data)


def test_class_weights_are_of_what_is_trained_on(recipe, data):
    again = recipe.sources[1].model_copy(update={"name": "rare", "path": "pairs", "layout": "pairs", "weight": 0})
    with_idle = recipe.model_copy(update={"sources": [*recipe.sources, again], "class_weight": "data"})
    without = recipe.model_copy(update={"class_weight": "data"})
    assert class_weight(with_idle, "change", data) == class_weight(without, "change", data)
    with pytest.raises(DataError, match="nothing to learn"):
        class_weight(weighing(without, p=0), "change", data)


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ({"p": 0, "i": 0}, r"All labelled sources of the recipe have weight 0 \(p, i\).*one above 0"),
        ({"p": 0, "l": 0}, r"task change has no training data: all pairs have weight 0 \(p\).*`empty: true`"),
    ],
)
def test_a_task_that_nothing_teaches_is_refused(recipe, data, weights, words):
    with pytest.raises(DataError, match=words):
        TrainingSamples(weighing(recipe, **weights), data)


def test_buildings_alone_need_images_that_are_trained_on(recipe, data):
    alone = weighing(recipe.model_copy(update={"tasks": ["segment"]}), i=0)
    with pytest.raises(DataError, match="task segment has no training data"):
        TrainingSamples(alone.for_its_tasks(), data)


def test_a_weight_below_zero_is_refused():
    with pytest.raises(DataError, match=r"wrong at 'sources.0.weight': .*greater than or equal to 0"):
        load_recipe(bundled_recipes()["noise2map-lite"], ["sources.0.weight=-0.5"])


def test_only_what_it_holds_out_can_leak(tmp_path):
    for town, names in (("town", "ab"), ("village", "cd")):
        for name in names:
            write_image(tmp_path / town / "image" / f"{name}.png", picture())
            write_image(tmp_path / town / "label" / f"{name}.png", mask())
    shutil.copy(tmp_path / "town" / "image" / "a.png", tmp_path / "village" / "image" / "c.png")

    def source(name, **more):
        return Source(name=name, path=name, layout="images", terms="t", origin="o", **more)

    held_out = source("town", validation=["a"])
    # The village's copy of the place is drawn by nobody if the village weighs nothing.
    with pytest.raises(DataError, match=r"train \('c' of 'village'\)"):
        check_leakage([held_out, source("village", validation=["d"])], tmp_path)
    check_leakage([held_out, source("village", validation=["d"], weight=0)], tmp_path)
    # What it holds out chooses, so nobody may train on it.
    with pytest.raises(DataError, match=r"train \('a' of 'town'\) and validation \('c' of 'village'\)"):
        check_leakage([source("town"), source("village", validation=["c"], weight=0)], tmp_path)
