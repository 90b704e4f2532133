# SPDX-License-Identifier: GPL-2.0-or-later
"""What a recipe leaves to its data: that no place lies in two splits, how many steps an epoch is, class weights."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from model_core.data.balance import class_weights
from model_core.data.leakage import check_leakage
from model_core.data.pool import Pool
from model_core.data.recipe import Recipe
from model_core.data.samples import TrainingSamples
from model_core.errors import DataError

_KINDS = {"change": "pairs", "segment": "images"}


def refuse_leaks(recipe: Recipe, data: Path) -> None:
    """Raise DataError, naming it, where one place is both trained on and held out."""
    check_leakage(recipe.sources, data, recipe.tests, recipe.quiet)


def require_held_out(recipe: Recipe, data: Path) -> None:
    """Raise DataError where a run would end with nothing to choose its threshold on."""
    for task in recipe.tasks:
        sources = recipe.of(_KINDS[task])
        if any(source.tiles(data, "validation") for source in sources):
            return
    raise DataError(
        "The recipe holds out no validation tiles, so there is nothing to choose a threshold on; name some in a source's "
        "`validation`, or train with --no-bundle."
    )


def with_steps(recipe: Recipe, samples: TrainingSamples) -> Recipe:
    """The recipe with its epochs as steps. In an epoch the crops cover as much ground as the training tiles show."""
    if recipe.epochs is None:
        return recipe
    a_step = {"pairs": recipe.pairs * recipe.accumulate, "images": recipe.images * recipe.accumulate}
    steps = max(
        recipe.epochs * _crops(samples.pools[kind], recipe.crop) / count for kind, count in a_step.items() if count
    )
    return recipe.model_copy(update={"steps": max(1, math.ceil(steps))})


def _crops(pools: list[Pool], crop: int) -> float:
    return sum(float(np.maximum(1.0, pool.areas / crop**2).sum()) for pool in pools)


def class_weight(recipe: Recipe, task: str, data: Path) -> float:
    """What a pixel of the class counts in the loss of a task: as the recipe says, or by the training tiles.

    Raises DataError where no training tile shows the class.
    """
    weight = recipe.weight_of(task)
    if weight != "data":
        return weight
    return class_weights(tile for source in recipe.trained_on(_KINDS[task]) for tile in source.tiles(data, "train"))
