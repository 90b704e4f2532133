# SPDX-License-Identifier: GPL-2.0-or-later
"""Self-supervised pre-training: predict the Gaussian noise in unlabelled images (Ho et al. 2020, algorithm 1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lightning as L
import torch
from torch import Tensor
from torch.nn import functional as F

from model_core.corruption import NoiseSchedule, TimestepSampler, scaled
from model_core.data.recipe import Recipe
from model_core.data.samples import TrainingSamples, UnlabelledSamples
from model_core.loop import PacedModule, fit
from model_core.train import batches_done, begin_with, save_run

# The encoder has seen the world already; denoising may move it only a little.
_ENCODER_RATE = 0.1


class Denoising(PacedModule):
    """The network learns to see what is noise and what is ground."""

    def __init__(self, recipe: Recipe, minutes: float | None = None) -> None:
        super().__init__(recipe, minutes, encoder_rate=_ENCODER_RATE)
        # A clean schedule (the control) has no noise to predict: it is pre-trained on the published one.
        if recipe.schedule == "clean":
            self.schedule = NoiseSchedule.named("linear")
        self.sampler = TimestepSampler(self.schedule, "uniform")

    def training_step(self, batch: dict[str, Tensor], _: int) -> Tensor:
        images = scaled(batch["image"])
        times = self.draw_timesteps(len(images))
        generator = torch.Generator(self.device).manual_seed(self.recipe.seed * 1_000_003 + self.global_step)
        noise = torch.randn(images.shape, generator=generator, device=images.device)
        loss = F.mse_loss(self.net.denoise(self.schedule.mix(images, noise, times), times).float(), noise)
        self.log("loss", loss.detach(), prog_bar=True)
        return loss


def pretrain(recipe: Recipe, data: Path, output: Path, minutes: float | None = None, **trainer: Any) -> Path:
    """Pre-train a recipe's network on all its images and leave weights for `train` in `output`; returns their path."""
    L.seed_everything(recipe.seed, verbose=False)
    module = Denoising(recipe, minutes)
    begin_with(module, None)
    samples = UnlabelledSamples(TrainingSamples(recipe, data, first_batch=batches_done(output)))
    fit(module, samples, output, **trainer)
    return save_run(module, output)
