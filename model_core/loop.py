# SPDX-License-Identifier: GPL-2.0-or-later
"""What pre-training and training share: the optimiser, the pace, the averaged weights, checkpoints and loaders."""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import Any

import lightning as L
import torch
from lightning.pytorch.callbacks import LearningRateMonitor, ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger
from torch.optim.swa_utils import AveragedModel
from torch.utils.data import DataLoader, IterableDataset

from model_core.corruption import NoiseSchedule, TimestepSampler
from model_core.data.recipe import Recipe
from model_core.networks.folding import FoldingNetwork

# The learning rate rises over so many steps or so much of the run, whichever is sooner.
_WARM_UP_STEPS = 100
_WARM_UP_SHARE = 0.05
_AVERAGING = 0.998
# Steps between checkpoints: a few minutes on two cores.
CHECKPOINT_EVERY = 100


class PacedModule(L.LightningModule):
    """A folding network in training, with averaged weights and a learning rate that ends at zero.

    The pace is steps done of the steps planned, or, where `minutes` is given and runs out sooner, of that time.
    """

    def __init__(self, recipe: Recipe, minutes: float | None = None, encoder_rate: float | None = None) -> None:
        super().__init__()
        self.recipe = recipe
        self.minutes = minutes
        self.encoder_rate = recipe.encoder_rate if encoder_rate is None else encoder_rate
        self.net = FoldingNetwork(recipe.encoder)
        self.averaged = AveragedModel(self.net, avg_fn=_moving_average, use_buffers=True)
        self.schedule = NoiseSchedule.named(recipe.schedule)
        self.sampler = TimestepSampler(self.schedule, recipe.timesteps)
        self._minutes_before = 0.0
        self._started = time.monotonic()

    def draw_timesteps(self, count: int) -> torch.Tensor:
        """Timesteps that depend on the seed and the step alone, so that a resumed run draws the same."""
        generator = torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + self.global_step)
        return self.sampler.draw(count, generator).to(self.device)

    @property
    def minutes_spent(self) -> float:
        return self._minutes_before + (time.monotonic() - self._started) / 60

    def pace(self, step: int) -> float:
        done = step / self.recipe.steps
        return min(1.0, max(done, self.minutes_spent / self.minutes) if self.minutes else done)

    def configure_optimizers(self):  # type: ignore[no-untyped-def]
        encoder = list(self.net.encoder.parameters())
        known = {id(p) for p in encoder}
        rest = [p for p in self.net.parameters() if id(p) not in known]
        rate = self.recipe.learning_rate
        groups = [{"params": encoder, "lr": rate * self.encoder_rate}, {"params": rest, "lr": rate}]
        optimizer = torch.optim.AdamW(groups, weight_decay=self.recipe.weight_decay)

        def factor(step: int) -> float:
            pace = self.pace(step)
            warm = min(1.0, max((step + 1) / _WARM_UP_STEPS, pace / _WARM_UP_SHARE))
            return warm * 0.5 * (1 + math.cos(math.pi * pace))

        scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}

    def on_train_start(self) -> None:
        self._started = time.monotonic()

    def optimizer_step(self, *args, **kwargs) -> None:  # type: ignore[no-untyped-def]
        super().optimizer_step(*args, **kwargs)
        # Here, not at the end of the batch: checkpoints are written before that, and would lack the last step.
        self.averaged.update_parameters(self.net)

    def on_train_batch_end(self, *_) -> None:  # type: ignore[no-untyped-def]
        if self.pace(self.global_step) >= 1.0:
            self.trainer.should_stop = True

    def on_save_checkpoint(self, checkpoint: dict) -> None:
        checkpoint["minutes_spent"] = self.minutes_spent

    def on_load_checkpoint(self, checkpoint: dict) -> None:
        self._minutes_before = checkpoint["minutes_spent"]


def _moving_average(average: torch.Tensor, value: torch.Tensor, count: torch.Tensor | int) -> torch.Tensor:
    if not average.is_floating_point():
        return value
    # Early on the average is young: weigh it by its age, as TensorFlow's moving average does.
    age = float(count)
    return torch.lerp(value.to(average), average, min(_AVERAGING, (1 + age) / (10 + age)))


def fit(
    module: PacedModule,
    samples: IterableDataset,
    output: Path,
    **trainer: Any,
) -> None:
    """Train until the pace is done, resuming from `output/last.ckpt` where there is one.

    One worker process makes the samples, which keeps it ahead of two cores. `trainer` are further arguments of
    Lightning's Trainer (devices, strategy, precision ...).
    """
    output.mkdir(parents=True, exist_ok=True)
    last = output / "last.ckpt"
    loader = DataLoader(
        samples,
        batch_size=None,
        num_workers=1,
        persistent_workers=True,
        prefetch_factor=4,
    )
    options = {
        "max_steps": module.recipe.steps,
        "precision": "bf16-mixed",
        "logger": CSVLogger(output, name="log", version=""),
        "callbacks": [
            ModelCheckpoint(
                output,
                filename="last",
                every_n_train_steps=CHECKPOINT_EVERY,
                save_top_k=1,
                enable_version_counter=False,
            ),
            LearningRateMonitor("step"),
        ],
        "log_every_n_steps": 20,
        "gradient_clip_val": 5.0,
        "enable_model_summary": False,
        "use_distributed_sampler": False,
        **trainer,
    }
    L.Trainer(**options).fit(module, loader, ckpt_path=last if last.exists() else None, weights_only=True)
