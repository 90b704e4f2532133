# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks and settings that depend on the data: leakage, validation tiles, steps of an epoch, class weights."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from model_core.data.balance import class_weights
from model_core.data.leakage import check_leakage
from model_core.data.pool import Pool
from model_core.data.samples import TrainingSamples
from model_core.errors import DataError
from model_core.recipes.recipe import Recipe
from model_core.tiles.layouts.tile import KIND_OF_TASK, Task


def refuse_leaks(recipe: Recipe, data: Path) -> None:
    """Raise DataError, naming the place, where one place is in two splits."""
    check_leakage(recipe.sources, data, recipe.tests, recipe.unchanged_sets)


def require_held_out(recipe: Recipe, data: Path) -> None:
    """Raise DataError where no task has validation tiles to choose its threshold on."""
    for task in recipe.tasks:
        sources = recipe.of(KIND_OF_TASK[task])
        if any(source.tiles(data, "validation") for source in sources):
            return
    raise DataError(
        "The recipe holds out no validation tiles, so no threshold can be chosen; name some in a source's "
        "`validation`, or train with --no-bundle."
    )


def with_steps(recipe: Recipe, samples: TrainingSamples) -> Recipe:
    """Return the recipe with epochs as steps. In one epoch the crops cover as much ground as the training tiles."""
    if recipe.epochs is None:
        return recipe
    a_step = {"pairs": recipe.pairs * recipe.accumulate, "images": recipe.images * recipe.accumulate}
    steps = max(
        recipe.epochs * _crops(samples.pools[kind], recipe.crop) / count for kind, count in a_step.items() if count
    )
    return recipe.model_copy(update={"steps": max(1, math.ceil(steps))})


def _crops(pools: list[Pool], crop: int) -> float:
    return sum(float(np.maximum(1.0, pool.areas / crop**2).sum()) for pool in pools)


def class_weight(recipe: Recipe, task: Task, data: Path) -> float:
    """Return the weight of a positive pixel in the loss of a task: the recipe's, or that of the training tiles.

    Raises DataError where no training tile has a positive pixel.
    """
    weight = recipe.weight_of(task)
    if weight != "data":
        return weight
    return class_weights(
        tile for source in recipe.trained_on(KIND_OF_TASK[task]) for tile in source.tiles(data, "train")
    )
