# SPDX-License-Identifier: GPL-2.0-or-later
"""Training for change and buildings together, with structured noise and a timestep a sample."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import lightning as L
import torch
import yaml
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from model_core.corruption import scaled
from model_core.data.recipe import Recipe
from model_core.data.samples import TrainingSamples
from model_core.errors import DataError
from model_core.loop import PacedModule, fit
from model_core.losses import exclusive_loss, map_loss
from model_core.networks.folding import FoldingNetwork
from model_core.scores import best_threshold
from model_core.validation import HeldOutTiles, network_mapper, validate

WEIGHTS = "weights.safetensors"
RECIPE = "recipe.yaml"
# How much the building maps of synthetic pairs and of single images count against the change map.
_BUILDINGS_OF_PAIRS = 0.3
_BUILDINGS_OF_IMAGES = 0.5


class MapTraining(PacedModule):
    """Change of pairs, buildings of images, and the tie between the two."""

    def __init__(
        self, recipe: Recipe, minutes: float | None = None, held_out: HeldOutTiles | None = None, every: int = 500
    ) -> None:
        super().__init__(recipe, minutes)
        self.held_out = held_out
        self.every = every

    def training_step(self, batch: dict[str, Tensor], _: int) -> Tensor:
        halves = pair_times = images = image_times = None
        pairs = len(batch["before"]) if "before" in batch else 0
        times = self.draw_timesteps(pairs + (len(batch["image"]) if "image" in batch else 0))
        if pairs:
            pair_times = times[:pairs]
            halves = self.schedule.halves(scaled(batch["before"]), scaled(batch["after"]), pair_times)
        if "image" in batch:
            image_times = times[pairs:]
            images = self.schedule.self_noised(scaled(batch["image"]), image_times)
        maps = {name: logits[:, 0] for name, logits in self.net(halves, images, pair_times, image_times).items()}
        losses = {}
        if pairs:
            losses["change"] = map_loss(maps["change"], batch["change"])
            known = [map_loss(maps[date], batch[f"{date}_buildings"]) for date in ("before", "after")]
            losses["pair_buildings"] = _BUILDINGS_OF_PAIRS * (known[0] + known[1]) / 2
            only = batch["exclusive"]
            tie = exclusive_loss(maps["before"][only], maps["after"][only], batch["change"][only])
            losses["exclusive"] = self.recipe.exclusive_weight * tie
        if images is not None:
            losses["buildings"] = _BUILDINGS_OF_IMAGES * map_loss(maps["segment"], batch["buildings"])
        self.log_dict({f"loss/{name}": loss.detach() for name, loss in losses.items()})
        total = torch.stack(list(losses.values())).sum()
        self.log("loss", total.detach(), prog_bar=True)
        return total

    def on_train_batch_end(self, *_) -> None:  # type: ignore[no-untyped-def]
        super().on_train_batch_end()
        if self.held_out is not None and self.global_step % self.every == 0:
            self.watch(self.held_out)

    def watch(self, held_out: HeldOutTiles) -> None:
        """Log how the averaged weights do on the held-out tiles."""
        found = {}
        net = self.averaged.module.eval()
        candidates = self.recipe.usable_candidates()
        for timestep in {candidates[0], candidates[-1]}:
            mapped = network_mapper(net, self.schedule, {"change": timestep, "segment": timestep})  # type: ignore[arg-type]
            for task, sets in validate(mapped, held_out).items():
                threshold, found[f"val/{task}_f1_t{timestep}"] = best_threshold(sets)
                found[f"val/{task}_threshold_t{timestep}"] = threshold
                found |= {f"val/{name}_f1_t{timestep}": h.at(threshold).f1 for name, h in sets.items()}
        for logger in self.loggers:
            logger.log_metrics(found, self.global_step)


def train(
    recipe: Recipe,
    data: Path,
    output: Path,
    start: Path | None = None,
    minutes: float | None = None,
    every: int = 500,
    **trainer: Any,
) -> Path:
    """Train a recipe and leave its weights, recipe and log in `output`; returns the weights' path.

    `start` are weights to begin from (of pre-training); without it the encoder begins with ImageNet's. A run that was
    cut short goes on from its last checkpoint. Raises DataError for data or weights that can't be used.
    """
    L.seed_everything(recipe.seed, verbose=False)
    held_out = HeldOutTiles(recipe, data)
    module = MapTraining(recipe, minutes, held_out if len(held_out) else None, every)
    begin_with(module, start)
    samples = TrainingSamples(recipe, data, first_batch=batches_done(output))
    fit(module, samples, output, **trainer)
    return save_run(module, output)


def begin_with(module: PacedModule, start: Path | None) -> None:
    """Give a module its first weights: those of `start`, else ImageNet's for the encoder."""
    if start is None:
        module.net.encoder.load_imagenet()
    else:
        load_weights(module.net, start)
    module.averaged.module.load_state_dict(module.net.state_dict())


def batches_done(output: Path) -> int:
    """Steps that the last checkpoint of a run has done; 0 if there is none."""
    last = output / "last.ckpt"
    return int(torch.load(last, map_location="cpu", weights_only=True)["global_step"]) if last.exists() else 0


def save_run(module: PacedModule, output: Path) -> Path:
    """Write the averaged weights and the recipe that made them."""
    weights = output / WEIGHTS
    state = {name: value.contiguous() for name, value in module.averaged.module.state_dict().items()}
    facts = {"steps": str(module.global_step), "minutes": f"{module.minutes_spent:.1f}"}
    save_file(state, weights, metadata=facts)
    (output / RECIPE).write_text(yaml.safe_dump(json.loads(module.recipe.model_dump_json()), sort_keys=False))
    return weights


def load_weights(net: FoldingNetwork, path: Path) -> None:
    """Load safetensors into a network. Raises DataError where the file is not such weights."""
    try:
        net.load_state_dict(load_file(path))
    except (OSError, RuntimeError, SafetensorError) as error:
        raise DataError(f"'{path}' does not hold weights of this network: {error}") from error
