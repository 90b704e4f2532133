# SPDX-License-Identifier: GPL-2.0-or-later
"""The training module of pre-training and training: network, optimiser, progress, averaged weights, batch numbers.

One optimiser step is `accumulate` batches, and its gradient is their mean (the authors' public code back-propagates
one of every two).
"""

from __future__ import annotations

import math
import time
from functools import partial
from typing import Any

import cv2
import lightning as L
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel
from torch.utils.data import DataLoader, IterableDataset

from model_core.data.samples import TrainingSamples
from model_core.diffusion.forward_process import TimestepSampler, scaled, schedules_named
from model_core.errors import DataError
from model_core.networks.registry import build_network
from model_core.old_names import CALLBACKS
from model_core.recipes.recipe import Recipe

# Warm-up of the learning rate: this many steps or this share of the run, whichever is shorter.
_WARM_UP_STEPS = 100
_WARM_UP_SHARE = 0.05
# A batch is made from its number; each process of a distributed run has numbers of its own.
_NUMBERS_A_PROCESS = 10**9
# Steps between checks that the loss is finite.
_CHECK_EVERY = 20


class TrainingModule(L.LightningModule):
    """A network in training, with an exponential moving average of its weights.

    The progress, 0 to 1, is the completed share of the steps or, where `minutes` is given and ends sooner, of that
    time. The learning rate is a function of it.
    """

    def __init__(
        self, recipe: Recipe, minutes: float | None = None, encoder_lr_multiplier: float | None = None
    ) -> None:
        super().__init__()
        self.recipe = recipe
        self.minutes = minutes
        self.encoder_lr_multiplier = (
            recipe.encoder_lr_multiplier if encoder_lr_multiplier is None else encoder_lr_multiplier
        )
        self.net = build_network(recipe.network, **recipe.network_settings())
        if recipe.frozen:
            self.net.encoder.frozen = recipe.frozen  # type: ignore[union-attr]
        self.averaged = AveragedModel(self.net, avg_fn=partial(_moving_average, recipe.ema_decay), use_buffers=True)
        self.averaged.requires_grad_(False)
        self.schedules = schedules_named(recipe.schedules())
        self.timestep_weighting = recipe.timesteps
        self._samples: TrainingSamples | None = None
        self._stream: IterableDataset | None = None
        self._first_batch = 0
        self._minutes_before = 0.0
        self._started = time.monotonic()
        self._first_step = 0
        self._first_took = 0.0
        self.minutes_spent = 0.0

    @property
    def trained(self) -> nn.Module:
        """The network with the averaged weights, which are the result."""
        return self.averaged.module

    def learn_from(self, samples: TrainingSamples, stream: IterableDataset, first_batch: int) -> None:
        """Train on `stream`, which draws from `samples`, starting at this batch."""
        self._samples, self._stream, self._first_batch = samples, stream, first_batch

    def train_dataloader(self) -> DataLoader:
        """Return the loader of the stream; one worker process makes samples faster than two cores train on them."""
        assert self._samples is not None
        assert self._stream is not None
        self._samples.first_batch = self._first_batch + self.global_rank * _NUMBERS_A_PROCESS
        # Stops the threads of OpenCV before the worker process is forked, which would wait for them forever.
        cv2.setNumThreads(1)
        return DataLoader(
            self._stream,
            batch_size=None,
            num_workers=1,
            persistent_workers=True,
            prefetch_factor=4,
        )

    def pixels(self, image: Tensor) -> Tensor:
        """Return uint8 `(batch, 3, rows, cols)` as the network's input, channels last in memory.

        With channels last, a pair took 107 ms instead of 114 on two cores in bfloat16, and 177 instead of 285
        in float32.
        """
        return scaled(image).contiguous(memory_format=torch.channels_last)

    def generator(self, batch_index: int, device: torch.device | str = "cpu") -> torch.Generator:
        """Return a generator that depends on the seed, the batch and the process alone, so that a resumed run
        draws the same.
        """
        number = self.global_step * self.recipe.accumulate + batch_index % self.recipe.accumulate
        seed = self.recipe.seed * 1_000_003 + number + self.global_rank * _NUMBERS_A_PROCESS
        return torch.Generator(device).manual_seed(seed)

    def draw_timesteps(self, task: str, count: int, generator: torch.Generator) -> Tensor:
        """Return `(count,)` int64 timesteps of a task's schedule."""
        sampler = TimestepSampler(self.schedules[task], self.timestep_weighting)
        return sampler.draw(count, generator, self.progress(self.global_step)).to(self.device)

    def progress(self, step: int) -> float:
        """Return the completed share of the run at a step, 0-1."""
        done = step / self.recipe.steps
        return min(1.0, max(done, self.minutes_spent / self.minutes) if self.minutes else done)

    def seconds_left(self) -> float | None:
        """Return the remaining seconds, by steps or minutes, whichever end sooner; None while unknown."""
        taken, done = time.monotonic() - self._started, self.global_step - self._first_step
        # The first step includes the time for the first samples; it is left out as soon as there are others.
        steady, steps = (taken - self._first_took, done - 1) if self._first_took and done > 1 else (taken, done)
        ends = [steady / steps * (self.recipe.steps - self.global_step)] if steps else []
        if self.minutes:
            ends.append(60 * (self.minutes - self._minutes_before) - taken)
        return max(0.0, min(ends)) if ends else None

    def configure_optimizers(self):  # type: ignore[no-untyped-def]
        pretrained = self.net.pretrained_parameters()
        known = {id(p) for p in pretrained}
        rest = [p for p in self.net.parameters() if id(p) not in known]
        rate = self.recipe.learning_rate
        groups = [{"params": pretrained, "lr": rate * self.encoder_lr_multiplier}, {"params": rest, "lr": rate}]
        optimizer = torch.optim.AdamW([g for g in groups if g["params"]], weight_decay=self.recipe.weight_decay)

        def factor(step: int) -> float:
            if self.recipe.lr_schedule == "constant":
                return 1.0
            progress = self.progress(step)
            warm_up = min(1.0, max((step + 1) / _WARM_UP_STEPS, progress / _WARM_UP_SHARE))
            return warm_up * 0.5 * (1 + math.cos(math.pi * progress))

        scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}

    def on_fit_start(self) -> None:
        self.net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    def on_train_start(self) -> None:
        self._started = time.monotonic()
        self._first_step = self.global_step

    def ends_step(self, batch_index: int) -> bool:
        """Return whether the optimiser has just made a step, or is still accumulating batches."""
        return (batch_index + 1) % self.recipe.accumulate == 0

    def optimizer_step(self, *args, **kwargs) -> None:  # type: ignore[no-untyped-def]
        super().optimizer_step(*args, **kwargs)
        # Not at the end of the batch: checkpoints are written before that and would lack the last step.
        self.averaged.update_parameters(self.net)

    def on_train_batch_end(self, outputs: Any, batch: Any, batch_idx: int) -> None:
        if not self.ends_step(batch_idx):
            return
        if self.global_step - self._first_step == 1:
            self._first_took = time.monotonic() - self._started
        spent = self._minutes_before + (time.monotonic() - self._started) / 60
        # All processes use one clock, so that they end at the same step and have the same learning rate until then.
        several = self.minutes is not None and self.trainer.world_size > 1
        self.minutes_spent = self.trainer.strategy.broadcast(spent) if several else spent
        if self.progress(self.global_step) >= 1.0:
            self.trainer.should_stop = True
        # Not at every step, because reading the loss makes a GPU wait.
        if self.global_step % _CHECK_EVERY == 1 and not torch.isfinite(outputs["loss"]):
            raise DataError(
                f"The loss was not a number at step {self.global_step}, so the network cannot learn; lower "
                f"learning_rate, now "
                f"{self.recipe.learning_rate:g}, or train with --precision 32-true."
            )

    def on_save_checkpoint(self, checkpoint: dict) -> None:
        checkpoint["minutes_spent"] = self.minutes_spent
        checkpoint["recipe"] = self.recipe.model_dump_json()

    def on_load_checkpoint(self, checkpoint: dict) -> None:
        self._minutes_before = self.minutes_spent = checkpoint["minutes_spent"]
        states = checkpoint.get("callbacks", {})
        for old, new in CALLBACKS.items():
            if old in states:
                states[new] = states.pop(old)


def _moving_average(decay: float, old: Tensor, new: Tensor, count: Tensor | int) -> Tensor:
    if not old.is_floating_point():
        return new
    # A shorter average at the start of training, as in TensorFlow's ExponentialMovingAverage.
    updates = float(count)
    return torch.lerp(new.to(old), old, min(decay, (1 + updates) / (10 + updates)))
