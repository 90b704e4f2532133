# SPDX-License-Identifier: GPL-2.0-or-later
"""Self-supervised pre-training: predict the Gaussian noise in unlabelled images (Ho et al. 2020, algorithm 1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lightning as L
from torch import Tensor
from torch.nn import functional as F

from model_core.data.samples import TrainingSamples, UnlabelledSamples
from model_core.recipes.recipe import Recipe
from model_core.training.data_checks import refuse_leaks, with_steps
from model_core.training.fitting import fit
from model_core.training.loop import TrainingModule
from model_core.training.train import load_first_weights, save_run

# The encoder has pre-trained weights, which denoising should change only slightly.
_ENCODER_LR_MULTIPLIER = 0.1


class Denoising(TrainingModule):
    """Prediction of the noise in x_t. Raises DataError for a network without that task."""

    def __init__(self, recipe: Recipe, minutes: float | None = None) -> None:
        super().__init__(recipe, minutes, encoder_lr_multiplier=_ENCODER_LR_MULTIPLIER)
        self.net.require("denoise")
        self.timestep_weighting = "uniform"

    def training_step(self, batch: dict[str, Tensor], batch_index: int) -> Tensor:
        images = self.pixels(batch["image"])
        times = self.draw_timesteps("denoise", len(images), self.generator(batch_index))
        noisy, noise = self.schedules["denoise"].gaussian(images, times, self.generator(batch_index, self.device))
        loss = F.mse_loss(self.net.denoise(noisy, times).float(), noise)
        self.log("loss", loss.detach(), prog_bar=True)
        return loss


def pretrain(recipe: Recipe, data: Path, output: Path, minutes: float | None = None, **trainer: Any) -> Path:
    """Pre-train a recipe's network on all its images, write weights for `train` to `output` and return their path.

    The steps are the recipe's `pretrain_steps`, by default its `steps`. Raises DataError for data that cannot be used.
    """
    L.seed_everything(recipe.seed, verbose=False)
    refuse_leaks(recipe, data)
    samples = TrainingSamples(recipe, data)
    recipe = with_steps(recipe, samples)
    if recipe.pretrain_steps is not None:
        recipe = recipe.model_copy(update={"steps": recipe.pretrain_steps})
    module = Denoising(recipe, minutes)
    load_first_weights(module, None)
    fit(module, samples, output, UnlabelledSamples(samples), **trainer)
    return save_run(module, output)
